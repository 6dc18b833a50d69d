// Who asked for leave, and who may approve it.
import { text } from '../../text/language';
import { choicesOf } from '../column';
import { defineTab } from '../tab';
import { LEAVE_KINDS } from './leave-kinds';
import { MEMBER_NAME } from './shown-names';

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
      synonyms: '期次、期次号、期次號、Session',
      kind: 'id',
      filled: true,
      from: { tab: 'schedule', column: 'id' },
      width: 90,
    },
    memberId: {
      label: text('人员编号', '人員編號', 'Member ID'),
      synonyms: '人员代码、人員代碼、Member、Person ID',
      kind: 'id',
      filled: true,
      from: { tab: 'roster', column: 'id' },
      width: 90,
    },
    name: MEMBER_NAME,
    kind: {
      label: text('类型', '類型', 'Kind'),
      synonyms: '请假类型、請假類型、请假种类、請假種類、假别、假別、Type、Leave type',
      kind: 'choice',
      filled: true,
      width: 80,
      choices: choicesOf(LEAVE_KINDS),
    },
    reason: {
      label: text('事由', '事由', 'Reason'),
      synonyms: '请假事由、請假事由、请假原因、請假原因、原因',
      kind: 'text',
      width: 180,
    },
    deputy: {
      label: text('代理人', '代理人', 'Deputy'),
      synonyms: '代会人、代會人、替会人、替會人、Substitute',
      kind: 'text',
      optional: true,
      width: 90,
    },
    proof: {
      label: text('证明材料', '證明材料', 'Proof'),
      synonyms: '证明、證明、佐证材料、佐證材料、Evidence',
      kind: 'text',
      optional: true,
      width: 140,
    },
    approver: {
      label: text('批准人', '批准人', 'Approver'),
      synonyms: '审批人、審批人、批假人、Approved by',
      kind: 'text',
      width: 100,
    },
    decision: {
      label: text('审批', '審批', 'Decision'),
      synonyms: '审批结果、審批結果、审批意见、審批意見、是否同意、Outcome',
      kind: 'choice',
      width: 80,
      choices: {
        pending: text('待批', '待批', 'Pending'),
        approved: text('同意', '同意', 'Approved'),
        refused: text('不同意', '不同意', 'Refused'),
        cancelled: text('撤销', '撤銷', 'Cancelled'),
      },
    },
    decidedOn: {
      label: text('审批日期', '審批日期', 'Decided on'),
      synonyms: '批准日期、批假日期、Decision date',
      kind: 'day',
    },
    returnedOn: {
      label: text('销假日期', '銷假日期', 'Returned on'),
      kind: 'day',
      optional: true,
      needed: true,
    },
    makeUp: {
      label: text('补课方式', '補課方式', 'Make-up'),
      kind: 'text',
      optional: true,
      needed: true,
      width: 120,
    },
    makeUpDone: {
      label: text('补课完成日期', '補課完成日期', 'Make-up done'),
      kind: 'day',
      optional: true,
      needed: true,
      width: 110,
    },
    requestedOn: {
      label: text('申请日期', '申請日期', 'Requested on'),
      formerLabels: ['Asked on'],
      synonyms: '请假日期、請假日期、提出日期、Request date',
      kind: 'day',
      optional: true,
      needed: true,
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
      needed: true,
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
      needed: true,
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
      needed: true,
      width: 80,
      help: text(
        '在侧边栏审批时由 Lectern 写入；开课以后才批的会提示。',
        '在側邊欄審批時由 Lectern 寫入；開課以後才批的會提示。',
        'Written by Lectern when the leave is decided in the sidebar; a decision after the session began is flagged.',
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
      synonyms: '适用范围、適用範圍、Scope',
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
      synonyms: '类型、類型、假别、假別、Kind、Leave type',
      kind: 'choice',
      width: 90,
      choices: LEAVE.columns.kind.choices,
      help: text('空白表示各类请假。', '空白表示各類請假。', 'Blank: leave of any kind.'),
    },
    approver: {
      label: text('可批准人', '可批准人', 'Approver'),
      synonyms: '审批人、審批人、批准人、批假人',
      kind: 'text',
      filled: true,
      width: 220,
      help: text(
        '姓名、编号、职务或单位，用“、”分开。',
        '姓名、編號、職務或單位，用「、」分開。',
        'Names, IDs, posts or units, separated by commas.',
      ),
    },
    source: {
      label: text('依据', '依據', 'Source'),
      synonyms: '文件依据、文件依據、Legal basis',
      kind: 'text',
      width: 200,
    },
  },
});
