import { text } from '../../text/language';
import { defineTab } from '../tab';

export const IMPORT_COLUMNS = defineTab({
  key: 'importColumns',
  title: text('导入列名', '匯入欄名', 'Import columns'),
  purpose: text(
    '经办人在导入时为文件各列选定的含义；下次导入照此办理，可以修改或删除。',
    '經辦人在匯入時為文件各欄選定的含義；下次匯入照此辦理，可以修改或刪除。',
    'What clerks chose for columns of imported files; the next import follows it. Rows may be changed or deleted.',
  ),
  color: '#5f6368',
  optional: true,
  columns: {
    kind: {
      label: text('导入内容', '匯入內容', 'Imported'),
      kind: 'choice',
      filled: true,
      width: 110,
      choices: {
        roster: text('花名册', '花名冊', 'Roster'),
        attendance: text('考勤', '考勤', 'Attendance'),
        otherHours: text('其他学时', '其他學時', 'Other hours'),
      },
    },
    heading: {
      label: text('来源列名', '來源欄名', 'Heading in the file'),
      kind: 'text',
      filled: true,
      width: 180,
    },
    column: {
      label: text('对应列', '對應欄', 'Column'),
      kind: 'text',
      width: 140,
      help: text(
        '本工作簿的列名；空白表示这一列不导入。',
        '本活頁簿的欄名；空白表示這一欄不匯入。',
        'The column of this workbook; blank: not imported.',
      ),
    },
  },
});
