// Conditional formats: from the Sheets API's boolean rules to the grid's highlight rules.
import type { ConditionalFormat } from '../server/sheet-json';
import type { Area } from './a1';
import { toArea } from './areas';
import { toStyle } from './cell-style';

/** A rule of the grid over ranges, in its own words. */
export interface ColourRuleMatch {
  readonly cfId: string;
  readonly ranges: readonly Area[];
  readonly stopIfTrue: boolean;
  readonly rule: object;
}

const TEXT_OPERATORS: Readonly<Record<string, string>> = {
  TEXT_CONTAINS: 'containsText',
  TEXT_NOT_CONTAINS: 'notContainsText',
  TEXT_STARTS_WITH: 'beginsWith',
  TEXT_ENDS_WITH: 'endsWith',
  TEXT_EQ: 'equal',
  BLANK: 'containsBlanks',
  NOT_BLANK: 'notContainsBlanks',
};
const NUMBER_OPERATORS: Readonly<Record<string, string>> = {
  NUMBER_GREATER: 'greaterThan',
  NUMBER_GREATER_THAN_EQ: 'greaterThanOrEqual',
  NUMBER_LESS: 'lessThan',
  NUMBER_LESS_THAN_EQ: 'lessThanOrEqual',
  NUMBER_EQ: 'equal',
  NUMBER_NOT_EQ: 'notEqual',
  NUMBER_BETWEEN: 'between',
  NUMBER_NOT_BETWEEN: 'notBetween',
};

type Size = Parameters<typeof toArea>[1];

/** Rules of a kind the grid does not know are left out; colour scales are among them. */
export function conditionalColours(
  formats: readonly ConditionalFormat[],
  size: Size,
): ColourRuleMatch[] {
  return formats.flatMap((format, index) => {
    const rule = highlight(format.booleanRule);
    if (rule === null) return [];
    const ranges = (format.ranges ?? []).map((range) => toArea(range, size));
    return [{ cfId: `${index}:${JSON.stringify(rule)}`, ranges, stopIfTrue: false, rule }];
  });
}

function highlight(rule: ConditionalFormat['booleanRule']): object | null {
  const type = rule?.condition?.type ?? '';
  const values = (rule?.condition?.values ?? []).map((value) => value.userEnteredValue ?? '');
  const condition = conditionOf(type, values);
  if (condition === null) return null;
  return {
    type: 'highlightCell',
    style: toStyle(rule?.format) ?? {},
    ...condition,
  };
}

function conditionOf(type: string, values: readonly string[]): object | null {
  const [first = ''] = values;
  const text = TEXT_OPERATORS[type];
  if (text !== undefined) return { subType: 'text', operator: text, value: first };
  const number = NUMBER_OPERATORS[type];
  if (number !== undefined) {
    const numbers = values.map(Number);
    return {
      subType: 'number',
      operator: number,
      value: numbers.length > 1 ? numbers : numbers[0],
    };
  }
  return type === 'CUSTOM_FORMULA' ? { subType: 'formula', value: first } : null;
}
