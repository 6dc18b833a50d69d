import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTarget, type Target } from './support/target';
import { refusal, Workbook } from './support/workbook';
import { range } from '../support/grid-range';

let target: Target;
beforeAll(async () => {
  target = await openTarget();
});
afterAll(() => target.close());

describe('protected ranges', () => {
  it('come back with an id, the creator among the editors, and editable for the caller', async () => {
    const book = await Workbook.create(target);
    const [reply] = await book.batch({
      addProtectedRange: {
        protectedRange: {
          range: { sheetId: 0, endRowIndex: 1 },
          description: 'head',
          warningOnly: false,
          editors: { users: [], groups: [] },
        },
      },
    });
    const stored = reply?.addProtectedRange?.protectedRange;
    expect(stored).toMatchObject({ description: 'head', requestingUserCanEdit: true });
    expect(stored?.editors?.users).toHaveLength(1);
    // What is off or empty is left out.
    expect(Object.keys(stored ?? {}).toSorted()).toEqual([
      'description',
      'editors',
      'protectedRangeId',
      'range',
      'requestingUserCanEdit',
    ]);
    expect(Object.keys(stored?.editors ?? {})).toEqual(['users']);
    const id = stored?.protectedRangeId ?? 0;
    await book.batch({
      updateProtectedRange: {
        protectedRange: { protectedRangeId: id, description: 'top' },
        fields: 'description',
      },
    });
    expect((await book.sheet('protectedRanges.description')).protectedRanges).toEqual([
      { description: 'top' },
    ]);
    await book.batch({ deleteProtectedRange: { protectedRangeId: id } });
    expect((await book.sheet('protectedRanges')).protectedRanges).toBeUndefined();
  });
});

describe('conditional formats', () => {
  it('are kept in order, changed by index and deleted with a reply', async () => {
    const book = await Workbook.create(target);
    const rule = (value: string) => ({
      ranges: [range(0, 5, 0, 1)],
      booleanRule: {
        condition: { type: 'TEXT_EQ', values: [{ userEnteredValue: value }] },
        format: { textFormat: { bold: true } },
      },
    });
    const values = async () =>
      ((await book.sheet('conditionalFormats')).conditionalFormats ?? []).map(
        (one) => one.booleanRule?.condition?.values?.[0]?.userEnteredValue,
      );
    await book.batch(
      { addConditionalFormatRule: { rule: rule('a'), index: 0 } },
      { addConditionalFormatRule: { rule: rule('b'), index: 0 } },
    );
    expect(await values()).toEqual(['b', 'a']);
    const [moved] = await book.batch({
      updateConditionalFormatRule: { sheetId: 0, index: 0, newIndex: 1 },
    });
    expect(moved?.updateConditionalFormatRule).toMatchObject({ oldIndex: 0, newIndex: 1 });
    expect(await values()).toEqual(['a', 'b']);
    const [deleted] = await book.batch({ deleteConditionalFormatRule: { sheetId: 0, index: 0 } });
    expect(deleted?.deleteConditionalFormatRule?.rule?.booleanRule?.condition?.values).toEqual([
      { userEnteredValue: 'a' },
    ]);
    expect(await values()).toEqual(['b']);
  });
});

describe('named ranges', () => {
  it('are read by name, moved, and deleted by id', async () => {
    const book = await Workbook.create(target);
    await book.write('A1', [['a'], ['b']]);
    const [reply] = await book.batch({
      addNamedRange: { namedRange: { name: 'Names', range: range(0, 1, 0, 1) } },
    });
    const namedRangeId = reply?.addNamedRange?.namedRange?.namedRangeId ?? '';
    expect(await book.read('Names')).toMatchObject({ range: 'Sheet1!A1', values: [['a']] });
    await book.batch({
      updateNamedRange: { namedRange: { namedRangeId, range: range(1, 2, 0, 1) }, fields: 'range' },
    });
    expect(await book.shown('Names')).toEqual([['b']]);
    expect(
      (
        await refusal(
          book.batch({
            addNamedRange: { namedRange: { name: 'Names', range: range(0, 1, 0, 1) } },
          }),
        )
      ).message,
    ).toBe(
      'Invalid requests[0].addNamedRange: Cannot add named range with name Names, a named range with that name already exists.',
    );
    await book.batch({ deleteNamedRange: { namedRangeId } });
    expect((await refusal(book.read('Names'))).message).toBe('Unable to parse range: Names');
  });
});

describe('charts and banding', () => {
  it('are kept and returned as they were sent', async () => {
    const book = await Workbook.create(target);
    const spec = (title: string) => ({
      title,
      basicChart: {
        chartType: 'COLUMN',
        domains: [{ domain: { sourceRange: { sources: [range(0, 3, 0, 1)] } } }],
        series: [{ series: { sourceRange: { sources: [range(0, 3, 1, 2)] } } }],
      },
    });
    const [added] = await book.batch({
      addChart: {
        chart: {
          spec: spec('Rates'),
          position: {
            overlayPosition: { anchorCell: { sheetId: 0, rowIndex: 1, columnIndex: 4 } },
          },
        },
      },
    });
    const chartId = added?.addChart?.chart?.chartId ?? 0;
    await book.batch({ updateChartSpec: { chartId, spec: spec('Rates to date') } });
    expect((await book.sheet('charts(chartId,spec.title)')).charts).toEqual([
      { chartId, spec: { title: 'Rates to date' } },
    ]);
    await book.batch({ deleteEmbeddedObject: { objectId: chartId } });
    expect((await book.sheet('charts')).charts).toBeUndefined();
  });

  it('refuses a second banding on the same cells', async () => {
    const book = await Workbook.create(target);
    const bandedRange = {
      range: range(0, 5, 0, 3),
      rowProperties: { firstBandColor: { red: 1 }, secondBandColor: { green: 1 } },
    };
    await book.batch({ addBanding: { bandedRange } });
    expect((await refusal(book.batch({ addBanding: { bandedRange } }))).status).toBe(400);
  });
});
