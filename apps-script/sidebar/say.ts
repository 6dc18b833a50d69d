// Finds a text and fills its places.
import type { Language } from '#core/text/language';
import type { PanelText } from '../server/sidebar.texts';
import { openingTexts, type OpeningText } from './opening.texts';

export type TextKey = PanelText | OpeningText;
type Values = Readonly<Record<string, string | number>>;
export type Say = (key: TextKey, values?: Values) => string;

/** `{n}` is the value; `{n|person|people}` the word that goes with it. Numbers are grouped: 1,842. */
const PLACE = /\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g;

/** Without the panels' texts it has only the texts of the opening sidebar. */
export function sayIn(language: Language, panels: Partial<Record<PanelText, string>> = {}): Say {
  const numbers = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  const texts: Partial<Record<TextKey, string>> = { ...openingTexts(language), ...panels };
  return (key, values = {}) =>
    templateOf(texts, key).replace(PLACE, (_, name: string, one?: string, many?: string) => {
      const value = values[name];
      if (value === undefined) throw new Error(`no value for {${name}} in "${key}"`);
      if (one !== undefined && many !== undefined) return value === 1 ? one : many;
      return typeof value === 'number' ? numbers.format(value) : value;
    });
}

function templateOf(texts: Partial<Record<TextKey, string>>, key: TextKey): string {
  const template = texts[key];
  if (template === undefined) throw new Error(`no text "${key}"`);
  return template;
}
