/** What a new spreadsheet and a new sheet look like at Google. */
import { randomBytes, randomInt } from 'node:crypto';
import { DEFAULT_COLUMN_COUNT, DEFAULT_ROW_COUNT } from '../limits';
import { Grid } from './grid';
import { newSheetRecord, type Sheet, type SheetProperties } from './sheet';
import type { Spreadsheet, SpreadsheetRecord } from './spreadsheet';

const WHITE = { red: 1, green: 1, blue: 1 };

export const DEFAULT_FORMAT = {
  backgroundColor: WHITE,
  padding: { top: 2, right: 3, bottom: 2, left: 3 },
  verticalAlignment: 'BOTTOM',
  wrapStrategy: 'OVERFLOW_CELL',
  textFormat: {
    foregroundColor: {},
    fontFamily: 'arial,sans,sans-serif',
    fontSize: 10,
    bold: false,
    italic: false,
    strikethrough: false,
    underline: false,
    foregroundColorStyle: { rgbColor: {} },
  },
  backgroundColorStyle: { rgbColor: WHITE },
};

const THEME = {
  primaryFontFamily: 'Arial',
  themeColors: [
    { colorType: 'TEXT', color: { rgbColor: {} } },
    { colorType: 'BACKGROUND', color: { rgbColor: WHITE } },
    {
      colorType: 'ACCENT1',
      color: { rgbColor: { red: 0.25882354, green: 0.52156866, blue: 0.95686275 } },
    },
    {
      colorType: 'ACCENT2',
      color: { rgbColor: { red: 0.91764706, green: 0.2627451, blue: 0.20784314 } },
    },
    {
      colorType: 'ACCENT3',
      color: { rgbColor: { red: 0.9843137, green: 0.7372549, blue: 0.015686275 } },
    },
    {
      colorType: 'ACCENT4',
      color: { rgbColor: { red: 0.20392157, green: 0.65882355, blue: 0.3254902 } },
    },
    {
      colorType: 'ACCENT5',
      color: { rgbColor: { red: 1, green: 0.42745098, blue: 0.003921569 } },
    },
    {
      colorType: 'ACCENT6',
      color: { rgbColor: { red: 0.27450982, green: 0.7411765, blue: 0.7764706 } },
    },
    {
      colorType: 'LINK',
      color: { rgbColor: { red: 0.06666667, green: 0.33333334, blue: 0.8 } },
    },
  ],
};

/** The owner of everything on this server; Google answers the signed-in account. */
export const OWNER_EMAIL = 'owner@example.org';

export function newSpreadsheetRecord(title: string, now: Date): SpreadsheetRecord {
  return {
    spreadsheetId: randomBytes(33).toString('base64url'),
    properties: {
      title,
      locale: 'en_US',
      autoRecalc: 'ON_CHANGE',
      timeZone: 'Etc/GMT',
      defaultFormat: DEFAULT_FORMAT,
      spreadsheetTheme: THEME,
    },
    namedRanges: [],
    developerMetadata: [],
    permissions: [{ id: 'owner', type: 'user', role: 'owner', emailAddress: OWNER_EMAIL }],
    parents: ['root'],
    description: '',
    trashed: false,
    createdTime: now.toISOString(),
    modifiedTime: now.toISOString(),
    revision: 1,
  };
}

export function newSheet(properties: SheetProperties): Sheet {
  const asked = properties.gridProperties;
  // Google takes a count of 0 for one that was not given.
  const gridProperties = {
    ...asked,
    rowCount: asked?.rowCount || DEFAULT_ROW_COUNT,
    columnCount: asked?.columnCount || DEFAULT_COLUMN_COUNT,
  };
  const record = newSheetRecord({ sheetType: 'GRID', ...properties, gridProperties });
  return { ...record, grid: new Grid() };
}

export const firstSheet = (): Sheet => newSheet({ sheetId: 0, title: 'Sheet1', index: 0 });

/** Ids are random, non-negative and fit 31 bits. */
export function freshId(taken: (id: number) => boolean): number {
  let id = randomInt(1, 0x7fffffff);
  while (taken(id)) id = randomInt(1, 0x7fffffff);
  return id;
}

/** `Sheet2`, or the next number that no tab has. */
export function freshTitle(spreadsheet: Spreadsheet, base = 'Sheet'): string {
  const titles = new Set(spreadsheet.sheets.map((sheet) => sheet.properties.title.toLowerCase()));
  let number = spreadsheet.sheets.length + 1;
  while (titles.has(`${base}${number}`.toLowerCase())) number++;
  return `${base}${number}`;
}
