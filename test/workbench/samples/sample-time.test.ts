import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readSampleTime, writeSampleTime } from '#workbench/samples/sample-time';
import { startLocalSheets, type LocalSheets } from '#test/support/local-sheets';

let sheets: LocalSheets;
beforeAll(async () => {
  sheets = await startLocalSheets();
});
afterAll(() => sheets.close());

describe('the time a sample is set in', () => {
  test('is read back as the same instant', async () => {
    const id = await sheets.create();
    await writeSampleTime(sheets.client, id, '2026-11-23T09:00:00+08:00');
    expect((await readSampleTime(sheets.client, id))?.toISOString()).toBe(
      '2026-11-23T01:00:00.000Z',
    );
  });

  test('is none for a workbook of the present', async () => {
    expect(await readSampleTime(sheets.client, await sheets.create())).toBeNull();
  });
});
