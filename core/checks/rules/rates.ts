// V20, V28: the rates tab itself: documents, validity, and rates that are needed but not there.
import { finding, type Finding, type Rule } from '../../workbook/finding';
import { text, type Text } from '../../text/language';
import { SPEAKERS } from '../../workbook/tabs/people';
import { isWithin } from '../../workbook/limits';
import { RATE_LIMITS, RATES } from '../../workbook/tabs/rules';
import type { Book, EntryOf } from '../../model/book';
import { groupBy } from '../../text/group-by';
import { at } from '../../model/place';
import {
  findRate,
  isTitleLevel,
  scopesOf,
  type RateBook,
  type RateQuery,
} from '../../model/rate-book';
import { ratesForFees } from './fee-caps';
import { ratesForStaff } from './papers';
import { ratesForSessions } from './session-times';

export const HALF_DAY_PRICE: Rule = {
  code: 'V20',
  severity: 'error',
  source: '财行〔2016〕540号第十条',
  message: text(
    '讲课费上限的计量是“{value}”，按半天计价的规定已废止。',
    '講課費上限的計量是「{value}」，按半天計價的規定已廢止。',
    'The fee cap is given per "{value}"; prices per half-day are no longer valid.',
  ),
  suggestion: text(
    '请改为现行文件的每学时标准。',
    '請改為現行文件的每學時標準。',
    'Enter the cap per class hour of the document in force.',
  ),
};
export const RATE_MISSING: Rule = {
  code: 'V28',
  severity: 'warning',
  source: '财行〔2016〕540号',
  message: text(
    '“标准”中没有{date}有效的“{item}”{scope}，无法核对。',
    '「標準」中沒有{date}有效的「{item}」{scope}，無法核對。',
    'The rates tab has no "{item}" {scope} valid on {date}, so entries cannot be checked against it.',
  ),
  suggestion: text(
    '请按本地文件补充一行，注明文号和有效期。',
    '請按本地文件補充一列，註明文號和有效期。',
    'Add a row from your local document, with its number and validity.',
  ),
};
export const MODEL_ONLY: Rule = {
  code: 'V28',
  severity: 'warning',
  source: '财行〔2016〕540号（地方另有规定的从其规定）',
  message: text(
    '{document}是中央标准，只作参照，有{count}行本地尚未确认。',
    '{document}是中央標準，只作參照，有{count}列本地尚未確認。',
    '{document} is the central model; {count} rows are not confirmed for this place.',
  ),
  suggestion: text(
    '请填写本地文件的标准；确无本地文件的，填写确认人和确认日期。',
    '請填寫本地文件的標準；確無本地文件的，填寫確認人和確認日期。',
    'Enter the local document’s rate; if there is none, enter who confirmed this one and when.',
  ),
};
export const EXPIRES_BEFORE_START: Rule = {
  code: 'V28',
  severity: 'error',
  source: null,
  message: text(
    '失效日期{to}早于生效日期{from}。',
    '失效日期{to}早於生效日期{from}。',
    'Valid to {to} is before valid from {from}.',
  ),
  suggestion: text('请核对有效期。', '請核對有效期。', 'Check the validity.'),
};
export const UNKNOWN_SCOPE: Rule = {
  code: 'V28',
  severity: 'error',
  source: null,
  message: text(
    '“{value}”不是职称级别，这一行不会用到。',
    '「{value}」不是職稱級別，這一列不會用到。',
    '"{value}" is no title level, so this row is never used.',
  ),
  suggestion: text('请填写：{choices}。', '請填寫：{choices}。', 'Enter one of: {choices}.'),
};
export const SAME_TIME_TWICE: Rule = {
  code: 'V28',
  severity: 'error',
  source: null,
  message: text(
    '同一层级的“{item}”{scope}在{from}起有两个不同的数值（另见第{other}行）。',
    '同一層級的「{item}」{scope}在{from}起有兩個不同的數值（另見第{other}列）。',
    'Two different values of "{item}" {scope} of one level hold from {from} (see row {other}).',
  ),
  suggestion: text(
    '请给旧的一行填写失效日期，或删去一行。',
    '請給舊的一列填寫失效日期，或刪去一列。',
    'End the older row, or remove one.',
  ),
};

export const OUT_OF_SENSE: Rule = {
  code: 'W51',
  severity: 'error',
  source: null,
  message: text(
    '“{item}”的数值{value}不在{least}到{most}之间，这一行不会用到。',
    '「{item}」的數值{value}不在{least}到{most}之間，這一列不會用到。',
    '"{item}" cannot be {value}: it lies between {least} and {most}. The row is not used.',
  ),
  suggestion: text(
    '请核对数值；比例填小数，例如 50% 填 0.5。',
    '請核對數值；比例填小數，例如 50% 填 0.5。',
    'Check the value; a share is a decimal: 50 % is 0.5.',
  ),
};

type RateEntry = EntryOf<'rates'>;

/** Such a row is not used. */
function checkSense({ row, cells: { item, value } }: RateEntry): Finding[] {
  if (item === undefined || value === undefined || isWithin(value, RATE_LIMITS[item])) return [];
  const [least, most] = RATE_LIMITS[item];
  const facts = { item: RATES.columns.item.choices[item], least, most };
  return [finding(OUT_OF_SENSE, at('rates', row, 'value'), value, facts)];
}

export function checkRates(book: Book, rates: RateBook): Finding[] {
  return [
    ...book.entries.rates.flatMap((entry) => [...checkRow(book, entry), ...checkSense(entry)]),
    ...checkModels(book),
    ...checkAmbiguous(book.entries.rates),
    ...checkMissing(book, rates),
  ];
}

function checkRow(book: Book, { row, cells }: RateEntry): Finding[] {
  const { item, scope, unit, from, to } = cells;
  const found: Finding[] = [];
  if (item === 'feeCap' && /半天|half/i.test(unit ?? ''))
    found.push(finding(HALF_DAY_PRICE, at('rates', row, 'unit'), unit));
  if (
    item === 'feeCap' &&
    !book.isRefused('rates', row, 'scope') &&
    !scopesOf(scope).every(isTitleLevel)
  ) {
    const choices = Object.values(SPEAKERS.columns.titleLevel.choices);
    found.push(
      finding(UNKNOWN_SCOPE, at('rates', row, 'scope'), scope ?? '', { choices: joined(choices) }),
    );
  }
  if (from && to && to < from)
    found.push(finding(EXPIRES_BEFORE_START, at('rates', row, 'to'), to, { from, to }));
  return found;
}

/** Hours to be learnt are set for all; what may be spent is set by each place. */
const isBinding = (item: RateEntry['cells']['item']): boolean =>
  item === 'hoursYearly' || item === 'hoursFiveYears';

/** One finding for each document, however many rows were taken from it. */
function checkModels(book: Book): Finding[] {
  const unconfirmed = book.entries.rates.filter(
    ({ row, cells: { item, level, from, to, confirmedBy } }) => {
      const isInForce = (!from || from <= book.today) && (!to || book.today <= to);
      const isBlank = !confirmedBy && !book.isRefused('rates', row, 'confirmedBy');
      return level === 'central' && isInForce && isBlank && !isBinding(item);
    },
  );
  const documents = groupBy(unconfirmed, ({ cells }) => cells.documentNumber ?? '');
  return Array.from(documents, ([document, rows]) =>
    finding(MODEL_ONLY, at('rates', null, null), document, { document, count: rows.length }),
  );
}

const joined = (words: readonly Text[]): Text =>
  text(
    words.map((word) => word['zh-CN']).join('；'),
    words.map((word) => word['zh-TW']).join('；'),
    words.map((word) => word.en).join('; '),
  );

/** Two rows of one level and document time with different values: nobody can tell which holds. */
function checkAmbiguous(entries: readonly RateEntry[]): Finding[] {
  const parts = entries.flatMap((entry) =>
    scopesOf(entry.cells.scope).map((scope) => ({ entry, scope })),
  );
  const groups = groupBy(parts, ({ entry: { cells }, scope }) =>
    cells.item && cells.level && cells.from
      ? `${cells.item}|${scope}|${cells.level}|${cells.from}`
      : null,
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    const other = group.find(({ entry }) => entry.cells.value !== first?.entry.cells.value);
    if (!first || !other) return [];
    return group.map(({ entry, scope }) => {
      const against = entry.cells.value === first.entry.cells.value ? other : first;
      return ambiguous(entry, scope, against.entry.row);
    });
  });
}

function ambiguous({ row, cells }: RateEntry, scope: string, other: number): Finding {
  const item = RATES.columns.item.choices[cells.item ?? 'feeCap'];
  const facts = { item, scope: scopeName(scope), from: cells.from ?? '', other };
  return finding(SAME_TIME_TWICE, at('rates', row, 'value'), cells.value, facts);
}

const CHOICES: Readonly<Record<string, Text>> = SPEAKERS.columns.titleLevel.choices;

function scopeName(scope: string | null): Text {
  if (scope === null || scope === '') return text('', '', '');
  const name = Object.hasOwn(CHOICES, scope) ? CHOICES[scope] : undefined;
  return name ?? text(scope, scope, scope);
}

/** One finding for each rate that is missing, naming the first day it is needed for. */
function checkMissing(book: Book, rates: RateBook): Finding[] {
  if (rates.hasUnreadable || !book.tables.rates) return [];
  const needed = [...ratesForSessions(book), ...ratesForFees(book), ...ratesForStaff(book)];
  const missing = needed.filter((query) => findRate(rates, query) === null);
  const groups = groupBy(missing, ({ item, scope }) => `${item}|${scope ?? ''}`);
  return [...groups.values()].map(toMissing);
}

function toMissing(queries: readonly RateQuery[]): Finding {
  const [first] = queries.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  if (!first) throw new Error('a group has no member');
  const item = RATES.columns.item.choices[first.item];
  const facts = { date: first.day, item, scope: scopeName(first.scope) };
  return finding(RATE_MISSING, at('rates', null, null), '', facts);
}
