// The words by which a clerk may name one of several choices.
import { foldWord } from '../text/clean';
import { LANGUAGES, type Text } from '../text/language';

/** The part of a choice column that says which words mean which code. */
interface NamedChoices<Code extends string> {
  readonly choices: Readonly<Record<Code, Text>>;
  readonly formerWords?: Readonly<Partial<Record<Code, readonly string[]>>>;
}

/** Code by folded word: a choice is recognised by its code, by its word in any language and by its words of earlier versions. */
export function codesByWord<Code extends string>(
  column: NamedChoices<Code>,
): ReadonlyMap<string, Code> {
  const codes = new Map<string, Code>();
  const entries = Object.entries(column.choices) as [Code, Text][]; // the keys of the choices are the codes
  for (const [code, label] of entries) {
    const former = (column.formerWords?.[code] ?? []).map(foldWord);
    for (const word of [...wordsOf(code, label), ...former]) codes.set(word, code);
  }
  return codes;
}

/** The code and its label in every language, folded. */
export const wordsOf = (code: string, label: Text): string[] =>
  [code, ...LANGUAGES.map((language) => label[language])].map(foldWord);
