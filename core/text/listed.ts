// Words as a list inside a sentence.
import { text, type Language, type Text } from './language';

/** The first five words of a list; an ellipsis marks a longer one. */
export function listed(words: readonly string[]): string {
  const first = words.slice(0, 5).join('、');
  return words.length > 5 ? `${first}…` : first;
}

/** All of them, in each language. */
export function listedTexts(words: readonly Text[]): Text {
  const joined = (language: keyof Text, comma: string): string =>
    words.map((word) => word[language]).join(comma);
  return text(joined('zh-CN', '、'), joined('zh-TW', '、'), joined('en', ', '));
}

/** The words one after the other, as in a list. */
export const joined = (words: readonly (string | number)[], language: Language): string =>
  words.join(language === 'en' ? ', ' : '、');

/** Clauses of one sentence, which may hold lists. */
export const joinedClauses = (clauses: readonly string[], language: Language): string =>
  clauses.join(language === 'en' ? '; ' : '；');
