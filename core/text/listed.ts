// Words as a list inside a sentence.
import { text, type Text } from './language';

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
