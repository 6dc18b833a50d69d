import { describe, expect, it } from '@jest/globals';
import { limitFindings } from '#core/checks/limit-findings';
import { finding, type Finding, type Rule, type Severity } from '#core/workbook/finding';
import { text } from '#core/text/language';

const rule = (severity: Severity): Rule => ({
  code: 'V00',
  severity,
  source: null,
  message: text('', '', ''),
  suggestion: text('', '', ''),
});
const many = (severity: Severity, count: number): Finding[] =>
  Array.from({ length: count }, (_, row) =>
    finding(rule(severity), { tab: 'attendance', row, column: 'status' }, ''),
  );

describe('the findings that the checks tab lists', () => {
  it('are all of them, in their order, while there is room', () => {
    const findings = [...many('info', 1000), ...many('error', 3000)];
    expect(limitFindings(findings)).toBe(findings);
  });

  it('are the errors first when there are too many, and the rest is counted', () => {
    const findings = [...many('warning', 3000), ...many('error', 3000), ...many('info', 1)];
    const listed = limitFindings(findings);
    expect(listed).toHaveLength(4001);
    expect(listed.slice(0, 3000)).toEqual(many('error', 3000));
    expect(listed.slice(3000, 4000)).toEqual(many('warning', 1000));
    expect(listed[4000]).toMatchObject({ rule: { code: 'W42' }, facts: { count: 2001 } });
  });
});
