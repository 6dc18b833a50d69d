// An official paper as plain text, for where no format can be pasted: cells are parted by tabs.
import type { DocumentBlock, OfficialDocument } from './official-document';

/** Two ideographic spaces: the indent of a paragraph. */
const INDENT = '\u3000\u3000';

export function documentText({ title, blocks }: OfficialDocument): string {
  return [title, '', ...blocks.flatMap(linesOf)].join('\n');
}

function linesOf(block: DocumentBlock): string[] {
  if (block.kind === 'table')
    return [block.columns.map(({ label }) => label), ...block.rows].map((cells) =>
      cells.join('\t'),
    );
  const isIndented = block.kind === 'heading' || block.look === 'body';
  return [`${isIndented ? INDENT : ''}${block.text}`];
}
