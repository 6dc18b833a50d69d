// What is proposed for the schedule before it becomes part of it.
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
  },
});
