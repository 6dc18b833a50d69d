// Names of the announced details, in the order in which they are written.
import { text, type Text } from '../text/language';

export const PARTS = ['date', 'time', 'venue', 'speaker', 'title'] as const;
export const LABELS: Readonly<Record<(typeof PARTS)[number], Text>> = {
  date: text('日期', '日期', 'Date'),
  time: text('时间', '時間', 'Time'),
  venue: text('地点', '地點', 'Venue'),
  speaker: text('主讲人', '主講人', 'Speaker'),
  title: text('题目', '題目', 'Topic'),
};
export const TAKEN_UP_AGAIN = text('此前通知取消，现照常举办。', '此前通知取消，現照常舉辦。', 'It was cancelled, and now takes place after all.');
