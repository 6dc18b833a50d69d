import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { startServer, type RunningServer } from '#test/support/start-server';

const ROWS = 150_000;
const CHUNK = 15_000;

let running: RunningServer;
beforeEach(async () => {
  running = await startServer();
});
afterEach(() => running.stop());

const rowOf = (index: number) => [
  `S${index % 60}`,
  `M${index % 300}`,
  '出席',
  46_000 + (index % 365),
  (index % 60) / 1440,
  index % 30,
  index % 7 === 0 ? '备注' : '',
];

it('serves 150000 rows of seven columns, all of them', async () => {
  const { data } = await running.sheets.spreadsheets.create({
    requestBody: {
      sheets: [
        { properties: { title: 'Attendance', gridProperties: { rowCount: ROWS, columnCount: 7 } } },
      ],
    },
  });
  const spreadsheetId = data.spreadsheetId ?? '';
  for (let start = 0; start < ROWS; start += CHUNK) {
    await running.sheets.spreadsheets.values.update({
      spreadsheetId,
      range: `Attendance!A${start + 1}`,
      valueInputOption: 'RAW',
      requestBody: { values: Array.from({ length: CHUNK }, (_, index) => rowOf(start + index)) },
    });
  }
  const read = await running.sheets.spreadsheets.values.get({
    spreadsheetId,
    range: 'Attendance',
    valueRenderOption: 'UNFORMATTED_VALUE',
  });
  expect(read.data.range).toBe('Attendance!A1:G150000');
  expect(read.data.values).toHaveLength(ROWS);
  expect(read.data.values?.[149_996]).toEqual([
    'S56',
    'M296',
    '出席',
    46_346,
    56 / 1440,
    26,
    '备注',
  ]);
  const place = await running.sheets.spreadsheets.values.append({
    spreadsheetId,
    range: 'Attendance',
    valueInputOption: 'RAW',
    requestBody: { values: [['last']] },
  });
  expect(place.data.updates?.updatedRange).toBe('Attendance!A150001');
});
