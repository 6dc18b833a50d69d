/** Small .xlsx files as other programs write them: each test gives only the parts that matter. */
import { deflateRawSync } from 'node:zlib';

export interface XlsxParts {
  /** What is in `<sheetData>`, by tab title. */
  readonly sheets: Readonly<Record<string, string>>;
  /** What follows `</sheetData>`, by tab title. */
  readonly after?: Readonly<Record<string, string>>;
  /** What follows `</sheets>` in the workbook's part. */
  readonly workbook?: string;
  /** Plain texts, or what is in `<si>`. */
  readonly sharedStrings?: readonly string[];
  /** Number formats, or the ids of built-in ones; cell style n + 1 has the n-th of them. */
  readonly numberFormats?: readonly (string | number)[];
  readonly is1904?: boolean;
}

/** A file's parts by their paths. */
export type PartTexts = Map<string, string | Buffer>;

export interface Packing {
  /** Compressed, as files of other programs are. */
  readonly isDeflated?: boolean;
  /** What each part says its size is; without it, the truth. */
  readonly claimedSize?: number;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

export const cell = (ref: string, inside: string, attributes = ''): string =>
  `<c r="${ref}" ${attributes}>${inside}</c>`;

export const row = (number: number, ...cells: string[]): string =>
  `<row r="${number}">${cells.join('')}</row>`;

function relationships(targets: readonly (readonly [string, string])[]): string {
  const entries = targets.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${RELATIONSHIPS}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${entries.join('')}</Relationships>`;
}

function styles(formats: readonly (string | number)[]): string {
  const ids = formats.map((code, index) => (typeof code === 'number' ? code : 164 + index));
  const codes = formats.map((code, index) =>
    typeof code === 'number' ? '' : `<numFmt numFmtId="${ids[index]}" formatCode="${code}"/>`,
  );
  const cells = ids.map((id) => `<xf numFmtId="${id}" applyNumberFormat="1"/>`);
  return `<styleSheet xmlns="${MAIN}"><numFmts>${codes.join('')}</numFmts><fonts><font/></fonts><fills><fill/></fills><borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs><cellXfs><xf/>${cells.join('')}</cellXfs></styleSheet>`;
}

export const xlsxFile = (parts: XlsxParts): Buffer => packParts(xlsxParts(parts));

export function xlsxParts(parts: XlsxParts): PartTexts {
  const { sheets, sharedStrings = [], numberFormats = [], is1904 = false } = parts;
  const { after = {}, workbook = '' } = parts;
  const titles = Object.keys(sheets);
  const entries = titles.map(
    (title, index) => `<sheet name="${title}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const files = new Map([
    [
      '[Content_Types].xml',
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    ],
    ['_rels/.rels', relationships([['officeDocument', 'xl/workbook.xml']])],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><workbookPr${is1904 ? ' date1904="1"' : ''}/><sheets>${entries.join('')}</sheets>${workbook}</workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relationships([
        ...titles.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const),
        ['sharedStrings', 'sharedStrings.xml'],
        ['styles', 'styles.xml'],
      ]),
    ],
    [
      'xl/sharedStrings.xml',
      `<sst xmlns="${MAIN}">${sharedStrings.map((text) => (text.startsWith('<') ? `<si>${text}</si>` : `<si><t>${text}</t></si>`)).join('')}</sst>`,
    ],
    ['xl/styles.xml', styles(numberFormats)],
  ]);
  titles.forEach((title, index) => {
    const data = `<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><sheetData>${sheets[title] ?? ''}</sheetData>${after[title] ?? ''}</worksheet>`;
    files.set(`xl/worksheets/sheet${index + 1}.xml`, data);
  });
  return new Map([...files].map(([path, text]) => [path, HEAD + text]));
}

export function packParts(files: PartTexts, packing: Packing = {}): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [path, text] of files) {
    const name = Buffer.from(path);
    const plain = Buffer.from(text as string); // a buffer is copied
    const data = packing.isDeflated ? deflateRawSync(plain) : plain;
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(packing.isDeflated ? 8 : 0, 4);
    common.writeUInt32LE(crc32(plain), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(packing.claimedSize ?? plain.length, 18);
    common.writeUInt16LE(name.length, 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    local.push(Buffer.from('PK\x03\x04', 'latin1'), common, name, data);
    central.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, tail, name);
    offset += 4 + common.length + name.length + data.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.size, 4);
  end.writeUInt16LE(files.size, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...local, directory, Buffer.from('PK\x05\x06', 'latin1'), end]);
}

function crc32(data: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of data) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return (sum ^ 0xffffffff) >>> 0;
}
