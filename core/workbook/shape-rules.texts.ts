// Rules about the workbook's shape and the kinds of its cells.
import type { Rule } from './finding';
import { text } from '../text/language';

const rule = (code: string, message: Rule['message'], suggestion: Rule['suggestion']): Rule => ({
  code,
  severity: 'error',
  source: null,
  message,
  suggestion,
});

export const MISSING_HEADER = rule(
  'W01',
  text('“{tab}”缺少“{label}”列。', '「{tab}」缺少「{label}」欄。', 'Tab "{tab}" has no column "{label}".'),
  text('请补上这一列的标题，或点“初始化工作簿”。', '請補上這一欄的標題，或按「初始化活頁簿」。', 'Add a column with this heading, or press "Set up".'),
);
export const DOUBLED_HEADER = rule(
  'W02',
  text('“{tab}”有两列都叫“{label}”。', '「{tab}」有兩欄都叫「{label}」。', 'Tab "{tab}" has more than one column "{label}".'),
  text('请只保留一列，其余改名。', '請只保留一欄，其餘改名。', 'Keep one and rename the others.'),
);
export const NO_HEADER = rule(
  'W01',
  text('“{tab}”的前十行里没有列标题。', '「{tab}」的前十列裡沒有欄位標題。', 'Tab "{tab}" has no column headings in its first ten rows.'),
  text('请把列标题（如编号、姓名）写在同一行，放在前十行以内。', '請把欄位標題（如編號、姓名）寫在同一列，放在前十列以內。', 'Put the headings, such as ID and Name, into one of the first ten rows.'),
);
export const AMBIGUOUS_HEADER = rule(
  'W02',
  text('“{tab}”有几列都可能是“{label}”：{headings}。', '「{tab}」有幾欄都可能是「{label}」：{headings}。', 'Tab "{tab}" has more than one column that may be "{label}": {headings}.'),
  text('请把要用的那一列的标题改为“{label}”。', '請把要用的那一欄的標題改為「{label}」。', 'Rename the heading of the one that is meant to "{label}".'),
);
export const MISSING_TAB = rule('W03', text('缺少“{tab}”工作表。', '缺少「{tab}」工作表。', 'Tab "{tab}" is missing.'), text('请点“初始化工作簿”。', '請按「初始化活頁簿」。', 'Press "Set up".'));
export const BLANK_CELL = rule('W04', text('“{label}”没有填写。', '「{label}」沒有填寫。', '"{label}" is blank.'), text('请填写“{label}”。', '請填寫「{label}」。', 'Fill in "{label}".'));
export const NOT_A_NUMBER = rule(
  'W05',
  text('“{value}”不是有效的数字。', '「{value}」不是有效的數字。', '"{value}" is not a valid number.'),
  text('“{label}”应填{expected}。', '「{label}」應填{expected}。', '"{label}" takes {expected}.'),
);
export const NOT_A_CHOICE = rule(
  'W06',
  text('“{value}”不在“{label}”的选项中。', '「{value}」不在「{label}」的選項中。', '"{value}" is not one of the choices of "{label}".'),
  text('请从下拉列表选择：{choices}。', '請從下拉清單選擇：{choices}。', 'Choose one of: {choices}.'),
);
export const NOT_AN_EMAIL = rule(
  'W07',
  text('“{value}”不是有效的邮箱地址。', '「{value}」不是有效的信箱地址。', '"{value}" is not a valid e-mail address.'),
  text('请填写一个完整地址，例如 name@example.org。', '請填寫一個完整地址，例如 name@example.org。', 'Enter one complete address, such as name@example.org.'),
);
export const SEVERAL_ADDRESSES = rule(
  'W07',
  text('“{label}”中有{count}个地址：{value}。', '「{label}」中有{count}個地址：{value}。', '"{label}" has {count} addresses: {value}.'),
  text('只能填一个；要留的是{kept}。', '只能填一個；要留的是{kept}。', 'Enter one; keep {kept}.'),
);
export const NOT_A_DAY: Rule = {
  code: 'V01',
  severity: 'error',
  source: null,
  message: text('“{value}”不是有效日期。', '「{value}」不是有效日期。', '"{value}" is not a valid date.'),
  suggestion: text('请按 2026-03-06 的样式填写日期。', '請按 2026-03-06 的樣式填寫日期。', 'Enter the date like 2026-03-06.'),
};
export const NOT_A_TIME = rule(
  'W08',
  text('“{value}”不是有效时间。', '「{value}」不是有效時間。', '"{value}" is not a valid time.'),
  text('请按 14:30 的样式填写时间。', '請按 14:30 的樣式填寫時間。', 'Enter the time like 14:30.'),
);
export const NOT_TEXT = rule(
  'W09',
  text('“{value}”不能用作“{label}”。', '「{value}」不能用作「{label}」。', '"{value}" cannot be used as "{label}".'),
  text('请改为普通文字。', '請改為普通文字。', 'Enter plain text.'),
);
