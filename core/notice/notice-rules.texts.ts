// Rules of the notices: what prevents sending.
import type { Rule } from '../workbook/finding';
import { text } from '../text/language';

const rule = (code: string, message: Rule['message'], suggestion: Rule['suggestion']): Rule => ({
  code,
  severity: 'error',
  source: null,
  message,
  suggestion,
});

export const UNKNOWN_FIELD = rule(
  'N01',
  text('模板中的字段“{name}”不存在。', '範本中的欄位「{name}」不存在。', 'The template’s field "{name}" does not exist.'),
  text('可用的字段：{fields}。', '可用的欄位：{fields}。', 'Use one of: {fields}.'),
);
export const OPEN_BRACES = rule(
  'N02',
  text('模板中的花括号不成对：“{name}”。', '範本中的大括號不成對：「{name}」。', 'Braces in the template do not pair: "{name}".'),
  text('字段前后各要两个花括号。', '欄位前後各要兩個大括號。', 'A field has two braces on either side.'),
);
export const OTHER_FORM = rule(
  'N07',
  text(
    '模板中的 {places} 不会换成内容，会原样发给收件人。',
    '範本中的 {places} 不會換成內容，會原樣傳給收件人。',
    '{places} in the template would not be filled in: recipients would get it as it is.',
  ),
  text('字段前后各要两个半角花括号：{corrected}。', '欄位前後各要兩個半形大括號：{corrected}。', 'A field has two ordinary braces on either side: {corrected}.'),
);
export const EMPTY_FIELD = rule(
  'N03',
  text('“{field}”没有值，涉及 {count} 人：{names}。', '「{field}」沒有值，涉及 {count} 人：{names}。', '"{field}" is empty for {count}: {names}.'),
  text('请填写，或在模板中给出默认值。', '請填寫，或在範本中給出預設值。', 'Fill it in, or give a default in the template.'),
);
export const DOUBLED_TEMPLATE = rule(
  'N04',
  text('同一类型和语言有两个模板。', '同一類型和語言有兩個範本。', 'There are two templates of this kind and language.'),
  text('请只保留一个。', '請只保留一個。', 'Keep one.'),
);
export const WRONG_STATE = rule(
  'N05',
  text(
    '本期状态是“{state}”，“{kind}”只用于“{needed}”的期次。',
    '本期狀態是「{state}」，「{kind}」只用於「{needed}」的期次。',
    'The session is "{state}"; a "{kind}" is for sessions that are "{needed}".',
  ),
  text('请更正状态，或选择其他通知类型。', '請更正狀態，或選擇其他通知類型。', 'Correct the state, or choose another kind of notice.'),
);
export const NO_OPEN_TOPIC = rule(
  'N08',
  text('没有可点的专题。', '沒有可點的專題。', 'No topic can be ordered.'),
  text('请在“专题”中录入专题，状态选“可点”。', '請在「專題」中輸入專題，狀態選「可點」。', 'Enter topics with the state "Open" in the tab Topics.'),
);
export const EVALUATION_OVER = rule(
  'N09',
  text('本期的评价已经截止，链接打不开。', '本期的評價已經截止，連結打不開。', 'The evaluation of this session is over; its links no longer open.'),
  text('如需延长，请调大设置“评价开放(课后天数)”。', '如需延長，請調大設定「評價開放(課後天數)」。', 'To extend it, raise the setting "Evaluation open (days after)".'),
);
export const NO_CONTACT = rule(
  'N10',
  text('“{tab}”中没有接收“{kind}”的人。', '「{tab}」中沒有接收「{kind}」的人。', 'The tab "{tab}" has nobody who receives "{kind}".'),
  text(
    '请在“{tab}”中录入姓名、单位和邮箱，“接收”选“{kind}”。',
    '請在「{tab}」中輸入姓名、單位和信箱，「接收」選「{kind}」。',
    'Enter name, unit and e-mail in the tab "{tab}", with "{kind}" under "Receives".',
  ),
);
export const NO_SPEAKER = rule(
  'N06',
  text('本期没有主讲人，或师资库中没有此人。', '本期沒有主講人，或師資庫中沒有此人。', 'The session has no speaker who is in the speakers tab.'),
  text('请填写主讲人编号。', '請填寫主講人編號。', 'Enter the speaker’s ID.'),
);
