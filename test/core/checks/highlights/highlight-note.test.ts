import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { readHighlightNote, writeHighlightNote } from '#core/checks/highlights/highlight-note';

const LINES = ['V12 超出上限。', 'V15 个税不符。'];

describe('a mark in a note', () => {
  it('says where it begins and ends, what is wrong, and which background was there', () => {
    expect(writeHighlightNote({ own: '', before: null }, LINES)).toBe(
      ['── 讲台 Lectern ──', ...LINES, '── 讲台 — ──'].join('\n'),
    );
    expect(writeHighlightNote({ own: '请核对', before: '#fff2cc' }, ['V01'])).toBe(
      '请核对\n── 讲台 Lectern ──\nV01\n── 讲台 #fff2cc ──',
    );
  });

  test.each([
    ['a note of one line', '请核对', null],
    ['a note that ends with a line end', '请核对\n', '#fff2cc'],
    ['a theme’s colour', '', 'ACCENT1'],
    ['a note that looks a little like a mark', '── 讲台 ──\n── 讲台 — ──', '#000000'],
  ])('gives back %s', (_, own, before) => {
    const note = writeHighlightNote({ own, before }, LINES);
    expect(readHighlightNote(note)).toEqual({ own, isHighlighted: true, before });
  });

  test.each([
    ['nothing', '', { own: '', isHighlighted: false, before: null }],
    ['a clerk’s note', '见附件', { own: '见附件', isHighlighted: false, before: null }],
    [
      'words of the mark within a line',
      '说 ── 讲台 Lectern ──',
      { own: '说 ── 讲台 Lectern ──', isHighlighted: false, before: null },
    ],
    [
      'text that a clerk put behind the mark',
      '── 讲台 Lectern ──\nV01\n── 讲台 — ──\n已问过',
      { own: '已问过', isHighlighted: true, before: null },
    ],
    [
      'text on both sides',
      '前\n── 讲台 Lectern ──\nV01\n── 讲台 #fff2cc ──\n后',
      { own: '前\n后', isHighlighted: true, before: '#fff2cc' },
    ],
    [
      'a mark whose end was deleted',
      '前\n── 讲台 Lectern ──\nV01',
      { own: '前', isHighlighted: true, before: null },
    ],
  ])('reads %s', (_, note, read) => {
    expect(readHighlightNote(note)).toEqual(read);
  });

  test('whatever the note and the entries repeated in it', () => {
    const own = fc
      .string({ unit: 'binary' })
      .filter((note) => !readHighlightNote(note).isHighlighted);
    const lines = fc.array(fc.oneof(fc.string(), fc.constant('a\n── 讲台 #123456 ──\nb')));
    fc.assert(
      fc.property(own, lines, (note, wrong) => {
        const read = readHighlightNote(writeHighlightNote({ own: note, before: null }, wrong));
        expect(read).toEqual({ own: note, isHighlighted: true, before: null });
      }),
    );
  });
});
