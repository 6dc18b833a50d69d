// An official paper as HTML to be pasted into a word processor or a mail: every style is on its element.
import { html, type Html } from '../text/html';
import type {
  DocumentBlock,
  DocumentParagraph,
  DocumentTable,
  OfficialDocument,
} from './official-document';
import { LATIN_TYPEFACE, LINE_PT, SIZE_PT, TYPEFACES, type Typeface } from './page-setup';

export function documentHtml({ title, language, blocks }: OfficialDocument): string {
  const look = `margin:0 0 12pt;text-align:center;font-weight:bold;${type(TYPEFACES.title, SIZE_PT.title, LINE_PT.title)}`;
  return html`<div lang="${language}">
    <h1 style="${look}">${title}</h1>
    ${blocks.map(blockHtml)}
  </div>`.markup;
}

const type = ({ name, alternatives }: Typeface, size: number, line: number): string =>
  `font-family:'${[LATIN_TYPEFACE, name, ...alternatives].join("','")}';font-size:${size}pt;line-height:${line}pt`;

function blockHtml(block: DocumentBlock): Html {
  if (block.kind === 'table') return tableHtml(block);
  if (block.kind === 'paragraph')
    return html`<p style="${paragraphLook(block.look)}">${block.text}</p>`;
  const typeface = block.level === 1 ? TYPEFACES.heading : TYPEFACES.subheading;
  const look = `margin:0;text-indent:2em;font-weight:normal;${type(typeface, SIZE_PT.text, LINE_PT.text)}`;
  return block.level === 1
    ? html`<h2 style="${look}">${block.text}</h2>`
    : html`<h3 style="${look}">${block.text}</h3>`;
}

const PARAGRAPH_LOOKS: Readonly<Record<DocumentParagraph['look'], string>> = {
  body: 'text-indent:2em;text-align:justify',
  plain: 'text-align:left',
  centred: 'text-align:center',
  signature: 'text-align:right;padding-right:2em',
};

const paragraphLook = (look: DocumentParagraph['look']): string =>
  `margin:0;${PARAGRAPH_LOOKS[look]};${type(TYPEFACES.text, SIZE_PT.text, LINE_PT.text)}`;

const CELL = 'border:1px solid #000000;padding:2pt 4pt;vertical-align:middle';
const ALIGNMENTS = { left: 'left', centre: 'center', right: 'right' } as const;

function tableHtml({ columns, rows, boldRows = [] }: DocumentTable): Html {
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  const heads = columns.map(({ label, width }) => {
    const look = `${CELL};width:${Math.round((width * 100) / total)}%;text-align:center;font-weight:bold`;
    return html`<th scope="col" style="${look}">${label}</th>`;
  });
  const lines = rows.map((cells, at) => {
    const weight = boldRows.includes(at) ? ';font-weight:bold' : '';
    return html`<tr>
      ${columns.map(({ align = 'left' }, index) => html`<td style="${CELL};text-align:${ALIGNMENTS[align]}${weight}">${cells[index] ?? ''}</td>`)}
    </tr>`;
  });
  const look = `border-collapse:collapse;width:100%;margin:6pt 0;${type(TYPEFACES.text, SIZE_PT.table, LINE_PT.table)}`;
  return html`<table style="${look}">
    <thead>
      <tr>
        ${heads}
      </tr>
    </thead>
    <tbody>
      ${lines}
    </tbody>
  </table>`;
}
