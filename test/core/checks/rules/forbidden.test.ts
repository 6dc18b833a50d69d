import { describe, expect, it, test } from '@jest/globals';
import { renderFinding } from '#core/workbook/finding';
import { toCents } from '#core/money/cents';
import type { Tables } from '#core/workbook/table';
import { findingsIn, placesIn } from '#test/support/builders/places';
import { anExpense } from '#test/support/builders/rows';
import { aWorkbook, withCellIn } from '#test/support/builders/tables';

type Part = Parameters<typeof anExpense>[0];
const bill = (part: Part) =>
  anExpense({
    head: 'materials',
    payee: '云溪印务社',
    sessionId: null,
    net: null,
    gross: null,
    tax: null,
    amount: toCents(800_00),
    ...part,
  });
type Forbidden = { kind: string; words: string; except?: string | null };
const of = (part: Part, forbidden: readonly Forbidden[] = []): Tables =>
  aWorkbook({ expenses: [bill(part)], forbidden });
const wordIn = (payee: string, forbidden?: readonly Forbidden[]) =>
  findingsIn(of({ payee }, forbidden), 'V23').map(({ facts }) => facts['word']);

describe('a payee', () => {
  test.each([
    ['中华烟专卖', '中华烟'],
    ['五粮液2瓶', '五粮液'],
    ['云溪旅游公司', '旅游'],
    ['接待餐', '接待餐'],
    ['水果礼篮', '礼篮'],
    ['摄像机', '摄像机'],
    ['茶叶礼盒', '茶叶'],
    ['茶 叶 店', '茶叶'],
    ['某某烟酒行', '烟酒'],
    ['星光旅行社', '旅行社'],
    ['联想电脑专卖', '电脑'],
    ['景区路景区门票', '景区'],
    ['星光ＫＴＶ', 'ktv'],
    ['平板电脑两台', '平板电脑'],
    ['禮品店', '禮品'],
  ])('V23 violating: %s, for %s', (payee, word) => {
    expect(wordIn(payee)).toEqual([word]);
  });

  test.each([
    '景区路打印社',
    '电脑城打印社',
    '手机银行回单',
    '烟台路印务社',
    '云溪大酒店',
    '云溪印务社',
    '白酒街文具店',
    '区文化和旅游局',
  ])('V23 inside: %s', (payee) => {
    expect(wordIn(payee)).toEqual([]);
  });

  test.each([
    ['a street of the name', '景区街2号', []],
    ['the thing itself beside a street of the name', '景区街景区票', ['景区']],
    ['a Latin word inside another', 'AKTVB', []],
    ['a Latin word by itself', 'A KTV B', ['ktv']],
  ])('V23 boundary: %s', (_, payee, expected) => {
    expect(wordIn(payee)).toEqual(expected);
  });
});

describe('every text of an expense is looked through', () => {
  test.each(['payee', 'voucherNumber', 'approvalNumber', 'proof', 'taxReason'] as const)(
    'V23 violating: %s',
    (column) => {
      expect(placesIn(of({ [column]: '茶叶礼盒' }), 'V23')).toEqual([`V23 expenses 2 ${column}`]);
    },
  );

  it('V23 violating: what was typed as head', () => {
    const place = { tab: 'expenses', row: 2, column: 'head' } as const;
    expect(placesIn(withCellIn(of({}), place, '会议费'), 'V23')).toEqual(['V23 expenses 2 head']);
  });
});

describe('a reason in the row', () => {
  it('V23 makes it a note', () => {
    const reasons = [null, '此为店名，买的是打印纸'];
    const found = reasons.flatMap((exceptionReason) =>
      findingsIn(of({ payee: '电脑之家', exceptionReason }), 'V23'),
    );
    expect(found.map(({ rule, accepted }) => [rule.severity, accepted])).toEqual([
      ['error', undefined],
      ['info', '此为店名，买的是打印纸'],
    ]);
  });
});

describe('the words', () => {
  const own = [{ kind: '鲜花', words: '鲜花、绿植', except: '鲜花路小学、鲜花 社区' }];

  it('V23 are the workbook’s own where it has some', () => {
    expect(wordIn('鲜花店', own)).toEqual(['鲜花']);
    expect(wordIn('鲜花社区服务站', own)).toEqual([]);
    expect(wordIn('茶叶店', own)).toEqual([]);
  });

  it('V23 are reported with their kind', () => {
    const [found] = findingsIn(of({ payee: '绿植租摆' }, own), 'V23');
    expect(found && renderFinding(found, 'zh-CN').message).toBe(
      '“绿植租摆”中的“绿植”（鲜花）不得在培训费中列支。',
    );
  });

  it('V23 are the built-in ones in a workbook that has no such tab yet', () => {
    const { forbidden, ...rest } = of({ payee: '茶叶店' });
    expect(forbidden).toBeDefined();
    expect(placesIn(rest)).toEqual(['V23 expenses 2 payee']);
  });

  test.each(['(', '[a', '\\', '.*', '茶叶|烟', '$&', 'a-级', '/'])(
    'V23 may be any signs: %s',
    (words) => {
      expect(wordIn('云溪印务社', [{ kind: '?', words }])).toEqual([]);
      expect(wordIn(`甲${words}乙`, [{ kind: '?', words }])).toEqual([words]);
    },
  );
});
