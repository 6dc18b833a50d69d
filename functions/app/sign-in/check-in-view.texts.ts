// The sentences of the check-in page and of the screen.
import { text } from '#core/text/language';

export const CHECK_IN_TEXTS = {
  heading: text('{programme}签到', '{programme}簽到', '{programme}: check-in'),
  title: text('题目', '題目', 'Topic'),
  time: text('时间', '時間', 'Time'),
  venue: text('地点', '地點', 'Venue'),
  button: text('签到', '簽到', 'Check in'),
  early: text('还没有开始签到，{opens}开始。', '還沒有開始簽到，{opens}開始。', 'Check-in begins at {opens}.'),
  closed: text('签到已结束。请到签到台登记。', '簽到已結束。請到簽到台登記。', 'Check-in is over. Please see the sign-in desk.'),
  in: text('签到成功：{name}，{time}，{status}。', '簽到成功：{name}，{time}，{status}。', 'Checked in: {name}, {time}, {status}.'),
  again: text('您已签到：{name}，{time}{status}。不必再签。', '您已簽到：{name}，{time}{status}。不必再簽。', 'You have checked in already: {name}, {time}{status}.'),
  kept: text('您的考勤已由经办人登记。请到签到台核对。', '您的考勤已由經辦人登記。請到簽到台核對。', 'A clerk has entered your attendance already. Please see the sign-in desk.'),
  unknown: text(
    '姓名和手机号后四位对不上。请核对；仍不行请到签到台登记。',
    '姓名和手機號後四位對不上。請核對；仍不行請到簽到台登記。',
    'Name and digits do not match. Check them; if that does not help, see the sign-in desk.',
  ),
  scan: text('请用手机扫码签到', '請用手機掃碼簽到', 'Scan to check in'),
  count: text('已到 {attended} 人，应到 {due} 人', '已到 {attended} 人，應到 {due} 人', '{attended} of {due} are here'),
  until: text('{closes}截止', '{closes}截止', 'Until {closes}'),
} as const;
