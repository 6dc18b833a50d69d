// The texts of a PDF that the browser printed, page by page. Reads what Chromium writes, not every PDF.
import { inflateSync } from 'node:zlib';

export interface PdfPage {
  /** In points. */
  readonly width: number;
  readonly height: number;
  readonly text: string;
}

export function pdfPages(pdf: Buffer): PdfPage[] {
  const objects = readObjects(pdf);
  const object = (id: string | undefined): string => objects.get(id ?? '') ?? '';
  return [...objects.values()]
    .filter((one) => /\/Type \/Page\b/.test(one))
    .map((page) => {
      const fonts = new Map(
        [...page.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id]) => {
          const [, map] = /\/ToUnicode (\d+) 0 R/.exec(object(id)) ?? [];
          return [name, readCharacters(streamOf(object(map)))];
        }),
      );
      const [, contents] = /\/Contents (\d+) 0 R/.exec(page) ?? [];
      const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(page) ?? [];
      const text = readText(streamOf(object(contents)), fonts);
      return { width: Number(width), height: Number(height), text };
    });
}

function readObjects(pdf: Buffer): Map<string, string> {
  const all = pdf.toString('latin1').matchAll(/\n(\d+) 0 obj\n([\s\S]*?)\nendobj/g);
  return new Map([...all].map(([, id = '', body = '']) => [id, body]));
}

function streamOf(object: string): string {
  const [, packed] = /stream\r?\n([\s\S]*)\nendstream/.exec(object) ?? [];
  return packed === undefined ? '' : inflateSync(Buffer.from(packed, 'latin1')).toString('latin1');
}

interface Characters {
  /** How many hexadecimal digits name one. */
  readonly digits: number;
  readonly byCode: ReadonlyMap<number, string>;
}

function readCharacters(map: string): Characters {
  const byCode = new Map<number, string>();
  const hex = (digits: string): number => Number.parseInt(digits, 16);
  const text = (units: string): string =>
    String.fromCharCode(...(units.match(/.{4}/g) ?? []).map(hex));
  const [, first = ''] = /begincodespacerange\s*<(\w+)>/.exec(map) ?? [];
  for (const [, lines = ''] of map.matchAll(/beginbfchar\s([\s\S]*?)endbfchar/g)) {
    for (const [, code = '', units = ''] of lines.matchAll(/<(\w+)> <(\w+)>/g)) {
      byCode.set(hex(code), text(units));
    }
  }
  for (const [, lines = ''] of map.matchAll(/beginbfrange\s([\s\S]*?)endbfrange/g)) {
    for (const [, from = '', to = '', units = ''] of lines.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g)) {
      for (let code = hex(from); code <= hex(to); code += 1) {
        byCode.set(code, String.fromCharCode(hex(units) + code - hex(from)));
      }
    }
  }
  return { digits: first.length, byCode };
}

/** Stretches of text, as they are drawn one after another; a line for each. */
function readText(content: string, fonts: ReadonlyMap<string, Characters>): string {
  let font: Characters = { digits: 4, byCode: new Map() };
  let text = '';
  for (const [, name, codes, ending] of content.matchAll(
    /\/(F\d+) [\d.]+ Tf|<(\w+)> Tj|\b(ET)\b/g,
  )) {
    if (name !== undefined) font = fonts.get(name) ?? font;
    else if (ending !== undefined) text += '\n';
    else {
      const each = codes?.match(new RegExp(`.{${font.digits}}`, 'g')) ?? [];
      text += each.map((code) => font.byCode.get(Number.parseInt(code, 16)) ?? '?').join('');
    }
  }
  return text;
}
