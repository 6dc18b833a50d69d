import type { Rule } from '../../finding';
import { text } from '../../text/language';

export const NOT_MARKED: Rule = {
  code: 'W40',
  severity: 'info',
  source: null,
  message: text(
    '还有 {count} 个有问题的单元格没有标记颜色和批注，只列在本页（一次最多标记 {limit} 个）。',
    '還有 {count} 個有問題的儲存格沒有標記顏色和附註，只列在本頁（一次最多標記 {limit} 個）。',
    '{count} more wrong cells carry no colour and note and are only listed here ({limit} are marked at most).',
  ),
  suggestion: text(
    '先改正已标记的，再校验一次，其余的会接着标记。',
    '先改正已標記的，再檢核一次，其餘的會接著標記。',
    'Mend the marked ones and check again; the others are marked then.',
  ),
};
