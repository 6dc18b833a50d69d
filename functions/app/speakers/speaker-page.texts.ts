// The sentences of the page behind an invitation's link.
import { text } from '#core/text/language';

export const SPEAKER_PAGE_TEXTS = {
  name: text('主讲人', '主講人', 'Speaker'),
  unit: text('单位', '單位', 'Unit'),
  topic: text('专题', '專題', 'Topic'),
  time: text('时间', '時間', 'Time'),
  venue: text('地点', '地點', 'Venue'),
  hours: text('学时', '學時', 'Class hours'),
  contact: text('联系人', '聯絡人', 'Contact'),
  accept: text('接受邀请', '接受邀請', 'I accept'),
  title: text('讲座题目', '講座題目', 'Title of the lecture'),
  outline: text('提纲', '提綱', 'Outline'),
  outlineHint: text('可不填；几行要点即可。', '可不填；幾行要點即可。', 'May be blank; a few lines are enough.'),
  needs: text('需要的设备、接送等（可不填）', '需要的設備、接送等（可不填）', 'What you need, such as equipment or transport (may be blank)'),
  otherDay: text('希望改期', '希望改期', 'Another day'),
  days: text('可行的日期', '可行的日期', 'Days that are possible'),
  decline: text('不能前来', '不能前來', 'I cannot come'),
  reason: text('原因（可不填）', '原因（可不填）', 'Reason (may be blank)'),
  accepted: text(
    '已收到：您接受邀请。如有变化，可在开始前再次答复。',
    '已收到：您接受邀請。如有變化，可在開始前再次答覆。',
    'Noted: you accept. If anything changes, answer again before the lecture begins.',
  ),
  otherDayNoted: text('已收到您可行的日期，我们会与您联系。', '已收到您可行的日期，我們會與您聯絡。', 'We have your possible days and will contact you.'),
  declined: text('已收到：您不能前来。如有变化，可再次答复。', '已收到：您不能前來。如有變化，可再次答覆。', 'Noted: you cannot come. If that changes, answer again.'),
  moved: text('您答复以后，安排的时间有变化，请再次答复。', '您答覆以後，安排的時間有變化，請再次答覆。', 'The day or time has changed since you answered. Please answer again.'),
};
