import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { readMarkNote, writeMarkNote } from '#core/checks/marks/mark-note';

const LINES = ['V12 超出上限。', 'V15 个税不符。'];

describe('a mark in a note', () => {
  it('says where it begins and ends, what is wrong, and which background was there', () => {
    expect(writeMarkNote({ own: '', before: null }, LINES)).toBe(
      ['── 讲台 Lectern ──', ...LINES, '── 讲台 — ──'].join('\n'),
    );
    expect(writeMarkNote({ own: '请核对', before: '#fff2cc' }, ['V01'])).toBe(
      '请核对\n── 讲台 Lectern ──\nV01\n── 讲台 #fff2cc ──',
    );
  });

  test.each([
    ['a note of one line', '请核对', null],
    ['a note that ends with a line end', '请核对\n', '#fff2cc'],
    ['a theme’s colour', '', 'ACCENT1'],
    ['a note that looks a little like a mark', '── 讲台 ──\n── 讲台 — ──', '#000000'],
  ])('gives back %s', (_, own, before) => {
    const note = writeMarkNote({ own, before }, LINES);
    expect(readMarkNote(note)).toEqual({ own, isMarked: true, before });
  });

  test.each([
    ['nothing', '', { own: '', isMarked: false, before: null }],
    ['a clerk’s note', '见附件', { own: '见附件', isMarked: false, before: null }],
    [
      'words of the mark within a line',
      '说 ── 讲台 Lectern ──',
      { own: '说 ── 讲台 Lectern ──', isMarked: false, before: null },
    ],
    [
      'text that a clerk put behind the mark',
      '── 讲台 Lectern ──\nV01\n── 讲台 — ──\n已问过',
      { own: '已问过', isMarked: true, before: null },
    ],
    [
      'text on both sides',
      '前\n── 讲台 Lectern ──\nV01\n── 讲台 #fff2cc ──\n后',
      { own: '前\n后', isMarked: true, before: '#fff2cc' },
    ],
    [
      'a mark whose end was deleted',
      '前\n── 讲台 Lectern ──\nV01',
      { own: '前', isMarked: true, before: null },
    ],
  ])('reads %s', (_, note, read) => {
    expect(readMarkNote(note)).toEqual(read);
  });

  test('whatever the note and the entries repeated in it', () => {
    const own = fc.string({ unit: 'binary' }).filter((note) => !readMarkNote(note).isMarked);
    const lines = fc.array(fc.oneof(fc.string(), fc.constant('a\n── 讲台 #123456 ──\nb')));
    fc.assert(
      fc.property(own, lines, (note, wrong) => {
        const read = readMarkNote(writeMarkNote({ own: note, before: null }, wrong));
        expect(read).toEqual({ own: note, isMarked: true, before: null });
      }),
    );
  });
});
