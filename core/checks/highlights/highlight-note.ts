// The text Lectern adds to a cell's note. It says itself where it begins and ends and what the cell looked like before, so that a mark
// is found and taken away exactly wherever sorting, inserting or copying has carried its cell.

/** Every mark has it, and hardly anything else. */
export const HIGHLIGHT_START = '── 讲台 Lectern ──';
/** Carries the background that the cell had before it was marked. */
const END = /^── 讲台 (—|#[0-9a-f]{6}|[A-Z][A-Z0-9_]*) ──$/m;
const endWith = (background: string | null): string => `── 讲台 ${background ?? '—'} ──`;

export interface HighlightNote {
  /** What a clerk wrote, to the letter. */
  readonly own: string;
  /** Whether Lectern marked the cell; then `before` is the background it had (null: none). */
  readonly isHighlighted: boolean;
  readonly before: string | null;
}

/** `lines` are what is wrong with the cell. */
export function writeHighlightNote(
  { own, before }: Pick<HighlightNote, 'own' | 'before'>,
  lines: readonly string[],
): string {
  const mark = [HIGHLIGHT_START, ...lines.map(inOneLine), endWith(before)].join('\n');
  return own === '' ? mark : `${own}\n${mark}`;
}

/** Text before and after the highlight's own lines is the clerk's. If their last line is missing, all of the note is removed. */
export function readHighlightNote(note: string): HighlightNote {
  const start = startOf(note);
  if (start < 0) return { own: note, isHighlighted: false, before: null };
  const rest = note.slice(start);
  const end = END.exec(rest);
  const ahead = note.slice(0, start).replace(/\n$/, '');
  const behind = end ? rest.slice(end.index + end[0].length) : '';
  const own = ahead === '' ? behind.replace(/^\n/, '') : ahead + behind;
  return { own, isHighlighted: true, before: end?.[1] === '—' ? null : (end?.[1] ?? null) };
}

/** Only a whole line begins a mark. */
function startOf(note: string): number {
  const at = `\n${note}\n`.indexOf(`\n${HIGHLIGHT_START}\n`);
  return at;
}

/** An entry repeated in a message must not look like the end of the mark. */
const inOneLine = (line: string): string => line.replace(/\s+/gu, ' ');
