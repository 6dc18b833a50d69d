// The words of the order page, of the code in the hall and of its screen.
import { text } from '#core/text/language';

export const ORDER_PAGE_TEXTS = {
  heading: text('{programme}专题点单', '{programme}專題點單', '{programme}: choose your topics'),
  name: text('姓名', '姓名', 'Name'),
  unit: text('单位', '單位', 'Unit'),
  closes: text('截止日期', '截止日期', 'Until'),
  others: text('其他', '其他', 'Other topics'),
  choose: text('请选择专题（最多{most}个）', '請選擇專題（最多{most}個）', 'Your choice (at most {most})'),
  place: text('第{n}志愿', '第{n}志願', 'Choice {n}'),
  none: text('不选', '不選', 'None'),
  wish: text('自提题目（可不填）', '自提題目（可不填）', 'A topic of your own (optional)'),
  button: text('提交点单', '提交點單', 'Send my choice'),
  saved: text('已收到您的点单：', '已收到您的點單：', 'Your choice has arrived:'),
  shown: text('您现在的点单：', '您現在的點單：', 'Your choice so far:'),
  ownLine: text('自提：{wish}', '自提：{wish}', 'Your own topic: {wish}'),
  change: text('截止以前可以随时更改。', '截止以前可以隨時更改。', 'You can change it until the closing day.'),
  nothing: text('您没有点任何专题。', '您沒有點任何專題。', 'You have chosen no topic.'),
  identify: text('请先核对身份', '請先核對身分', 'Who are you?'),
  next: text('下一步', '下一步', 'Next'),
  unknown: text(
    '姓名和手机号后四位对不上。请核对；仍不行请与主办单位联系。',
    '姓名和手機號後四位對不上。請核對；仍不行請與主辦單位聯絡。',
    'Name and digits do not match. Check them; if that does not help, ask the organisers.',
  ),
  scan: text('请用手机扫码点单', '請用手機掃碼點單', 'Scan to choose your topics'),
  count: text('已点单 {ordered} 人，共 {asked} 人', '已點單 {ordered} 人，共 {asked} 人', '{ordered} of {asked} have chosen'),
  closed: text('点单还没有开始，或已经截止。', '點單還沒有開始，或已經截止。', 'Topics cannot be ordered yet, or not any more.'),
};
