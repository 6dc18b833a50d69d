// The rules W40, W41: what is said when not every wrong cell is highlighted.
import type { Rule } from '../../workbook/finding';
import { text } from '../../text/language';

export const NOT_HIGHLIGHTED: Rule = {
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
    'Correct the highlighted cells and check again; the others are highlighted then.',
  ),
};

export const HIGHLIGHTS_REFUSED: Rule = {
  code: 'W41',
  severity: 'info',
  source: null,
  message: text(
    '工作簿中有受保护的单元格，本次没有标记颜色和批注；{count} 个有问题的单元格只列在本页。',
    '活頁簿中有受保護的儲存格，本次沒有標記顏色和附註；{count} 個有問題的儲存格只列在本頁。',
    'Cells are protected from Lectern, so none was marked this time; the {count} wrong cells are only listed here.',
  ),
  suggestion: text('请把服务账号加为受保护范围的编辑者。', '請把服務帳號加為受保護範圍的編輯者。', 'Add the service account to the editors of the protected ranges.'),
};
