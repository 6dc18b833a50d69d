// A small number for each distinct cell of a column. Columns repeat themselves, so most cells are found without a Map.
import type { Cell } from './table';

/** Asked once for each distinct cell. */
type Judge = (cell: Cell | undefined) => number;

export class CellCodes {
  private readonly texts: TextCodes;
  private numbers: NumberCodes | null = null;
  private readonly others = new Map<Cell | undefined, number>();

  constructor(private readonly judge: Judge) {
    this.texts = new TextCodes(judge);
  }

  of(cell: Cell | undefined): number {
    if (typeof cell === 'string') return this.texts.of(cell);
    if (typeof cell === 'number') return (this.numbers ??= new NumberCodes(this.judge)).of(cell);
    return remembered(this.others, cell, this.judge);
  }
}

/** People stand in the same order in every session: after the same text comes the same text again. */
class TextCodes {
  /** By position: the distinct texts, the code of each, and the position of the one that followed it last. */
  private readonly texts: string[] = [];
  private readonly codes: number[] = [];
  private readonly followers: number[] = [];
  private readonly positions = new Map<string, number>();
  private last = 0;

  constructor(private readonly judge: Judge) {}

  of(text: string): number {
    if (text !== this.texts[this.last]) this.last = this.positionAfter(this.last, text);
    return this.codes[this.last] ?? 0;
  }

  private positionAfter(last: number, text: string): number {
    const guess = this.followers[last] ?? 0;
    if (text === this.texts[guess]) return guess;
    const position = this.positions.get(text) ?? this.add(text);
    this.followers[last] = position;
    return position;
  }

  private add(text: string): number {
    this.positions.set(text, this.texts.length);
    this.codes.push(this.judge(text));
    return this.texts.push(text) - 1;
  }
}

/** Slots for numbers; a column of times or minutes has fewer different ones. */
const SLOT_BITS = 9;
/** Makes whole numbers of the fractions that times are: one minute is 45. */
const SCALE = 65_536;
/** Spreads neighbouring numbers over the slots (Knuth's multiplicative hashing). */
const SPREAD = 0x9e3779b1;

class NumberCodes {
  private readonly codes = new Map<number, number>();
  private readonly slotNumbers = new Float64Array(1 << SLOT_BITS).fill(Number.NaN);
  private readonly slotCodes = new Int32Array(1 << SLOT_BITS);

  constructor(private readonly judge: Judge) {}

  of(number: number): number {
    const slot = Math.imul(number * SCALE, SPREAD) >>> (32 - SLOT_BITS);
    if (this.slotNumbers[slot] !== number) {
      this.slotCodes[slot] = remembered(this.codes, number, this.judge);
      this.slotNumbers[slot] = number;
    }
    return this.slotCodes[slot] ?? 0;
  }
}

function remembered<Key extends Cell | undefined>(
  codes: Map<Key, number>,
  cell: Key,
  judge: Judge,
): number {
  const known = codes.get(cell);
  if (known !== undefined) return known;
  const code = judge(cell);
  codes.set(cell, code);
  return code;
}
