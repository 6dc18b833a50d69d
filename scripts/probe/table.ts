// The answers as a table of docs/operations.md, between two markers.
import { renderTable } from '../marked-table';
import type { Question } from './question';
import type { Result } from './run-probe';

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
  return `Asked on ${day}, of ${whom}.\n\n${renderTable(HEADING, rows)}`;
}

export function renderOpen(questions: readonly Question[]): string {
  const rows = questions.map(({ asks }): Row => [asks, 'not asked yet', '']);
  return `Asked: never.\n\n${renderTable(HEADING, rows)}`;
}
