// Small files, each with one trait: opened, downloaded, and read by another library than the one that wrote them.
import { afterAll, beforeAll, describe, expect, it, test } from '@jest/globals';
import { read as readFile, utils, type CellObject, type WorkBook } from '@e965/xlsx';
import { startServer, type RunningServer } from '#test/support/start-server';
import { DATES } from './corpus/dates';
import { FORMULAS } from './corpus/formulas';
import { PACKAGES } from './corpus/packages';
import type { ExpectedCell, Specimen } from './corpus/specimen';
import { TABS } from './corpus/tabs';
import { VALUES } from './corpus/values';
import { WRITERS } from './corpus/writers';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const HEADERS = { authorization: 'Bearer local' };

const ALL: readonly Specimen[] = [
  ...VALUES,
  ...DATES,
  ...FORMULAS,
  ...TABS,
  ...PACKAGES,
  ...WRITERS,
];

let running: RunningServer;
beforeAll(async () => {
  running = await startServer();
});
afterAll(() => running.stop());

async function open(bytes: Buffer): Promise<string> {
  const response = await fetch(`${running.rootUrl}upload/drive/v3/files?uploadType=media`, {
    method: 'POST',
    headers: { ...HEADERS, 'content-type': XLSX },
    body: new Uint8Array(bytes),
  });
  expect(response.status).toBe(200);
  return ((await response.json()) as { id: string }).id;
}

async function download(id: string): Promise<WorkBook> {
  const url = `${running.rootUrl}drive/v3/files/${id}/export?mimeType=${encodeURIComponent(XLSX)}`;
  const response = await fetch(url, { headers: HEADERS });
  const bytes = new Uint8Array(await response.arrayBuffer());
  return readFile(bytes, { cellNF: true, cellFormula: true, xlfn: true, sheetStubs: false });
}

async function leftOut(id: string): Promise<Record<string, string[]>> {
  const response = await fetch(`${running.rootUrl}imports/${id}`, { headers: HEADERS });
  const answer = (await response.json()) as { leftOut: { kind: string; places: string[] }[] };
  return Object.fromEntries(answer.leftOut.map(({ kind, places }) => [kind, places]));
}

/** What another workbook makes of `=215*12`, made after the file was opened. */
async function product(): Promise<unknown> {
  const { data } = await running.sheets.spreadsheets.create();
  const spreadsheetId = data.spreadsheetId ?? '';
  await running.sheets.spreadsheets.values.update({
    spreadsheetId,
    range: 'A1',
    valueInputOption: 'USER_ENTERED',
    requestBody: { values: [['=215*12']] },
  });
  const answer = await running.sheets.spreadsheets.values.get({ spreadsheetId, range: 'A1' });
  await fetch(`${running.rootUrl}drive/v3/files/${spreadsheetId}`, {
    method: 'DELETE',
    headers: HEADERS,
  });
  return answer.data.values?.[0]?.[0];
}

function cellAt(book: WorkBook, place: string): CellObject | undefined {
  const split = place.lastIndexOf('!');
  const sheet = book.Sheets[place.slice(0, split)];
  expect(sheet).toBeDefined();
  return sheet?.[place.slice(split + 1)] as CellObject | undefined;
}

function expectCell(book: WorkBook, place: string, expected: Specimen['cells'][string]): void {
  const cell = cellAt(book, place);
  if (expected === null) {
    expect([place, cell?.v, cell?.f]).toEqual([place, undefined, undefined]);
    return;
  }
  const wanted: ExpectedCell = typeof expected === 'object' ? expected : { v: expected };
  expect([place, cell?.f]).toEqual([place, wanted.f]);
  expect([place, cell?.F]).toEqual([place, wanted.area]);
  if (wanted.v !== undefined) expect([place, cell?.v]).toEqual([place, wanted.v]);
  if (wanted.w !== undefined) expect([place, cell?.w]).toEqual([place, wanted.w]);
}

it('holds at least forty files, none twice', () => {
  expect(ALL.length).toBeGreaterThanOrEqual(40);
  expect(new Set(ALL.map(({ trait }) => trait)).size).toBe(ALL.length);
});

describe('a file with', () => {
  test.each(ALL.map((specimen) => [specimen.trait, specimen] as const))(
    '%s comes back as it was',
    async (_, specimen) => {
      const id = await open(specimen.bytes);
      const book = await download(id);
      for (const [place, expected] of Object.entries(specimen.cells)) {
        expectCell(book, place, expected);
      }
      if (specimen.tabs !== undefined) expect(book.SheetNames).toEqual(specimen.tabs);
      for (const name of book.SheetNames) {
        const merges = (book.Sheets[name]?.['!merges'] ?? []).map((range) =>
          utils.encode_range(range),
        );
        expect([name, merges]).toEqual([name, specimen.merges?.[name] ?? []]);
      }
      const names = (book.Workbook?.Names ?? []).filter(({ Name }) => !Name.startsWith('_xlnm'));
      expect(Object.fromEntries(names.map(({ Name, Ref }) => [Name, Ref]))).toEqual(
        specimen.names ?? {},
      );
      expect(await leftOut(id)).toEqual(specimen.leftOut ?? {});
      expect(await product()).toBe('2580');
    },
  );
});
