import { describe, expect, it } from '@jest/globals';
import { groupByReason } from '../../../apps-script/sidebar/group-by-reason';

describe('groupByReason', () => {
  it('puts people with one reason together, in the order of their first appearance', () => {
    const people = [
      { name: '钱云', reason: '没有邮箱' },
      { name: '邓华', reason: '已批准请假' },
      { name: '冯刚', reason: '没有邮箱' },
    ];
    expect(groupByReason(people)).toEqual([
      { reason: '没有邮箱', names: ['钱云', '冯刚'] },
      { reason: '已批准请假', names: ['邓华'] },
    ]);
  });

  it('keeps two people of one name apart', () => {
    const people = [
      { name: '王伟', reason: '没有邮箱' },
      { name: '王伟', reason: '没有邮箱' },
    ];
    expect(groupByReason(people)).toEqual([{ reason: '没有邮箱', names: ['王伟', '王伟'] }]);
  });

  it('is empty for nobody', () => {
    expect(groupByReason([])).toEqual([]);
  });
});
