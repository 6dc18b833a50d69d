// The rules V34, W30, W31 with their sentences.
import type { Rule } from '../../workbook/finding';
import { text } from '../../text/language';

export const SPACES_INSIDE: Rule = {
  code: 'W31',
  severity: 'info',
  source: null,
  message: text('“{value}”中有空格，比较时不计。', '「{value}」中有空格，比較時不計。', '"{value}" contains spaces, which are ignored in comparisons.'),
  suggestion: text('建议改为“{after}”；名单打印时会自动对齐。', '建議改為「{after}」；名單列印時會自動對齊。', 'Use "{after}"; printed lists are aligned anyway.'),
};
export const VARIANT_CHARACTERS: Rule = {
  code: 'W31',
  severity: 'info',
  source: null,
  message: text(
    '“{value}”中有异体字符（间隔号或兼容字形），按“{after}”比较和显示。',
    '「{value}」中有異體字元（間隔號或相容字形），按「{after}」比較和顯示。',
    '"{value}" has variant characters (another middle dot, or a compatibility form); it is compared and shown as "{after}".',
  ),
  suggestion: text('建议改为“{after}”，查找和排序才对得上。', '建議改為「{after}」，查找和排序才對得上。', 'Use "{after}", so that searching and sorting find it.'),
};
export const NUMBER_FOR_TEXT: Rule = {
  code: 'W30',
  severity: 'info',
  source: null,
  message: text('“{label}”存成了数字{value}，前面的零会丢失。', '「{label}」存成了數字{value}，前面的零會遺失。', '"{label}" is stored as the number {value}; leading zeros get lost.'),
  suggestion: text('建议存为文字“{after}”。', '建議存為文字「{after}」。', 'Store it as the text "{after}".'),
};
export const DIGITS_LOST: Rule = {
  code: 'V34',
  severity: 'error',
  source: null,
  message: text('“{label}”存成了数字{value}，末尾的数位已经丢失。', '「{label}」存成了數字{value}，末尾的數位已經遺失。', '"{label}" is stored as the number {value}; its last digits are lost.'),
  suggestion: text('请将单元格设为文本后重新输入。', '請將儲存格設為文字後重新輸入。', 'Format the cell as text and enter it again.'),
};
export const NAME_OF_DIGITS: Rule = {
  code: 'W34',
  severity: 'warning',
  source: null,
  message: text('“{label}”是数字{value}，不像姓名。', '「{label}」是數字{value}，不像姓名。', '"{label}" is the number {value}, which is no name.'),
  suggestion: text('请核对：可能贴错了位置，或姓名没有填。', '請核對：可能貼錯了位置，或姓名沒有填。', 'Check it: something else may have been pasted here.'),
};
