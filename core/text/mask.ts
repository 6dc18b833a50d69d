// Numbers of people's papers, shown so that they can be found again and not be used.

/** `110…2X`; of a short one nothing is shown. */
export function masked(words: string): string {
  const characters = Array.from(words);
  if (characters.length === 0) return '';
  return characters.length < 8
    ? '…'
    : `${characters.slice(0, 3).join('')}…${characters.slice(-2).join('')}`;
}

/** Between the groups of a number, as people type them. */
const GAP = String.raw`[\s\p{Pd}\u2212.·_]{1,3}`;

/** The last place of a citizen's number may be an X. */
const LAST = String.raw`[\p{Nd}XxＸｘ]`;

/** Four of them in a row are years, days or spans of time and no number of a paper. */
const YEAR_OR_TIME = String.raw`(?:(?:19|20)\d\d|(?:[01]\d|2[0-3])[0-5]\d)`;

const GAPS = new RegExp(GAP, 'gu');

const FORMS = [
  // A citizen's number in its three parts.
  String.raw`\p{Nd}{6}(?:${GAP})?\p{Nd}{8}(?:${GAP})?\p{Nd}{3}${LAST}`,
  // A run as long as a citizen's or a card's number; invoices have twenty digits and stay.
  String.raw`\p{Nd}{14,18}${LAST}`,
  // Groups of four, as on a card, and what is left over.
  String.raw`(?!${YEAR_OR_TIME}(?:${GAP}${YEAR_OR_TIME}){3}(?!\p{Nd}))\p{Nd}{4}(?:${GAP}\p{Nd}{4}){3,}(?:${GAP}\p{Nd}{0,2}${LAST}(?!\p{Nd}))?`,
  // The same after a first group of six, the place of a citizen's number or the bank of a card.
  String.raw`\p{Nd}{6}(?:${GAP}\p{Nd}{4}){2}${GAP}\p{Nd}{3}${LAST}(?:(?:${GAP})?\p{Nd})?`,
];

const NUMBERS = new RegExp(String.raw`(?<!\p{Nd})(?:${FORMS.join('|')})(?!\p{Nd})`, 'gu');

/** A text with such numbers masked, wherever somebody typed them. */
export function maskNumbers(words: string): string {
  return words.replace(NUMBERS, (number) => masked(number.replace(GAPS, '')));
}
