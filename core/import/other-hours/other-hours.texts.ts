import { text } from '../../text/language';

/** What an import of other hours says of rows, and what it writes into the log. */
export const OTHER_HOURS_TEXTS = {
  logOtherHours: text('导入其他学时', '匯入其他學時', 'Other hours imported'),
  logHours: text('导入：更改学时', '匯入：更改學時', 'Import: hours changed'),
  counted: text('新增{added}条，更改{replaced}条', '新增{added}筆，更改{replaced}筆', 'added {added}, changed {replaced}'),
  noName: text('没有姓名', '沒有姓名', 'no name'),
  noDate: text('没有日期', '沒有日期', 'no date'),
  noHours: text('没有学时', '沒有學時', 'no hours'),
  skipped: text('选择了不导入', '選擇了不匯入', 'left out as chosen'),
  doubled: text('与前面一行相同', '與前面一列相同', 'the same as a row above'),
  noEntry: text('不是人员行', '不是人員列', 'not a person’s row'),
  hours: text('{date} {hours}学时', '{date} {hours}學時', '{date}, {hours} hours'),
};
