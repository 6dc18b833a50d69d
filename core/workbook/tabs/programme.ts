// The sessions, who came, and hours from elsewhere.
import { text } from '../../text/language';
import { defineTab } from '../tab';
import { MEMBER_NAME } from './shown-names';

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
    number: {
      label: text('期数', '期數', 'Number'),
      synonyms: '期次、期数序号、第几期、序号、序號、No.、Session no.',
      kind: 'integer',
      width: 60,
    },
    date: {
      label: text('日期', '日期', 'Date'),
      synonyms:
        '上课日期、上課日期、授课日期、授課日期、讲课日期、講課日期、举办日期、舉辦日期、Session date',
      kind: 'day',
      filled: true,
    },
    weekday: {
      label: text('星期', '星期', 'Weekday'),
      synonyms: '周几、週幾、星期几、星期幾、Day of week',
      kind: 'text',
      optional: true,
      width: 60,
      help: text(
        '可不填；填写时须与日期一致。',
        '可不填；填寫時須與日期一致。',
        'May be blank; when given it must agree with the date.',
      ),
    },
    start: {
      label: text('开始', '開始', 'Start'),
      synonyms: '开始时间、開始時間、上课时间、上課時間、Start time、Starts',
      kind: 'time',
      filled: true,
      width: 60,
    },
    end: {
      label: text('结束', '結束', 'End'),
      synonyms: '结束时间、結束時間、下课时间、下課時間、End time、Ends',
      kind: 'time',
      filled: true,
      width: 60,
    },
    title: {
      label: text('题目', '題目', 'Title'),
      synonyms:
        '课题、課題、讲题、講題、讲座题目、講座題目、授课题目、授課題目、课程名称、課程名稱、Subject、Lecture',
      kind: 'text',
      filled: true,
      width: 260,
    },
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
    venue: {
      label: text('地点', '地點', 'Venue'),
      synonyms:
        '上课地点、上課地點、授课地点、授課地點、举办地点、舉辦地點、会场、會場、场地、場地、Place、Location',
      kind: 'text',
      filled: true,
      width: 140,
    },
    audience: {
      label: text('参加范围', '參加範圍', 'Audience'),
      synonyms:
        '参训范围、參訓範圍、参加人员、參加人員、参训人员、參訓人員、培训对象、培訓對象、Participants',
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
      synonyms: '讲课学时、講課學時、课时、課時、学时、學時、Hours、Class hours',
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
      synonyms: '计划编号、計劃編號、Plan number',
      kind: 'text',
      optional: true,
      width: 140,
    },
    exceptionReason: {
      label: text('例外说明', '例外說明', 'Exception reason'),
      kind: 'text',
      optional: true,
      needed: true,
      width: 160,
    },
    staffCount: {
      label: text('工作人员数', '工作人員數', 'Staff'),
      synonyms: '工作人员、工作人員、Staff count',
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
      synonyms: '期次、期次号、期次號、Session',
      kind: 'id',
      filled: true,
      from: { tab: 'schedule', column: 'id' },
      width: 90,
    },
    memberId: {
      label: text('人员编号', '人員編號', 'Member ID'),
      synonyms: '编号、編號、人员代码、人員代碼、Member、Person ID',
      kind: 'id',
      filled: true,
      from: { tab: 'roster', column: 'id' },
      width: 90,
    },
    name: MEMBER_NAME,
    status: {
      label: text('状态', '狀態', 'Status'),
      synonyms: '考勤、考勤状态、考勤狀態、出勤、出勤情况、出勤情況、Attendance、Mark',
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
    in: {
      label: text('签到', '簽到', 'In'),
      synonyms: '签到时间、簽到時間、到课时间、到課時間、Check-in、Time in',
      kind: 'time',
      optional: true,
      needed: true,
      width: 60,
    },
    out: {
      label: text('签退', '簽退', 'Out'),
      synonyms: '签退时间、簽退時間、离开时间、離開時間、Check-out、Time out',
      kind: 'time',
      optional: true,
      needed: true,
      width: 60,
    },
    minutesMissed: {
      label: text('缺课分钟', '缺課分鐘', 'Minutes missed'),
      synonyms: '缺课时长、缺課時長、缺席分钟、缺席分鐘、Minutes absent',
      kind: 'integer',
      limits: [0, 1440],
      optional: true,
      needed: true,
      width: 80,
    },
    remark: {
      label: text('备注', '備註', 'Remark'),
      synonyms: '附注、附註、Remarks、Notes、Note',
      kind: 'text',
      optional: true,
      width: 160,
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
      synonyms: '编号、編號、人员代码、人員代碼、Member、Person ID',
      kind: 'id',
      filled: true,
      from: { tab: 'roster', column: 'id' },
      width: 90,
    },
    name: MEMBER_NAME,
    date: {
      label: text('日期', '日期', 'Date'),
      synonyms: '结束日期、結束日期、培训日期、培訓日期、End date',
      kind: 'day',
      filled: true,
      help: text(
        '结束的日期，决定计入哪一年和哪个五年；以前年度的累计填该年最后一天。',
        '結束的日期，決定計入哪一年和哪個五年；以前年度的累計填該年最後一天。',
        'The last day; it decides for which year and which five years the hours count. For the total of an earlier year enter its last day.',
      ),
    },
    hours: {
      label: text('学时', '學時', 'Hours'),
      synonyms: '认定学时、認定學時、获得学时、獲得學時、学时数、學時數、Credit hours',
      kind: 'decimal',
      filled: true,
      width: 70,
    },
    kind: {
      label: text('类型', '類型', 'Kind'),
      synonyms: '培训类型、培訓類型、类别、類別、Type',
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
    title: {
      label: text('名称', '名稱', 'Title'),
      synonyms: '培训名称、培訓名稱、课程名称、課程名稱、班次名称、班次名稱、Course',
      kind: 'text',
      width: 240,
    },
    proof: {
      label: text('认定依据', '認定依據', 'Proof'),
      synonyms: '证书编号、證書編號、证明材料、證明材料、Certificate',
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
