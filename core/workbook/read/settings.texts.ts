// What each setting is called on the settings tab, and what it is for.
import { text, type Text } from '../../text/language';

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
  earlyMinutes: {
    label: text('早退界限(分钟)', '早退界限(分鐘)', 'Left early by (minutes)'),
    help: text(
      '导入考勤时，结束前离开超过这么多分钟记为早退；中途离开合计超过的，记入缺课分钟。',
      '匯入考勤時，結束前離開超過這麼多分鐘記為早退；中途離開合計超過的，記入缺課分鐘。',
      'In an import of attendance: leaving earlier than this before the end counts as left early; longer breaks count as minutes missed.',
    ),
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
  invitationLeadDays: {
    label: text('授课邀请提前(天)', '授課邀請提前(天)', 'Invitation days ahead'),
    help: text('自动发送授课邀请的提前天数；0 表示不自动发送。', '自動傳送授課邀請的提前天數；0 表示不自動傳送。', 'Days before the session at which its speaker is invited automatically; 0: never.'),
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
  leaveDecisionDays: {
    label: text('请假结果(课前天数)', '請假結果(課前天數)', 'Decision on leave (days ahead)'),
    help: text(
      '开课前这些天以内，审批后自动通知本人；0 表示不自动发送。',
      '開課前這些天以內，審批後自動通知本人；0 表示不自動傳送。',
      'From so many days before a session, who asked for leave is told once it is decided; 0: not sent automatically.',
    ),
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
  dashboardUnits: {
    label: text('工作台单位数', '工作台單位數', 'Dashboard: units'),
    help: text(
      '工作台和领导链接各列出到课率最高和最低的几个单位；0 表示不列单位。',
      '工作台和領導連結各列出到課率最高和最低的幾個單位；0 表示不列單位。',
      'So many units with the highest and as many with the lowest rate are on the dashboard and behind the leaders’ link; 0: none.',
    ),
  },
  dashboardLeastPeople: {
    label: text('工作台单位最少人数', '工作台單位最少人數', 'Dashboard: least people of a unit'),
    help: text(
      '应到人数少于这个数的单位不参加排列，以免看出个人。',
      '應到人數少於這個數的單位不參加排列，以免看出個人。',
      'Units with fewer people due are not ranked: their rate would show one person’s.',
    ),
  },
  dashboardLinkDays: {
    label: text('领导链接有效(天)', '領導連結有效(天)', 'Leaders’ link valid (days)'),
    help: text(
      '工作台的领导链接多少天以后失效；改为 0，已发出的链接也立即失效。',
      '工作台的領導連結多少天以後失效；改為 0，已發出的連結也立即失效。',
      'After so many days a link to the dashboard expires; 0 closes links that are out already, too.',
    ),
  },
  evaluationOpenDays: {
    label: text('评价开放(课后天数)', '評價開放(課後天數)', 'Evaluation open (days after)'),
    help: text(
      '课后多少天内可以填写评价；到期以后汇总，不再接受。',
      '課後多少天內可以填寫評價；到期以後彙總，不再接受。',
      'How many days after a session its evaluation can be answered; results come after that.',
    ),
  },
  evaluationDays: {
    label: text('评价邀请(课后天数)', '評價邀請(課後天數)', 'Evaluation invitation (days after)'),
    help: text('0 表示不自动发送；考勤登记齐了才发。', '0 表示不自動傳送；考勤登記齊了才發。', '0: not sent automatically; waits until everybody’s attendance is recorded.'),
  },
  evaluationItems: {
    label: text('评价项目', '評價項目', 'Evaluation items'),
    help: text(
      '五项，用“、”分开，依次对应“教学评价”中的评分1至评分5。',
      '五項，用「、」分開，依次對應「教學評價」中的評分1至評分5。',
      'Five names separated by commas, in the order of the score columns.',
    ),
  },
  evaluationAnonymous: {
    label: text('匿名评价', '匿名評價', 'Anonymous evaluation'),
    help: text(
      '“是”：评价不记人员编号。“否”：记人员编号，评价页会写明。',
      '「是」：評價不記人員編號。「否」：記人員編號，評價頁會寫明。',
      'Yes: answers are kept without the person’s ID. No: the ID is kept, and the page says so.',
    ),
  },
  evaluationLeast: {
    label: text('评价公布最少份数', '評價公佈最少份數', 'Evaluation results from (answers)'),
    help: text('一期的评价不足这么多份时不启封，也不公布。', '一期的評價不足這麼多份時不啟封，也不公佈。', 'With fewer answers a session’s evaluation is neither opened nor shown.'),
  },
  rankingLeast: {
    label: text('主讲人排名最少份数', '主講人排名最少份數', 'Speakers ranked from (answers)'),
    help: text('主讲人的评价不足这么多份时不排名次。', '主講人的評價不足這麼多份時不排名次。', 'A speaker with fewer answers has no rank.'),
  },
  bulletinNameLeast: {
    label: text('通报列名最少人数', '通報列名最少人數', 'Bulletin names from (people)'),
    help: text(
      '名单不足这么多人时只写人数；应到不足这么多人的单位与其他单位合并为一行。1 表示都列出。',
      '名單不足這麼多人時只寫人數；應到不足這麼多人的單位與其他單位合併為一列。1 表示都列出。',
      'A list of fewer people gives only their number, and units with fewer people due share a line with others. 1: everything is listed.',
    ),
  },
  ordersOpen: {
    label: text('点单开始', '點單開始', 'Ordering opens'),
    help: text(
      '可以点单的第一天，例如 2026-03-02；自动发送时，这一天发邀请。“否”表示现在不点单。新一轮点单填新的日期；延长截止日期不要改它。',
      '可以點單的第一天，例如 2026-03-02；自動傳送時，這一天發邀請。「否」表示現在不點單。新一輪點單填新的日期；延長截止日期不要改它。',
      'The first day on which topics can be ordered, for example 2026-03-02; invitations go out on it. "No": not now. A new round has a new day; leave it when only the end is put off.',
    ),
  },
  ordersClose: {
    label: text('点单截止', '點單截止', 'Ordering closes'),
    help: text(
      '可以点单的最后一天；截止以前可以随时更改。“否”表示现在不点单。',
      '可以點單的最後一天；截止以前可以隨時更改。「否」表示現在不點單。',
      'The last day on which topics can be ordered; until then an order can be changed. "No": not now.',
    ),
  },
  ordersMost: {
    label: text('最多点单数', '最多點單數', 'Topics a person may order'),
    help: text('每人每轮最多点几个专题。', '每人每輪最多點幾個專題。', 'The number of topics that one person may order in a round.'),
  },
  orderReminderDays: {
    label: text('点单提醒提前天数', '點單提醒提前天數', 'Order reminder lead (days)'),
    help: text(
      '截止前多少天提醒没有点单的人；0 表示不提醒。',
      '截止前多少天提醒沒有點單的人；0 表示不提醒。',
      'Days before the closing day on which those who have not ordered are reminded; 0: no reminder.',
    ),
  },
  orderPoints: {
    label: text('点单计分', '點單計分', 'Points for orders'),
    help: text(
      '第一志愿、第二志愿……各得几分，例如：3、2、1；后面的不高于前面的。',
      '第一志願、第二志願……各得幾分，例如：3、2、1；後面的不高於前面的。',
      'Points of the first wish, the second and so on, for example: 3, 2, 1; never rising.',
    ),
  },
  sourceShares: {
    label: text('专题来源比例', '專題來源比例', 'Shares of topic sources'),
    help: text(
      '各来源的专题应占期次的比例，例如：上级部署 40%、本区难点 40%、群众关注 20%；空白表示不看。',
      '各來源的專題應占期次的比例，例如：上級部署 40%、本區難點 40%、群眾關注 20%；空白表示不看。',
      'The share of the sessions for each source of topics, for example: Set by higher levels 40%, Local problem 40%, Public concern 20%; blank: none.',
    ),
  },
  venues: {
    label: text('可用场地', '可用場地', 'Venues'),
    help: text(
      '可以上课的场地，常用的在前，用“；”分开，可注明座位数，例如 区委党校报告厅(300)；空白按日程中用过的场地。',
      '可以上課的場地，常用的在前，用「；」分開，可註明座位數，例如 區委黨校報告廳(300)；空白按日程中用過的場地。',
      'Where sessions can be held, the usual place first, separated by semicolons, with the seats where known: Party school hall (300). Blank: the venues of the schedule.',
    ),
  },
  tierShares: {
    label: text('师资层级比例', '師資層級比例', 'Tier shares'),
    help: text(
      '各层级师资授课的目标比例，例如 国家 10%；省 40%；空白不控制。',
      '各層級師資授課的目標比例，例如 國家 10%；省 40%；空白不控制。',
      'The share of sessions each tier of speakers is to have, such as National 10%; Province 40%. Blank: none is set.',
    ),
  },
  speakerRestDays: {
    label: text('同一主讲人间隔(天)', '同一主講人間隔(天)', 'Days between a speaker’s sessions'),
    help: text('排课建议中，同一主讲人两次授课至少相隔的天数。', '排課建議中，同一主講人兩次授課至少相隔的天數。', 'Proposals keep at least so many days between two sessions of one speaker.'),
  },
  planLeadDays: {
    label: text('排课提前(天)', '排課提前(天)', 'Planning lead (days)'),
    help: text(
      '排课建议最早从多少天以后开始，留出邀请的时间。',
      '排課建議最早從多少天以後開始，留出邀請的時間。',
      'Nothing is proposed earlier than so many days from now, to leave time for invitations.',
    ),
  },
  sessionsPerWeek: {
    label: text('每周期数', '每週期數', 'Sessions a week'),
    help: text('排课建议每周最多安排几期，已有的也算。', '排課建議每週最多安排幾期，已有的也算。', 'Proposals fill a week up to so many sessions, those of the schedule included.'),
  },
  planHours: {
    label: text('每期授课学时', '每期授課學時', 'Taught hours of a session'),
    help: text(
      '0 表示按时段长度折算的整学时；都不超过“标准”的半天学时上限。',
      '0 表示按時段長度折算的整學時；都不超過「標準」的半天學時上限。',
      '0: as many whole class hours as the slot has. Never more than the limit of a half-day in the standards.',
    ),
  },
  planCreditedHours: {
    label: text('每期认定学时', '每期認定學時', 'Credited hours of a session'),
    help: text('0 表示与授课学时相同。', '0 表示與授課學時相同。', '0: the same as the taught hours.'),
  },
} as const satisfies Readonly<Record<string, SettingTexts>>;
