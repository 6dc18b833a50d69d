// What is proposed for the schedule before it becomes part of it, and what the invited speakers answered.
import { text } from '../../text/language';
import { defineTab } from '../tab';

export const PROPOSALS = defineTab({
  key: 'proposals',
  title: text('排课建议', '排課建議', 'Proposals'),
  purpose: text(
    '建议安排的各期；在“采用”填“是”的可以转入日程。',
    '建議安排的各期；在「採用」填「是」的可以轉入日程。',
    'Sessions proposed for the schedule; those with Yes in the column Accept can be added to it.',
  ),
  color: '#9334e6',
  optional: true,
  columns: {
    id: { label: text('编号', '編號', 'ID'), kind: 'id', filled: true, width: 70 },
    accept: {
      label: text('采用', '採用', 'Accept'),
      kind: 'yesNo',
      width: 60,
      help: text(
        '填“是”，再在侧边栏按“采用”：成为日程中的一期。',
        '填「是」，再在側邊欄按「採用」：成為日程中的一期。',
        'Enter Yes and press Accept in the sidebar: the row becomes a session of the schedule.',
      ),
    },
    date: { label: text('日期', '日期', 'Date'), kind: 'day', filled: true },
    weekday: { label: text('星期', '星期', 'Weekday'), kind: 'text', width: 60 },
    start: { label: text('开始', '開始', 'Start'), kind: 'time', filled: true, width: 60 },
    end: { label: text('结束', '結束', 'End'), kind: 'time', filled: true, width: 60 },
    topicId: {
      label: text('专题编号', '專題編號', 'Topic ID'),
      kind: 'id',
      filled: true,
      from: { tab: 'topics', column: 'id' },
      width: 80,
    },
    title: { label: text('题目', '題目', 'Title'), kind: 'text', filled: true, width: 240 },
    speakerId: {
      label: text('主讲人编号', '主講人編號', 'Speaker ID'),
      kind: 'id',
      filled: true,
      from: { tab: 'speakers', column: 'id' },
      width: 90,
    },
    speaker: {
      label: text('主讲人', '主講人', 'Speaker'),
      kind: 'text',
      width: 90,
      help: text(
        '只供查看；改主讲人请改编号。',
        '只供檢視；改主講人請改編號。',
        'For reading only; to change the speaker change the ID.',
      ),
    },
    venue: { label: text('地点', '地點', 'Venue'), kind: 'text', filled: true, width: 140 },
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
    planNumber: { label: text('计划文号', '計劃文號', 'Plan no.'), kind: 'text', width: 140 },
    fee: {
      label: text('讲课费(税前)', '講課費(稅前)', 'Lecture fee (gross)'),
      kind: 'money',
      width: 110,
    },
    reason: { label: text('理由', '理由', 'Why'), kind: 'text', width: 420 },
    sessionId: {
      label: text('期次编号', '期次編號', 'Session ID'),
      kind: 'id',
      width: 90,
      help: text(
        '采用后由 Lectern 写入；已有编号的不再采用。',
        '採用後由 Lectern 寫入；已有編號的不再採用。',
        'Written by Lectern when the row is accepted; a row that has one is not accepted again.',
      ),
    },
    withdrawn: {
      label: text('撤下日期', '撤下日期', 'Withdrawn on'),
      kind: 'day',
      help: text(
        '再次生成时没有再建议这个专题的日期；仍可采用，也可删去这一行。',
        '再次產生時沒有再建議這個專題的日期；仍可採用，也可刪去這一列。',
        'The day of a later plan that no longer proposed this topic; the row can still be accepted, or deleted.',
      ),
    },
  },
});

export const INVITATIONS = defineTab({
  key: 'invitations',
  title: text('邀请回复', '邀請回覆', 'Invitations'),
  purpose: text(
    '主讲人对邀请的答复，由 Lectern 写入；日程由经办人改。',
    '主講人對邀請的答覆，由 Lectern 寫入；日程由經辦人改。',
    'What invited speakers answered, written by Lectern; clerks change the schedule.',
  ),
  color: '#9334e6',
  protectedFor: 'lectern',
  optional: true,
  columns: {
    sessionId: {
      label: text('期次编号', '期次編號', 'Session ID'),
      kind: 'id',
      filled: true,
      width: 90,
    },
    speakerId: {
      label: text('主讲人编号', '主講人編號', 'Speaker ID'),
      kind: 'id',
      filled: true,
      width: 90,
    },
    answer: {
      label: text('答复', '答覆', 'Answer'),
      kind: 'choice',
      filled: true,
      width: 90,
      choices: {
        accepts: text('接受', '接受', 'Accepts'),
        otherDay: text('希望改期', '希望改期', 'Other day'),
        declines: text('不能来', '不能來', 'Cannot come'),
      },
    },
    announced: {
      label: text('答复时的安排', '答覆時的安排', 'Arrangement answered'),
      kind: 'text',
      width: 200,
      help: text(
        '答复时日程中的日期和时间；以后改期的，须再次确认。',
        '答覆時日程中的日期和時間；以後改期的，須再次確認。',
        'Day and times in the schedule at the time of the answer; after a change it must be confirmed again.',
      ),
    },
    title: { label: text('题目', '題目', 'Title'), kind: 'text', width: 240 },
    outline: { label: text('提纲', '提綱', 'Outline'), kind: 'lines', width: 300 },
    needs: { label: text('需要', '需要', 'Needs'), kind: 'text', width: 200 },
    days: { label: text('可行日期', '可行日期', 'Possible days'), kind: 'text', width: 180 },
    reason: { label: text('原因', '原因', 'Reason'), kind: 'text', width: 180 },
    at: { label: text('时间', '時間', 'When'), kind: 'instant', filled: true, width: 190 },
  },
});
