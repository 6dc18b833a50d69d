// Numbers of people's papers, shown so that they can be found again and not be used.

/** `110…2X`; of a short one nothing is shown. */
export function masked(words: string): string {
  const characters = Array.from(words);
  if (characters.length === 0) return '';
  return characters.length < 8
    ? '…'
    : `${characters.slice(0, 3).join('')}…${characters.slice(-2).join('')}`;
}

/** A citizen's number in its three parts, or a run as long as a citizen's or a card's number; invoices have twenty digits and stay. */
const NUMBERS =
  /(?<!\p{Nd})(?:\p{Nd}{6}[\s-]?\p{Nd}{8}[\s-]?\p{Nd}{3}[\p{Nd}XxＸｘ]|\p{Nd}{14,18}[\p{Nd}XxＸｘ])(?!\p{Nd})/gu;

/** A text with such numbers masked, wherever somebody typed them. */
export function maskNumbers(words: string): string {
  return words.replace(NUMBERS, masked);
}
