// What the county level earned elsewhere: the sum of three earlier years, and a course or online study of this one.
import { toDay } from '#core/calendar/day';
import { MEMBERS } from './people';
import type { SampleRow } from './sample';

type Row = SampleRow<'otherHours'>;

const COUNTY = MEMBERS.filter(({ rankClass }) => rankClass === 'county');

/** Between 270 and 330 hours: about three fifths of the five-year target. */
const earlier = COUNTY.map(({ id }, index): Row => ({
  memberId: id,
  date: toDay('2025-12-31'),
  hours: 270 + ((index * 17) % 61),
  kind: 'earlier',
  title: '2023—2025年累计',
  proof: '干部教育培训档案',
}));

const thisYear = COUNTY.map(({ id }, index): Row =>
  index % 3 === 0
    ? {
        memberId: id,
        date: toDay('2026-05-15'),
        hours: 40,
        kind: 'course',
        title: '区委党校春季班',
        proof: '云党校〔2026〕9号',
      }
    : {
        memberId: id,
        date: toDay('2026-06-30'),
        hours: 50,
        kind: 'online',
        title: '干部网络学院上半年',
        proof: '平台记录',
      },
);

export const OTHER_HOURS: readonly Row[] = [...earlier, ...thisYear];
