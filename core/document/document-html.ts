// An official paper as HTML to be pasted into a word processor or a mail: every style is on its element.
import { html, type Html } from '../text/html';
import type {
  DocumentBlock,
  DocumentParagraph,
  DocumentTable,
  OfficialDocument,
} from './official-document';
import {
  LATIN_TYPEFACE,
  LINE_PT,
  paperStyle,
  SIZE_PT,
  type PaperStyle,
  type Typeface,
} from './page-setup';

export function documentHtml({ title, language, blocks }: OfficialDocument): string {
  const style = paperStyle(language);
  const look = `margin:0 0 12pt;text-align:center;font-weight:bold;${type(style.typefaces.title, SIZE_PT.title, LINE_PT.title)}`;
  return html`<div lang="${language}">
    <h1 style="${look}">${title}</h1>
    ${blocks.map((block) => blockHtml(block, style))}
  </div>`.markup;
}

const type = ({ name, alternatives }: Typeface, size: number, line: number): string =>
  `font-family:'${[LATIN_TYPEFACE, name, ...alternatives].join("','")}';font-size:${size}pt;line-height:${line}pt`;

function blockHtml(block: DocumentBlock, style: PaperStyle): Html {
  if (block.kind === 'table') return tableHtml(block, style);
  if (block.kind === 'paragraph')
    return html`<p style="${paragraphLook(block.look, style)}">${block.text}</p>`;
  const { typefaces, isHeadingBold, spaceAfter } = style;
  const typeface = block.level === 1 ? typefaces.heading : typefaces.subheading;
  const weight = isHeadingBold ? 'bold' : 'normal';
  const look = `margin:0 0 ${spaceAfter}pt;${indentOf(style)}font-weight:${weight};${type(typeface, SIZE_PT.text, LINE_PT.text)}`;
  return block.level === 1
    ? html`<h2 style="${look}">${block.text}</h2>`
    : html`<h3 style="${look}">${block.text}</h3>`;
}

const indentOf = ({ indent }: PaperStyle): string =>
  indent === 0 ? '' : `text-indent:${indent}em;`;

const PARAGRAPH_LOOKS: Readonly<Record<DocumentParagraph['look'], string>> = {
  body: 'text-align:justify',
  plain: 'text-align:left',
  centred: 'text-align:center',
  signature: 'text-align:right;padding-right:2em',
};

function paragraphLook(look: DocumentParagraph['look'], style: PaperStyle): string {
  const indent = look === 'body' ? indentOf(style) : '';
  const lettering = type(style.typefaces.text, SIZE_PT.text, LINE_PT.text);
  return `margin:0 0 ${style.spaceAfter}pt;${indent}${PARAGRAPH_LOOKS[look]};${lettering}`;
}

const CELL = 'border:1px solid #000000;padding:2pt 4pt;vertical-align:middle';
const ALIGNMENTS = { left: 'left', centre: 'center', right: 'right' } as const;

function tableHtml(
  { columns, rows, boldRows = [] }: DocumentTable,
  { typefaces }: PaperStyle,
): Html {
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
  const look = `border-collapse:collapse;width:100%;margin:6pt 0;${type(typefaces.text, SIZE_PT.table, LINE_PT.table)}`;
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
