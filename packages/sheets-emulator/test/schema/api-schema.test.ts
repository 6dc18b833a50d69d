import { describe, expect, it, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { parseFieldMask } from '#src/schema/field-mask';
import { selectFields, updateFields } from '#src/schema/apply-mask';
import { messageSchema } from '#src/schema/message-schema';
import { storedCopy } from '#src/schema/store-colors';
import { handlers } from '#src/requests/handlers';

describe('the table of messages', () => {
  it('is that of the installed googleapis package', () => {
    const script = join(__dirname, '../../scripts/generate-api-schema.mjs');
    expect(() => execFileSync(process.execPath, [script, '--check'])).not.toThrow();
  });

  it('knows every kind of request that the server carries out', () => {
    const kinds = messageSchema('Request');
    expect(Object.keys(handlers).filter((kind) => kinds?.has(kind) !== true)).toEqual([]);
  });
});

describe('field masks', () => {
  test.each([
    ['sheets.properties.title', { sheets: [{ properties: { title: 'A' } }] }],
    ['sheets(properties(title,index))', { sheets: [{ properties: { title: 'A', index: 0 } }] }],
    [
      'sheets/properties/title,spreadsheetId',
      { sheets: [{ properties: { title: 'A' } }], spreadsheetId: 'x' },
    ],
    ['spreadsheet_id', { spreadsheetId: 'x' }],
    ['properties.*', { properties: { title: 'T' } }],
    [
      'sheets.properties,sheets.properties.title',
      { sheets: [{ properties: { title: 'A', index: 0 } }] },
    ],
    ['namedRanges', {}],
  ])('%s selects its part', (mask, part) => {
    const whole = {
      spreadsheetId: 'x',
      properties: { title: 'T' },
      sheets: [{ properties: { title: 'A', index: 0 } }],
    };
    expect(selectFields<object>(whole, parseFieldMask(mask, 'Spreadsheet'))).toEqual(part);
  });

  test.each(['sheets.', 'sheets(', 'sheets)', ',', 'sheets(properties', ''])(
    '"%s" is malformed',
    (mask) => {
      expect(() => parseFieldMask(mask, 'Spreadsheet')).toThrow(
        'Request contains an invalid argument.',
      );
    },
  );

  it('clear what the mask names and the source lacks', () => {
    const target = { a: 1, properties: { title: 'old', index: 4 } };
    updateFields(
      target,
      { properties: { title: 'new' } },
      new Map([
        [
          'properties',
          new Map([
            ['title', '*' as const],
            ['index', '*' as const],
          ]),
        ],
      ]),
    );
    expect(target).toEqual({ a: 1, properties: { title: 'new' } });
  });
});

describe('colours', () => {
  test.each([
    [{ red: 0.5 }, { red: 0.49803922 }],
    [{ red: 0.49803922 }, { red: 0.49803922 }],
    [
      { red: 1, green: 0, blue: 0.2 },
      { red: 1, blue: 0.2 },
    ],
    [{}, {}],
  ])('%o is kept as %o', (sent, kept) => {
    expect(storedCopy('CellFormat', { backgroundColor: sent })).toEqual({
      backgroundColor: kept,
      backgroundColorStyle: { rgbColor: kept },
    });
  });

  it('of the new kind win over the old', () => {
    const sent = { tabColor: { red: 1 }, tabColorStyle: { rgbColor: { blue: 1 } } };
    expect(storedCopy('SheetProperties', sent).tabColor).toEqual({ blue: 1 });
  });

  it('stay the same however often they are read and written back', () => {
    for (let level = 0; level <= 255; level++) {
      const once = storedCopy('CellFormat', { backgroundColor: { red: level / 255 } });
      expect(storedCopy('CellFormat', once)).toEqual(once);
    }
  });
});
