// A register as it lies on the desk: a title, blank rows, group headings and other words above and in the header.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { foldWord } from '#core/text/clean';
import { ownLabelsOf, synonymsOf } from '#core/workbook/column-labels';
import type { Column } from '#core/workbook/column';
import { findHeaders } from '#core/workbook/headers';
import { parseTable } from '#core/workbook/read/parse-table';
import { TAB_KEYS } from '#core/workbook/tab-keys';
import { TABS } from '#core/workbook/tabs/index';
import type { Cell } from '#core/workbook/table';
import { aRawTable } from '#test/support/builders/tables';

const HEADER = ['编号', '姓名', '单位', '类别', '单位排序', '人员排序'];
const ROW = ['R001', '周文远', '区委', '四套班子', 1, 1];

const read = (rows: Cell[][]) => {
  const table = aRawTable('roster', rows);
  const { lines, positions, findings } = findHeaders(TABS.roster, table);
  return {
    lines,
    positions: Object.fromEntries(positions),
    rules: findings.map(({ rule, column }) => `${rule.code} ${column ?? ''}`.trim()),
    messages: findings.map(({ row, facts }) => [row, facts['headings']]),
    entries: parseTable(TABS.roster, table).entries.map(({ row, cells }) => [row, cells.name]),
  };
};

describe('the header is found', () => {
  test.each<[string, Cell[][], { first: number; last: number }, [number, string][]]>([
    ['in the first row', [HEADER, ROW], { first: 0, last: 0 }, [[2, '周文远']]],
    ['below a title', [['云溪区干部花名册'], HEADER, ROW], { first: 1, last: 1 }, [[3, '周文远']]],
    [
      'below a title, who filled it in, and a blank row',
      [['云溪区干部花名册'], ['填表单位：区委组织部', '', '填表日期：3月6日'], [], HEADER, ROW],
      { first: 3, last: 3 },
      [[5, '周文远']],
    ],
    [
      'in the tenth row',
      [...Array.from({ length: 9 }, () => []), HEADER, ROW],
      { first: 9, last: 9 },
      [[11, '周文远']],
    ],
    [
      'of two lines, of which the upper is merged over both or over a group',
      [
        ['花名册'],
        ['编号', '姓名', '单位', '类别', '排序', '', '联系方式', ''],
        ['', '', '', '', '单位排序', '人员排序', '邮箱', '电话'],
        ROW,
      ],
      { first: 1, last: 2 },
      [[4, '周文远']],
    ],
  ])('%s', (_, rows, lines, entries) => {
    const found = read(rows);
    expect(found.lines).toEqual(lines);
    expect(found.entries).toEqual(entries);
    expect(found.positions).toMatchObject({ id: 0, name: 1, unit: 2, category: 3, unitOrder: 4 });
  });

  test('and words of two lines are read together', () => {
    const rows = [
      ['编号', '姓名', '单位', '类别', '单位', '人员', '起始', '截止'],
      ['', '', '', '', '排序', '排序', '日期', '日期'],
      ROW,
    ];
    expect(read(rows).positions).toMatchObject({ unitOrder: 4, personOrder: 5, from: 6, to: 7 });
    expect(read(rows).entries).toEqual([[3, '周文远']]);
  });

  test('and not in the eleventh row: one sentence says so instead of one for each column', () => {
    const rows = [['花名册'], ...Array.from({ length: 9 }, () => []), HEADER, ROW];
    expect(read(rows)).toMatchObject({ rules: ['W01'], positions: {}, entries: [] });
  });

  test('and an entry that repeats a word of the header is an entry', () => {
    const rows = [HEADER, ['R001', '单位', '区委', '四套班子', 1, 1], ROW];
    expect(read(rows)).toMatchObject({
      lines: { first: 0, last: 0 },
      entries: [
        [2, '单位'],
        [3, '周文远'],
      ],
    });
  });

  test('and whatever is above it changes neither entries nor columns', () => {
    const words = fc.constantFrom(
      '',
      '云溪区',
      '2026年3月6日',
      '备注：按公布的顺序',
      2026,
      '制表人',
    );
    const above = fc.array(fc.array(words, { maxLength: 3 }), { maxLength: 9 });
    fc.assert(
      fc.property(above, (rows) => {
        const found = read([...rows, HEADER, ROW, [], ROW]);
        const first = rows.length + 2;
        expect(found.entries).toEqual([
          [first, '周文远'],
          [first + 2, '周文远'],
        ]);
        expect(found.positions).toEqual({
          id: 0,
          name: 1,
          unit: 2,
          category: 3,
          unitOrder: 4,
          personOrder: 5,
        });
      }),
    );
  });
});

describe('other words for a label', () => {
  test.each([
    ['电子邮箱', 'email'],
    ['邮箱地址', 'email'],
    ['電子郵件', 'email'],
    ['Email address', 'email'],
    ['手机', 'phone'],
    ['手机号码', 'phone'],
    ['手 机\n号 码', 'phone'],
    ['联系电话', 'phone'],
    ['联系电话（手机）', 'phone'],
    ['Mobile', 'phone'],
    ['工作单位', 'unit'],
    ['所在单位', 'unit'],
    ['单位名称', 'unit'],
    ['部门', 'unit'],
    ['职务职级', 'post'],
    ['现任职务', 'post'],
    ['序号', 'personOrder'],
    ['*姓名：', 'name'],
    ['姓\n名', 'name'],
  ])('%j is %s', (heading, key) => {
    const { positions } = read([['花名册'], ['编号', '职级类别', heading]]);
    expect(positions[key]).toBe(2);
  });

  test('do not count beside the label itself', () => {
    const { positions, rules } = read([[...HEADER, '手机', '电话', '邮箱']]);
    expect(positions['phone']).toBe(7);
    expect(rules.join()).not.toContain('phone');
  });

  test('of two that could be meant the filled one is read, and one finding names both', () => {
    const rows = [
      ['花名册'],
      ['编号', '姓名', '手机', '联系电话'],
      ['R001', '周文远', '', '1380000'],
    ];
    const { positions, rules, messages } = read(rows);
    expect(positions['phone']).toBe(3);
    expect(rules.filter((rule) => rule.endsWith('phone'))).toEqual(['W02 phone']);
    expect(messages).toContainEqual([2, '手机 (C2)、联系电话 (D2)']);
  });
});

describe.each(TAB_KEYS)('the labels of %s', (tab) => {
  const columns = Object.entries<Column>(TABS[tab].columns);
  test('name one column each', () => {
    const owners = new Map<string, Set<string>>();
    for (const [key, column] of columns)
      for (const word of [...ownLabelsOf(column), ...synonymsOf(column)])
        owners.set(foldWord(word), (owners.get(foldWord(word)) ?? new Set()).add(key));
    expect([...owners].filter(([, keys]) => keys.size > 1)).toEqual([]);
  });

  test('are not repeated among the other words for them', () => {
    for (const [, column] of columns) {
      const synonyms = synonymsOf(column).map(foldWord);
      expect(new Set(synonyms).size).toBe(synonyms.length);
      expect(synonyms.filter((word) => ownLabelsOf(column).map(foldWord).includes(word))).toEqual(
        [],
      );
    }
  });
});
