// The words by which a clerk may name one of several choices.
import { foldWord } from '../text/clean';
import { LANGUAGES, type Text } from '../text/language';

/** Code by folded word: a choice is recognised by its code and by its label in any language. */
export function codesByWord<Code extends string>(
  choices: Readonly<Record<Code, Text>>,
): ReadonlyMap<string, Code> {
  const codes = new Map<string, Code>();
  const entries = Object.entries(choices) as [Code, Text][]; // the keys of the choices are the codes
  for (const [code, label] of entries)
    for (const word of wordsOf(code, label)) codes.set(word, code);
  return codes;
}

/** The code and its label in every language, folded. */
export const wordsOf = (code: string, label: Text): string[] =>
  [code, ...LANGUAGES.map((language) => label[language])].map(foldWord);
