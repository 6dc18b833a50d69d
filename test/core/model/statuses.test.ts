import { describe, expect, it, test } from '@jest/globals';
import { initialRows } from '#core/set-up/initial-rows';
import { LANGUAGES } from '#core/text/language';
import { foldWord } from '#core/text/clean';
import { readStatuses } from '#core/model/statuses';
import { aStatus } from '#test/support/builders/rows';
import { aTable, withCell } from '#test/support/builders/tables';

describe('readStatuses', () => {
  it('finds a status by its code and by its label, whatever the spaces and capitals', () => {
    const { list, positions } = readStatuses(
      aTable('statuses', [
        aStatus(),
        aStatus({ code: 'leftEarly', label: 'Left early', credit: 0.5 }),
      ]),
    );
    expect(list).toEqual([
      {
        code: 'present',
        label: '出勤',
        credit: 100,
        treatment: 'due',
        presence: 'attended',
        attended: true,
        leave: null,
      },
      {
        code: 'leftEarly',
        label: 'Left early',
        credit: 50,
        treatment: 'due',
        presence: 'late',
        attended: true,
        leave: null,
      },
    ]);
    expect([...positions]).toEqual([
      ['present', 0],
      ['出勤', 0],
      ['leftearly', 1],
    ]);
  });

  it.each([
    [0, 0],
    [0.01, 1],
    [0.29, 29],
    [0.5, 50],
    [1, 100],
  ])('keeps a credit of %d as %i hundredths', (credit, hundredths) => {
    expect(readStatuses(aTable('statuses', [aStatus({ credit })])).list[0]?.credit).toBe(
      hundredths,
    );
  });

  it.each([-0.1, 1.01, 0.333, 0.005])('does not guess what a credit of %d is', (credit) => {
    expect(readStatuses(aTable('statuses', [aStatus({ credit })])).list).toEqual([]);
  });

  it('leaves out a row that cannot be read', () => {
    const table = withCell(
      aTable('statuses', [aStatus(), aStatus({ code: 'late', label: '迟到' })]),
      2,
      'treatment',
      '?',
    );
    expect(readStatuses(table).list.map(({ code }) => code)).toEqual(['late']);
  });

  it('lets a word that two statuses share mean neither', () => {
    const { byWord, positions } = readStatuses(
      aTable('statuses', [aStatus(), aStatus({ code: 'absent', label: '出勤', credit: 0 })]),
    );
    expect([...positions.keys()]).toEqual(['present', 'absent']);
    expect([...byWord.keys()]).toEqual(['present', 'absent']);
  });

  it('takes the first of two rows that mean the same', () => {
    const { byWord, positions } = readStatuses(
      aTable('statuses', [aStatus(), aStatus({ code: 'came' })]),
    );
    expect([...positions]).toEqual([
      ['present', 0],
      ['出勤', 0],
      ['came', 1],
    ]);
    expect(byWord.get('出勤')?.code).toBe('present');
  });

  it('knows no status without the tab', () => {
    expect(readStatuses(undefined).list).toEqual([]);
  });
});

type Status = Parameters<typeof aStatus>[0];

function meaningOf(status: Status) {
  const row = aStatus({ code: 'annual', label: '年休假', credit: 0, ...status });
  const { byWord } = readStatuses(aTable('statuses', [row]));
  return byWord.get(foldWord(row.code));
}

describe('what a status means', () => {
  test.each<[Status, ReturnType<typeof presenceOf>]>([
    [{ presence: 'excused' }, 'excused'],
    [{ presence: 'absent' }, 'absent'],
    [{ presence: 'attended' }, 'attended'],
    [{ code: 'absent', label: '缺席', presence: 'excused' }, 'excused'],
    [{ credit: 1, presence: 'late' }, 'late'],
    // Blank: as the credit, the treatment and the known words say.
    [{ credit: 0.01 }, 'attended'],
    [{ code: 'late', label: '晚到', credit: 1 }, 'late'],
    [{ code: 'x', label: '早退', credit: 0 }, 'late'],
    [{ treatment: 'excused' }, 'excused'],
    [{ treatment: 'notCounted' }, 'excused'],
    [{ code: 'x', label: '病假' }, 'excused'],
    [{ code: 'personal' }, 'excused'],
    [{ code: 'x', label: '缺席' }, 'absent'],
    [{ code: 'x', label: '旷课' }, 'absent'],
    [{ code: 'ABSENT', label: '不在' }, 'absent'],
    // Not known: nobody is called absent.
    [{}, null],
    [{ label: '请假' }, null],
    [{ label: '替会' }, null],
    [{ label: '产假' }, null],
    [{ label: '学习' }, null],
  ])('%j: %p', (status, presence) => {
    expect(presenceOf(status)).toBe(presence);
  });

  it('is stated by every status a new workbook starts with, as it would be without the column', () => {
    for (const language of LANGUAGES) {
      const rows = initialRows('statuses', language, []) as readonly ReturnType<typeof aStatus>[]; // rows of that tab
      const stated = rows.map(({ presence }) => presence);
      expect(stated).toEqual([
        ...['attended', 'late', 'late', 'excused', 'excused', 'excused', 'absent', 'excused'],
      ]);
      expect(rows.map((row) => presenceOf({ ...row, presence: null }))).toEqual(stated);
    }
  });
});

const presenceOf = (status: Status) => meaningOf(status)?.presence;

it('counts a late person as attended, and nobody else with a credit of 0', () => {
  expect(meaningOf({ presence: 'late' })?.attended).toBe(true);
  expect(meaningOf({ credit: 1, treatment: 'excused', presence: 'excused' })?.attended).toBe(false);
});
