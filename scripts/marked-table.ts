// Tables that a program writes into a document, between two marks.

/** Puts the content between the marks of this name. Throws when the text has no place for it. */
export function putBetweenMarks(text: string, name: string, content: string): string {
  const [begin, end] = [`<!-- ${name}: begin -->`, `<!-- ${name}: end -->`];
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`there are no marks ${begin} … ${end} in it`);
  return `${text.slice(0, from)}${begin}\n\n${content}\n\n${text.slice(to)}`;
}

/** Every row has as many cells as the heading. */
export function renderTable(
  heading: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const cells = [heading, ...rows].map((row) => row.map(cellText));
  const widths = heading.map((_, column) =>
    Math.max(...cells.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [first = [], ...body] = cells;
  const rule = widths.map((width) => '-'.repeat(width));
  return [first, rule, ...body].map(line).join('\n');
}

/** Messages of others may contain characters with a meaning in a table. */
const cellText = (text: string): string =>
  text.replace(/\s+/g, ' ').trim().replace(/[|<>]/g, '\\$&');
