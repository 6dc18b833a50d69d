// The answers as a table of docs/operations.md, between two markers.
import type { Question } from './question';
import type { Result } from './run-probe';

const BEGIN = '<!-- probe: begin -->';
const END = '<!-- probe: end -->';

type Row = readonly [question: string, answer: string, consequence: string];

const HEADING: Row = ['question', 'answer', 'what follows for Lectern'];

export interface Asked {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly ofGoogle: boolean;
}

export function renderAnswers(results: readonly Result[], { day, ofGoogle }: Asked): string {
  const whom = ofGoogle ? 'Google' : 'the local workbench, which proves nothing about Google';
  const rows = results.map(({ asks, says, consequence }): Row => [asks, says, consequence]);
  return `Asked on ${day}, of ${whom}.\n\n${renderTable(rows)}`;
}

export function renderOpen(questions: readonly Question[]): string {
  const rows = questions.map(({ asks }): Row => [asks, 'not asked yet', '']);
  return `Asked: never.\n\n${renderTable(rows)}`;
}

/** Throws when the text has no place for the table. */
export function putBetweenMarks(text: string, table: string): string {
  const [begin, end] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`there are no marks ${BEGIN} … ${END} in it`);
  return `${text.slice(0, begin)}${BEGIN}\n\n${table}\n\n${text.slice(end)}`;
}

function renderTable(rows: readonly Row[]): string {
  const cells = [HEADING, ...rows].map((row) => row.map(cellText));
  const widths = HEADING.map((_, column) =>
    Math.max(...cells.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [heading = [], ...body] = cells;
  const rule = widths.map((width) => '-'.repeat(width));
  return [heading, rule, ...body].map(line).join('\n');
}

/** Google's messages may contain characters with a meaning in a table. */
const cellText = (text: string): string =>
  text.replace(/\s+/g, ' ').trim().replace(/[|<>]/g, '\\$&');
