// Official papers as .docx files. The library is loaded with the first document: a cold start does not wait for it.
import type * as DocxLibrary from 'docx';
import type { IParagraphOptions, IRunOptions, ISectionOptions, Paragraph, Table } from 'docx';
import type {
  DocumentBlock,
  DocumentColumn,
  DocumentParagraph,
  DocumentTable,
  OfficialDocument,
} from '#core/document/official-document';
import {
  LATIN_TYPEFACE,
  LINE_PT,
  PAGE_MM,
  paperStyle,
  SIZE_PT,
  type PaperStyle,
  type Typeface,
} from '#core/document/page-setup';
import { escapeHtml } from '#core/text/html';
import type { DocumentWriter } from '../../ports/document-writer';

type Docx = typeof DocxLibrary;

export function docxWriter(): DocumentWriter {
  return {
    async write(document) {
      const docx = await import('docx');
      const { Document, Packer } = docx;
      const style = paperStyle(document.language);
      // Of the Chinese words in it: names and topics in an English paper are as they stand in the workbook.
      const eastAsia = document.language === 'en' ? 'zh-CN' : document.language;
      const file = new Document({
        title: document.title,
        creator: 'Lectern',
        styles: {
          default: {
            document: {
              run: {
                ...run(style.typefaces.text, SIZE_PT.text),
                language: { value: document.language, eastAsia },
              },
            },
          },
        },
        sections: [sectionOf(document, docx)],
      });
      return Packer.toBuffer(file, undefined, [fontTable(style)]);
    },
  };
}

const TWIPS_PER_POINT = 20;
const twips = (millimetres: number): number =>
  Math.round((millimetres / 25.4) * 72 * TWIPS_PER_POINT);

/** The library counts type in half points. */
const run = ({ name }: Typeface, points: number): Pick<IRunOptions, 'font' | 'size'> => ({
  size: points * 2,
  font: { ascii: LATIN_TYPEFACE, hAnsi: LATIN_TYPEFACE, cs: LATIN_TYPEFACE, eastAsia: name },
});

const words = (text: string, look: IRunOptions): IRunOptions => ({ ...look, text });

function sectionOf({ title, language, blocks }: OfficialDocument, docx: Docx): ISectionOptions {
  const style = paperStyle(language);
  const { typefaces } = style;
  const { AlignmentType, Footer, Paragraph, PageNumber, TextRun, LineRuleType } = docx;
  const { width, height, top, bottom, left, right } = PAGE_MM;
  const heading = new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { line: LINE_PT.title * TWIPS_PER_POINT, lineRule: LineRuleType.EXACT, after: 240 },
    heading: docx.HeadingLevel.TITLE,
    children: [
      new TextRun(
        words(title, { ...run(typefaces.title, SIZE_PT.title), bold: true, color: '000000' }),
      ),
    ],
  });
  const number = new TextRun({
    ...run(typefaces.title, SIZE_PT.footer),
    children: ['— ', PageNumber.CURRENT, ' —'],
  });
  return {
    properties: {
      page: {
        size: { width: twips(width), height: twips(height) },
        margin: {
          top: twips(top),
          bottom: twips(bottom),
          left: twips(left),
          right: twips(right),
        },
      },
    },
    footers: {
      default: new Footer({
        children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [number] })],
      }),
    },
    children: [heading, ...blocks.map((block) => blockOf(block, style, docx))],
  };
}

function blockOf(block: DocumentBlock, style: PaperStyle, docx: Docx): Paragraph | Table {
  if (block.kind === 'table') return tableOf(block, style, docx);
  const { typefaces, spaceAfter, isHeadingBold } = style;
  const spacing = {
    line: LINE_PT.text * TWIPS_PER_POINT,
    lineRule: docx.LineRuleType.EXACT,
    before: 0,
    after: spaceAfter * TWIPS_PER_POINT,
  };
  const shape =
    block.kind === 'heading'
      ? { indent: firstLine(style) }
      : paragraphShape(block.look, style, docx);
  const typeface =
    block.kind === 'paragraph'
      ? typefaces.text
      : block.level === 1
        ? typefaces.heading
        : typefaces.subheading;
  const look = {
    ...run(typeface, SIZE_PT.text),
    bold: block.kind === 'heading' && isHeadingBold,
    color: '000000',
  };
  return new docx.Paragraph({
    ...shape,
    spacing,
    ...(block.kind === 'heading' && {
      heading: block.level === 1 ? docx.HeadingLevel.HEADING_1 : docx.HeadingLevel.HEADING_2,
      keepNext: true,
    }),
    children: [new docx.TextRun(words(block.text, look))],
  });
}

const firstLine = ({ indent }: PaperStyle) => ({
  firstLine: indent * SIZE_PT.text * TWIPS_PER_POINT,
});

function paragraphShape(
  look: DocumentParagraph['look'],
  style: PaperStyle,
  { AlignmentType }: Docx,
): Pick<IParagraphOptions, 'alignment' | 'indent'> {
  switch (look) {
    case 'body':
      return { alignment: AlignmentType.JUSTIFIED, indent: firstLine(style) };
    case 'plain':
      return { alignment: AlignmentType.LEFT };
    case 'centred':
      return { alignment: AlignmentType.CENTER };
    case 'signature':
      return {
        alignment: AlignmentType.RIGHT,
        indent: { right: 2 * SIZE_PT.text * TWIPS_PER_POINT },
      };
  }
}

/** The header row is repeated on every page, and a row is never broken between two. */
function tableOf(
  { columns, rows, boldRows = [] }: DocumentTable,
  { typefaces }: PaperStyle,
  docx: Docx,
): Table {
  const { Table, TableRow, TableLayoutType, WidthType, AlignmentType, VerticalAlignTable } = docx;
  const widths = columnWidths(columns);
  const alignments = {
    left: AlignmentType.LEFT,
    centre: AlignmentType.CENTER,
    right: AlignmentType.RIGHT,
  };
  const cell = (
    text: string,
    at: number,
    look: { readonly bold: boolean; readonly align: DocumentColumn['align'] },
  ) =>
    new docx.TableCell({
      width: { size: widths[at] ?? 0, type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.CENTER,
      margins: { top: 40, bottom: 40, left: 80, right: 80 },
      children: [
        new docx.Paragraph({
          alignment: alignments[look.align ?? 'left'],
          spacing: { line: LINE_PT.table * TWIPS_PER_POINT, lineRule: docx.LineRuleType.AT_LEAST },
          children: [
            new docx.TextRun(
              words(text, { ...run(typefaces.text, SIZE_PT.table), bold: look.bold }),
            ),
          ],
        }),
      ],
    });
  return new Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(({ label }, at) => cell(label, at, { bold: true, align: 'centre' })),
      }),
      ...rows.map(
        (cells, index) =>
          new TableRow({
            cantSplit: true,
            children: columns.map(({ align }, at) =>
              cell(cells[at] ?? '', at, { bold: boldRows.includes(index), align }),
            ),
          }),
      ),
    ],
  });
}

/** Together exactly as wide as the text. */
function columnWidths(columns: readonly DocumentColumn[]): number[] {
  const whole = twips(PAGE_MM.width - PAGE_MM.left - PAGE_MM.right);
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => Math.floor((whole * width) / total));
  const rest = whole - widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width, at) => (at === 0 ? width + rest : width));
}

const NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

const fontOf = ({ name, alternatives }: Typeface): string =>
  `<w:font w:name="${escapeHtml(name)}"><w:altName w:val="${escapeHtml(alternatives.join(','))}"/></w:font>`;

/** Names the typefaces to take where one is not installed, in place of the library's own table, which names none. */
const fontTable = ({ typefaces }: PaperStyle) => ({
  path: 'word/fontTable.xml',
  data: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="${NAMESPACE}"><w:font w:name="${LATIN_TYPEFACE}"/>${[...new Set(Object.values(typefaces))].map(fontOf).join('')}</w:fonts>`,
});
