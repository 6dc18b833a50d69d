// An official paper as plain text, for where no format can be pasted: cells are parted by tabs.
import type { DocumentBlock, OfficialDocument } from './official-document';
import { paperStyle } from './page-setup';

const IDEOGRAPHIC_SPACE = '\u3000';

export function documentText({ title, language, blocks }: OfficialDocument): string {
  const indent = IDEOGRAPHIC_SPACE.repeat(paperStyle(language).indent);
  return [title, '', ...blocks.flatMap((block) => linesOf(block, indent))].join('\n');
}

function linesOf(block: DocumentBlock, indent: string): string[] {
  if (block.kind === 'table')
    return [block.columns.map(({ label }) => label), ...block.rows].map((cells) =>
      cells.join('\t'),
    );
  const isIndented = block.kind === 'heading' || block.look === 'body';
  return [`${isIndented ? indent : ''}${block.text}`];
}
