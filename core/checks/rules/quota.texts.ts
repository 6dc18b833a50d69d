// The rule V22 with its sentences.
import type { Rule } from '../../workbook/finding';
import { text } from '../../text/language';

export const OVER_QUOTA: Rule = {
  code: 'V22',
  severity: 'error',
  source: '财行〔2016〕540号第九条',
  message: text(
    '本期除师资费外共支出{value}元，超过综合定额：{people}人×{days}天×{quota}元={limit}元（{document}）。',
    '本期除師資費外共支出{value}元，超過綜合定額：{people}人×{days}天×{quota}元={limit}元（{document}）。',
    'Besides the lecturer this session cost {value} yuan, over the quota: {people} people × {days} days × {quota} = {limit} yuan ({document}).',
  ),
  suggestion: text(
    '请核对这一期的支出和出勤人数；半天折合几天见“标准”。',
    '請核對這一期的支出和出勤人數；半天折合幾天見「標準」。',
    'Check the expenses and the attendance; the half-day factor is set in Standards.',
  ),
};
export const OVER_QUOTA_OF_DUE: Rule = {
  code: 'V22',
  severity: 'error',
  source: '财行〔2016〕540号第九条',
  message: text(
    '本期除师资费外共支出{value}元，考勤还没有登记，按应到人数也超过综合定额：{people}人×{days}天×{quota}元={limit}元（{document}）。',
    '本期除師資費外共支出{value}元，考勤還沒有登記，按應到人數也超過綜合定額：{people}人×{days}天×{quota}元={limit}元（{document}）。',
    'Besides the lecturer this session cost {value} yuan; nobody is marked yet, and even for all who were due that is over the quota: {people} people × {days} days × {quota} = {limit} yuan ({document}).',
  ),
  suggestion: text(
    '请核对这一期的支出，并登记考勤；半天折合几天见“标准”。',
    '請核對這一期的支出，並登記考勤；半天折合幾天見「標準」。',
    'Check the expenses, and record the attendance; the half-day factor is set in Standards.',
  ),
};
