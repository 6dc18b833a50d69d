import { text } from '../text/language';

/** What an import says to the clerk, and what it writes into the log. */
export const IMPORT_TEXTS = {
  logRoster: text('导入花名册', '匯入花名冊', 'Roster imported'),
  logMember: text('导入：更改人员', '匯入：更改人員', 'Import: person changed'),
  logMove: text('导入：调动', '匯入：調動', 'Import: person moved'),
  logLast: text('导入：离册', '匯入：離冊', 'Import: person left'),
  counted: text(
    '新增{added}人，更改{changed}人，调动{moved}人，离册{left}人',
    '新增{added}人，更改{changed}人，調動{moved}人，離冊{left}人',
    'added {added}, changed {changed}, moved {moved}, left {left}',
  ),
  until: text('{unit}，至{day}', '{unit}，至{day}', '{unit}, until {day}'),
  since: text('{unit}，自{day}', '{unit}，自{day}', '{unit}, from {day}'),
  noName: text('没有姓名', '沒有姓名', 'no name'),
  noUnit: text('没有单位', '沒有單位', 'no unit'),
  vacant: text('空缺职位', '空缺職位', 'vacant post'),
  doubled: text('与前面一行相同', '與前面一列相同', 'the same as a row above'),
  skipped: text('选择了不导入', '選擇了不匯入', 'left out as chosen'),
  over: text('截止日期早于名单生效日期', '截止日期早於名單生效日期', 'the last day is before the list holds'),
  refusedDay: text('{label}与该人员的其他日期矛盾', '{label}與該人員的其他日期矛盾', '{label} contradicts other days of the person'),
  noEntry: text('不是人员行', '不是人員列', 'not a person’s row'),
};
