// The rules V12, V21 with their sentences.
import type { Rule } from '../../workbook/finding';
import { text } from '../../text/language';

const FAR_AWAY = '财行〔2016〕540号第十条';

export const NOT_APPROVED: Rule = {
  code: 'V21',
  severity: 'warning',
  source: FAR_AWAY,
  message: text(
    '异地主讲人的税后讲课费{value}元超过{limit}元（上浮不超过{uplift}），没有审批号。',
    '異地主講人的稅後講課費{value}元超過{limit}元（上浮不超過{uplift}），沒有審批號。',
    'The fee of {value} yuan for a lecturer from out of town is over {limit} (uplift up to {uplift}) and has no approval number.',
  ),
  suggestion: text(
    '请取得单位负责人书面批准并填写审批号，或按{limit}元以内发放。',
    '請取得單位負責人書面批准並填寫審批號，或按{limit}元以內發放。',
    'Obtain the written approval and enter its number, or pay at most {limit} yuan.',
  ),
};
export const OVER_UPLIFT: Rule = {
  code: 'V21',
  severity: 'warning',
  source: FAR_AWAY,
  message: text(
    '异地主讲人的税后讲课费{value}元超过{limit}元的上浮幅度{uplift}（最高{raised}元）。',
    '異地主講人的稅後講課費{value}元超過{limit}元的上浮幅度{uplift}（最高{raised}元）。',
    'The fee of {value} yuan for a lecturer from out of town is over {limit} raised by {uplift} (at most {raised}).',
  ),
  suggestion: text(
    '请按{raised}元以内发放，或核对批准文件写明的金额。',
    '請按{raised}元以內發放，或核對批准文件寫明的金額。',
    'Pay at most {raised} yuan, or check the amount that the approval names.',
  ),
};
export const NO_PERCENTAGE: Rule = {
  code: 'V21',
  severity: 'warning',
  source: FAR_AWAY,
  message: text(
    '异地主讲人的税后讲课费{value}元超过{limit}元，“标准”中没有本地的上浮幅度可核对。',
    '異地主講人的稅後講課費{value}元超過{limit}元，「標準」中沒有本地的上浮幅度可核對。',
    'The fee of {value} yuan for a lecturer from out of town is over {limit}; Standards has no local uplift to compare it with.',
  ),
  suggestion: text(
    '请在“标准”中按本地文件补充“异地上浮”（0.5 表示 50%），并核对批准文件。',
    '請在「標準」中按本地文件補充「異地上浮」（0.5 表示 50%），並核對批准文件。',
    'Add the local uplift to Standards (0.5 means 50 %), and check the approval.',
  ),
};

export const NEITHER_APPROVED_NOR_WITHIN: Rule = {
  code: 'V12',
  severity: 'error',
  source: FAR_AWAY,
  message: text(
    '异地主讲人的税后讲课费{value}元超过上限{limit}元（{title} {hours}学时×{cap}元，{document}），也超过上浮{uplift}后的{raised}元，没有审批号。',
    '異地主講人的稅後講課費{value}元超過上限{limit}元（{title} {hours}學時×{cap}元，{document}），也超過上浮{uplift}後的{raised}元，沒有審批號。',
    'The fee of {value} yuan for a lecturer from out of town is over the cap of {limit} ({title}, {hours} h × {cap}; {document}), also when raised by {uplift} to {raised}, and has no approval number.',
  ),
  suggestion: text(
    '请按{limit}元以内发放；经单位负责人书面批准并填写审批号的，最高{raised}元。',
    '請按{limit}元以內發放；經單位負責人書面批准並填寫審批號的，最高{raised}元。',
    'Pay at most {limit} yuan, or up to {raised} with the written approval of the unit’s head, entering its number.',
  ),
};
export const NEITHER_APPROVED_NOR_KNOWN: Rule = {
  code: 'V12',
  severity: 'error',
  source: FAR_AWAY,
  message: text(
    '异地主讲人的税后讲课费{value}元超过上限{limit}元（{title} {hours}学时×{cap}元，{document}），没有审批号，“标准”中也没有本地的上浮幅度。',
    '異地主講人的稅後講課費{value}元超過上限{limit}元（{title} {hours}學時×{cap}元，{document}），沒有審批號，「標準」中也沒有本地的上浮幅度。',
    'The fee of {value} yuan for a lecturer from out of town is over the cap of {limit} ({title}, {hours} h × {cap}; {document}); it has no approval number, and Standards has no local uplift.',
  ),
  suggestion: text(
    '请按{limit}元以内发放；本地文件允许上浮的，在“标准”补充“异地上浮”，取得单位负责人书面批准并填写审批号。',
    '請按{limit}元以內發放；本地文件允許上浮的，在「標準」補充「異地上浮」，取得單位負責人書面批准並填寫審批號。',
    'Pay at most {limit} yuan. Where the local rule allows an uplift, add it to Standards, obtain the written approval and enter its number.',
  ),
};
