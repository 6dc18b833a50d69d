// What an administrator says about one more workbook: on the command line, or as a row of a list.
import { parse, type Options } from 'csv-parse/sync';
import * as z from 'zod';

export interface District {
  /** Title of the workbook. It also identifies it: the same name again goes on with the same workbook. */
  readonly name: string;
  /** Addresses of the clerks, in small letters. */
  readonly clerks: readonly string[];
  /** Id of a spreadsheet to take; null: one is made. */
  readonly from: string | null;
  /** Id of last year's workbook, of which a copy is made; null: none is. */
  readonly copyOf: string | null;
  readonly district: string | null;
  readonly region: string | null;
  readonly contact: string | null;
  /** The OAuth client of the workbook's script; null: the only one that the deployment accepts. */
  readonly clientId: string | null;
}

const SPREADSHEET_ID = /^[A-Za-z0-9_-]{20,100}$/;
const Email = z.email();

/** Headings of a list, as they may be written. */
const HEADINGS = {
  name: ['name', '名称', '名稱'],
  clerks: ['clerks', '经办人', '經辦人'],
  from: ['from', '工作簿', '活頁簿'],
  copyOf: ['copy-of', '复制自', '複製自'],
  district: ['district', '区县', '區縣'],
  region: ['region', '地区', '地區'],
  contact: ['contact', '联系人', '聯絡人'],
  clientId: ['client-id', '客户端编号', '用戶端編號'],
} as const;
type Field = keyof typeof HEADINGS;
export const FIELDS = Object.keys(HEADINGS) as Field[]; // the keys of the object above

export type DistrictWords = Readonly<Partial<Record<Field, string | undefined>>>;

/** Throws an error that names what is wrong. */
export function readDistrict(words: DistrictWords): District {
  const wordOf = (field: Field): string | null => words[field]?.trim() || null;
  const name = wordOf('name');
  if (name === null) throw new Error('The name is missing (--name).');
  const clerks = (wordOf('clerks') ?? '')
    .split(/[,;，；、\s]+/)
    .filter((part) => part !== '')
    .map((part) => part.toLowerCase());
  const wrong = clerks.find((clerk) => !Email.safeParse(clerk).success);
  if (wrong !== undefined) throw new Error(`${name}: "${wrong}" is no address of a clerk.`);
  if (clerks.length === 0) throw new Error(`${name}: nobody is named as a clerk (--clerks).`);
  const [from, copyOf] = [readId(name, wordOf('from')), readId(name, wordOf('copyOf'))];
  if (from !== null && copyOf !== null)
    throw new Error(`${name}: --from takes a spreadsheet and --copy-of copies one. Leave one out.`);
  return {
    name,
    clerks: [...new Set(clerks)],
    from,
    copyOf,
    district: wordOf('district'),
    region: wordOf('region'),
    contact: wordOf('contact'),
    clientId: wordOf('clientId'),
  };
}

/** An id, or the address of a spreadsheet that has it. */
function readId(name: string, text: string | null): string | null {
  if (text === null) return null;
  const id = /\/spreadsheets\/d\/([^/?#]+)/.exec(text)?.[1] ?? text;
  if (!SPREADSHEET_ID.test(id)) throw new Error(`${name}: "${text}" is no id of a spreadsheet.`);
  return id;
}

/** A list as CSV, with headings in Chinese or English in any order. Throws an error that names the row. */
export function readDistricts(csv: string): District[] {
  const options: Options = { bom: true, trim: true, skip_empty_lines: true };
  const [head, ...rows] = parse(csv, options);
  const fields = (head ?? []).map((heading) => {
    const field = FIELDS.find((one) =>
      HEADINGS[one].some((word) => word === heading.toLowerCase()),
    );
    if (field === undefined)
      throw new Error(
        `The list has a heading "${heading}" that means nothing here. Known: ${known()}.`,
      );
    return field;
  });
  if (rows.length === 0) throw new Error('The list has no rows below its headings.');
  const districts = rows.map((row, index) => {
    try {
      return readDistrict(Object.fromEntries(fields.map((field, at) => [field, row[at]])));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(`Row ${index + 2} of the list: ${reason}`, { cause: error });
    }
  });
  const twice = districts.find(
    ({ name }, at) => districts.findIndex((one) => one.name === name) < at,
  );
  if (twice !== undefined) throw new Error(`The list has "${twice.name}" twice.`);
  return districts;
}

const known = (): string =>
  Object.values(HEADINGS)
    .map(([english, chinese]) => `${english} (${chinese})`)
    .join(', ');
