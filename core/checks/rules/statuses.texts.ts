// The rules W25, W35, W36 with their sentences.
import type { Rule } from '../../workbook/finding';
import { text } from '../../text/language';

export const CREDIT_IS_NO_SHARE: Rule = {
  code: 'W25',
  severity: 'error',
  source: null,
  message: text('折算{value}不在 0 到 1 之间，或超过两位小数。', '折算{value}不在 0 到 1 之間，或超過兩位小數。', 'The credit {value} is not between 0 and 1 in hundredths.'),
  suggestion: text('到课填 1，未到填 0，折半填 0.5。', '到課填 1，未到填 0，折半填 0.5。', 'Attended is 1, not attended 0, half 0.5.'),
};

export const MEANING_UNKNOWN: Rule = {
  code: 'W35',
  severity: 'warning',
  source: null,
  message: text(
    '“{value}”计入应到而折算为 0，但没有写明是请假还是无故缺席：有此状态的人列为待核实，不列入缺席名单，也不发缺席提醒。',
    '「{value}」計入應到而折算為 0，但沒有寫明是請假還是無故缺席：有此狀態的人列為待核實，不列入缺席名單，也不發缺席提醒。',
    '"{value}" has no credit and does not say whether it is leave or absence without leave: people marked with it are listed as unclear, not as absent, and get no follow-up.',
  ),
  suggestion: text(
    '请在“含义”列选择；没有这一列的，先由管理员点“初始化”。',
    '請在「含義」欄選擇；沒有這一欄的，先由管理員按「初始化」。',
    'Choose its meaning in the column Meaning; where there is none, an administrator sets the workbook up once more.',
  ),
};

export const WORD_OF_SEVERAL: Rule = {
  code: 'W36',
  severity: 'error',
  source: null,
  message: text(
    '“{value}”在第{rows}行的含义不同：有此状态的考勤列为待核实，哪一行都不算。',
    '「{value}」在第{rows}列的含義不同：有此狀態的考勤列為待核實，哪一列都不算。',
    '"{value}" means different things in rows {rows}: marks with it are unclear and count as neither.',
  ),
  suggestion: text('请只保留一行，或改用不同的代码和名称。', '請只保留一列，或改用不同的代碼和名稱。', 'Keep one row, or give each its own code and label.'),
};
