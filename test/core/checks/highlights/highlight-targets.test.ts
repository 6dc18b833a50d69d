import { describe, expect, it } from '@jest/globals';
import { highlightTargets } from '#core/checks/highlights/highlight-targets';
import {
  acceptWithReason,
  finding,
  type Place,
  type Rule,
  type Severity,
} from '#core/workbook/finding';
import { text } from '#core/text/language';
import { setUpSnapshot } from '#test/workbench/samples/set-up-snapshot';

const aRule = (code: string, severity: Severity): Rule => ({
  code,
  severity,
  source: null,
  message: text('不对', '不對', 'Wrong'),
  suggestion: text('请改', '請改', 'Mend'),
});
const [ERROR, WARNING] = [aRule('V01', 'error'), aRule('V05', 'warning')];
const snapshot = setUpSnapshot('zh-CN');
const at = (row: number | null, column: string | null): Place => ({ tab: 'schedule', row, column });
const found = (rule: Rule, place: Place) => finding(rule, place, '');

describe('markTargets', () => {
  it('marks each wrong cell once, with everything that is wrong with it', () => {
    const findings = [
      found(WARNING, at(5, 'date')),
      found(ERROR, at(5, 'date')),
      found(WARNING, at(6, null)),
    ];
    expect(highlightTargets(findings, snapshot, { language: 'en' })).toEqual({
      targets: [
        {
          sheetId: 1,
          row: 4,
          column: 2,
          severity: 'error',
          lines: ['V05 Wrong Mend', 'V01 Wrong Mend'],
        },
        { sheetId: 1, row: 5, column: 0, severity: 'warning', lines: ['V05 Wrong Mend'] },
      ],
      notHighlighted: 0,
    });
  });

  it('marks no note, no accepted warning and nothing without a cell', () => {
    const findings = [
      found(aRule('W31', 'info'), at(5, 'date')),
      acceptWithReason(found(WARNING, at(5, 'start')), '已请示'),
      found(ERROR, at(null, null)),
      found(ERROR, at(5, 'no such column')),
      found(ERROR, { tab: 'schedule', row: 5, column: 'date' }),
    ];
    const { targets } = highlightTargets(findings, { ...snapshot, places: [] }, { language: 'en' });
    expect(targets).toEqual([]);
    expect(highlightTargets(findings, snapshot, { language: 'en' }).targets).toHaveLength(1);
  });

  it('says how many are too many, errors first', () => {
    const findings = [
      found(WARNING, at(2, 'date')),
      found(ERROR, at(3, 'date')),
      found(ERROR, at(4, 'date')),
    ];
    const { targets, notHighlighted } = highlightTargets(findings, snapshot, {
      language: 'en',
      limit: 2,
    });
    expect([targets.map(({ row }) => row), notHighlighted]).toEqual([[2, 3], 1]);
  });
});
