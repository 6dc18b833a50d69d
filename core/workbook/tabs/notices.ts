// What notices say, who answered them, and who gets the summaries.
import { text } from '../../text/language';
import { choicesOf } from '../column';
import { defineTab } from '../tab';
import { NOTICE_KINDS } from './notice-kinds';
import { recordedName } from './shown-names';

export const TEMPLATES = defineTab({
  key: 'templates',
  title: text('模板', '範本', 'Templates'),
  purpose: text(
    '各类邮件的标题和正文；没有的用内置模板。',
    '各類郵件的標題和內文；沒有的用內建範本。',
    'Subject and body of each kind of mail; without a row the built-in one is used.',
  ),
  color: '#5f6368',
  columns: {
    kind: {
      label: text('通知类型', '通知類型', 'Kind'),
      synonyms: '类型、類型、Notice kind',
      kind: 'choice',
      filled: true,
      width: 110,
      choices: choicesOf(NOTICE_KINDS),
    },
    language: {
      label: text('语言', '語言', 'Language'),
      kind: 'choice',
      filled: true,
      width: 80,
      choices: {
        'zh-CN': text('zh-CN', 'zh-CN', 'zh-CN'),
        'zh-TW': text('zh-TW', 'zh-TW', 'zh-TW'),
        en: text('en', 'en', 'en'),
      },
    },
    subject: {
      label: text('标题', '標題', 'Subject'),
      synonyms: '邮件标题、郵件標題、主题、主題、主旨、Mail subject',
      kind: 'text',
      filled: true,
      width: 300,
      help: text(
        '{{字段}} 必须有值；{{字段|默认}} 可以没有。',
        '{{欄位}} 必須有值；{{欄位|預設}} 可以沒有。',
        '{{field}} must have a value; {{field|default}} need not.',
      ),
    },
    body: {
      label: text('正文', '內文', 'Body'),
      synonyms: '邮件正文、郵件內文、内容、內容、Text、Mail body',
      kind: 'lines',
      filled: true,
      width: 460,
      help: text(
        '空行分段。只含空字段的行不显示。',
        '空行分段。只含空欄位的行不顯示。',
        'Blank lines separate paragraphs. A line whose fields are all empty is omitted.',
      ),
    },
  },
});

export const CONTACTS = defineTab({
  key: 'contacts',
  title: text('联络人', '聯絡人', 'Contacts'),
  purpose: text(
    '谁收单位摘要，谁收领导简报。',
    '誰收單位摘要，誰收領導簡報。',
    'Who gets a unit’s digest and who the leaders’ summary.',
  ),
  color: '#1a73e8',
  columns: {
    id: {
      label: text('编号', '編號', 'ID'),
      synonyms: '序号、序號、Contact ID、No.',
      kind: 'id',
      filled: true,
      width: 80,
    },
    name: {
      label: text('姓名', '姓名', 'Name'),
      synonyms: '联络人、聯絡人、联系人、聯繫人、Contact、Full name',
      kind: 'name',
      filled: true,
      width: 90,
    },
    unit: {
      label: text('单位', '單位', 'Unit'),
      synonyms:
        '工作单位、工作單位、所在单位、所在單位、单位名称、單位名稱、部门、部門、所属单位、所屬單位、Department、Organisation、Organization',
      kind: 'text',
      width: 180,
      help: text(
        '收单位摘要的必须填写，与花名册一致。',
        '收單位摘要的必須填寫，與花名冊一致。',
        'Needed for a unit digest; as in the roster.',
      ),
    },
    email: {
      label: text('邮箱', '信箱', 'E-mail'),
      synonyms:
        '电子邮箱、電子郵箱、邮箱地址、郵箱地址、电子邮件、電子郵件、邮件地址、郵件地址、电子信箱、電子信箱、Email、Email address、Mail',
      kind: 'email',
      width: 200,
    },
    receives: {
      label: text('接收', '接收', 'Receives'),
      synonyms: '接收内容、接收內容、接收类型、接收類型、Gets',
      kind: 'choice',
      filled: true,
      width: 110,
      choices: {
        digest: NOTICE_KINDS.digest.label,
        summary: NOTICE_KINDS.summary.label,
      },
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

export const REPLIES = defineTab({
  key: 'replies',
  title: text('回执', '回執', 'Replies'),
  purpose: text(
    '通知收件人的答复，由 Lectern 写入；请假另记入“请假”。',
    '通知收件人的答覆，由 Lectern 寫入；請假另記入「請假」。',
    'What recipients answered, written by Lectern; leave is also entered in the leave tab.',
  ),
  color: '#5f6368',
  protectedFor: 'lectern',
  columns: {
    sessionId: {
      label: text('期次编号', '期次編號', 'Session ID'),
      kind: 'id',
      filled: true,
      width: 90,
    },
    memberId: {
      label: text('人员编号', '人員編號', 'Member ID'),
      kind: 'id',
      filled: true,
      width: 90,
    },
    name: recordedName(['roster']),
    answer: {
      label: text('答复', '答覆', 'Answer'),
      kind: 'choice',
      filled: true,
      width: 90,
      choices: {
        attend: text('参加', '參加', 'Attends'),
        leave: text('请假', '請假', 'Requests leave'),
      },
      formerWords: { leave: ['Asks for leave'] },
    },
    reason: { label: text('事由', '事由', 'Reason'), kind: 'text', width: 240 },
    at: { label: text('时间', '時間', 'When'), kind: 'instant', filled: true, width: 190 },
  },
});
