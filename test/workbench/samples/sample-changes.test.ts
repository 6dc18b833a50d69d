import { describe, expect, it } from '@jest/globals';
import { dayToSerial, toDay } from '#core/calendar/day';
import { LANGUAGES } from '#core/text/language';
import { parseTable } from '#core/workbook/read/parse-table';
import { readSettings } from '#core/model/read-settings';
import type { Tab } from '#core/workbook/tab';
import type { TabKey } from '#core/workbook/tab-keys';
import { TABS } from '#core/workbook/tabs/index';
import { deliberateMistakes } from '#workbench/samples/deliberate-mistakes';
import { districtSample } from '#workbench/samples/district';
import { emptySample } from '#workbench/samples/empty';
import { sampleChanges } from '#workbench/samples/sample-changes';
import type { Sample } from '#workbench/samples/sample';
import { NEXT_SESSION } from '#workbench/samples/sessions';
import { positionOf, setUpSnapshot, tableAfter } from './set-up-snapshot';
import { rowsIn, withRows } from '#test/support/builders/tables';

const keysOf = (sample: Sample): TabKey[] => Object.keys(sample) as TabKey[];

describe('sampleChanges', () => {
  it.each(LANGUAGES)(
    'writes rows without a wrong cell when no mistake is asked for (%s)',
    (language) => {
      const snapshot = setUpSnapshot(language);
      const sample = districtSample();
      const changes = sampleChanges(sample, snapshot, language, []);
      for (const key of keysOf(sample)) {
        const tab: Tab = TABS[key];
        const { entries, findings } = parseTable(tab, tableAfter(snapshot, changes, key));
        expect(findings).toEqual([]);
        expect(entries).toHaveLength(sample[key]?.length ?? 0);
      }
    },
  );

  it('writes the settings in the language asked for', () => {
    const snapshot = setUpSnapshot('en');
    const changes = sampleChanges(districtSample(), snapshot, 'en', []);
    const { settings, findings } = readSettings(tableAfter(snapshot, changes, 'settings'));
    expect(findings).toEqual([]);
    expect(settings).toMatchObject({
      programme: 'Yunxi district study programme',
      language: 'en',
      year: 2026,
      attendanceTarget: 0.9,
      replyTo: 'clerk@example.org',
    });
  });

  it('writes days and money as numbers, statuses as the words of the language', () => {
    const snapshot = setUpSnapshot('zh-TW');
    const changes = sampleChanges(districtSample(), snapshot, 'zh-TW', []);
    const schedule = tableAfter(snapshot, changes, 'schedule');
    expect(rowsIn(schedule)[11]?.[positionOf('schedule', 'date')]).toBe(
      dayToSerial(toDay('2026-11-27')),
    );
    const attendance = tableAfter(snapshot, changes, 'attendance');
    expect(
      new Set(
        rowsIn(attendance)
          .slice(1)
          .map((row) => row[positionOf('attendance', 'status')]),
      ),
    ).toContain('遲到');
    const expenses = tableAfter(snapshot, changes, 'expenses');
    expect(rowsIn(expenses)[8]?.[positionOf('expenses', 'gross')]).toBe(5357.14);
  });

  it('finds the columns by their headings', () => {
    const snapshot = setUpSnapshot('zh-CN');
    const roster = snapshot.tables.roster;
    const moved = withRows(roster!, [['我的备注', ...(rowsIn(roster)[0] ?? [])]]);
    const tables = { ...snapshot.tables, roster: moved };
    const changes = sampleChanges(
      { roster: districtSample().roster ?? [] },
      { ...snapshot, tables },
      'zh-CN',
      [],
    );
    const [change] = changes;
    expect(change?.kind === 'writeCells' && change.rows[0]?.slice(0, 3)).toEqual([
      undefined,
      'M001',
      '贺知行',
    ]);
  });

  it('makes a tab that is too short longer first', () => {
    const changes = sampleChanges(districtSample(), setUpSnapshot('zh-CN', 100), 'zh-CN');
    const attendance = setUpSnapshot('zh-CN').tables.attendance?.sheetId;
    expect(changes.filter((change) => change.kind === 'growTab')).toContainEqual({
      kind: 'growTab',
      sheetId: attendance,
      rowCount: 100,
      addRows: 980, // 1 header row and 1,079 marks in 100 rows
      addColumns: 0,
    });
  });
});

describe('deliberateMistakes', () => {
  const snapshot = setUpSnapshot('zh-CN');
  const clean = sampleChanges(districtSample(), snapshot, 'zh-CN', []);
  const wrong = sampleChanges(districtSample(), snapshot, 'zh-CN');

  it.each(deliberateMistakes.map((mistake) => [mistake.rule, mistake.row, mistake] as const))(
    '%s changes the cells of %s and no others',
    (_rule, _row, mistake) => {
      const alone = sampleChanges(districtSample(), snapshot, 'zh-CN', [mistake]);
      const before = rowsIn(tableAfter(snapshot, clean, mistake.tab));
      const after = rowsIn(tableAfter(snapshot, alone, mistake.tab));
      const changed = after.flatMap((row, index) =>
        row.flatMap((cell, column) => (cell === before[index]?.[column] ? [] : [[column, cell]])),
      );
      const typed = { ...mistake.also, [mistake.column]: mistake.cell };
      const expected = Object.entries(typed).map(([column, cell]) => [
        positionOf(mistake.tab, column),
        cell,
      ]);
      expect(changed).toEqual(expected.sort(([a], [b]) => Number(a) - Number(b)));
    },
  );

  it('are twelve and spare the next session', () => {
    expect(deliberateMistakes).toHaveLength(12);
    expect(deliberateMistakes.filter((mistake) => mistake.row.startsWith(NEXT_SESSION))).toEqual(
      [],
    );
    const leave = rowsIn(tableAfter(snapshot, wrong, 'leave')).filter(
      (row) => row[1] === NEXT_SESSION,
    );
    const cleanLeave = rowsIn(tableAfter(snapshot, clean, 'leave')).filter(
      (row) => row[1] === NEXT_SESSION,
    );
    expect(leave).toEqual(cleanLeave);
    expect(leave).toHaveLength(3);
  });

  it('do not apply to a sample without their rows', () => {
    const empty = setUpSnapshot('en');
    expect(sampleChanges(emptySample(), empty, 'en')).toEqual(
      sampleChanges(emptySample(), empty, 'en', []),
    );
  });
});
