// The rules V34, W22, W23 with their sentences.
import type { Rule } from '../../workbook/finding';
import { text } from '../../text/language';

export const KEY_TWICE: Rule = {
  code: 'W22',
  severity: 'error',
  source: null,
  message: text('“{value}”出现了不止一次（第{rows}行）。', '「{value}」出現了不止一次（第{rows}列）。', '"{value}" occurs more than once (rows {rows}).'),
  suggestion: text('请只保留一行，或改成不同的编号。', '請只保留一列，或改成不同的編號。', 'Keep one row, or give them different ids.'),
};
export const UNKNOWN_ID: Rule = {
  code: 'W23',
  severity: 'error',
  source: null,
  message: text('“{tab}”中没有“{value}”。', '「{tab}」中沒有「{value}」。', 'There is no "{value}" in tab "{tab}".'),
  suggestion: text('请核对编号，或先在“{tab}”中添加。', '請核對編號，或先在「{tab}」中新增。', 'Check the id, or add it to tab "{tab}" first.'),
};
export const UNKNOWN_MEMBER: Rule = {
  code: 'V34',
  severity: 'error',
  source: null,
  message: text('花名册中没有“{value}”。', '花名冊中沒有「{value}」。', 'There is no "{value}" on the roster.'),
  suggestion: text('请核对人员编号，或先在花名册中添加此人。', '請核對人員編號，或先在花名冊中新增此人。', 'Check the member id, or add the person to the roster first.'),
};
