// Whom an export means: names with and without their unit, what is certain, and what is only offered.
import { describe, expect, it, test } from '@jest/globals';
import { matchPeople, type MemberAnswer } from '#core/import/match-people';
import type { MatchedPerson, NamedRow } from '#core/import/possible-people';

const person = (id: string, name: string, unit: string, more: Partial<MatchedPerson> = {}) => ({
  ...{ id, name, unit, post: '局长', phone: null, email: null },
  ...more,
});

const PEOPLE: readonly MatchedPerson[] = [
  person('R1', '周文远', '区委', { post: '书记', phone: '13900000001' }),
  person('R2', '张伟', '区住建局', { phone: '13900000002', email: 'zhang@example.org' }),
  person('R3', '张伟', '区教育局', { phone: '13900000003' }),
  person('R4', '李娜', '区委宣传部'),
  person('R5', '阿依古丽·买买提', '民政局'),
  person('R6', 'Zhang Wei', 'Library'),
];

const row = (more: Partial<NamedRow>): NamedRow => ({
  row: 2,
  id: null,
  name: null,
  unit: null,
  phone: null,
  email: null,
  ...more,
});

function meant(
  named: NamedRow | readonly NamedRow[],
  answers: readonly (readonly [number, MemberAnswer])[] = [],
): string {
  const rows = Array.isArray(named) ? (named as readonly NamedRow[]) : [named as NamedRow];
  const { groups, unmatched } = matchPeople(rows, PEOPLE, new Map(answers));
  return groups
    .map(({ first, match }) =>
      match.kind === 'person'
        ? match.person.id
        : match.kind === 'skip'
          ? 'skip'
          : `? ${(unmatched.find(({ named: one }) => one === first)?.candidates ?? [])
              .map(({ id }) => id)
              .join(' ')}`.trim(),
    )
    .join('; ');
}

describe('a name, alone or with its unit', () => {
  test.each([
    ['周文远', 'R1'],
    ['周 文　远', 'R1'],
    ['周文远（书记）', 'R1'],
    ['区委-周文远', 'R1'],
    ['区委 周文远', 'R1'],
    ['周文远(区委)', 'R1'],
    ['周文远（区委）', 'R1'],
    ['【区委】周文远', 'R1'],
    ['区委＿周文远', 'R1'],
    ['周文远｜区委', 'R1'],
    ['区委—周文远', 'R1'],
    ['区委周文远', 'R1'],
    ['周文远区委书记', 'R1'],
    ['01-周文远', 'R1'],
    ['文远(区委-周文远)', 'R1'],
    ['周文远(周文远)', 'R1'],
    ['区委周文远-手机', 'R1'],
    ['住建局 张伟', 'R2'],
    ['云溪区教育局张伟', 'R3'],
    ['宣传部-李娜', 'R4'],
    ['阿依古丽•买买提', 'R5'],
    ['民政局 阿依古丽·买买提', 'R5'],
    ['zhang wei', 'R6'],
    ['Library - Zhang Wei', 'R6'],
  ])('%s is %s', (name, expected) => {
    expect(meant(row({ name }))).toBe(expected);
  });

  test.each([
    ['张伟', '? R2 R3'],
    ['区委-李娜', '? R4'],
    ['区人社局-周文远', '? R1'],
    ['周文元', '? R1'],
    ['周文远的手机', '? R1'],
    ['主持人', '?'],
    ['', '?'],
  ])('%s is nobody for certain: %s', (name, expected) => {
    expect(meant(row({ name }))).toBe(expected);
  });
});

describe('what else a row says', () => {
  it('tells two of a name apart by unit, telephone or address', () => {
    expect(meant(row({ name: '张伟', unit: '区教育局/办公室' }))).toBe('R3');
    expect(meant(row({ name: '张伟', phone: '+86 139-0000-0002' }))).toBe('R2');
    expect(meant(row({ name: '张伟', email: 'Zhang@example.org' }))).toBe('R2');
    expect(meant(row({ name: '张伟', id: 'r3' }))).toBe('R3');
  });

  it('is enough without a name when only one person has the telephone', () => {
    expect(meant(row({ phone: '13900000001' }))).toBe('R1');
    expect(meant(row({ phone: '13900000009' }))).toBe('?');
  });

  it('does not make somebody of another name certain', () => {
    expect(meant(row({ name: '王强', phone: '13900000001' }))).toBe('? R1');
    expect(meant(row({ name: '王强', id: 'R1' }))).toBe('? R1');
  });

  it('shows that two people of the export have one name', () => {
    expect(
      meant([
        row({ row: 2, name: '周文远', phone: '13811111111' }),
        row({ row: 3, name: '周文远', phone: '13900000001' }),
      ]),
    ).toBe('? R1; R1');
  });

  it('asks where a name alone contradicts the telephone or address of the roster', () => {
    expect(meant(row({ name: '周文远', phone: '13811111111' }))).toBe('? R1');
    expect(meant(row({ name: '周文远', phone: '+86 139 0000 0001' }))).toBe('R1');
    expect(meant(row({ name: '周文远', unit: '区委', phone: '13811111111' }))).toBe('R1');
    expect(meant(row({ name: '李娜', phone: '13811111111' }))).toBe('R4');
    expect(meant(row({ name: '周文远', id: '17' }))).toBe('R1');
  });

  it.each([
    ['name and unit', { name: '周文远', unit: '区委' }, { name: '周文远', unit: '区委' }],
    ['both in the name', { name: '区委-周文远' }, { name: '区委-周文远' }],
    ['written in two ways', { name: '区委周文远' }, { name: '周文远', unit: '区委' }],
  ])('never gives two people of the export to one member: %s', (_, one, other) => {
    const first = row({ row: 2, ...one, phone: '13811111111' });
    expect(meant([first, row({ row: 3, ...other, phone: '13900000001' })])).toBe('? R1; R1');
    expect(meant([first, row({ row: 3, ...other, phone: '13822222222' })])).toBe('? R1; ? R1');
    expect(meant([first, row({ row: 3, ...other })])).toBe('R1; R1');
  });

  it('takes a telephone written in two ways for one person', () => {
    expect(
      meant([
        row({ row: 2, name: '李娜', phone: '138 0000 0000' }),
        row({ row: 3, name: '李娜', phone: '13800000000', email: 'Na@example.org' }),
        row({ row: 4, name: '李娜', phone: '+8613800000000', email: 'na@example.org' }),
      ]),
    ).toBe('R4; R4');
  });
});

describe('what the clerk says', () => {
  it('comes first, and holds for all rows that say the same', () => {
    const rows = [row({ row: 2, name: '老周' }), row({ row: 9, name: '老周' })];
    expect(meant(rows, [[9, { as: 'person', memberId: 'R1' }]])).toBe('R1');
    expect(meant(rows, [[2, { as: 'skip' }]])).toBe('skip');
  });

  it('is asked again when the person is not among those known', () => {
    expect(meant(row({ name: '老周' }), [[2, { as: 'person', memberId: 'R99' }]])).toBe('?');
  });
});
