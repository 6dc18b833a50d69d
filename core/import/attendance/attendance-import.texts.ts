import { text } from '../../text/language';

/** What an import of attendance says of rows, and what it writes into the log. */
export const ATTENDANCE_IMPORT_TEXTS = {
  logAttendance: text('导入考勤', '匯入考勤', 'Attendance imported'),
  logMark: text('导入：更改考勤', '匯入：更改考勤', 'Import: mark changed'),
  counted: text('新增{added}条，更改{replaced}条', '新增{added}筆，更改{replaced}筆', 'added {added}, changed {replaced}'),
  noName: text('没有姓名', '沒有姓名', 'no name'),
  noTime: text('没有到会时间', '沒有到會時間', 'no time of arrival'),
  otherDay: text('不是本期当天', '不是本期當天', 'not the day of the session'),
  otherTime: text('不在本期时间内', '不在本期時間內', 'not at the time of the session'),
  outBeforeIn: text('离开早于进入', '離開早於進入', 'left before coming'),
  skipped: text('选择了不导入', '選擇了不匯入', 'left out as chosen'),
  tooShort: text('只有时长，且时长不足，无法判断迟到还是早退', '只有時長，且時長不足，無法判斷遲到還是早退', 'only a duration, and too short a one to tell late from left early'),
  noEntry: text('不是人员行', '不是人員列', 'not a person’s row'),
  missed: text('缺课{minutes}分钟', '缺課{minutes}分鐘', '{minutes} minutes missed'),
};
