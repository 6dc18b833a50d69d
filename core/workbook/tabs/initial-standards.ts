// The central caps, quotas and hours that a new workbook starts with, until the district enters its own document.
import { toDay } from '../../calendar/day';
import type { TabRow } from '../tab';
import type { STANDARDS } from './rules';

type StandardRow = Partial<TabRow<typeof STANDARDS>>;

const central = (
  item: StandardRow['item'],
  scope: string | null,
  value: number,
  unit: string,
): StandardRow => ({
  ...(item !== undefined && { item }),
  scope,
  value,
  unit,
  documentNumber: '财行〔2016〕540号',
  level: 'central',
  from: toDay('2017-01-01'),
});

/** Binds everywhere; a district may set more. The five years are those of the national training plan, 2023 to 2027. */
const HOURS_RULE: StandardRow = {
  documentNumber: '《干部教育培训工作条例》（2023年修订）',
  level: 'central',
  from: toDay('2023-01-01'),
};

/** The central rule binds central organs only: a model until the district enters its own document. */
export const CENTRAL_STANDARDS: readonly StandardRow[] = [
  central('feeCap', '院士、全国知名专家', 1500, '元/学时'),
  central('feeCap', '正高', 1000, '元/学时'),
  central('feeCap', '副高', 500, '元/学时'),
  central('halfDayHours', null, 4, '学时'),
  central('quota', '一类', 760, '元/人天'),
  central('quota', '二类', 650, '元/人天'),
  central('quota', '三类', 550, '元/人天'),
  // Of the third category, which district courses are; the rule gives venue, materials and transport one sum of 50 together.
  central('quota', '住宿费', 340, '元/人天'),
  central('quota', '伙食费', 130, '元/人天'),
  central('quota', '其他费用', 30, '元/人天'),
  central('longCourse', null, 0.7, ''),
  ...[
    { item: 'hoursFiveYears' as const, scope: '县处级', value: 550, unit: '学时/5年' },
    { item: 'hoursYearly' as const, scope: '乡科级', value: 90, unit: '学时/年' },
  ].map((row) => ({ ...row, ...HOURS_RULE })),
];
