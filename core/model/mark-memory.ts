// What a leave remembers of the mark before it changed anything, as in its cell "Mark before": `缺席`, `0′→40′`, or both.

export interface MinutesMemory {
  /** 0: the cell was blank. Anything else a clerk had entered, so it stays. */
  readonly before: number;
  /** What was written; a cell that says something else was changed since. */
  readonly written: number;
}

export interface MarkMemory {
  /** Null: the leave has not changed the status. */
  readonly status: string | null;
  /** Null: the leave has not looked at the minutes. */
  readonly minutes: MinutesMemory | null;
}

const MINUTES = /(?:^|\s)(\d{1,4})′(?:→(\d{1,4})′)?$/;

export function parseMemory(cell: string | null | undefined): MarkMemory {
  const words = cell ?? '';
  const [found = '', before, written = before] = MINUTES.exec(words) ?? [];
  const status = words.slice(0, words.length - found.length).trim();
  return {
    status: status === '' ? null : status,
    minutes: before === undefined ? null : { before: Number(before), written: Number(written) },
  };
}

export function renderMemory({ status, minutes }: MarkMemory): string | null {
  const words = [status, minutes && renderMinutes(minutes)].filter(Boolean).join(' ');
  return words === '' ? null : words;
}

function renderMinutes({ before, written }: MinutesMemory): string {
  return before === written ? `${before}′` : `${before}′→${written}′`;
}
