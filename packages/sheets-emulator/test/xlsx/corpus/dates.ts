/** Dates, times and durations. 6 March 2026 is day 46087, or 44625 when days are counted from 1904. */
import { cell, row, xlsxFile } from '#test/support/xlsx-file';
import type { Specimen } from './specimen';

const iso = (...cells: string[]) => ({ S: row(1, ...cells) });

export const DATES: readonly Specimen[] = [
  {
    trait: 'a date in ISO form',
    bytes: xlsxFile({ sheets: iso(cell('A1', '<v>2026-03-06</v>', 't="d"')) }),
    cells: { 'S!A1': { v: 46087, w: '2026-03-06' } },
  },
  {
    trait: 'a date in ISO form with a format of its own',
    bytes: xlsxFile({
      sheets: iso(cell('A1', '<v>2026-03-06T14:30:00</v>', 't="d" s="1"')),
      numberFormats: ['d/m/yyyy hh:mm'],
    }),
    cells: { 'S!A1': { v: 46087.604166666664, w: '6/3/2026 14:30' } },
  },
  {
    trait: 'dates in ISO form with time, zone or only a time',
    bytes: xlsxFile({
      sheets: iso(
        cell('A1', '<v>2026-03-06T06:00:00Z</v>', "t='d'"),
        cell('B1', '<v>14:30:00</v>', 't="d"'),
        cell('C1', '<v>soon</v>', 't="d"'),
      ),
    }),
    cells: {
      'S!A1': { v: 46087.25, w: '2026-03-06 06:00:00' },
      'S!B1': { v: 0.6041666666666666, w: '14:30:00' },
      'S!C1': 'soon',
    },
  },
  {
    trait: 'the built-in date',
    bytes: xlsxFile({ sheets: iso(cell('A1', '<v>46087</v>', 's="1"')), numberFormats: [14] }),
    cells: { 'S!A1': { v: 46087, w: '3/6/26' } },
  },
  {
    trait: 'm/d/yy and m/d/yyyy',
    bytes: xlsxFile({
      sheets: iso(cell('A1', '<v>46087</v>', 's="1"'), cell('B1', '<v>46087</v>', 's="2"')),
      numberFormats: ['m/d/yy', 'm/d/yyyy'],
    }),
    cells: { 'S!A1': { v: 46087, w: '3/6/26' }, 'S!B1': { v: 46087, w: '3/6/2026' } },
  },
  {
    trait: 'the built-in date and time',
    bytes: xlsxFile({ sheets: iso(cell('A1', '<v>46087.5</v>', 's="1"')), numberFormats: [22] }),
    cells: { 'S!A1': { v: 46087.5, w: '3/6/26 12:00' } },
  },
  {
    trait: 'the built-in Chinese date',
    bytes: xlsxFile({ sheets: iso(cell('A1', '<v>46087</v>', 's="1"')), numberFormats: [31] }),
    cells: { 'S!A1': { v: 46087, w: '2026年3月6日' } },
  },
  {
    trait: 'a Chinese date with a language',
    bytes: xlsxFile({
      sheets: iso(cell('A1', '<v>46087</v>', 's="1"')),
      numberFormats: ['[$-804]yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;'],
    }),
    cells: { 'S!A1': { v: 46087, w: '2026年3月6日' } },
  },
  {
    trait: 'times and durations',
    bytes: xlsxFile({
      sheets: iso(
        cell('A1', '<v>0.60416666666666663</v>', 's="1"'),
        cell('B1', '<v>1.0625</v>', 's="2"'),
        cell('C1', '<v>3.0104166666666665</v>', 's="3"'),
      ),
      numberFormats: ['h:mm', 46, '[h]:mm'],
    }),
    cells: {
      'S!A1': { v: 0.6041666666666666, w: '14:30' },
      'S!B1': { v: 1.0625, w: '25:30:00' },
      'S!C1': { v: 3.0104166666666665, w: '72:15' },
    },
  },
  {
    trait: 'days before March 1900',
    bytes: xlsxFile({
      sheets: iso(cell('A1', '<v>1</v>', 's="1"'), cell('B1', '<v>59</v>', 's="1"')),
      numberFormats: ['yyyy-mm-dd'],
    }),
    cells: { 'S!A1': { v: 1 }, 'S!B1': { v: 59 } },
  },
  {
    trait: 'dates counted from 1904',
    bytes: xlsxFile({
      sheets: iso(cell('A1', '<v>44625</v>', 's="1"'), cell('B1', '<v>44625.25</v>', 's="2"')),
      numberFormats: ['yyyy-mm-dd', 'yyyy-mm-dd hh:mm'],
      is1904: true,
    }),
    cells: {
      'S!A1': { v: 46087, w: '2026-03-06' },
      'S!B1': { v: 46087.25, w: '2026-03-06 06:00' },
    },
  },
  {
    trait: 'times and durations in a file counted from 1904',
    bytes: xlsxFile({
      sheets: iso(
        cell('A1', '<v>0.60416666666666663</v>', 's="1"'),
        cell('B1', '<v>1.0625</v>', 's="2"'),
        cell('C1', '<v>12.5</v>', 's="3"'),
        cell('D1', '<v>12.5</v>'),
      ),
      numberFormats: ['h:mm', '[h]:mm', '0.0'],
      is1904: true,
    }),
    cells: {
      'S!A1': { v: 0.6041666666666666, w: '14:30' },
      'S!B1': { v: 1.0625, w: '25:30' },
      'S!C1': { v: 12.5, w: '12.5' },
      'S!D1': 12.5,
    },
  },
  {
    trait: 'a time of day of a date counted from 1904',
    bytes: xlsxFile({
      sheets: iso(cell('A1', '<v>44625.25</v>', 's="1"')),
      numberFormats: ['h:mm'],
      is1904: true,
    }),
    cells: { 'S!A1': { v: 46087.25, w: '6:00' } },
  },
  {
    trait: 'an ISO date in a file counted from 1904',
    bytes: xlsxFile({ sheets: iso(cell('A1', '<v>2026-03-06</v>', 't="d"')), is1904: true }),
    cells: { 'S!A1': { v: 46087, w: '2026-03-06' } },
  },
];
