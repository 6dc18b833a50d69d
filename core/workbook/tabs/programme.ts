// The sessions, who came, and who asked for leave.
import { text } from '../../text/language';
import { choicesOf } from '../column';
import { defineTab } from '../tab';
import { LEAVE_KINDS } from './leave-kinds';

export const SCHEDULE = defineTab({
  key: 'schedule',
  title: text('日程', '日程', 'Schedule'),
  purpose: text(
    '每期一行：时间、题目、主讲人、地点。',
    '每期一列：時間、題目、主講人、地點。',
    'One row per session: when, what, who teaches, where.',
  ),
  color: '#188038',
  columns: {
    id: { label: text('编号', '編號', 'ID'), kind: 'id', filled: true, width: 80 },
    number: { label: text('期数', '期數', 'Number'), kind: 'integer', width: 60 },
    date: { label: text('日期', '日期', 'Date'), kind: 'day', filled: true },
    weekday: {
      label: text('星期', '星期', 'Weekday'),
      kind: 'text',
      optional: true,
      width: 60,
      help: text(
        '可不填；填写时须与日期一致。',
        '可不填；填寫時須與日期一致。',
        'May be blank; when given it must agree with the date.',
      ),
    },
    start: { label: text('开始', '開始', 'Start'), kind: 'time', filled: true, width: 60 },
    end: { label: text('结束', '結束', 'End'), kind: 'time', filled: true, width: 60 },
    title: { label: text('题目', '題目', 'Title'), kind: 'text', filled: true, width: 260 },
    topicId: {
      label: text('专题编号', '專題編號', 'Topic ID'),
      kind: 'id',
      from: { tab: 'topics', column: 'id' },
      width: 80,
    },
    speakerId: {
      label: text('主讲人编号', '主講人編號', 'Speaker ID'),
      kind: 'id',
      from: { tab: 'speakers', column: 'id' },
      width: 90,
    },
    venue: { label: text('地点', '地點', 'Venue'), kind: 'text', filled: true, width: 140 },
    audience: {
      label: text('参加范围', '參加範圍', 'Audience'),
      kind: 'text',
      width: 140,
      help: text(
        '空白表示全体；也可写类别或单位，用“、”分开。',
        '空白表示全體；也可寫類別或單位，用「、」分開。',
        'Blank: everybody; or categories and units, separated by commas.',
      ),
    },
    taughtHours: {
      label: text('授课学时', '授課學時', 'Taught hours'),
      kind: 'decimal',
      limits: [0, 24],
      width: 80,
    },
    creditedHours: {
      label: text('认定学时', '認定學時', 'Credited hours'),
      kind: 'decimal',
      limits: [0, 24],
      width: 80,
    },
    state: {
      label: text('状态', '狀態', 'State'),
      kind: 'choice',
      filled: true,
      width: 80,
      choices: {
        planned: text('计划', '計劃', 'Planned'),
        held: text('已办', '已辦', 'Held'),
        cancelled: text('取消', '取消', 'Cancelled'),
      },
    },
    planNumber: {
      label: text('计划文号', '計劃文號', 'Plan no.'),
      kind: 'text',
      optional: true,
      width: 140,
    },
    exceptionReason: {
      label: text('例外说明', '例外說明', 'Exception reason'),
      kind: 'text',
      optional: true,
      width: 160,
    },
    staffCount: {
      label: text('工作人员数', '工作人員數', 'Staff'),
      kind: 'integer',
      limits: [0, 1000],
      optional: true,
      width: 90,
      help: text(
        '列支培训费的工作人员数。',
        '列支培訓費的工作人員數。',
        'How many staff the training money pays for.',
      ),
    },
    noticeNumber: {
      label: text('通知文号', '通知文號', 'Notice no.'),
      kind: 'text',
      optional: true,
      width: 140,
      help: text(
        '纸质通知的文号；已用邮件通知的可不填。',
        '紙本通知的文號；已用郵件通知的可不填。',
        'Of a notice on paper; may be blank when it went out by mail.',
      ),
    },
    signInProof: {
      label: text('签到表存档', '簽到表存檔', 'Sign-in sheet filed'),
      kind: 'text',
      optional: true,
      width: 140,
      help: text(
        '签到表原件的档号或链接。',
        '簽到表原件的檔號或連結。',
        'File number or link of the signed sheet.',
      ),
    },
  },
});

export const ATTENDANCE = defineTab({
  key: 'attendance',
  title: text('考勤', '考勤', 'Attendance'),
  purpose: text('每人每期一行。', '每人每期一列。', 'One row per person and session.'),
  color: '#188038',
  columns: {
    sessionId: {
      label: text('期次编号', '期次編號', 'Session ID'),
      kind: 'id',
      filled: true,
      from: { tab: 'schedule', column: 'id' },
      width: 90,
    },
    memberId: {
      label: text('人员编号', '人員編號', 'Member ID'),
      kind: 'id',
      filled: true,
      from: { tab: 'roster', column: 'id' },
      width: 90,
    },
    status: {
      label: text('状态', '狀態', 'Status'),
      kind: 'text',
      filled: true,
      from: { tab: 'statuses', column: 'label' },
      width: 90,
      help: text(
        '“考勤状态”中的名称或代码。',
        '「考勤狀態」中的名稱或代碼。',
        'A label or code of the statuses tab.',
      ),
    },
    in: { label: text('签到', '簽到', 'In'), kind: 'time', optional: true, width: 60 },
    out: { label: text('签退', '簽退', 'Out'), kind: 'time', optional: true, width: 60 },
    minutesMissed: {
      label: text('缺课分钟', '缺課分鐘', 'Minutes missed'),
      kind: 'integer',
      limits: [0, 1440],
      optional: true,
      width: 80,
    },
    remark: { label: text('备注', '備註', 'Remark'), kind: 'text', optional: true, width: 160 },
  },
});

export const LEAVE = defineTab({
  key: 'leave',
  title: text('请假', '請假', 'Leave'),
  purpose: text(
    '请假、审批、销假与补课。',
    '請假、審批、銷假與補課。',
    'Leave requested, decided, closed and made up.',
  ),
  color: '#188038',
  columns: {
    id: {
      label: text('编号', '編號', 'ID'),
      kind: 'id',
      width: 80,
      help: text(
        '可以不填：审批时由 Lectern 编号。',
        '可以不填：審批時由 Lectern 編號。',
        'May be blank: Lectern numbers the row when it is decided.',
      ),
    },
    sessionId: {
      label: text('期次编号', '期次編號', 'Session ID'),
      kind: 'id',
      filled: true,
      from: { tab: 'schedule', column: 'id' },
      width: 90,
    },
    memberId: {
      label: text('人员编号', '人員編號', 'Member ID'),
      kind: 'id',
      filled: true,
      from: { tab: 'roster', column: 'id' },
      width: 90,
    },
    kind: {
      label: text('类型', '類型', 'Kind'),
      kind: 'choice',
      filled: true,
      width: 80,
      choices: choicesOf(LEAVE_KINDS),
    },
    reason: { label: text('事由', '事由', 'Reason'), kind: 'text', width: 180 },
    deputy: { label: text('代理人', '代理人', 'Deputy'), kind: 'text', optional: true, width: 90 },
    proof: {
      label: text('证明材料', '證明材料', 'Proof'),
      kind: 'text',
      optional: true,
      width: 140,
    },
    approver: { label: text('批准人', '批准人', 'Approver'), kind: 'text', width: 100 },
    decision: {
      label: text('审批', '審批', 'Decision'),
      kind: 'choice',
      width: 80,
      choices: {
        pending: text('待批', '待批', 'Pending'),
        approved: text('同意', '同意', 'Approved'),
        refused: text('不同意', '不同意', 'Refused'),
        cancelled: text('撤销', '撤銷', 'Cancelled'),
      },
    },
    decidedOn: { label: text('审批日期', '審批日期', 'Decided on'), kind: 'day' },
    returnedOn: { label: text('销假日期', '銷假日期', 'Returned on'), kind: 'day', optional: true },
    makeUp: {
      label: text('补课方式', '補課方式', 'Make-up'),
      kind: 'text',
      optional: true,
      width: 120,
    },
    makeUpDone: {
      label: text('补课完成日期', '補課完成日期', 'Make-up done'),
      kind: 'day',
      optional: true,
      width: 110,
    },
    requestedOn: {
      label: text('申请日期', '申請日期', 'Requested on'),
      formerLabels: ['Asked on'],
      kind: 'day',
      optional: true,
      help: text(
        '空白表示不知道；填写后可看出是否临时请假。',
        '空白表示不知道；填寫後可看出是否臨時請假。',
        'Blank: not known; when given, short notice is flagged.',
      ),
    },
    minutes: {
      label: text('请假分钟', '請假分鐘', 'Minutes'),
      kind: 'integer',
      limits: [0, 1440],
      optional: true,
      width: 80,
      help: text(
        '空白表示整期（半天）；只缺一部分的填分钟数，考勤状态不变。',
        '空白表示整期（半天）；只缺一部分的填分鐘數，考勤狀態不變。',
        'Blank: the whole session (a half-day); for a part of it enter the minutes: the status does not change.',
      ),
    },
    markBefore: {
      label: text('原考勤', '原考勤', 'Mark before'),
      kind: 'text',
      optional: true,
      width: 90,
      help: text(
        '准假改动考勤之前的状态或缺课分钟（0′ 表示空白），由 Lectern 写入，撤销时据此恢复。',
        '准假改動考勤之前的狀態或缺課分鐘（0′ 表示空白），由 Lectern 寫入，撤銷時據此恢復。',
        'What the attendance said before the leave changed it, status or minutes (0′: blank); written by Lectern, restored when the leave is cancelled.',
      ),
    },
    decidedAt: {
      label: text('审批时刻', '審批時刻', 'Decided at'),
      kind: 'time',
      optional: true,
      width: 80,
      help: text(
        '在侧边栏审批时由 Lectern 写入；开课以后才批的会提示。',
        '在側邊欄審批時由 Lectern 寫入；開課以後才批的會提示。',
        'Written by Lectern when the leave is decided in the sidebar; a decision after the session began is flagged.',
      ),
    },
  },
});

export const OTHER_HOURS = defineTab({
  key: 'otherHours',
  title: text('其他学时', '其他學時', 'Other hours'),
  purpose: text(
    '本项目以外认定的学时：其他集中培训、网络学习、使用本工作簿以前的累计；计入学时台账。',
    '本項目以外認定的學時：其他集中培訓、網路學習、使用本活頁簿以前的累計；計入學時台賬。',
    'Hours credited elsewhere: other courses, online study, and what was earned before this workbook; the hours ledger adds them.',
  ),
  color: '#188038',
  optional: true,
  columns: {
    memberId: {
      label: text('人员编号', '人員編號', 'Member ID'),
      kind: 'id',
      filled: true,
      from: { tab: 'roster', column: 'id' },
      width: 90,
    },
    date: {
      label: text('日期', '日期', 'Date'),
      kind: 'day',
      filled: true,
      help: text(
        '结束的日期，决定计入哪一年和哪个五年；以前年度的累计填该年最后一天。',
        '結束的日期，決定計入哪一年和哪個五年；以前年度的累計填該年最後一天。',
        'The last day; it decides for which year and which five years the hours count. For the total of an earlier year enter its last day.',
      ),
    },
    hours: { label: text('学时', '學時', 'Hours'), kind: 'decimal', filled: true, width: 70 },
    kind: {
      label: text('类型', '類型', 'Kind'),
      kind: 'choice',
      width: 110,
      choices: {
        course: text('集中培训', '集中培訓', 'Course'),
        online: text('网络学习', '網路學習', 'Online study'),
        earlier: text('以前累计', '以前累計', 'Earlier total'),
        other: text('其他', '其他', 'Other'),
      },
      formerWords: { earlier: ['Earlier sum'] },
    },
    title: { label: text('名称', '名稱', 'Title'), kind: 'text', width: 240 },
    proof: {
      label: text('认定依据', '認定依據', 'Proof'),
      kind: 'text',
      optional: true,
      width: 160,
      help: text(
        '证书、文号或平台记录。',
        '證書、文號或平台記錄。',
        'Certificate, document number or record of the platform.',
      ),
    },
  },
});

export const APPROVERS = defineTab({
  key: 'approvers',
  title: text('审批权限', '審批權限', 'Approvers'),
  purpose: text(
    '谁的假由谁批；从上往下看，第一条适用的为准。',
    '誰的假由誰批；從上往下看，第一條適用的為準。',
    'Who may approve whose leave; the first row that applies decides.',
  ),
  color: '#5f6368',
  protectedFor: 'admin',
  columns: {
    scope: {
      label: text('适用对象', '適用對象', 'Applies to'),
      kind: 'text',
      width: 220,
      help: text(
        '类别、单位、职务、姓名或编号，用“、”分开；空白表示全体。',
        '類別、單位、職務、姓名或編號，用「、」分開；空白表示全體。',
        'Categories, units, posts, names or IDs, separated by commas; blank: everybody.',
      ),
    },
    kind: {
      label: text('请假类型', '請假類型', 'Kind of leave'),
      kind: 'choice',
      width: 90,
      choices: LEAVE.columns.kind.choices,
      help: text('空白表示各类请假。', '空白表示各類請假。', 'Blank: leave of any kind.'),
    },
    approver: {
      label: text('可批准人', '可批准人', 'Approver'),
      kind: 'text',
      filled: true,
      width: 220,
      help: text(
        '姓名、编号、职务或单位，用“、”分开。',
        '姓名、編號、職務或單位，用「、」分開。',
        'Names, IDs, posts or units, separated by commas.',
      ),
    },
    source: { label: text('依据', '依據', 'Source'), kind: 'text', width: 200 },
  },
});
