/** Whether a cell meets a boolean condition, as basic filters need it; conditions it cannot evaluate are refused. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import { notEmulated } from '../api-error';
import { effectiveValue, type Cell } from '../model/cell';
import { formattedText } from './render-value';
import { readUserEntered, type InputContext } from './user-entered';

type Condition = sheets_v4.Schema$BooleanCondition;

function numbersOf(condition: Condition, context: InputContext): number[] {
  return (condition.values ?? []).map(({ userEnteredValue, relativeDate }) => {
    if (relativeDate !== undefined) throw notEmulated('conditions with relative dates');
    const { value } = readUserEntered(userEnteredValue ?? '', context);
    if (typeof value !== 'number')
      throw notEmulated(`the condition value ${userEnteredValue ?? ''}`);
    return value;
  });
}

type NumberTest = (cell: number, first: number, second: number) => boolean;

const between: NumberTest = (cell, first, second) =>
  cell >= Math.min(first, second) && cell <= Math.max(first, second);

const NUMBER_TESTS: Readonly<Record<string, NumberTest>> = {
  NUMBER_GREATER: (cell, first) => cell > first,
  NUMBER_GREATER_THAN_EQ: (cell, first) => cell >= first,
  NUMBER_LESS: (cell, first) => cell < first,
  NUMBER_LESS_THAN_EQ: (cell, first) => cell <= first,
  NUMBER_EQ: (cell, first) => cell === first,
  NUMBER_NOT_EQ: (cell, first) => cell !== first,
  NUMBER_BETWEEN: between,
  NUMBER_NOT_BETWEEN: (cell, first, second) => !between(cell, first, second),
  DATE_EQ: (cell, first) => Math.floor(cell) === first,
  DATE_BEFORE: (cell, first) => cell < first,
  DATE_AFTER: (cell, first) => Math.floor(cell) > first,
  DATE_ON_OR_BEFORE: (cell, first) => Math.floor(cell) <= first,
  DATE_ON_OR_AFTER: (cell, first) => cell >= first,
  DATE_BETWEEN: between,
  DATE_NOT_BETWEEN: (cell, first, second) => !between(cell, first, second),
};

const TEXT_TESTS: Readonly<Record<string, (cell: string, wanted: string) => boolean>> = {
  TEXT_CONTAINS: (cell, wanted) => cell.includes(wanted),
  TEXT_NOT_CONTAINS: (cell, wanted) => !cell.includes(wanted),
  TEXT_STARTS_WITH: (cell, wanted) => cell.startsWith(wanted),
  TEXT_ENDS_WITH: (cell, wanted) => cell.endsWith(wanted),
  TEXT_EQ: (cell, wanted) => cell === wanted,
  TEXT_NOT_EQ: (cell, wanted) => cell !== wanted,
};

export function matchesCondition(cell: Cell, condition: Condition, context: InputContext): boolean {
  const type = condition.type ?? '';
  const text = formattedText(cell) ?? '';
  if (type === 'BLANK') return text === '';
  if (type === 'NOT_BLANK') return text !== '';
  const textTest = TEXT_TESTS[type];
  if (textTest !== undefined) {
    const wanted = condition.values?.[0]?.userEnteredValue ?? '';
    return textTest(text.toLowerCase(), wanted.toLowerCase());
  }
  const numberTest = NUMBER_TESTS[type];
  if (numberTest === undefined) throw notEmulated(`filtering by ${type}`);
  const [first = 0, second = 0] = numbersOf(condition, context);
  const value = effectiveValue(cell);
  return typeof value === 'number' && numberTest(value, first, second);
}
