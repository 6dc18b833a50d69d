// The words of the evaluation page.
import { text, type Text } from '#core/text/language';

/** The best first, as they stand on the page. */
export const SCORE_LABELS: readonly { readonly value: number; readonly label: Text }[] = [
  { value: 5, label: text('非常满意', '非常滿意', 'Very good') },
  { value: 4, label: text('满意', '滿意', 'Good') },
  { value: 3, label: text('合格', '合格', 'Fair') },
  { value: 2, label: text('不太满意', '不太滿意', 'Weak') },
  { value: 1, label: text('不满意', '不滿意', 'Poor') },
];

export const PAGE_TEXTS = {
  heading: text('{programme}教学评价', '{programme}教學評價', '{programme}: evaluation'),
  anonymous: text(
    '匿名评价：不记录姓名、时间和设备，每人限填一份，交后不能修改。评价密封保存，最迟{day}截止，截止以后一并启封；不足{least}份的不启封。意见的内容和口吻可能透露您的身份，请留意。',
    '匿名評價：不記錄姓名、時間和裝置，每人限填一份，交後不能修改。評價密封儲存，最遲{day}截止，截止以後一併啟封；不足{least}份的不啟封。意見的內容和口吻可能透露您的身分，請留意。',
    'Anonymous: neither name nor time nor device is recorded with your answer. You can answer once and not change it. Answers are sealed until the evaluation closes, on {day} at the latest, and then opened together, if there are at least {least}. What you write in a comment may reveal who you are.',
  ),
  named: text(
    '实名评价：您的人员编号与评价一并保存。每人限填一份，{day}截止，交后不能修改。',
    '實名評價：您的人員編號與評價一併儲存。每人限填一份，{day}截止，交後不能修改。',
    'By name: your member ID is kept with your answer. You can answer once, until {day}, and not change it.',
  ),
  incomplete: text(
    '还没有交：请给每一项打分，意见不超过规定的字数。',
    '還沒有交：請給每一項打分，意見不超過規定的字數。',
    'Not sent yet: give a score to every item, and keep the comment within its length.',
  ),
  thanks: text('您的评价已收到，谢谢。', '您的評價已收到，謝謝。', 'Your answer has arrived. Thank you.'),
  title: text('题目', '題目', 'Topic'),
  speaker: text('主讲人', '主講人', 'Speaker'),
  time: text('时间', '時間', 'Time'),
  option: text('{value}分 {label}', '{value}分 {label}', '{value} – {label}'),
  comment: text('意见和建议（可不填）', '意見和建議（可不填）', 'Comment (optional)'),
  commentHint: text('不超过{most}字；请勿写姓名。', '不超過{most}字；請勿寫姓名。', 'Up to {most} characters. Do not write your name.'),
  sendAnonymous: text('匿名提交', '匿名提交', 'Send anonymously'),
  sendNamed: text('实名提交', '實名提交', 'Send with my name'),
} as const;
