import { describe, expect, it } from '@jest/globals';
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
