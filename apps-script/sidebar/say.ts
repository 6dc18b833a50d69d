// Finds a text in the user's language and fills its places.
import type { Language } from '#core/text/language';
import { TEXTS, type TextKey } from './texts';

type Values = Readonly<Record<string, string | number>>;
export type Say = (key: TextKey, values?: Values) => string;

/** `{n}` is the value; `{n|person|people}` the word that goes with it. Numbers are grouped: 1,842. */
const PLACE = /\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g;

export function sayIn(language: Language): Say {
  const numbers = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  return (key, values = {}) =>
    TEXTS[key][language].replace(PLACE, (_, name: string, one?: string, many?: string) => {
      const value = values[name];
      if (value === undefined) throw new Error(`no value for {${name}} in "${key}"`);
      if (one !== undefined && many !== undefined) return value === 1 ? one : many;
      return typeof value === 'number' ? numbers.format(value) : value;
    });
}
