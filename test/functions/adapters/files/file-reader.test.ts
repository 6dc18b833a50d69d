// Files as programs in offices write them: encodings, separators, spreadsheets, and what is refused.
import { describe, expect, test } from '@jest/globals';
import { utils, write, type BookType, type WorkBook } from '@e965/xlsx';
import { rowsOf } from '#core/workbook/cell-grid';
import type { Cell } from '#core/workbook/table';
import { fileReader } from '#functions/adapters/files/file-reader';
import { sheetsOf } from '#functions/adapters/files/read-spreadsheet';

const reader = fileReader();

async function read(bytes: Uint8Array, name = '名单'): Promise<Cell[][][]> {
  const sheets = await reader.read({ name, bytes });
  return sheets.map(({ cells }) => rowsOf(cells));
}

/** `姓名,单位` and `张伟,区住建局` in GB18030. */
const GB18030 = Buffer.from('d0d5c3fb2cb5a5cebb0d0ad5c5ceb02cc7f8d7a1bda8bed60d0a', 'hex');
const TEXT = '姓名,单位\r\n张伟,区住建局\r\n';
const ROWS = [
  ['姓名', '单位'],
  ['张伟', '区住建局'],
];

describe('a text file', () => {
  test.each<[string, Uint8Array]>([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with a byte-order mark', Buffer.from(`\uFEFF${TEXT}`)],
    ['GB18030', GB18030],
    ['UTF-16 of Excel', Buffer.from(`\uFEFF${TEXT.replaceAll(',', '\t')}`, 'utf16le')],
  ])('in %s', async (_, bytes) => {
    expect(await read(bytes)).toEqual([ROWS]);
  });

  test.each([
    [',', '姓名,单位\n张伟,区住建局'],
    [';', '姓名;单位\n张伟;区住建局'],
    ['tab', '姓名\t单位\n张伟\t区住建局'],
  ])('with cells separated by %s', async (_, text) => {
    expect(await read(Buffer.from(text))).toEqual([ROWS]);
  });

  test('whose title has a comma, and whose cells have separators and line ends in quotation marks', async () => {
    const text = '名单，云溪区, 2026年\n姓名;职务\n张伟;"局长; 党组书记\n二级调研员"\n';
    expect(await read(Buffer.from(text))).toEqual([
      [['名单，云溪区, 2026年'], ['姓名', '职务'], ['张伟', '局长; 党组书记\n二级调研员']],
    ]);
  });

  test('keeps numbers as they are written, and blank lines in their place', async () => {
    expect(await read(Buffer.from('编号,电话\n\n="0012",13900000001'))).toEqual([
      [['编号', '电话'], [''], ['0012', '13900000001']],
    ]);
  });

  test('is a list of one column without any separator', async () => {
    expect(await read(Buffer.from('周文远\n张伟'))).toEqual([[['周文远'], ['张伟']]]);
  });

  test.each<[string, Uint8Array]>([
    ['bytes of no text', Uint8Array.from([0x81, 0x20, 0xff, 0xff])],
    ['bytes of another program', Uint8Array.from([0x25, 0x50, 0, 0x44])],
    ['a quotation mark that is never closed', Buffer.from('a,"b')],
  ])('is refused: %s', async (_, bytes) => {
    await expect(read(bytes)).rejects.toMatchObject({ refusal: 'fileUnreadable' });
  });
});

function aBook(rows: readonly (readonly unknown[])[]): WorkBook {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows as unknown[][]), '名单');
  return book;
}

const saved = (book: WorkBook, bookType: BookType = 'xlsx'): Uint8Array =>
  new Uint8Array(write(book, { bookType, type: 'array' }) as ArrayBuffer); // what the type `array` gives

describe('a spreadsheet', () => {
  test.each<BookType>(['xlsx', 'biff8'])('in the format %s', async (bookType) => {
    const rows = [
      ['姓名', '电话', '通知'],
      ['张伟', 13900000001, true],
    ];
    expect(await read(saved(aBook(rows), bookType))).toEqual([rows]);
  });

  test('gives days as serial numbers, also when the file counts from 1904', async () => {
    for (const date1904 of [false, true]) {
      const book = aBook([[date1904 ? 46082 - 1462 : 46082, 12]]);
      const sheet = book.Sheets['名单'];
      if (sheet) sheet['A1'] = { ...(sheet['A1'] as object), z: 'yyyy-mm-dd' };
      book.Workbook = { WBProps: { date1904 } };
      expect(await read(saved(book))).toEqual([[[46082, 12]]]);
    }
  });

  test('fills cells that are merged downwards, and leaves out hidden sheets', async () => {
    const book = aBook([
      ['名单', ''],
      ['区委', '周文远'],
      ['', '赵敏'],
    ]);
    const sheet = book.Sheets['名单'];
    if (sheet)
      sheet['!merges'] = [
        { s: { r: 0, c: 0 }, e: { r: 0, c: 1 } },
        { s: { r: 1, c: 0 }, e: { r: 2, c: 0 } },
      ];
    utils.book_append_sheet(book, utils.aoa_to_sheet([['旧']]), '旧');
    book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
    expect(await read(saved(book))).toEqual([[['名单'], ['区委', '周文远'], ['区委', '赵敏']]]);
  });

  test('looks only at cells that are there, whatever size the sheet claims', () => {
    const sheet = { '!ref': 'A1:XFD1048576', '!data': [[{ t: 's' as const, v: '张伟' }]] };
    const book = { SheetNames: ['名单'], Sheets: { 名单: sheet } };
    expect(sheetsOf(book, () => false).map(({ cells }) => rowsOf(cells))).toEqual([[['张伟']]]);
  });

  test.each([
    ['A50000', false],
    ['A50001', true],
    ['SF1', false],
    ['SG1', true],
  ])('with something in the cell %s is refused: %s', async (cell, isRefused) => {
    const book = aBook([]);
    book.Sheets['名单'] = { '!ref': cell, [cell]: { t: 's', v: '张伟' } };
    const found = await read(saved(book)).then(
      () => null,
      (error: unknown) => error,
    );
    if (isRefused) expect(found).toMatchObject({ refusal: 'cellTooFar', facts: { cell } });
    else expect(found).toBeNull();
  });

  test('is refused when it is broken', async () => {
    const bytes = saved(aBook([['张伟']]));
    await expect(read(bytes.slice(0, bytes.length - 40))).rejects.toMatchObject({
      refusal: 'fileUnreadable',
    });
  });
});

describe('a file that is too large', () => {
  test('is refused beyond 2 MB, and not at 2 MB', async () => {
    const two = 2 * 1024 * 1024;
    await expect(read(Buffer.alloc(two + 1, 'a'))).rejects.toMatchObject({
      refusal: 'fileTooLarge',
      facts: { name: '名单', megabytes: 2 },
    });
    expect(await read(Buffer.alloc(two, 'a'))).toHaveLength(1);
  });

  test('is refused when it would unpack to more than 64 MB', async () => {
    const bytes = saved(aBook([['张伟']]));
    const view = new DataView(bytes.buffer);
    const entry = bytes.findLastIndex(
      (_, at) => at + 4 <= bytes.length && view.getUint32(at, true) === 0x02014b50,
    );
    view.setUint32(entry + 24, 65 * 1024 * 1024, true);
    await expect(read(bytes)).rejects.toMatchObject({ refusal: 'fileTooLarge' });
  });
});
