import { describe, expect, it } from '@jest/globals';
import { groupFindings, type Severity } from '../../../apps-script/sidebar/group-findings';
import { aFinding } from './answers';

const of = (...severities: Severity[]) =>
  severities.map((severity, index) => aFinding({ severity, cell: `A${index + 2}` }));

describe('groupFindings', () => {
  it('puts errors before warnings before notes', () => {
    const groups = groupFindings(of('info', 'warning', 'error'), 10);
    expect(groups.map((group) => group.severity)).toEqual(['error', 'warning', 'info']);
  });

  it('keeps the workbook’s order inside a group', () => {
    const [errors] = groupFindings(of('error', 'warning', 'error'), 10);
    expect(errors?.shown.map((finding) => finding.cell)).toEqual(['A2', 'A4']);
  });

  it('leaves out a severity nothing was found of', () => {
    expect(groupFindings(of('warning'), 10)).toHaveLength(1);
    expect(groupFindings([], 10)).toEqual([]);
  });

  it('shows at most the limit and counts all', () => {
    const [errors] = groupFindings(of('error', 'error', 'error'), 2);
    expect(errors?.shown).toHaveLength(2);
    expect(errors?.count).toBe(3);
  });

  it('counts those the answer left out', () => {
    const groups = groupFindings(of('error'), 10, { error: 41, warning: 5, info: 0 });
    expect(groups.map(({ severity, count, shown }) => [severity, count, shown.length])).toEqual([
      ['error', 41, 1],
      ['warning', 5, 0],
    ]);
  });
});
