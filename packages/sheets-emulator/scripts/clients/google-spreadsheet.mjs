/** What people do with google-spreadsheet, step by step; each scenario says what it expects. */
import assert from 'node:assert/strict';
import { routeToEmulator } from './route-to-emulator.mjs';

const area = (startRowIndex, endRowIndex, startColumnIndex, endColumnIndex) => ({
  startRowIndex,
  endRowIndex,
  startColumnIndex,
  endColumnIndex,
});

const texts = async (sheet, range) => (await sheet.getCellsInRange(range)) ?? [];

const scenarios = {
  async 'rows are added, read, changed, deleted'({ sheet }) {
    await sheet.setHeaderRow(['Name', 'Hours']);
    await sheet.addRows([{ Name: 'Zhao', Hours: 2 }, ['Qian', 3], { Name: 'Sun', Hours: '=1+1' }]);
    const rows = await sheet.getRows();
    assert.deepEqual(
      rows.map((row) => row.toObject()),
      [
        { Name: 'Zhao', Hours: '2' },
        { Name: 'Qian', Hours: '3' },
        { Name: 'Sun', Hours: '2' },
      ],
    );
    rows[0].set('Hours', 4);
    await rows[0].save();
    await rows[1].delete();
    assert.deepEqual(await texts(sheet, 'A1:B4'), [
      ['Name', 'Hours'],
      ['Zhao', '4'],
      ['Sun', '2'],
    ]);
    await sheet.clearRows();
    assert.deepEqual(await texts(sheet, 'A1:B4'), [['Name', 'Hours']]);
  },

  async 'cells are loaded and saved with values, formulas, formats and notes'({ sheet }) {
    await sheet.loadCells('A1:C3');
    const [a1, b1, c1] = ['A1', 'B1', 'C1'].map((name) => sheet.getCellByA1(name));
    a1.value = 5.5551;
    b1.value = 6.667;
    c1.formula = '=A1+B1';
    a1.note = 'a note';
    a1.textFormat = { bold: true };
    b1.numberFormat = { type: 'NUMBER', pattern: '0.0' };
    await sheet.saveUpdatedCells();
    await sheet.loadCells('A1:C3');
    assert.equal(c1.value, 12.222100000000001);
    assert.equal(c1.formattedValue, '12.2221');
    assert.equal(b1.formattedValue, '6.7');
    assert.equal(a1.note, 'a note');
    assert.equal(a1.textFormat.bold, true);
    c1.formula = '=A1/0';
    await sheet.saveUpdatedCells();
    assert.equal(c1.errorValue.type, 'DIVIDE_BY_ZERO');
  },

  // The client sends null among the requests for a cell that has not changed.
  async 'changed and unchanged cells are saved together'({ sheet }) {
    await sheet.loadCells('A1:B1');
    const cells = ['A1', 'B1'].map((name) => sheet.getCellByA1(name));
    cells[0].value = 'x';
    await sheet.saveCells(cells);
    assert.deepEqual(await texts(sheet, 'A1:B1'), [['x']]);
  },

  async 'ranges are filled, inserted, shuffled, moved'({ sheet }) {
    await sheet.pasteData({ rowIndex: 0, columnIndex: 0 }, '1,a\n2,b', ',');
    await sheet.autoFill({ source: area(0, 2, 0, 2), dimension: 'ROWS', fillLength: 2 });
    assert.deepEqual(await texts(sheet, 'A1:B4'), [
      ['1', 'a'],
      ['2', 'b'],
      ['3', 'a'],
      ['4', 'b'],
    ]);
    await sheet.autoFill(area(0, 6, 0, 1));
    assert.deepEqual(await texts(sheet, 'A5:A6'), [['5'], ['6']]);
    await sheet.insertRange(area(0, 1, 0, 1), 'ROWS');
    assert.deepEqual(await texts(sheet, 'A1:B2'), [
      ['', 'a'],
      ['1', 'b'],
    ]);
    await sheet.deleteRange(area(0, 1, 0, 1), 'ROWS');
    await sheet.randomizeRange(area(0, 4, 0, 2));
    const shuffled = await texts(sheet, 'A1:B4');
    const sorted = [...shuffled].sort((left, right) => left[0] - right[0]);
    assert.deepEqual(sorted, [
      ['1', 'a'],
      ['2', 'b'],
      ['3', 'a'],
      ['4', 'b'],
    ]);
    await sheet.sortRange(area(0, 4, 0, 2), [{ dimensionIndex: 0, sortOrder: 'ASCENDING' }]);
    await sheet.cutPaste(area(0, 1, 0, 2), { rowIndex: 9, columnIndex: 0 });
    await sheet.copyPaste(area(9, 10, 0, 2), area(10, 12, 0, 2));
    assert.deepEqual(await texts(sheet, 'A10:B12'), [
      ['1', 'a'],
      ['1', 'a'],
      ['1', 'a'],
    ]);
    await sheet.pasteData({ rowIndex: 20, columnIndex: 0 }, '50%', ',', 'PASTE_VALUES');
    assert.deepEqual(await texts(sheet, 'A21'), [['0.5']]);
  },

  async 'text is tidied'({ sheet }) {
    await sheet.pasteData({ rowIndex: 0, columnIndex: 0 }, ' a  b ;a b;c', ';');
    await sheet.trimWhitespace(area(0, 1, 0, 3));
    await sheet.findReplace('c', 'd', {}, area(0, 1, 0, 3));
    assert.deepEqual(await texts(sheet, 'A1:C1'), [['a b', 'a b', 'd']]);
    await sheet.textToColumns(area(0, 1, 0, 1), 'SPACE');
    assert.deepEqual(await texts(sheet, 'A1:B1'), [['a', 'b']]);
  },

  async 'rows and columns come, go and change'({ sheet }) {
    await sheet.resize({ rowCount: 20, columnCount: 6 });
    await sheet.insertDimension('ROWS', { startIndex: 0, endIndex: 2 }, false);
    await sheet.appendDimension('COLUMNS', 2);
    await sheet.moveDimension('ROWS', { startIndex: 0, endIndex: 1 }, 3);
    await sheet.updateDimensionProperties(
      'COLUMNS',
      { pixelSize: 50 },
      { startIndex: 0, endIndex: 1 },
    );
    await sheet.deleteDimension('ROWS', { startIndex: 0, endIndex: 1 });
    assert.deepEqual([sheet.rowCount, sheet.columnCount], [21, 8]);
  },

  async 'formats, rules, filters and protection are set'({ sheet }) {
    await sheet.mergeCells({ ...area(0, 1, 0, 2), sheetId: sheet.sheetId });
    await sheet.unmergeCells({ ...area(0, 1, 0, 2), sheetId: sheet.sheetId });
    await sheet.setDataValidation(area(0, 2, 0, 1), {
      condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'yes' }] },
    });
    await sheet.setBasicFilter({ range: { ...area(0, 5, 0, 3), sheetId: sheet.sheetId } });
    await sheet.clearBasicFilter();
    await sheet.addProtectedRange({ range: area(0, 1, 0, 1), warningOnly: true });
    await sheet.createDeveloperMetadata({
      metadataKey: 'key',
      metadataValue: 'value',
      location: { sheetId: sheet.sheetId },
      visibility: 'DOCUMENT',
    });
  },

  async 'tabs are added, renamed, copied, deleted'({ doc, sheet }) {
    await sheet.updateProperties({ title: 'Renamed', tabColor: { red: 1 } });
    const copy = await sheet.duplicate({ title: 'Copy' });
    assert.equal(doc.sheetsByTitle.Copy.title, 'Copy');
    await copy.delete();
    assert.equal(doc.sheetsByTitle.Copy, undefined);
  },

  async 'files are shared, downloaded and deleted'({ doc, sheet }) {
    await sheet.setHeaderRow(['a', 'b']);
    await doc.share('clerk@example.org', { role: 'reader' });
    await doc.setPublicAccessLevel('reader');
    const permissions = await doc.listPermissions();
    assert.deepEqual(permissions.map(({ role }) => role).sort(), ['owner', 'reader', 'reader']);
    await doc.setPublicAccessLevel(false);
    assert.equal((await doc.listPermissions()).length, 2);
    await doc.delete();
    await assert.rejects(doc.loadInfo());
  },

  async 'an API key reads what is public and nothing else'({ doc, clientWith }) {
    const byKey = clientWith({ apiKey: 'any' });
    await assert.rejects(byKey.loadInfo(), /403/);
    await doc.setPublicAccessLevel('writer');
    await byKey.loadInfo();
    await assert.rejects(byKey.addSheet({ title: 'no' }), /401/);
  },

  async 'a person sees what is shared with them'({ doc, clientWith }) {
    const clerk = clientWith({ token: 'clerk@example.org' });
    await assert.rejects(clerk.loadInfo(), /403/);
    await doc.share('clerk@example.org', { role: 'reader' });
    await clerk.loadInfo();
    await assert.rejects(clerk.addSheet({ title: 'no' }), /403/);
  },
};

export async function runScenarios(rootUrl, { GoogleSpreadsheet }) {
  routeToEmulator(rootUrl);
  let failed = 0;
  for (const [name, scenario] of Object.entries(scenarios)) {
    try {
      const retries = { retryConfig: 0 };
      const doc = await GoogleSpreadsheet.createNewSpreadsheetDocument(
        { token: 'local' },
        { title: name },
      );
      await doc.loadInfo();
      const clientWith = (auth) => new GoogleSpreadsheet(doc.spreadsheetId, auth, retries);
      await scenario({ doc, sheet: await doc.addSheet({ title: 'Work' }), clientWith });
      console.log(`  ok      ${name}`);
    } catch (error) {
      failed++;
      console.log(`  FAILED  ${name}: ${error.message}`);
    }
  }
  console.log(`  ${Object.keys(scenarios).length - failed} passed, ${failed} failed`);
  return failed === 0;
}
