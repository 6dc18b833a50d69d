import { describe, expect, it, test } from '@jest/globals';
import { readStatuses } from '#core/model/statuses';
import { initialRows } from '#core/set-up/initial-rows';
import { LANGUAGES } from '#core/text/language';
import { aStatus } from '#test/support/builders/rows';
import { aTable } from '#test/support/builders/tables';
import { foldWord } from '#core/text/clean';

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
