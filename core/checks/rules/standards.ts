// V20, V28: the standards tab itself: documents, validity, and standards that are needed but not there.
import { finding, type Finding, type Rule } from '../../workbook/finding';
import { text, type Text } from '../../text/language';
import { SPEAKERS } from '../../workbook/tabs/people';
import { isWithin } from '../../workbook/limits';
import { STANDARD_LIMITS, STANDARDS } from '../../workbook/tabs/rules';
import type { Book, EntryOf } from '../../model/book';
import { groupBy } from '../../text/group-by';
import { placeAt } from '../../model/place-at';
import {
  findStandard,
  isTitleLevel,
  scopesOf,
  type Standards,
  type StandardQuery,
} from '../../model/standards';
import { standardsForFees } from './fee-caps';
import { standardsForStaff } from './papers';
import { standardsForSessions } from './session-times';

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
export const STANDARD_MISSING: Rule = {
  code: 'V28',
  severity: 'warning',
  source: '财行〔2016〕540号',
  message: text(
    '“标准”中没有{date}有效的“{item}”{scope}，无法核对。',
    '「標準」中沒有{date}有效的「{item}」{scope}，無法核對。',
    'The standards tab has no "{item}" {scope} valid on {date}, so entries cannot be checked against it.',
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
export const AMBIGUOUS_STANDARD: Rule = {
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

export const IMPLAUSIBLE_VALUE: Rule = {
  code: 'W51',
  severity: 'error',
  source: null,
  message: text(
    '“{item}”的数值{value}不在{least}到{most}之间，这一行不会用到。',
    '「{item}」的數值{value}不在{least}到{most}之間，這一列不會用到。',
    '"{item}" cannot be {value}: it must be between {least} and {most}. The row is not used.',
  ),
  suggestion: text(
    '请核对数值；比例填小数，例如 50% 填 0.5。',
    '請核對數值；比例填小數，例如 50% 填 0.5。',
    'Check the value; a share is a decimal: 50 % is 0.5.',
  ),
};

type StandardEntry = EntryOf<'standards'>;

/** Such a row is not used. */
function checkPlausible({ row, cells: { item, value } }: StandardEntry): Finding[] {
  if (item === undefined || value === undefined || isWithin(value, STANDARD_LIMITS[item]))
    return [];
  const [least, most] = STANDARD_LIMITS[item];
  const facts = { item: STANDARDS.columns.item.choices[item], least, most };
  return [finding(IMPLAUSIBLE_VALUE, placeAt('standards', row, 'value'), value, facts)];
}

export function checkStandards(book: Book, standards: Standards): Finding[] {
  return [
    ...book.entries.standards.flatMap((entry) => [
      ...checkRow(book, entry),
      ...checkPlausible(entry),
    ]),
    ...checkModels(book),
    ...checkAmbiguous(book.entries.standards),
    ...checkMissing(book, standards),
  ];
}

function checkRow(book: Book, { row, cells }: StandardEntry): Finding[] {
  const { item, scope, unit, from, to } = cells;
  const found: Finding[] = [];
  if (item === 'feeCap' && /半天|half/i.test(unit ?? ''))
    found.push(finding(HALF_DAY_PRICE, placeAt('standards', row, 'unit'), unit));
  if (
    item === 'feeCap' &&
    !book.isUnreadable('standards', row, 'scope') &&
    !scopesOf(scope).every(isTitleLevel)
  ) {
    const choices = Object.values(SPEAKERS.columns.titleLevel.choices);
    found.push(
      finding(UNKNOWN_SCOPE, placeAt('standards', row, 'scope'), scope ?? '', {
        choices: joined(choices),
      }),
    );
  }
  if (from && to && to < from)
    found.push(finding(EXPIRES_BEFORE_START, placeAt('standards', row, 'to'), to, { from, to }));
  return found;
}

/** Hours to be learnt are set for all; what may be spent is set by each place. */
const isBinding = (item: StandardEntry['cells']['item']): boolean =>
  item === 'hoursYearly' || item === 'hoursFiveYears';

/** One finding for each document, however many rows were taken from it. */
function checkModels(book: Book): Finding[] {
  const unconfirmed = book.entries.standards.filter(
    ({ row, cells: { item, level, from, to, confirmedBy } }) => {
      const isInForce = (!from || from <= book.today) && (!to || book.today <= to);
      const isBlank = !confirmedBy && !book.isUnreadable('standards', row, 'confirmedBy');
      return level === 'central' && isInForce && isBlank && !isBinding(item);
    },
  );
  const documents = groupBy(unconfirmed, ({ cells }) => cells.documentNumber ?? '');
  return Array.from(documents, ([document, rows]) =>
    finding(MODEL_ONLY, placeAt('standards', null, null), document, {
      document,
      count: rows.length,
    }),
  );
}

const joined = (words: readonly Text[]): Text =>
  text(
    words.map((word) => word['zh-CN']).join('；'),
    words.map((word) => word['zh-TW']).join('；'),
    words.map((word) => word.en).join('; '),
  );

/** Two rows of one level and document time with different values: it is unclear which applies. */
function checkAmbiguous(entries: readonly StandardEntry[]): Finding[] {
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

function ambiguous({ row, cells }: StandardEntry, scope: string, other: number): Finding {
  const item = STANDARDS.columns.item.choices[cells.item ?? 'feeCap'];
  const facts = { item, scope: scopeName(scope), from: cells.from ?? '', other };
  return finding(AMBIGUOUS_STANDARD, placeAt('standards', row, 'value'), cells.value, facts);
}

const CHOICES: Readonly<Record<string, Text>> = SPEAKERS.columns.titleLevel.choices;

function scopeName(scope: string | null): Text {
  if (scope === null || scope === '') return text('', '', '');
  const name = Object.hasOwn(CHOICES, scope) ? CHOICES[scope] : undefined;
  return name ?? text(scope, scope, scope);
}

/** One finding for each rate that is missing, naming the first day it is needed for. */
function checkMissing(book: Book, standards: Standards): Finding[] {
  if (standards.hasUnreadable || !book.tables.standards) return [];
  const needed = [
    ...standardsForSessions(book),
    ...standardsForFees(book),
    ...standardsForStaff(book),
  ];
  const missing = needed.filter((query) => findStandard(standards, query) === null);
  const groups = groupBy(missing, ({ item, scope }) => `${item}|${scope ?? ''}`);
  return [...groups.values()].map(toMissing);
}

function toMissing(queries: readonly StandardQuery[]): Finding {
  const [first] = queries.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  if (!first) throw new Error('a group has no member');
  const item = STANDARDS.columns.item.choices[first.item];
  const facts = { date: first.day, item, scope: scopeName(first.scope) };
  return finding(STANDARD_MISSING, placeAt('standards', null, null), '', facts);
}
