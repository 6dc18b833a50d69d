// What each setting is called on the settings tab, what it is for, and the rule W10 on their values.
import { text, type Text } from '../../text/language';
import type { Rule } from '../finding';

export interface SettingTexts {
  readonly label: Text;
  /** Labels of earlier versions: rows that have one are still this setting. */
  readonly formerLabels?: readonly string[];
  readonly help: Text;
}

export const SETTING_TEXTS = {
  programme: {
    label: text('项目名称', '項目名稱', 'Programme'),
    help: text('出现在通知和报表的标题中。', '出現在通知和報表的標題中。', 'Shown in the heading of notices and reports.'),
  },
  organiser: {
    label: text('主办单位', '主辦單位', 'Organiser'),
    help: text('通知的落款。', '通知的落款。', 'The signature of the notices.'),
  },
  timeZone: {
    label: text('时区', '時區', 'Time zone'),
    help: text('例如 Asia/Shanghai。', '例如 Asia/Shanghai。', 'For example Asia/Shanghai.'),
  },
  slots: {
    label: text('上课时段', '上課時段', 'Slots'),
    help: text('例如：周五 14:30-17:00；周六 09:00-11:30', '例如：週五 14:30-17:00；週六 09:00-11:30', 'For example: Fri 14:30-17:00; Sat 09:00-11:30'),
  },
  lateMinutes: {
    label: text('迟到界限(分钟)', '遲到界限(分鐘)', 'Late after (minutes)'),
    help: text('开始后超过这么多分钟记为迟到。', '開始後超過這麼多分鐘記為遲到。', 'Later than this after the start counts as late.'),
  },
  attendanceTarget: {
    label: text('出勤率目标', '出勤率目標', 'Attendance target'),
    help: text('例如 90%。', '例如 90%。', 'For example 90%.'),
  },
  absencesInARow: {
    label: text('连续缺席次数', '連續缺席次數', 'Absences in a row'),
    help: text('连续无故缺席达到这么多次的列入名单。', '連續無故缺席達到這麼多次的列入名單。', 'People absent without leave this many times in a row are listed.'),
  },
  minutesPerClassHour: {
    label: text('每学时分钟', '每學時分鐘', 'Minutes per class hour'),
    help: text('各地不同（40、45、60），请按本地文件填写。', '各地不同（40、45、60），請按本地文件填寫。', 'Differs by place (40, 45, 60): enter the value of your own rule.'),
  },
  budgetWarning: {
    label: text('预算提醒线', '預算提醒線', 'Budget warning from'),
    help: text('某科目支出达到预算的这个比例时提醒，例如 90%。', '某科目支出達到預算的這個比例時提醒，例如 90%。', 'Warns when a head has spent this share of its budget, for example 90%.'),
  },
  papersFrom: {
    label: text('报销材料起始日', '報銷材料起始日', 'Supporting documents from'),
    formerLabels: ['Papers kept from'],
    help: text(
      '从这一天起上的课和发生的支出，核对通知、签到表和单据是否齐全，例如 2026-03-01；不在本工作簿登记的填“否”。',
      '從這一天起上的課和發生的支出，核對通知、簽到表和單據是否齊全，例如 2026-03-01；不在本活頁簿登記的填「否」。',
      'From this day on, sessions and expenses need a notice, a sign-in sheet and invoices, for example 2026-03-01; "No": they are filed elsewhere.',
    ),
  },
  noticeLeadDays: {
    label: text('通知提前天数', '通知提前天數', 'Notice lead (days)'),
    help: text('开课前几天发出通知。', '開課前幾天發出通知。', 'How many days before the session the notice goes out.'),
  },
  sender: {
    label: text('发件地址', '寄件地址', 'Sender'),
    help: text('通知从这个地址发出。', '通知從這個地址發出。', 'Notices are sent from this address.'),
  },
  replyTo: {
    label: text('回复地址', '回覆地址', 'Reply to'),
    help: text('空白表示回复到发件地址。', '空白表示回覆到寄件地址。', 'Blank: replies go to the sender.'),
  },
  language: {
    label: text('语言', '語言', 'Language'),
    help: text('zh-CN、zh-TW 或 en：通知和报表所用的语言。', 'zh-CN、zh-TW 或 en：通知和報表所用的語言。', 'zh-CN, zh-TW or en: the language of notices and reports.'),
  },
  year: {
    label: text('年度', '年度', 'Year'),
    help: text('当前年度。', '當前年度。', 'The current year.'),
  },
  contact: {
    label: text('联系人', '聯絡人', 'Contact'),
    help: text('通知中的联系人和电话。', '通知中的聯絡人和電話。', 'Contact person and telephone in the notices.'),
  },
  transport: {
    label: text('发送方式', '傳送方式', 'Sent through'),
    help: text('smtp 或 gmail。', 'smtp 或 gmail。', 'smtp or gmail.'),
  },
  mailsPerDay: {
    label: text('每日邮件上限', '每日郵件上限', 'Mails per day'),
    formerLabels: ['Mails a day'],
    help: text('超过时一封也不发。Gmail 通常为 2000。', '超過時一封也不發。Gmail 通常為 2000。', 'Beyond it nothing is sent. Gmail usually allows 2,000.'),
  },
  mailsPerMinute: {
    label: text('每分钟邮件数', '每分鐘郵件數', 'Mails per minute'),
    formerLabels: ['Mails a minute'],
    help: text(
      '发送速度。用 Gmail 时不超过管理员设定的上限（通常 50）。',
      '傳送速度。用 Gmail 時不超過管理員設定的上限（通常 50）。',
      'How fast mails are sent. Through Gmail at most what the administrator has set, usually 50.',
    ),
  },
  automatic: {
    label: text('自动发送', '自動傳送', 'Send automatically'),
    help: text(
      '“是”：各类通知按下面几项到时自动发送；“否”：只由经办人发送。',
      '「是」：各類通知按下面幾項到時自動傳送；「否」：只由經辦人傳送。',
      '"Yes": notices of each kind go out when the settings below say; "No": clerks send them.',
    ),
  },
  noticeTime: {
    label: text('通知时刻', '通知時刻', 'Notice time'),
    help: text('例如 09:00；遇休息日提前到前一个工作日。', '例如 09:00；遇休息日提前到前一個工作日。', 'For example 09:00; from a day off it moves to the working day before.'),
  },
  reminderLeadDays: {
    label: text('提醒提前天数', '提醒提前天數', 'Reminder lead (days)'),
    help: text('0 表示不提醒。', '0 表示不提醒。', '0: no reminder.'),
  },
  speakerLeadDays: {
    label: text('主讲人确认提前天数', '主講人確認提前天數', 'Speaker confirmation lead (days)'),
    help: text('0 表示不自动发送。', '0 表示不自動傳送。', '0: not sent automatically.'),
  },
  absenceDays: {
    label: text('缺席提醒(课后天数)', '缺席提醒(課後天數)', 'Absence follow-up (days after)'),
    help: text('0 表示不自动发送；考勤登记齐了才发。', '0 表示不自動傳送；考勤登記齊了才發。', '0: not sent automatically; waits until everybody’s attendance is recorded.'),
  },
  digestDays: {
    label: text('单位摘要(课后天数)', '單位摘要(課後天數)', 'Unit digest (days after)'),
    help: text('0 表示不自动发送；考勤登记齐了才发。', '0 表示不自動傳送；考勤登記齊了才發。', '0: not sent automatically; waits until everybody’s attendance is recorded.'),
  },
  summaryDays: {
    label: text('领导简报(课后天数)', '領導簡報(課後天數)', 'Leaders’ summary (days after)'),
    help: text('0 表示不自动发送；考勤登记齐了才发。', '0 表示不自動傳送；考勤登記齊了才發。', '0: not sent automatically; waits until everybody’s attendance is recorded.'),
  },
  leaveLeadDays: {
    label: text('请假提前天数', '請假提前天數', 'Leave request lead (days)'),
    formerLabels: ['Leave asked ahead (days)'],
    help: text('晚于此的列为临时请假；0 表示不看。', '晚於此的列為臨時請假；0 表示不看。', 'Later than this is flagged as short notice; 0: never.'),
  },
  leaveShare: {
    label: text('请假比例界限', '請假比例界限', 'Leave limit (share of sessions)'),
    formerLabels: ['Leave share limit'],
    help: text('例如 1/7：超过全年期数的这个比例时提醒。', '例如 1/7：超過全年期數的這個比例時提醒。', 'For example 1/7: more leave than this share of the year’s sessions is flagged.'),
  },
  makeUpDays: {
    label: text('补课期限(天)', '補課期限(天)', 'Make-up within (days)'),
    help: text('上课后多少天内补完。', '上課後多少天內補完。', 'The number of days after the session within which it must be made up.'),
  },
  makeUpExempt: {
    label: text('免补课的请假类型', '免補課的請假類型', 'Leave without make-up'),
    help: text(
      '例如：公差、病假。空白表示凡整期请假的都要补课。',
      '例如：公差、病假。空白表示凡整期請假的都要補課。',
      'For example: Official duty, Sick. Blank: every whole session missed with leave must be made up.',
    ),
  },
  absenceLimit: {
    label: text('年度缺席界限(次)', '年度缺席界限(次)', 'Absences per year (limit)'),
    formerLabels: ['Absences a year (limit)'],
    help: text('一年内无故缺席达到这么多次时提醒；0 表示不提醒。', '一年內無故缺席達到這麼多次時提醒；0 表示不提醒。', 'This many absences without leave in a year are flagged; 0: never.'),
  },
  lateLimit: {
    label: text('年度迟到早退界限(次)', '年度遲到早退界限(次)', 'Late or left early per year (limit)'),
    formerLabels: ['Late a year (limit)'],
    help: text('一年内迟到早退达到这么多次时提醒；0 表示不提醒。', '一年內遲到早退達到這麼多次時提醒；0 表示不提醒。', 'This many late arrivals and early departures in a year are flagged; 0: never.'),
  },
  checkInOpens: {
    label: text('扫码签到提前(分钟)', '掃碼簽到提前(分鐘)', 'Check-in opens (minutes before)'),
    help: text('开始前多少分钟可以扫码。', '開始前多少分鐘可以掃碼。', 'Minutes before the start from which people can check in.'),
  },
  checkInCloses: {
    label: text('扫码签到截止(分钟)', '掃碼簽到截止(分鐘)', 'Check-in closes (minutes after)'),
    help: text('开始后多少分钟停止扫码；之后到的由经办人登记。', '開始後多少分鐘停止掃碼；之後到的由經辦人登記。', 'Minutes after the start; a clerk enters people who come later.'),
  },
  checkInRenew: {
    label: text('签到码更换(秒)', '簽到碼更換(秒)', 'Check-in code renewed (seconds)'),
    help: text('屏幕上的二维码多久换一次。', '螢幕上的二維碼多久換一次。', 'How often the code on the screen changes.'),
  },
  checkInValid: {
    label: text('签到码有效(秒)', '簽到碼有效(秒)', 'Check-in code valid (seconds)'),
    help: text('扫到的二维码多久内有效；应比更换时间长。', '掃到的二維碼多久內有效；應比更換時間長。', 'How long a scanned code is accepted; longer than the time between two codes.'),
  },
} as const satisfies Readonly<Record<string, SettingTexts>>;

export const BAD_SETTING: Rule = {
  code: 'W10',
  severity: 'error',
  source: null,
  message: text('设置“{label}”的值“{value}”无效。', '設定「{label}」的值「{value}」無效。', 'Setting "{label}" cannot be "{value}".'),
  suggestion: text('{help}', '{help}', '{help}'),
};

export const SETTING_OUT_OF_LIMITS: Rule = {
  code: 'W10',
  severity: 'error',
  source: null,
  message: text(
    '设置“{label}”的值“{value}”不在 {least} 到 {most} 之间。',
    '設定「{label}」的值「{value}」不在 {least} 到 {most} 之間。',
    'Setting "{label}" cannot be "{value}": it must be between {least} and {most}.',
  ),
  suggestion: text('改正以前按“{initial}”计算。{help}', '改正以前按「{initial}」計算。{help}', 'Until it is corrected, "{initial}" applies. {help}'),
};
