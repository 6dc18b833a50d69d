// Rules a new workbook starts with: statuses, and the central fee caps and quotas as a model.
import { toDay } from '#core/calendar/day';
import { text, type Text } from '#core/text/language';
import { SPEAKERS } from '#core/workbook/tabs/people';
import type { SampleRow } from './sample';

export const STATUS_LABELS = {
  present: text('出勤', '出勤', 'Present'),
  late: text('迟到', '遲到', 'Late'),
  leftEarly: text('早退', '早退', 'Left early'),
  official: text('公差', '公差', 'Official duty'),
  sick: text('病假', '病假', 'Sick leave'),
  personal: text('事假', '事假', 'Personal leave'),
  absent: text('缺席', '缺席', 'Absent'),
  exempt: text('免训', '免訓', 'Exempt'),
};
export type StatusCode = keyof typeof STATUS_LABELS;

type Treatment = NonNullable<SampleRow<'statuses'>['treatment']>;
const COUNTED: Readonly<Record<StatusCode, readonly [credit: number, treatment: Treatment]>> = {
  present: [1, 'due'],
  late: [1, 'due'],
  leftEarly: [1, 'due'],
  official: [0, 'excused'],
  sick: [0, 'due'],
  personal: [0, 'due'],
  absent: [0, 'due'],
  exempt: [0, 'notCounted'],
};

export const STATUSES: readonly SampleRow<'statuses'>[] = (
  Object.keys(STATUS_LABELS) as StatusCode[]
) // the object's own keys
  .map((code) => {
    const [credit, treatment] = COUNTED[code];
    return { code, label: STATUS_LABELS[code], credit, treatment };
  });

const { academician, senior, associate } = SPEAKERS.columns.titleLevel.choices;
const YUAN_PER_HOUR = text('元/学时', '元/學時', 'yuan per class hour');
const YUAN_PER_DAY = text('元/人天', '元/人天', 'yuan per person-day');

type Item = NonNullable<SampleRow<'rates'>['item']>;
type Listed = readonly [item: Item, scope: Text | null, value: number, unit: Text];

/** Only what the central document is known to say; a province's or city's own rows come beside these. */
const CENTRAL: readonly Listed[] = [
  ['feeCap', associate, 500, YUAN_PER_HOUR],
  ['feeCap', senior, 1000, YUAN_PER_HOUR],
  ['feeCap', academician, 1500, YUAN_PER_HOUR],
  ['halfDayHours', null, 4, text('学时', '學時', 'class hours')],
  ['quota', text('一类', '一類', 'Class 1'), 760, YUAN_PER_DAY],
  ['quota', text('二类', '二類', 'Class 2'), 650, YUAN_PER_DAY],
  ['quota', text('三类', '三類', 'Class 3'), 550, YUAN_PER_DAY],
  ['longCourse', null, 0.7, text('倍', '倍', 'times')],
];

/** Unconfirmed on purpose: the clerk enters the local document and who confirmed it. */
export const CENTRAL_RATES: readonly SampleRow<'rates'>[] = CENTRAL.map(
  ([item, scope, value, unit]) => ({
    item,
    scope,
    value,
    unit,
    documentNumber: '财行〔2016〕540号',
    level: 'central',
    from: toDay('2017-01-01'),
    to: null,
    confirmedBy: null,
    confirmedOn: null,
  }),
);
