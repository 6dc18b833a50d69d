// How the programme is run, who may do what, and what Lectern itself writes down.
import { text } from '../../text/language';
import { choicesOf } from '../column';
import { defineTab } from '../tab';
import { NOTICE_KINDS } from './notice-kinds';
import { recordedName } from './shown-names';

export const SETTINGS = defineTab({
  key: 'settings',
  title: text('设置', '設定', 'Settings'),
  purpose: text('一行一项；名称见本页说明。', '一列一項；名稱見本頁說明。', 'One setting a row.'),
  color: '#5f6368',
  protectedFor: 'admin',
  columns: {
    name: {
      label: text('名称', '名稱', 'Name'),
      synonyms: '项目、項目、设置项、設定項目、Setting',
      kind: 'text',
      filled: true,
      width: 180,
    },
    value: {
      label: text('值', '值', 'Value'),
      synonyms: '内容、內容',
      kind: 'text',
      width: 260,
    },
    help: { label: text('说明', '說明', 'Explanation'), kind: 'text', optional: true, width: 420 },
  },
});

export const ROLES = defineTab({
  key: 'roles',
  title: text('权限', '權限', 'Roles'),
  purpose: text(
    '谁可以使用 Lectern 的哪些功能。',
    '誰可以使用 Lectern 的哪些功能。',
    'Who may use which of Lectern’s functions.',
  ),
  color: '#5f6368',
  protectedFor: 'admin',
  columns: {
    email: {
      label: text('邮箱', '信箱', 'E-mail'),
      synonyms: '电子邮箱、電子郵箱、邮箱地址、郵箱地址、账号、帳號、Email、Email address、Account',
      kind: 'email',
      filled: true,
      width: 220,
    },
    role: {
      label: text('角色', '角色', 'Role'),
      synonyms: '权限、權限',
      kind: 'choice',
      filled: true,
      width: 110,
      choices: {
        admin: text('管理员', '管理員', 'Administrator'),
        clerk: text('经办人', '經辦人', 'Clerk'),
        viewer: text('查看者', '檢視者', 'Viewer'),
      },
    },
  },
});

export const NOTICES = defineTab({
  key: 'notices',
  title: text('通知记录', '通知記錄', 'Notices'),
  purpose: text(
    '每封邮件一行，由 Lectern 在发送前后写入。',
    '每封郵件一列，由 Lectern 在傳送前後寫入。',
    'One row per mail, written by Lectern before and after sending.',
  ),
  color: '#5f6368',
  protectedFor: 'lectern',
  columns: {
    key: { label: text('唯一键', '唯一鍵', 'Key'), kind: 'text', filled: true, width: 260 },
    sessionId: {
      label: text('期次编号', '期次編號', 'Session ID'),
      kind: 'id',
      filled: true,
      width: 90,
      help: text(
        '点单的通知写点单开始的日期，报告一段时间的写起止日期。',
        '點單的通知寫點單開始的日期，報告一段時間的寫起訖日期。',
        'Of a mail about ordering topics the opening day, of one about a period its first and last day.',
      ),
    },
    kind: {
      label: text('通知类型', '通知類型', 'Kind'),
      kind: 'choice',
      filled: true,
      width: 100,
      choices: choicesOf(NOTICE_KINDS),
    },
    memberId: {
      label: text('人员编号', '人員編號', 'Member ID'),
      kind: 'id',
      filled: true,
      width: 90,
    },
    name: recordedName(['roster', 'speakers', 'contacts']),
    recipient: { label: text('收件人', '收件人', 'Recipient'), kind: 'text', width: 200 },
    state: {
      label: text('状态', '狀態', 'State'),
      kind: 'choice',
      filled: true,
      width: 100,
      choices: {
        planned: text('待发', '待發', 'Planned'),
        sending: text('发送中', '傳送中', 'Sending'),
        sent: text('已发', '已發', 'Sent'),
        failed: text('失败', '失敗', 'Failed'),
        retry: text('待重试', '待重試', 'Retry'),
        unknown: text('不确定', '不確定', 'Unknown'),
        skipped: text('未发', '未發', 'Skipped'),
        bounced: text('退信', '退信', 'Bounced'),
      },
    },
    reason: { label: text('原因', '原因', 'Reason'), kind: 'text', width: 200 },
    messageId: { label: text('邮件标识', '郵件識別碼', 'Message ID'), kind: 'text', width: 240 },
    draftId: {
      label: text('草稿标识', '草稿識別碼', 'Draft ID'),
      kind: 'text',
      optional: true,
      needed: true,
      width: 120,
    },
    told: {
      label: text('告知内容', '告知內容', 'Announced'),
      formerLabels: ['Told'],
      kind: 'text',
      optional: true,
      needed: true,
      width: 260,
      help: text(
        '收件人已被告知的时间、地点、主讲人和题目。',
        '收件人已被告知的時間、地點、主講人和題目。',
        'The time, venue, speaker and topic that the last notice announced.',
      ),
    },
    contentHash: {
      label: text('内容摘要', '內容摘要', 'Content fingerprint'),
      formerLabels: ['Content digest'],
      kind: 'text',
      width: 140,
    },
    sequence: { label: text('序号', '序號', 'Sequence'), kind: 'integer', width: 60 },
    attempts: { label: text('次数', '次數', 'Attempts'), kind: 'integer', width: 60 },
    updatedAt: { label: text('更新时间', '更新時間', 'Updated at'), kind: 'instant', width: 190 },
    issued: {
      label: text('成文日期', '成文日期', 'Date of issue'),
      kind: 'day',
      optional: true,
      needed: true,
      width: 110,
      help: text(
        '邮件落款下面的日期，重发时不变。',
        '郵件落款下面的日期，重發時不變。',
        'The date under the signature of the mail; it stays when the mail is tried again.',
      ),
    },
  },
});

export const CHECKS = defineTab({
  key: 'checks',
  title: text('校验结果', '檢核結果', 'Checks'),
  purpose: text(
    '最近一次校验的结果，由 Lectern 写入。',
    '最近一次檢核的結果，由 Lectern 寫入。',
    'What the last check found; written by Lectern.',
  ),
  color: '#d93025',
  protectedFor: 'lectern',
  columns: {
    severity: {
      label: text('级别', '級別', 'Severity'),
      kind: 'choice',
      filled: true,
      width: 70,
      choices: {
        error: text('错误', '錯誤', 'Error'),
        warning: text('提醒', '提醒', 'Warning'),
        info: text('说明', '說明', 'Note'),
      },
    },
    tab: { label: text('工作表', '工作表', 'Tab'), kind: 'text', filled: true, width: 90 },
    cell: { label: text('单元格', '儲存格', 'Cell'), kind: 'text', width: 80 },
    rule: { label: text('规则', '規則', 'Rule'), kind: 'id', filled: true, width: 60 },
    message: { label: text('问题', '問題', 'Message'), kind: 'text', filled: true, width: 360 },
    value: { label: text('现值', '現值', 'Value'), kind: 'text', width: 160 },
    suggestion: { label: text('建议', '建議', 'Suggestion'), kind: 'text', width: 320 },
    entry: {
      label: text('记录', '記錄', 'Entry'),
      kind: 'text',
      optional: true,
      needed: true,
      width: 110,
      help: text(
        '该行的编号；忽略理由随它保留。',
        '該列的編號；忽略理由隨它保留。',
        'The key of the row; a reason stays with it.',
      ),
    },
    ignoreReason: {
      label: text('忽略理由', '忽略理由', 'Reason to ignore'),
      formerLabels: ['Ignore, because'],
      kind: 'text',
      width: 180,
      help: text('只对“提醒”有效。', '只對「提醒」有效。', 'Works for warnings only.'),
    },
  },
});

export const LOG = defineTab({
  key: 'log',
  title: text('操作记录', '操作記錄', 'Log'),
  purpose: text('谁在何时做了什么。', '誰在何時做了什麼。', 'Who did what, and when.'),
  color: '#5f6368',
  protectedFor: 'lectern',
  columns: {
    at: { label: text('时间', '時間', 'When'), kind: 'instant', filled: true, width: 190 },
    who: { label: text('操作人', '操作人', 'Who'), kind: 'text', filled: true, width: 200 },
    action: { label: text('操作', '操作', 'Action'), kind: 'text', filled: true, width: 120 },
    target: { label: text('对象', '對象', 'Target'), kind: 'text', width: 160 },
    before: { label: text('修改前', '修改前', 'Before'), kind: 'text', width: 200 },
    after: { label: text('修改后', '修改後', 'After'), kind: 'text', width: 200 },
    reason: { label: text('理由', '理由', 'Reason'), kind: 'text', width: 200 },
  },
});
