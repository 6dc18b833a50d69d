// V15–V17: net, gross and tax of a lecture fee, alone and together with the month's other fees of the same person.
import { monthOf } from '../../calendar/day';
import { finding, type Finding, type Place, type Rule } from '../../workbook/finding';
import { formatCents, toCents, type Cents } from '../../money/cents';
import { grossOfNet, taxOnFee } from '../../fees/lecture-fee-tax';
import type { PaidAmounts } from '../../fees/month-tax';
import { inTaxOrder, isTaxedWith, taxAddedTo } from '../../fees/tax-order';
import { text } from '../../text/language';
import type { Book } from '../../model/book';
import { feeRows, isSeparate, type FeeRow } from '../../model/fee-rows';
import { groupBy } from '../../text/group-by';
import { placeAt } from '../../model/place-at';

const WITHHOLDING = '劳务报酬所得个人所得税预扣预缴（预扣率表二）';

export const DOES_NOT_ADD_UP: Rule = {
  code: 'V15',
  severity: 'error',
  source: WITHHOLDING,
  message: text(
    '税前{gross}元 − 个税{tax}元 ≠ 税后{value}元。',
    '稅前{gross}元 − 個稅{tax}元 ≠ 稅後{value}元。',
    'Gross {gross} − tax {tax} is not net {value}.',
  ),
  suggestion: text(
    '税后{value}元对应税前{rightGross}元、个税{rightTax}元。',
    '稅後{value}元對應稅前{rightGross}元、個稅{rightTax}元。',
    'Net {value} needs gross {rightGross} and tax {rightTax}.',
  ),
};
export const WRONG_TAX: Rule = {
  code: 'V15',
  severity: 'error',
  source: WITHHOLDING,
  message: text(
    '税前{gross}元应扣个税{rightTax}元，不是{value}元。',
    '稅前{gross}元應扣個稅{rightTax}元，不是{value}元。',
    'Tax on gross {gross} is {rightTax}, not {value}.',
  ),
  suggestion: text(
    '请将个税改为{rightTax}元，税后为{rightNet}元。',
    '請將個稅改為{rightTax}元，稅後為{rightNet}元。',
    'Set the tax to {rightTax}; the net is then {rightNet}.',
  ),
};
export const FEE_INCOMPLETE: Rule = {
  code: 'V15',
  severity: 'error',
  source: WITHHOLDING,
  message: text('讲课费缺少{missing}。', '講課費缺少{missing}。', 'The fee has no {missing}.'),
  suggestion: text(
    '税后{net}元对应税前{gross}元、个税{tax}元。',
    '稅後{net}元對應稅前{gross}元、個稅{tax}元。',
    'Net {net} means gross {gross} and tax {tax}.',
  ),
};
export const AMOUNT_IS_NOT_GROSS: Rule = {
  code: 'V15',
  severity: 'error',
  source: WITHHOLDING,
  message: text(
    '讲课费的金额{value}元应等于税前{gross}元。',
    '講課費的金額{value}元應等於稅前{gross}元。',
    'The amount {value} of a fee is its gross, {gross}.',
  ),
  suggestion: text(
    '个税由单位代扣代缴，支出金额按税前填写。',
    '個稅由單位代扣代繳，支出金額按稅前填寫。',
    'The tax is paid for the lecturer: the expense is the gross.',
  ),
};
export const NET_IS_GROSS: Rule = {
  code: 'V16',
  severity: 'error',
  source: WITHHOLDING,
  message: text(
    '税后与税前都是{value}元：可能把税前金额填到了税后。',
    '稅後與稅前都是{value}元：可能把稅前金額填到了稅後。',
    'Net and gross are both {value}: the gross may be in the net column.',
  ),
  suggestion: text(
    '若{value}元是税前，税后为{net}元；若是税后，税前为{gross}元。',
    '若{value}元是稅前，稅後為{net}元；若是稅後，稅前為{gross}元。',
    'If {value} is the gross, the net is {net}; if it is the net, the gross is {gross}.',
  ),
};
export const NOT_AGGREGATED: Rule = {
  code: 'V17',
  severity: 'warning',
  source: WITHHOLDING,
  message: text(
    '“{payee}”{month}有{count}笔讲课费，个税未合并计算：本笔合并应扣{together}元，现扣{value}元。',
    '「{payee}」{month}有{count}筆講課費，個稅未合併計算：本筆合併應扣{together}元，現扣{value}元。',
    '"{payee}" has {count} fees in {month} taxed separately; combined, the tax on this one is {together}, not {value}.',
  ),
  suggestion: text(
    '同一项目一个月内的讲课费合并为一次；确属不同项目的，“计税方式”选“单独计税”并写明理由。',
    '同一項目一個月內的講課費合併為一次；確屬不同項目的，「計稅方式」選「單獨計稅」並寫明理由。',
    'Fees for the same engagement within a month are taxed together; for different engagements choose separate taxation and give the reason.',
  ),
};

export function checkFeeTax(book: Book): Finding[] {
  const fees = feeRows(book);
  const months = groupBy(fees, monthKey);
  const single = fees.filter((fee) => monthKey(fee) === null);
  return [...months.values(), ...single.map((fee) => [fee])].flatMap((group) =>
    checkMonth(book, group),
  );
}

/** Null for a fee that is taxed by itself. */
function monthKey(fee: FeeRow): string | null {
  const { cells, personKey } = fee;
  if (!cells.date || personKey === '' || isSeparate(fee)) return null;
  return `${personKey}|${monthOf(cells.date)}`;
}

function checkMonth(book: Book, group: readonly FeeRow[]): Finding[] {
  return inTaxOrder(group).flatMap(({ fee, before }) =>
    checkFee(book, fee, { before, count: group.length }),
  );
}

interface Month {
  /** Paid and withheld for the same month before. */
  readonly before: PaidAmounts;
  readonly count: number;
}

function checkFee(book: Book, fee: FeeRow, month: Month): Finding[] {
  const { net, gross, tax, amount } = fee.cells;
  if (!net || !gross || tax === undefined || tax === null) {
    if (net && net === gross && taxOnFee(gross) > 0 && isBlank(book, fee, 'tax'))
      return [netIsGross(fee, net)];
    return incomplete(book, fee);
  }
  if (net === gross && taxOnFee(gross) > 0) return [netIsGross(fee, net)];
  if (gross - tax !== net) return [doesNotAddUp(fee, { net, gross, tax })];
  const wrong = checkTax(fee, { gross, tax }, month);
  const isOther = amount !== undefined && amount !== gross;
  const facts = { gross: formatCents(gross) };
  return isOther
    ? [
        ...wrong,
        finding(
          AMOUNT_IS_NOT_GROSS,
          placeAt('expenses', fee.row, 'amount'),
          formatCents(amount),
          facts,
        ),
      ]
    : wrong;
}

const isBlank = (book: Book, { row, cells }: FeeRow, column: 'net' | 'gross' | 'tax'): boolean =>
  cells[column] === undefined &&
  book.hasColumn('expenses', column) &&
  !book.isUnreadable('expenses', row, column);

function netIsGross({ row }: FeeRow, amount: Cents): Finding {
  const facts = {
    net: formatCents(toCents(amount - taxOnFee(amount))),
    gross: formatCents(grossOfNet(amount)),
  };
  return finding(NET_IS_GROSS, placeAt('expenses', row, 'net'), formatCents(amount), facts);
}

const LABELS = {
  net: text('税后', '稅後', 'net'),
  gross: text('税前', '稅前', 'gross'),
  tax: text('个税', '個稅', 'tax'),
};

function incomplete(book: Book, fee: FeeRow): Finding[] {
  const missing = (['net', 'gross', 'tax'] as const).find((column) => isBlank(book, fee, column));
  if (!missing) return [];
  const known = fee.cells;
  const gross = known.gross ?? grossOfNet(toCents(known.net ?? 0));
  const facts = {
    missing: LABELS[missing],
    net: formatCents(toCents(gross - taxOnFee(gross))),
    gross: formatCents(gross),
    tax: formatCents(taxOnFee(gross)),
  };
  return [finding(FEE_INCOMPLETE, placeAt('expenses', fee.row, missing), '', facts)];
}

function doesNotAddUp(
  { row }: FeeRow,
  { net, gross, tax }: Record<'net' | 'gross' | 'tax', Cents>,
): Finding {
  const rightGross = grossOfNet(net);
  const facts = {
    gross: formatCents(gross),
    tax: formatCents(tax),
    rightGross: formatCents(rightGross),
    rightTax: formatCents(taxOnFee(rightGross)),
  };
  return finding(DOES_NOT_ADD_UP, placeAt('expenses', row, 'net'), formatCents(net), facts);
}

function checkTax(
  { row, cells }: FeeRow,
  { gross, tax }: PaidAmounts,
  { before, count }: Month,
): Finding[] {
  if (isTaxedWith(before, { gross, tax })) return [];
  const place = placeAt('expenses', row, 'tax');
  const adds = taxAddedTo(before, gross);
  if (tax !== taxOnFee(gross)) return [wrongTax(place, { gross, tax, right: adds })];
  const month = cells.date ? monthOf(cells.date) : '';
  const facts = { payee: cells.payee ?? '', month, count, together: formatCents(adds) };
  return [finding(NOT_AGGREGATED, place, formatCents(tax), facts)];
}

function wrongTax(
  place: Place,
  { gross, tax, right }: Record<'gross' | 'tax' | 'right', Cents>,
): Finding {
  const rightNet = formatCents(toCents(gross - right));
  const facts = { gross: formatCents(gross), rightTax: formatCents(right), rightNet };
  return finding(WRONG_TAX, place, formatCents(tax), facts);
}
