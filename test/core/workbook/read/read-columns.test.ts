import { describe, expect, it, test } from '@jest/globals';
import { parseTable } from '#core/workbook/read/parse-table';
import { BLANK, readColumns, UNREADABLE } from '#core/workbook/read/read-columns';
import { LANGUAGES } from '#core/text/language';
import { TAB_KEYS } from '#core/workbook/tab-keys';
import type { Tab } from '#core/workbook/tab';
import { TABS } from '#core/workbook/tabs/index';
import { aMark, aMember, aSession } from '#test/support/builders/rows';
import { aRawTable, aTable, headerOf, withCell } from '#test/support/builders/tables';

const codes = (
  found: readonly { rule: { code: string }; row: number | null; column: string | null }[],
): string[] => found.map(({ rule, row, column }) => `${rule.code} ${row ?? ''} ${column ?? ''}`);

describe('headers', () => {
  test.each(TAB_KEYS.flatMap((key) => LANGUAGES.map((language) => [key, language] as const)))(
    'of %s are recognised in %s',
    (key, language) => {
      const { findings, positions } = parseTable(
        TABS[key] as Tab,
        aRawTable(key, [headerOf(key, language)]),
      );
      expect(findings).toEqual([]);
      expect([...positions.values()]).toEqual(headerOf(key).map((_, index) => index));
    },
  );

  it('are recognised in any order, with spaces and in any case, beside a clerk’s own columns', () => {
    const header = ['my notes', ' E-MAIL ', 'Role', '备注'];
    const { entries, findings } = parseTable(
      TABS.roles,
      aRawTable('roles', [header, ['x', 'a@example.org', '管理员', 'y']]),
    );
    expect(findings).toEqual([]);
    expect(entries[0]?.whole).toEqual({ email: 'a@example.org', role: 'admin' });
  });

  it('that are missing or doubled are one finding each, naming the label', () => {
    const { findings } = parseTable(TABS.roles, aRawTable('roles', [['邮箱', 'E-mail', '邮 箱']]));
    expect(codes(findings)).toEqual(['W02 1 email', 'W01 1 role']);
    expect(findings[0]?.facts).toMatchObject({
      label: { 'zh-CN': '邮箱' },
      tab: { 'zh-CN': '权限' },
    });
  });

  it('of optional columns may be missing', () => {
    const header = headerOf('schedule').filter((label) => label !== '星期' && label !== '计划文号');
    expect(parseTable(TABS.schedule, aRawTable('schedule', [header])).findings).toEqual([]);
  });
});

describe('rows', () => {
  it('keep the sheet’s own numbers; blank rows and rows of a clerk’s own columns are skipped', () => {
    const header = ['自用', ...headerOf('roles')];
    const rows = [header, ['', '', ''], ['看这里', '', ''], ['', 'a@example.org', '管理员'], []];
    const { entries, findings } = parseTable(TABS.roles, aRawTable('roles', rows));
    expect(entries.map(({ row }) => row)).toEqual([4]);
    expect(findings).toEqual([]);
  });

  it('with a refused cell keep the others, and are not whole', () => {
    const table = withCell(aTable('roster', [aMember()]), 2, 'email', '没有');
    const [entry] = parseTable(TABS.roster, table).entries;
    expect(entry?.whole).toBeNull();
    expect(entry?.cells).toMatchObject({ id: 'R001', name: '周文远' });
    expect(entry?.cells).not.toHaveProperty('email');
  });

  it('with a blank required cell are reported once and not whole; other blanks are null', () => {
    const table = withCell(aTable('roster', [aMember({ phone: null })]), 2, 'unit', ' \u200B');
    const { entries, findings } = parseTable(TABS.roster, table);
    expect(codes(findings)).toEqual(['W04 2 unit']);
    expect(entries[0]?.whole).toBeNull();
    const { entries: fine } = parseTable(TABS.roster, aTable('roster', [aMember({ phone: null })]));
    expect(fine[0]?.whole).toEqual(aMember({ phone: null }));
  });

  it('come with their findings row by row, from left to right', () => {
    const table = [
      [2, 'end'],
      [3, 'date'],
      [3, 'start'],
      [2, 'date'],
    ].reduce(
      (all, [row, column]) => withCell(all, Number(row), String(column), '?'),
      aTable('schedule', [aSession(), aSession()]),
    );
    expect(codes(parseTable(TABS.schedule, table).findings)).toEqual([
      'V01 2 date',
      'W08 2 end',
      'V01 3 date',
      'W08 3 start',
    ]);
  });
});

describe('columns', () => {
  it('hold each distinct value once, and a number for each row', () => {
    const marks = [
      aMark(),
      aMark({ memberId: 'R002' }),
      aMark({ memberId: 'R 001' }),
      aMark({ memberId: 'R002', status: '缺席' }),
    ];
    const {
      memberId,
      status,
      in: signIn,
    } = readColumns(TABS.attendance, aTable('attendance', marks)).columns;
    expect(memberId.values).toEqual(['R001', 'R002']);
    expect([...memberId.codes]).toEqual([0, 1, 0, 1]);
    expect([...memberId.normalised]).toEqual(['R 001']);
    expect(status.values).toEqual(['出勤', '缺席']);
    expect([...signIn.codes]).toEqual([BLANK, BLANK, BLANK, BLANK]);
  });

  it('give a value one number whether its tidy or its untidy cell comes first', () => {
    const ids = ['R 002', 'R001', 'R002', 'R 001', 'R001', 'R003'];
    const table = aTable(
      'attendance',
      ids.map((memberId) => aMark({ memberId })),
    );
    const { memberId } = readColumns(TABS.attendance, table).columns;
    expect([...memberId.codes]).toEqual([0, 1, 0, 1, 1, 2]);
    expect(memberId.values).toEqual(['R002', 'R001', 'R003']);
  });

  it('tell refused cells from blank ones, also in rows that end early', () => {
    const table = aRawTable('attendance', [
      headerOf('attendance'),
      ['S01', '#REF!', '出勤'],
      ['S01'],
      [],
    ]);
    const { columns, filledRows, findings } = readColumns(TABS.attendance, table);
    expect([...columns.memberId.codes]).toEqual([UNREADABLE, BLANK, BLANK]);
    expect([...filledRows]).toEqual([0, 1]);
    expect(codes(findings)).toEqual(['W09 2 memberId', 'W04 3 memberId', 'W04 3 status']);
  });
});

describe('cells that were read before', () => {
  it('are read the same again, also when there are more than are remembered', () => {
    const rows = Array.from({ length: 2500 }, (_, row) => ({
      email: row % 10 === 0 ? `no address ${row}` : ` Person${row}@Example.org`,
      role: '管理员',
    }));
    const cells = [headerOf('roles'), ...rows.map(({ email, role }) => [email, role])];
    const read = () => readColumns(TABS.roles, aRawTable('roles', cells));
    const [first, second] = [read(), read()];
    expect(first.columns.email.values.slice(0, 2)).toEqual([
      'person1@example.org',
      'person2@example.org',
    ]);
    expect(first.columns.email.values.at(-1)).toBe('person2499@example.org');
    expect(first.wrongCells).toHaveLength(250);
    expect(second).toEqual(first);
  });

  it('are another value in a column of another kind', () => {
    const cells = [headerOf('roster'), ['R001', '1', null, '1']];
    const { columns } = readColumns(TABS.roster, aRawTable('roster', cells));
    const mixed = readColumns(TABS.roster, aRawTable('roster', [headerOf('roster'), ['1', 1]]));
    expect(columns.name.values).toEqual(['1']);
    expect([mixed.columns.id.values, mixed.columns.name.values]).toEqual([['1'], ['1']]);
    expect([...mixed.columns.name.normalised]).toEqual([1]);
    expect([...mixed.columns.id.normalised]).toEqual([]);
  });
});
