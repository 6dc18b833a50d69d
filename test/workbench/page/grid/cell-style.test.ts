import { describe, expect, it, test } from '@jest/globals';
import { replacing, styleKey, toFormat, toHex, toStyle } from '#workbench/page/grid/cell-style';

describe('toStyle', () => {
  it('reads what both sides know', () => {
    const style = toStyle({
      numberFormat: { type: 'DATE', pattern: 'yyyy-mm-dd' },
      backgroundColorStyle: { rgbColor: { red: 1, green: 0.8, blue: 0.8 } },
      horizontalAlignment: 'CENTER',
      verticalAlignment: 'MIDDLE',
      wrapStrategy: 'WRAP',
      textFormat: { bold: true, foregroundColorStyle: { rgbColor: { blue: 1 } } },
    });
    expect(style).toEqual({
      n: { pattern: 'yyyy-mm-dd' },
      bl: 1,
      cl: { rgb: '#0000ff' },
      bg: { rgb: '#ffcccc' },
      ht: 2,
      vt: 2,
      tb: 3,
    });
  });

  it('shows lines around a cell; another line is another style', () => {
    const line = { style: 'SOLID', colorStyle: { rgbColor: { red: 1 } } };
    const style = toStyle({
      borders: { top: line, left: { style: 'DOUBLE' }, right: { style: 'NONE' } },
    });
    expect(style).toEqual({
      bd: { t: { s: 1, cl: { rgb: '#ff0000' } }, l: { s: 7, cl: { rgb: '#000000' } } },
    });
    expect(styleKey(style)).not.toBe(styleKey(toStyle({ borders: { top: line } })));
    expect(replacing(null)).toHaveProperty('bd', null);
  });

  it('is nothing for a format that says nothing', () => {
    expect(toStyle({ textFormat: { bold: false } })).toBeNull();
  });

  it('shows a type without a pattern as Sheets does', () => {
    expect(toStyle({ numberFormat: { type: 'PERCENT' } })).toEqual({ n: { pattern: '0.00%' } });
  });
});

describe('toFormat', () => {
  it('gives back the format a style came from', () => {
    const format = {
      numberFormat: { type: 'NUMBER', pattern: '#,##0.00' },
      backgroundColorStyle: { rgbColor: { red: 1, green: 0, blue: 0.2 } },
      horizontalAlignment: 'RIGHT',
      verticalAlignment: 'TOP',
      wrapStrategy: 'CLIP',
      textFormat: { italic: true, underline: true, strikethrough: true, fontSize: 12 },
    };
    expect(toFormat(toStyle(format))).toEqual(format);
  });

  test.each([
    ['@', 'TEXT'],
    ['0.0%', 'PERCENT'],
    ['yyyy/m/d', 'DATE'],
    ['yyyy"年"m"月"d"日"', 'DATE'],
    ['hh:mm', 'TIME'],
    ['yyyy-mm-dd hh:mm', 'DATE_TIME'],
    ['"¥"#,##0.00', 'CURRENCY'],
    ['#,##0.00;[Red]-#,##0.00', 'NUMBER'],
    ['0"人 days"', 'NUMBER'],
  ])('tells that %s shows a %s', (pattern, type) => {
    expect(toFormat({ n: { pattern } }).numberFormat).toEqual({ type, pattern });
  });
});

describe('styleKey', () => {
  it('is the same for no style and an empty one', () => {
    expect(styleKey(null)).toBe(styleKey({}));
  });

  it('does not mind how a colour is spelt', () => {
    expect(styleKey({ bg: { rgb: 'rgb(255, 204, 204)' } })).toBe(
      styleKey({ bg: { rgb: '#FFCCCC' } }),
    );
  });

  it('distinguishes styles', () => {
    expect(styleKey({ bl: 1 })).not.toBe(styleKey({ it: 1 }));
  });
});

describe('replacing', () => {
  it('names every part, so that none of the former style stays', () => {
    expect(replacing({ bl: 1 })).toMatchObject({ bl: 1, bg: null, cl: null, n: null, tb: null });
  });
});

describe('toHex', () => {
  test.each([
    [{ red: 0.5 }, '#800000'],
    ['#ABC', '#aabbcc'],
    ['', null],
    [undefined, null],
  ])('writes %j as %s', (color, hex) => {
    expect(toHex(color)).toBe(hex);
  });
});
