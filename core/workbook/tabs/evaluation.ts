// What participants think of a lecture. Answers and the proof that a person has answered are kept apart, and neither has a time.
import { text } from '../../text/language';
import type { PlainColumn } from '../column';
import { defineTab } from '../tab';

/** How many things listeners give a score for: there is a column for each. */
export const EVALUATION_ITEMS = 5;

export const SCORE_LIMITS = [1, 5] as const;

const score = (item: number): PlainColumn & { readonly kind: 'integer' } => ({
  label: text(`评分${item}`, `評分${item}`, `Score ${item}`),
  kind: 'integer',
  limits: SCORE_LIMITS,
  width: 70,
});

export const EVALUATIONS = defineTab({
  key: 'evaluations',
  title: text('教学评价', '教學評價', 'Evaluations'),
  purpose: text(
    '每份评价一行，由 Lectern 写入；不记姓名和时间，截止以后按内容排列。',
    '每份評價一列，由 Lectern 寫入；不記姓名和時間，截止以後按內容排列。',
    'One row per answer, written by Lectern: without a name or a time, and sorted by content once the session’s evaluation has closed.',
  ),
  color: '#5f6368',
  protectedFor: 'lectern',
  optional: true,
  columns: {
    sessionId: {
      label: text('期次编号', '期次編號', 'Session ID'),
      kind: 'id',
      filled: true,
      width: 90,
    },
    score1: {
      ...score(1),
      help: text(
        '各项名称见设置“评价项目”；5 为最高。',
        '各項名稱見設定「評價項目」；5 為最高。',
        'The items are named in the setting “Evaluation items”; 5 is best.',
      ),
    },
    score2: score(2),
    score3: score(3),
    score4: score(4),
    score5: score(5),
    comment: { label: text('意见', '意見', 'Comment'), kind: 'lines', width: 360 },
    memberId: {
      label: text('人员编号', '人員編號', 'Member ID'),
      kind: 'id',
      optional: true,
      needed: true,
      width: 90,
      help: text(
        '仅在设置“匿名评价”为“否”时填写。',
        '僅在設定「匿名評價」為「否」時填寫。',
        'Only while the setting “Anonymous evaluation” is “No”.',
      ),
    },
    sealed: {
      label: text('密封内容', '密封內容', 'Sealed answer'),
      kind: 'lines', // longer than other text
      width: 160,
      help: text(
        '截止以前评价以密文保存，任何人打开本表都看不到内容；汇总时一并启封。',
        '截止以前評價以密文儲存，任何人開啟本表都看不到內容；彙總時一併啟封。',
        'Until the evaluation closes an answer is kept encrypted, so that nobody who opens this tab or its history can read it; all of a session are opened together.',
      ),
    },
  },
});

export const BALLOTS = defineTab({
  key: 'ballots',
  title: text('评价凭证', '評價憑證', 'Ballots'),
  purpose: text(
    '谁已评价的凭证，只用来保证每人一份，由 Lectern 写入；不能由此查出人员或内容，启封以后删除。',
    '誰已評價的憑證，只用來保證每人一份，由 Lectern 寫入；不能由此查出人員或內容，啟封以後刪除。',
    'Proofs that somebody has answered, so that each person answers once; written by Lectern. They name neither person nor answer, and are removed when the answers are opened.',
  ),
  color: '#5f6368',
  protectedFor: 'lectern',
  optional: true,
  columns: {
    sessionId: {
      label: text('期次编号', '期次編號', 'Session ID'),
      kind: 'id',
      filled: true,
      width: 90,
    },
    ballot: {
      label: text('凭证', '憑證', 'Ballot'),
      kind: 'text',
      filled: true,
      width: 260,
      help: text(
        '由服务器密钥算出的摘要，按自身排序。',
        '由伺服器金鑰算出的摘要，按自身排序。',
        'A digest made with the server’s key; sorted by itself.',
      ),
    },
  },
});
