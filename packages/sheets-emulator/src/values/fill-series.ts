/** How filling goes on with the cells it starts from: a series of numbers, days or numbered texts, or the same again. */
import { notEmulated } from '../api-error';
import { effectiveValue, isError, isRich, type Cell } from '../model/cell';
import { isDateFormat } from './number-format';

/** `index` counts from the first source cell, also below 0; undefined: the content of the source cell is repeated. */
export type SeriesValue = ((index: number) => number | string) | undefined;

const NAMED_SERIES =
  /^(mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?$|^(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sep(t(ember)?)?|oct(ober)?|nov(ember)?|dec(ember)?)$/i;

const NUMBERED = /^(.*?)(\d+)$/s;

/** The step of numbers that are as far apart each time; undefined when they are not. */
function commonStep(numbers: readonly number[]): number | undefined {
  const [first = 0, second = first] = numbers;
  const step = second - first;
  const scale = Math.max(...numbers.map(Math.abs), 1);
  const isEven = numbers.every(
    (number, index) => Math.abs(number - (first + index * step)) <= 1e-12 * scale,
  );
  return isEven ? step : undefined;
}

function numberSeries(numbers: readonly number[], stepOfOne: number): SeriesValue {
  const [first = 0] = numbers;
  const step = numbers.length === 1 ? stepOfOne : commonStep(numbers);
  if (step === undefined) throw notEmulated('autoFill of numbers that are not evenly spaced');
  return step === 0 ? undefined : (index) => first + index * step;
}

/** The number at the end goes on and keeps its leading zeros, as long as the texts before it are one. */
function textSeries(texts: readonly string[]): SeriesValue {
  if (texts.some((text) => NAMED_SERIES.test(text.trim())))
    throw notEmulated('autoFill of the names of days and months');
  const parts = texts.map((text) => NUMBERED.exec(text) ?? undefined);
  const [prefix = '', digits = ''] = parts[0]?.slice(1) ?? [];
  if (digits === '' || parts.some((part) => part?.[1] !== prefix)) return undefined;
  const numbers = parts.map((part) => Number(part?.[2]));
  const step = numbers.length === 1 ? 1 : commonStep(numbers);
  if (step === undefined || !numbers.every(Number.isSafeInteger)) return undefined;
  const [first = 0] = numbers;
  return (index) => {
    const number = first + index * step;
    if (number < 0) throw notEmulated('autoFill of numbered texts below 0');
    return prefix + String(number).padStart(digits.length, '0');
  };
}

/** The cells of one row or column that filling starts from. `alternate` is the other one of series and repetition. */
export function fillSeries(cells: readonly Cell[], alternate: boolean): SeriesValue {
  if (cells.some((cell) => isRich(cell) && cell.formula !== undefined)) return undefined;
  const values = cells.map(effectiveValue);
  const filled = values.filter((value) => value !== undefined);
  if (filled.length === 0 || filled.some((value) => typeof value === 'boolean' || isError(value)))
    return undefined;
  const numbers = filled.filter((value) => typeof value === 'number');
  const texts = filled.filter((value) => typeof value === 'string');
  if (numbers.length > 0 && texts.length > 0)
    throw notEmulated('autoFill of numbers and texts together');
  if (filled.length < cells.length) throw notEmulated('autoFill of cells with gaps');
  if (texts.length > 0) return alternate ? undefined : textSeries(texts);
  const isDay = cells.every((cell) => isRich(cell) && isDateFormat(cell.format));
  // A single number is repeated, a single day is not.
  const isSeries = (numbers.length > 1 || isDay) !== alternate;
  return isSeries ? numberSeries(numbers, 1) : undefined;
}
