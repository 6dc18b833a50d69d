import { describe, expect, test } from '@jest/globals';
import { readSource } from '#core/import/read-source';
import { categoryOfGroup } from '#core/import/unit-categories';
import { gridOf } from '#core/workbook/cell-grid';
import type { Cell } from '#core/workbook/table';
import { ROSTER } from '#core/workbook/tabs/people';

const HEADER = ['序号', '姓名', '单位'];

const read = (...rows: readonly (readonly Cell[])[]) =>
  readSource(gridOf([['云溪区参训人员花名册'], HEADER, ...rows]), {
    declared: ROSTER,
    needed: ['name'],
    namesGroup: (words) => categoryOfGroup(words) !== undefined,
    remembered: new Map(),
    chosen: new Map(),
    known: { ids: new Set(), names: new Set(), units: new Set() },
  });

describe('a line with one cell, in the column of the numbers', () => {
  test.each([
    ['names the group of the rows below', '二、区直部门（1人）', '二、区直部门（1人）'],
    ['ends the group before it with a group that nobody knows', '三、国有企业', '三、国有企业'],
    ['is a group without a number too', '国有企业', '国有企业'],
    ['is none as a sum', '合计：3人', '一、四套班子'],
    ['is none as a subtotal', '小计 3', '一、四套班子'],
    ['is none as a note', '注：按公布的顺序排列', '一、四套班子'],
    ['is none as a remark', '备注：名单有变动请告知', '一、四套班子'],
    ['is none as a signature', '填表人：陆怀谦', '一、四套班子'],
    ['is none as a day', '2026年3月1日', '一、四套班子'],
    ['is none as a number', 46082, '一、四套班子'],
    ['is none as a page number', '第2页 共5页', '一、四套班子'],
    ['is none as the title once more', '云溪区参训人员花名册', '一、四套班子'],
    ['is none as the title of a page', '云溪区参训人员花名册（续）', '一、四套班子'],
  ])('%s', (_, words, group) => {
    const { rows, skipped } = read(
      ['一、四套班子'],
      [1, '周文远', '区委'],
      [words],
      [2, '张伟', '区住建局'],
    );
    expect(rows.map((row) => row.group)).toEqual(['一、四套班子', group]);
    expect(skipped.map((line) => line.row)).toEqual([3, 5]);
  });
});

describe('a line with one cell, in the column of the names', () => {
  test('is a group when it has a number or names one, otherwise a person', () => {
    const { rows } = read(
      ['', '一、四套班子'],
      [1, '周文远', '区委'],
      ['', '区直部门'],
      ['', '张伟'],
      ['', '合计'],
    );
    expect(rows.map(({ group, cells }) => [group, cells.get('name'), cells.get('unit')])).toEqual([
      ['一、四套班子', '周文远', '区委'],
      ['区直部门', '张伟', undefined],
    ]);
  });
});
