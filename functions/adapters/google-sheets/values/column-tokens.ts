// The cells of one column in the text of an answer: each distinct spelling is decoded once and known again by its bytes.
import type { Cell, CellColumn } from '#core/workbook/table';
import { byteAt, endOfToken, endsPlain } from './json-bytes';

/** Where a token is kept: its place in the text, the code of its cell, and the token that followed it last. */
const START = 0;
const LENGTH = 1;
const CODE = 2;
const FOLLOWER = 3;
const HASH = 4;
const WIDTH = 5;
const MOST_RECENT = 1024;
const { imul } = Math;
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
/** Spreads neighbouring numbers over the slots (Knuth's multiplicative hashing). */
const SPREAD = 0x9e3779b1;

export class ColumnTokens {
  private codes = new Int32Array(0);
  private readonly distinct: (Cell | undefined)[] = [undefined];
  private readonly codeOfCell = new Map<Cell, number>();
  /** The first has no length and is none. Tokens are named by where they begin here. */
  private tokens = new Int32Array(WIDTH * 8);
  private used = WIDTH;
  /** The token read last: people are in the same order in every session, so its follower mostly comes next. */
  private last = 0;
  /** Open addressing over the hashes; 0 is a free slot. */
  private slots = new Int32Array(16);
  /** The token found last for the bytes at its beginning: the same bytes need no hash then. */
  private recent = new Int32Array(64);

  constructor(
    private readonly bytes: Buffer,
    private readonly view: DataView,
    private readonly start: number,
  ) {}

  /** Reads the cell at `at` into the row and returns where it ends. Throws SyntaxError when there is no cell. */
  read(row: number, at: number): number {
    let token = this.tokens[this.last + FOLLOWER] ?? 0;
    if (!this.matches(token, at)) {
      token = this.search(at);
      this.tokens[this.last + FOLLOWER] = token;
    }
    this.last = token;
    if (row >= this.codes.length) this.grow(row, at);
    this.codes[row] = this.tokens[token + CODE] ?? 0;
    return at + (this.tokens[token + LENGTH] ?? 0);
  }

  finish(height: number): CellColumn {
    const { codes, distinct } = this;
    if (codes.length >= height) return { codes: codes.subarray(0, height), distinct };
    const padded = new Int32Array(height);
    padded.set(codes);
    return { codes: padded, distinct };
  }

  private search(at: number): number {
    const slot = this.slotOf(at);
    const guess = this.recent[slot] ?? 0;
    if (this.matches(guess, at)) return guess;
    return (this.recent[slot] = this.find(at));
  }

  /** By the eight bytes at this place. */
  private slotOf(at: number): number {
    const { view } = this;
    if (at + 8 > this.bytes.length) return 0;
    const key = imul(view.getInt32(at), SPREAD) ^ view.getInt32(at + 4);
    const mixed = imul(key ^ (key >>> 15), SPREAD);
    return (mixed ^ (mixed >>> 15)) & (this.recent.length - 1);
  }

  private matches(token: number, at: number): boolean {
    const { tokens, view, bytes } = this;
    const length = tokens[token + LENGTH] ?? 0;
    if (length === 0 || at + length >= bytes.length) return false;
    if (!endsPlain(byteAt(bytes, at + length))) return false;
    const start = tokens[token + START] ?? 0;
    let rest = length - 4;
    for (; rest > 0; rest -= 4)
      if (view.getInt32(start + rest) !== view.getInt32(at + rest)) return false;
    if (length >= 4) return view.getInt32(start) === view.getInt32(at);
    for (let index = 0; index < length; index += 1)
      if (byteAt(bytes, start + index) !== byteAt(bytes, at + index)) return false;
    return true;
  }

  private find(at: number): number {
    const end = endOfToken(this.bytes, at);
    const hash = this.hashOf(at, end);
    const mask = this.slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const token = this.slots[slot] ?? 0;
      if (token === 0) return this.add(at, end, hash);
      if (this.tokens[token + HASH] === hash && this.matches(token, at)) return token;
      slot = (slot + 1) & mask;
    }
  }

  private hashOf(start: number, end: number): number {
    let hash = FNV_OFFSET;
    for (let at = start; at < end; at += 1) hash = imul(hash ^ byteAt(this.bytes, at), FNV_PRIME);
    // The low bits of FNV-1a know the low bits of the bytes only.
    return hash ^ (hash >>> 15);
  }

  private add(start: number, end: number, hash: number): number {
    const code = this.codeOf(toCell(this.bytes.toString('utf8', start, end)));
    const token = this.used;
    if (token === this.tokens.length) this.tokens = grown(this.tokens, token * 4);
    const { tokens } = this;
    tokens[token + START] = start;
    tokens[token + LENGTH] = end - start;
    tokens[token + CODE] = code;
    tokens[token + HASH] = hash;
    this.used += WIDTH;
    if (this.used * 2 > this.slots.length * WIDTH) this.rehash();
    else this.place(token);
    return token;
  }

  private codeOf(cell: Cell): number {
    const known = this.codeOfCell.get(cell);
    if (known !== undefined) return known;
    this.codeOfCell.set(cell, this.distinct.length);
    return this.distinct.push(cell) - 1;
  }

  private rehash(): void {
    this.slots = new Int32Array(this.slots.length * 4);
    if (this.recent.length < MOST_RECENT) this.recent = new Int32Array(this.slots.length * 4);
    for (let token = WIDTH; token < this.used; token += WIDTH) this.place(token);
  }

  private place(token: number): void {
    const mask = this.slots.length - 1;
    let slot = (this.tokens[token + HASH] ?? 0) & mask;
    while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
    this.slots[slot] = token;
  }

  /** To what the pace so far foretells. */
  private grow(row: number, at: number): void {
    const pace = (this.bytes.length - this.start) / (at - this.start + 1);
    const foretold = Math.min(Math.ceil(row * pace * 1.05), row * 32);
    this.codes = grown(this.codes, Math.max(64, row * 2, foretold));
  }
}

function grown(numbers: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(length);
  longer.set(numbers);
  return longer;
}

function toCell(text: string): Cell {
  const value: unknown = JSON.parse(text);
  if (typeof value === 'object' && value !== null) throw new SyntaxError('a cell is no list');
  return value as Cell; // what JSON has besides lists and objects is what a cell can be
}
