// V20: prices per half-day that ended with 2016 and are still in old sheets.
import { finding, type Finding, type Rule } from '../../workbook/finding';
import { formatCents, toCents, yuanToCents, type Cents } from '../../money/cents';
import { hoursTimes, toHundredthHours } from '../../money/class-hours';
import { text } from '../../text/language';
import { SPEAKERS } from '../../workbook/tabs/people';
import type { Book } from '../../model/book';
import { capQuery, feeRows, type FeeRow } from '../../model/fee-rows';
import { placeAt } from '../../model/place-at';
import { findStandard, type Standards } from '../../model/standards';

export const OLD_HALF_DAY_PRICE: Rule = {
  code: 'V20',
  severity: 'error',
  source: '财行〔2013〕523号（已废止）',
  message: text(
    '税后{value}元用的是已废止的半天标准（{title}每半天{price}元），现行上限为{limit}元。',
    '稅後{value}元用的是已廢止的半天標準（{title}每半天{price}元），現行上限為{limit}元。',
    'Net {value} uses the price per half-day that is no longer valid ({title}: {price}); the cap is {limit} now.',
  ),
  suggestion: text(
    '请改按学时计算：授课学时×现行每学时标准。',
    '請改按學時計算：授課學時×現行每學時標準。',
    'Pay by the class hour: hours taught times the rate in force.',
  ),
};

/** After tax, per half-day, until 2016-12-31. They only serve to recognise a slip; what may be paid is set in Standards. */
const OLD_PRICES = {
  associate: toCents(1000_00),
  senior: toCents(2000_00),
  academician: toCents(3000_00),
} as const;

export function checkHalfDayPrices(book: Book, standards: Standards): Finding[] {
  return feeRows(book).flatMap((fee) => checkFee(fee, standards));
}

function checkFee(fee: FeeRow, standards: Standards): Finding[] {
  const query = capQuery(fee);
  const cap = query && findStandard(standards, query);
  const level = fee.speaker?.cells.titleLevel;
  const taught = fee.session?.cells.taughtHours;
  const perHour = cap && yuanToCents(cap.value);
  if (!perHour || !taught || fee.net === null || !isPriced(level)) return [];
  const hours = toHundredthHours(taught);
  const limit = hoursTimes(hours, perHour);
  const price = OLD_PRICES[level];
  const isOld = fee.net === price || fee.net === hoursTimes(hours, price);
  return isOld && fee.net > limit ? [toFinding(fee.row, fee.net, { level, price, limit })] : [];
}

function isPriced(level: string | null | undefined): level is keyof typeof OLD_PRICES {
  return typeof level === 'string' && Object.hasOwn(OLD_PRICES, level);
}

function toFinding(
  row: number,
  net: Cents,
  { level, price, limit }: { level: keyof typeof OLD_PRICES; price: Cents; limit: Cents },
): Finding {
  const title = SPEAKERS.columns.titleLevel.choices[level];
  const facts = { title, price: formatCents(price), limit: formatCents(limit) };
  return finding(OLD_HALF_DAY_PRICE, placeAt('expenses', row, 'net'), formatCents(net), facts);
}
