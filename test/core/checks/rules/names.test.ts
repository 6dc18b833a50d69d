// One person under several spellings or ids, and a leader of the district kept as an expert.
import { describe, expect, it, test } from '@jest/globals';
import { toDay } from '#core/calendar/day';
import { renderFinding } from '#core/workbook/finding';
import { findingsIn, placesIn } from '#test/support/builders/places';
import {
  aLeave,
  aMember,
  anApprover,
  anExpense,
  aSession,
  aSpeaker,
} from '#test/support/builders/rows';
import { aWorkbook, withCellIn } from '#test/support/builders/tables';

const told = (tables: Parameters<typeof findingsIn>[0]): string[] =>
  findingsIn(tables, '').map(({ rule, tab, row, column }) =>
    [rule.code, rule.severity, tab, row, column].join(' '),
  );

describe('a name with variant characters', () => {
  const named = (name: string) =>
    withCellIn(
      aWorkbook({ roster: [aMember({ name: '买买提·吐尔逊' })] }),
      { tab: 'roster', row: 2, column: 'name' },
      name,
    );

  test.each([
    ['W31 violating: another middle dot', '买买提•吐尔逊', '买买提·吐尔逊'],
    ['W31 violating: a katakana dot', '买买提・吐尔逊', '买买提·吐尔逊'],
    ['W31 violating: a compatibility form', '李\u2F74', '李立'],
    ['W31 violating: a form of the radicals supplement', '\u2EE9河', '黄河'],
  ])('%s is a note with the fix', (_, before, after) => {
    const [found, ...rest] = findingsIn(named(before), '');
    expect(rest).toEqual([]);
    expect(found).toMatchObject({
      rule: { code: 'W31', severity: 'info' },
      fix: { before, after },
    });
    expect(found && renderFinding(found, 'zh-CN').message).toBe(
      `“${before}”中有异体字符（间隔号或兼容字形），按“${after}”比较和显示。`,
    );
  });

  test.each([
    ['W31 inside: the usual middle dot', '买买提·吐尔逊'],
    ['W31 inside: a space between Latin words', 'John Smith'],
    ['W31 boundary: traditional characters are no variants', '陳國棟'],
  ])('%s is none', (_, name) => {
    expect(told(named(name))).toEqual([]);
  });

  it('W31 offers one space where there are two between Latin words', () => {
    const [found] = findingsIn(named('John  Smith'), '');
    expect(found).toMatchObject({ rule: { code: 'W31' }, fix: { after: 'John Smith' } });
  });

  it('V34: two spellings of one person are one person', () => {
    const roster = [
      aMember({ name: '买买提·吐尔逊' }),
      aMember({ id: 'R002', name: '买买提•吐尔逊', personOrder: 20 }),
    ];
    expect(placesIn(aWorkbook({ roster }), 'V34')).toEqual([
      'V34 roster 2 name',
      'V34 roster 3 name',
    ]);
  });

  it('V14, V31: payee and approver are recognised under another spelling', () => {
    const tables = aWorkbook({
      roster: [aMember(), aMember({ id: 'R002', name: '买买提·吐尔逊', personOrder: 20 })],
      speakers: [aSpeaker({ name: '艾合买提·玉素甫' })],
      schedule: [aSession()],
      expenses: [anExpense({ payee: '艾合买提．玉素甫' })],
      approvers: [anApprover({ approver: '买买提・吐尔逊' })],
      leave: [aLeave({ approver: '买买提•吐尔逊' })],
    });
    expect([...placesIn(tables, 'V14'), ...placesIn(tables, 'V31')]).toEqual([]);
  });
});

describe('a payee or approver spelled otherwise than the name that is meant', () => {
  const people = [
    aMember(),
    aMember({ id: 'R002', name: '买买提·吐尔逊', post: '区委常委、组织部部长', personOrder: 20 }),
  ];
  const paidTo = (payee: string) =>
    aWorkbook({
      speakers: [aSpeaker()],
      schedule: [aSession()],
      expenses: [anExpense({ payee })],
    });
  const approvedBy = (approver: string, named = '区委书记') =>
    aWorkbook({
      roster: people,
      speakers: [aSpeaker()],
      schedule: [aSession()],
      approvers: [anApprover({ approver: named })],
      leave: [aLeave({ approver })],
    });
  const fixes = (tables: Parameters<typeof findingsIn>[0]) =>
    findingsIn(tables, 'W31').map(({ rule, tab, column, fix }) => [
      rule.severity,
      `${tab} ${column}`,
      fix?.before,
      fix?.after,
    ]);

  test.each<[string, Parameters<typeof findingsIn>[0], ReturnType<typeof fixes>]>([
    [
      'W31 violating: a payee with a gap',
      paidTo('陆 明哲'),
      [['info', 'expenses payee', '陆 明哲', '陆明哲']],
    ],
    [
      'W31 violating: an approver with another dot',
      approvedBy('买买提•吐尔逊'),
      [['info', 'leave approver', '买买提•吐尔逊', '买买提·吐尔逊']],
    ],
    [
      'W31 violating: an approver’s post with a gap',
      approvedBy('组织部 部长'),
      [['info', 'leave approver', '组织部 部长', '组织部部长']],
    ],
    [
      'W31 violating: an approver’s ID in small letters',
      approvedBy('r002'),
      [['info', 'leave approver', 'r002', 'R002']],
    ],
    [
      'W31 violating: one of several in the tab Approvers',
      approvedBy('区委书记', '区委书记、 买买提・吐尔逊'),
      [['info', 'approvers approver', '区委书记、 买买提・吐尔逊', '区委书记、 买买提·吐尔逊']],
    ],
    [
      'W31 violating: a word that is in the tab Approvers only',
      approvedBy('主任 办公会', '主任办公会'),
      [['info', 'leave approver', '主任 办公会', '主任办公会']],
    ],
    ['W31 boundary: the payee as kept', paidTo('陆明哲'), []],
    ['W31 inside: a payee who is not in the pool', paidTo('陆 明 喆'), []],
    ['W31 boundary: the approver as kept', approvedBy('买买提·吐尔逊'), []],
    ['W31 boundary: as the tab Approvers has it', approvedBy('主任办公会', '主任办公会'), []],
    ['W31 inside: an approver whom nobody knows', approvedBy('某 科长'), []],
  ])('%s', (_, tables, expected) => {
    expect(fixes(tables)).toEqual(expected);
  });

  it('W31 says which tab has the name', () => {
    const [found] = findingsIn(paidTo('陆 明哲'), 'W31');
    expect(found && renderFinding(found, 'zh-CN')).toEqual({
      message: '“陆 明哲”按“师资库”中的“陆明哲”识别，两处写法不同。',
      suggestion: '建议改为“陆明哲”，查找和筛选才对得上。',
    });
  });
});

describe('one person under two speaker ids', () => {
  const pool = (other: Parameters<typeof aSpeaker>[0], own: Parameters<typeof aSpeaker>[0] = {}) =>
    aWorkbook({ speakers: [aSpeaker(own), aSpeaker({ id: 'T02', ...other })] });
  const both = ['V34 warning speakers 2 name', 'V34 warning speakers 3 name'];

  test.each([
    ['V34 violating: same name, same unit', {}, {}, both],
    [
      'V34 violating: with a gap in name and unit',
      { name: '陆 明哲', unit: '省委 党校' },
      {},
      both,
    ],
    ['V34 violating: without any unit', { unit: null }, { unit: null }, both],
    ['V34 boundary: of another unit', { unit: '市委党校' }, {}, []],
    ['V34 inside: another name', { name: '何清' }, {}, []],
    [
      'V34 boundary: numbers of different papers',
      { idNumber: 'E12345678' },
      { idNumber: 'E12345679' },
      [],
    ],
  ])('%s', (_, other, own, expected) => {
    expect(told(pool(other, own)).filter((place) => place.startsWith('V'))).toEqual(expected);
  });

  it('V34 names the other row', () => {
    const [found] = findingsIn(pool({}), 'V34');
    expect(found && renderFinding(found, 'zh-CN').message).toBe(
      '“陆明哲”（省委党校）与第3行姓名、单位都相同，编号不同。',
    );
  });

  it('V34: one id twice, and one number twice, are reported alone', () => {
    expect(placesIn(pool({ id: 'T01' }))).toEqual(['W22 speakers 2 id', 'W22 speakers 3 id']);
    const number = { idNumber: 'E12345678' };
    expect(placesIn(pool(number, number), 'V34')).toEqual([
      'V34 speakers 2 idNumber',
      'V34 speakers 3 idNumber',
    ]);
  });

  it('V34 waits while a unit cannot be read', () => {
    const tables = withCellIn(pool({}), { tab: 'speakers', row: 3, column: 'unit' }, '#REF!');
    expect(placesIn(tables)).toEqual(['W09 speakers 3 unit']);
  });
});

describe('a leader of the district in the pool', () => {
  const leader = (
    speaker: Parameters<typeof aSpeaker>[0],
    member: Parameters<typeof aMember>[0] = {},
  ) =>
    aWorkbook({ roster: [aMember(member)], speakers: [aSpeaker({ name: '周文远', ...speaker })] });
  const warning = ['V19 warning speakers 2 titleLevel'];

  test.each([
    ['V19 violating: as a full senior', {}, {}, warning],
    ['V19 violating: written with a gap', { name: '周　文远' }, {}, warning],
    ['V19 inside: as a leader', { titleLevel: 'localLeader' as const }, {}, []],
    ['V19 inside: a department’s head', {}, { category: 'department' as const }, []],
    ['V19 boundary: a leader until yesterday', {}, { to: toDay('2026-03-01') }, []],
    ['V19 boundary: a leader until today', {}, { to: toDay('2026-03-02') }, warning],
  ])('%s', (_, speaker, member, expected) => {
    expect(told(leader(speaker, member)).filter((place) => place.startsWith('V'))).toEqual(
      expected,
    );
  });

  it('V19 says whose name it is', () => {
    const [found] = findingsIn(leader({}), 'V19');
    expect(found && renderFinding(found, 'zh-CN').message).toBe(
      '“周文远”与花名册第2行的区领导（区委）同名，职称级别却是“正高”。',
    );
  });

  it('V19 waits while the leader’s last day cannot be read', () => {
    const tables = withCellIn(leader({}), { tab: 'roster', row: 2, column: 'to' }, '去年');
    expect(placesIn(tables)).toEqual(['V01 roster 2 to']);
  });

  it('V19 waits while the title level cannot be read', () => {
    const tables = withCellIn(
      leader({}),
      { tab: 'speakers', row: 2, column: 'titleLevel' },
      '教授级',
    );
    expect(placesIn(tables)).toEqual(['W06 speakers 2 titleLevel']);
  });
});
