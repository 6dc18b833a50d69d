import { describe, expect, test } from '@jest/globals';
import { createWriteMemory } from '#functions/app/runtime/write-memory';
import { aSnapshot } from '#test/support/builders/snapshots';
import { aWorkbook } from '#test/support/builders/tables';

const NOW = new Date('2026-03-06T06:00:00Z');
const later = (seconds: number): Date => new Date(NOW.getTime() + seconds * 1000);
const last = (version: string) => ({ version, snapshot: aSnapshot(aWorkbook()), placesAt: NOW });

describe('what the last write left', () => {
  test('is taken out: only a write that succeeds puts it back', () => {
    const memory = createWriteMemory();
    memory.keep('A', last('v1'));
    expect(memory.take('A', NOW)?.version).toBe('v1');
    expect(memory.take('A', NOW)).toBeNull();
  });

  test.each([
    [59, null],
    [60, 'v2'],
  ])('is not used for a minute after others wrote: after %i s %p', (seconds, version) => {
    const memory = createWriteMemory();
    memory.rest('A', NOW);
    memory.keep('A', last('v2'));
    expect(memory.take('A', later(seconds))?.version ?? null).toBe(version);
  });

  test.each([
    [20 * 60 - 1, 'v1'],
    [20 * 60, null],
    // The clock was set back.
    [-1, null],
  ])(
    'is used for twenty minutes after the structure was read: after %i s %p',
    (seconds, version) => {
      const memory = createWriteMemory();
      memory.keep('A', last('v1'));
      expect(memory.take('A', later(seconds))?.version ?? null).toBe(version);
    },
  );

  test('is kept of the twenty workbooks that were written to last', () => {
    const memory = createWriteMemory();
    for (let index = 0; index <= 20; index += 1) memory.keep(`book ${index}`, last('v1'));
    expect(memory.take('book 0', NOW)).toBeNull();
    expect(memory.take('book 1', NOW)?.version).toBe('v1');
    expect(memory.take('book 20', NOW)?.version).toBe('v1');
  });
});
