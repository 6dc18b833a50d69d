// Files that are called .xlsx and are something else.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { utils, write, type BookType } from '@e965/xlsx';
import { packParts } from '#test/support/xlsx-file';
import { startServer, type RunningServer } from '#test/support/start-server';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

let running: RunningServer;
beforeAll(async () => {
  running = await startServer();
});
afterAll(() => running.stop());

function written(bookType: BookType): Buffer {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([['姓名', 1]]), 'S');
  return Buffer.from(write(book, { bookType, type: 'buffer' }) as Uint8Array);
}

/** The first sector of an OLE file, and a directory with one entry: what an encrypted workbook begins with. */
function oleFile(entry: string): Buffer {
  const head = Buffer.alloc(1024);
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(head);
  head.write(entry, 512, 'utf16le');
  return head;
}

const packed = (...paths: string[]): Buffer =>
  packParts(new Map(paths.map((path) => [path, '<x/>'])));

const workbook = written('xlsx');

describe('a file that is called .xlsx and is', () => {
  test.each([
    ['an .xls', written('biff8'), 'oldExcel'],
    ['an older .xls', written('biff5'), 'oldExcel'],
    ['protected with a password', oleFile('EncryptedPackage'), 'passwordProtected'],
    ['a Word document of old', oleFile('WordDocument'), 'otherOffice'],
    ['a Word document', packed('[Content_Types].xml', 'word/document.xml'), 'otherOffice'],
    ['an .xlsb', written('xlsb'), 'binaryExcel'],
    ['an .ods', written('ods'), 'openDocument'],
    ['a Numbers document', packed('Index/Document.iwa'), 'appleNumbers'],
    ['XML of 2003', written('xlml'), 'excelXml'],
    ['a web page', written('html'), 'webPage'],
    [
      'a web page of another program',
      Buffer.from('<meta charset=utf-8><table><tr><td>1'),
      'webPage',
    ],
    ['a CSV', Buffer.from('姓名,单位\n周敏,机关\n'), 'plainText'],
    ['a CSV in GB 18030', Buffer.from([0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0x31, 0x0a]), 'plainText'],
    ['a CSV in UTF-16', Buffer.from('\uFEFF姓名\t单位\n', 'utf16le'), 'plainText'],
    ['a PDF', Buffer.from('%PDF-1.7\n\x00\x01'), 'pdf'],
    ['cut off', workbook.subarray(0, workbook.length / 2), 'damaged'],
    ['empty', Buffer.alloc(0), 'emptyFile'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]), 'unknown'],
    ['a ZIP of something else', packed('notes.txt'), 'unknown'],
  ])('%s is refused as what it is', async (_, bytes, reason) => {
    const response = await fetch(`${running.rootUrl}upload/drive/v3/files?uploadType=media`, {
      method: 'POST',
      headers: { authorization: 'Bearer local', 'content-type': XLSX },
      body: new Uint8Array(bytes),
    });
    const { error } = (await response.json()) as {
      error: { message: string; errors: { reason: string }[] };
    };
    expect([response.status, error.errors[0]?.reason]).toEqual([400, reason]);
    expect(error.message).toMatch(/^The file is no workbook that can be read: it .+\.$/);
    expect(running.server.list()).toEqual([]);
  });
});
