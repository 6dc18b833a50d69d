/** The first five words of a list; an ellipsis marks a longer one. */
export function listed(words: readonly string[]): string {
  const first = words.slice(0, 5).join('、');
  return words.length > 5 ? `${first}…` : first;
}
