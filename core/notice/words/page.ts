// The HTML part of a notice: paragraphs, and a table for lines that are a label and a value.
import type { Language } from '../../text/language';
import { documentHtml } from '../../document/document-html';
import type { OfficialDocument } from '../../document/official-document';
import { Html, html } from '../../text/html';
import type { FilledLine } from './template';

const HEADER_CELL =
  'text-align:left;padding:6px 16px 6px 0;color:#5f6368;font-weight:normal;white-space:nowrap;vertical-align:top';
const CELL = 'padding:6px 0;white-space:pre-line';
const SHEET =
  "max-width:560px;margin:0 auto;padding:24px;background:#ffffff;color:#202124;font:16px/1.7 'PingFang SC','Microsoft YaHei','Noto Sans SC',Arial,sans-serif";

const BUTTON =
  'display:inline-block;padding:8px 20px;border-radius:6px;background:#0b57d0;color:#ffffff;text-decoration:none';

interface PageParts {
  readonly language: Language;
  readonly button: string;
  readonly document: OfficialDocument | null;
}

/** `button`: the label of the button that opens the recipient's link. */
export function renderPage(
  lines: readonly FilledLine[],
  { language, button, document }: PageParts,
): string {
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
      </head>
      <body style="margin:0;background:#f6f8fc">
        <div style="${SHEET}">
          ${blocksOf(lines).map((block) => (block[0]?.isDocument === true && document ? new Html(documentHtml(document)) : renderBlock(block, button)))}
        </div>
      </body>
    </html>`.markup;
}

type Block = readonly FilledLine[];

/** Blank lines part blocks; so does the change between pairs and running text. */
function blocksOf(lines: readonly FilledLine[]): Block[] {
  const blocks: FilledLine[][] = [[]];
  for (const line of lines) {
    const block = blocks.at(-1) ?? [];
    const last = block.at(-1);
    if (line.words === '') blocks.push([]);
    else if (line.isDocument) blocks.push([line], []);
    else if (last && (last.pair === null) !== (line.pair === null)) blocks.push([line]);
    else block.push(line);
  }
  return blocks.filter((block) => block.length > 0);
}

function renderBlock(block: Block, label: string): Html {
  const pairs = block.flatMap(({ pair }) => (pair ? [pair] : []));
  if (pairs.length === 0)
    return html`<p>${block.map((line, index) => renderLine(line, index, label))}</p>`;
  const rows = pairs.map(
    ({ label, value }) =>
      html`<tr>
        <th style="${HEADER_CELL}">${label}</th>
        <td style="${CELL}">${value}</td>
      </tr>`,
  );
  return html`<table style="border-collapse:collapse">
    ${rows}
  </table>`;
}

/** A link is shown as a button: its address is long, and nobody types it. */
function renderLine({ words, link }: FilledLine, index: number, label: string): Html {
  const [before = '', ...after] = link === null ? [words] : words.split(link);
  const lineEnd = index === 0 ? [] : [LINE_END];
  if (link === null) return html`${lineEnd}${withLineEnds(before)}`;
  const button = html`<a href="${link}" style="${BUTTON}">${label}</a>`;
  return html`${lineEnd}${withLineEnds(before)}${button}${withLineEnds(after.join(''))}`;
}

/** An element, not a line end in the source: how a mail program treats those depends on a style that many drop. */
const LINE_END = html`<br />`;

const withLineEnds = (words: string): Html[] =>
  words.split('\n').map((line, index) => html`${index === 0 ? [] : [LINE_END]}${line}`);
