// What exports of online-study platforms have, and the words their columns have in the usual programs.
import type { Day } from '../../calendar/day';
import { text } from '../../text/language';
import type { DeclaredColumns } from '../../workbook/column-labels';
import { ROSTER } from '../../workbook/tabs/people';
import { OTHER_HOURS } from '../../workbook/tabs/programme';

const { id, name, unit, phone, email } = ROSTER.columns;
const { hours, kind, title, proof } = OTHER_HOURS.columns;

export const OTHER_HOURS_SOURCE = {
  columns: {
    id,
    name: {
      ...name,
      synonyms: `${name.synonyms}、学员姓名、學員姓名、真实姓名、真實姓名、用户姓名、用戶姓名、学员、學員、User name`,
    },
    unit,
    phone,
    email,
    /** A day, a time of a day, or a period, of which the last day counts. */
    date: {
      label: text('日期', '日期', 'Date'),
      synonyms:
        '完成日期、完成时间、完成時間、学习完成时间、學習完成時間、结束日期、結束日期、结束时间、結束時間、结业日期、結業日期、结业时间、結業時間、培训日期、培訓日期、培训时间、培訓時間、学习日期、學習日期、学习时间、學習時間、学习期间、學習期間、学习起止时间、學習起止時間、学习起止日期、學習起止日期、培训起止时间、培訓起止時間、起止日期、起止时间、起止時間、获得时间、獲得時間、获得日期、獲得日期、认定日期、認定日期、End date、Completed、Completed on、Completion date、Period',
      kind: 'text',
    },
    title: {
      ...title,
      synonyms: `${title.synonyms}、课程、課程、课程标题、課程標題、项目名称、項目名稱、专题名称、專題名稱、班级名称、班級名稱、学习内容、學習內容、培训班、培訓班、培训班次、培訓班次、Course name、Course title`,
    },
    hours: {
      ...hours,
      synonyms: `${hours.synonyms}、累计学时、累計學時、总学时、總學時、完成学时、完成學時、已获学时、已獲學時、获得学分、獲得學分、学分、學分、Credits、Study hours`,
    },
    kind,
    proof: { ...proof, synonyms: `${proof.synonyms}、证书号、證書號、学时证明、學時證明` },
  },
} as const satisfies DeclaredColumns;

export type HoursColumn = keyof (typeof OTHER_HOURS_SOURCE)['columns'];

/** Of each list one column is enough; a day is not needed where the clerk gives one. An id alone says of nobody for certain who it is. */
export const otherHoursNeeded = (day: Day | null): readonly (readonly HoursColumn[])[] => [
  ['name', 'phone', 'email'],
  ['hours'],
  ...(day === null ? [['date'] as const] : []),
];
