// The rules V09, V25, W20, W21 with their sentences.
import type { Rule } from '../../workbook/finding';
import { text } from '../../text/language';

export const NUMBER_REPEATED: Rule = {
  code: 'V09',
  severity: 'warning',
  source: null,
  message: text('第{value}期出现了不止一次（{others}）。', '第{value}期出現了不止一次（{others}）。', 'Number {value} is given more than once ({others}).'),
  suggestion: text('请按上课日期重新编排期数。', '請按上課日期重新編排期數。', 'Number the sessions by date.'),
};
export const NUMBER_OUT_OF_ORDER: Rule = {
  code: 'V09',
  severity: 'warning',
  source: null,
  message: text(
    '第{value}期排在第{before}期之后，期数与日期顺序不符。',
    '第{value}期排在第{before}期之後，期數與日期順序不符。',
    'Number {value} comes after number {before}: numbers and dates disagree.',
  ),
  suggestion: text('请按上课日期重新编排期数。', '請按上課日期重新編排期數。', 'Number the sessions by date.'),
};
export const NUMBER_SKIPPED: Rule = {
  code: 'V09',
  severity: 'warning',
  source: null,
  message: text('第{before}期之后是第{value}期，中间有缺号。', '第{before}期之後是第{value}期，中間有缺號。', 'Number {before} is followed by {value}: numbers are missing between.'),
  suggestion: text('请补上缺少的期数，或重新编排。', '請補上缺少的期數，或重新編排。', 'Enter the missing session, or renumber.'),
};
export const NUMBER_MISSING: Rule = {
  code: 'V09',
  severity: 'warning',
  source: null,
  message: text('这一期没有期数。', '這一期沒有期數。', 'This session has no number.'),
  suggestion: text('请按上课日期填写期数。', '請按上課日期填寫期數。', 'Give it its number by date.'),
};
export const NOT_IN_PLAN: Rule = {
  code: 'V25',
  severity: 'error',
  source: '财行〔2016〕540号第五至七条',
  message: text('这一期没有计划文号，也没有增加培训的审批说明。', '這一期沒有計劃文號，也沒有增加培訓的審批說明。', 'This session has neither a plan number nor the approval of an added course.'),
  suggestion: text(
    '请填写批准的年度计划文号；临时增加的，在“例外说明”写明审批。',
    '請填寫批准的年度計劃文號；臨時增加的，在「例外說明」寫明審批。',
    'Enter the number of the approved plan; for an added course enter its approval as exception reason.',
  ),
};
export const HELD_IN_FUTURE: Rule = {
  code: 'W20',
  severity: 'error',
  source: null,
  message: text('{date}还没有到，状态不能是“已办”。', '{date}還沒有到，狀態不能是「已辦」。', '{date} is still to come; the session cannot have been held.'),
  suggestion: text('请核对日期，或将状态改回“计划”。', '請核對日期，或將狀態改回「計劃」。', 'Check the date, or set the state back to planned.'),
};
export const STILL_PLANNED: Rule = {
  code: 'W21',
  severity: 'warning',
  source: null,
  message: text('{date}已过，状态仍是“计划”，不计入出勤率。', '{date}已過，狀態仍是「計劃」，不計入出勤率。', '{date} has passed, but the session is still planned and counts in no rate.'),
  suggestion: text('已上课的请改为“已办”，没有上的改为“取消”。', '已上課的請改為「已辦」，沒有上的改為「取消」。', 'Set it to held, or to cancelled.'),
};
