import { describe, expect, test } from '@jest/globals';
import {
  matchRoster,
  phoneKey,
  type KnownPerson,
  type ListedPerson,
  type PersonAnswer,
} from '#core/import/match-roster';

type Cells = KnownPerson['row']['cells'];

const known = (id: string, cells: Cells): KnownPerson => ({
  id,
  row: { row: 2, cells: { id, ...cells }, whole: null },
});

const ROSTER: readonly KnownPerson[] = [
  known('R001', { name: '周文远', unit: '区委', phone: '13900000001' }),
  known('R002', { name: '张伟', unit: '区住建局', phone: '13900000002' }),
  known('R003', { name: '张伟', unit: '区教育局', phone: '13900000003' }),
  known('R004', { name: '李静', unit: '区教育局', phone: '13900000004' }),
];

const listed = (values: Partial<ListedPerson> & { name: string }): ListedPerson => ({
  row: 5,
  id: null,
  unit: null,
  post: null,
  phone: null,
  ...values,
});

/** `R001` for a certain person, `ask R001 R002` for a question, otherwise the kind. */
function matched(
  people: readonly ListedPerson[],
  answers: readonly (readonly [number, PersonAnswer])[] = [],
): readonly string[] {
  const matches = matchRoster(people, ROSTER, new Map(answers));
  return people.map(({ row }) => {
    const match = matches.get(row);
    if (match?.kind === 'person') return match.person.id;
    if (match?.kind === 'ask') return ['ask', ...match.candidates.map(({ id }) => id)].join(' ');
    return match?.kind ?? 'none';
  });
}

describe('one row of a list', () => {
  test.each<[string, Partial<ListedPerson> & { name: string }, string]>([
    ['an id with its name', { id: 'R004', name: '李静' }, 'R004'],
    ['an id in small letters with its name', { id: 'r004', name: '李 静' }, 'R004'],
    [
      'an id with its telephone, renamed',
      { id: 'R004', name: '李婧', phone: '+86 139 0000 0004' },
      'R004',
    ],
    // A list numbered anew: the former R004 is somebody else of the same unit.
    [
      'an id and its unit, another name',
      { id: 'R004', name: '王磊', unit: '区教育局' },
      'ask R004',
    ],
    ['an id, another name', { id: 'R004', name: '王磊', unit: '区卫健局' }, 'ask R004'],
    ['an id of nobody, a new name', { id: 'R999', name: '王磊', unit: '区卫健局' }, 'new'],
    [
      'an id of one, the name and unit of another',
      { id: 'R001', name: '李静', unit: '区教育局' },
      'R004',
    ],
    ['name and unit', { name: '张伟', unit: '区教育局' }, 'R003'],
    [
      'name and telephone, another unit',
      { name: '张伟', unit: '区审计局', phone: '13900000002' },
      'R002',
    ],
    ['a name two people have', { name: '张伟', unit: '区审计局' }, 'ask R002 R003'],
    ['a name alone', { name: '李静' }, 'ask R004'],
    ['a telephone alone', { name: '钱多', phone: '13900000001' }, 'ask R001'],
    ['nobody known', { name: '钱多', unit: '区审计局' }, 'new'],
  ])('%s', (_, person, expected) => {
    expect(matched([listed(person)])).toEqual([expected]);
  });
});

describe('rows of one list', () => {
  test('a row that is certain takes its person from the others', () => {
    expect(
      matched([
        listed({ row: 5, name: '张伟', unit: '区审计局' }),
        listed({ row: 6, name: '张伟', unit: '区教育局' }),
      ]),
    ).toEqual(['ask R002', 'R003']);
  });

  test('two different people of one name and unit are asked about', () => {
    expect(
      matched([
        listed({ row: 5, name: '李静', unit: '区教育局', post: '副局长' }),
        listed({ row: 6, name: '李静', unit: '区教育局', post: '科长' }),
      ]),
    ).toEqual(['ask R004', 'ask R004']);
  });

  test('of namesakes in one unit the one with a known telephone is known by it', () => {
    const twice = { name: '张伟', unit: '区教育局' };
    expect(
      matched([
        listed({ row: 5, ...twice, phone: '13900000002' }),
        listed({ row: 6, ...twice, phone: '13900000003' }),
      ]),
    ).toEqual(['R002', 'R003']);
  });

  test('the same row twice counts once', () => {
    const twice = { name: '李静', unit: '区教育局', phone: '13900000004' };
    expect(matched([listed({ row: 5, ...twice }), listed({ row: 6, ...twice })])).toEqual([
      'R004',
      'doubled',
    ]);
  });

  test('what the clerk says comes first', () => {
    const people = [
      listed({ row: 5, name: '张伟', unit: '区审计局' }),
      listed({ row: 6, name: '李静', unit: '区教育局' }),
      listed({ row: 7, name: '周文远', unit: '区委' }),
    ];
    expect(
      matched(people, [
        [5, { as: 'person', memberId: 'R002' }],
        [6, { as: 'new' }],
        [7, { as: 'skip' }],
      ]),
    ).toEqual(['R002', 'new', 'skip']);
  });
});

test.each([
  ['139 0000 0004', '13900000004'],
  ['+86-13900000004', '13900000004'],
  ['88001234', '88001234'],
  ['123456', null],
  ['', null],
  [null, null],
])('the digits of %s are %s', (written, digits) => {
  expect(phoneKey(written)).toBe(digits);
});
