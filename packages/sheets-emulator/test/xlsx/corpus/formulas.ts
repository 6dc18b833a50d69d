/** Formulas as they are written by different programs, with the results that their files hold. */
import { cell, row, xlsxFile } from '#test/support/xlsx-file';
import type { Specimen } from './specimen';

const numbers = row(1, cell('A1', '<v>2</v>')) + row(2, cell('A2', '<v>3</v>'));

export const FORMULAS: readonly Specimen[] = [
  {
    trait: 'a formula that was filled down',
    bytes: xlsxFile({
      sheets: {
        S:
          row(
            1,
            cell('A1', '<v>2</v>'),
            cell('B1', '<f t="shared" ref="B1:B3" si="0">A1*$A$1</f><v>4</v>'),
          ) +
          row(2, cell('A2', '<v>3</v>'), cell('B2', '<f t="shared" si="0"/><v>6</v>')) +
          row(3, cell('A3', '<v>4</v>'), cell('B3', '<f t="shared" si="0"/><v>8</v>')),
      },
    }),
    cells: {
      'S!B1': { v: 4, f: 'A1*$A$1' },
      'S!B2': { v: 6, f: 'A2*$A$1' },
      'S!B3': { v: 8, f: 'A3*$A$1' },
    },
  },
  {
    trait: 'a filled-down formula whose first cell is gone',
    bytes: xlsxFile({ sheets: { S: row(1, cell('A1', '<f t="shared" si="4"/><v>9</v>')) } }),
    cells: { 'S!A1': 9 },
  },
  {
    trait: 'an array formula over several cells',
    bytes: xlsxFile({
      sheets: {
        S:
          row(
            1,
            cell('A1', '<v>2</v>'),
            cell('B1', '<f t="array" ref="B1:B2">A1:A2*10</f><v>20</v>'),
          ) + row(2, cell('A2', '<v>3</v>'), cell('B2', '<v>30</v>')),
      },
    }),
    cells: { 'S!B1': { v: 20, f: 'A1:A2*10', area: 'B1:B2' }, 'S!B2': { v: 30, area: 'B1:B2' } },
  },
  {
    trait: 'an array formula in one cell',
    bytes: xlsxFile({
      sheets: {
        S: numbers + row(3, cell('A3', '<f t="array" ref="A3">SUM(A1:A2*A1:A2)</f><v>13</v>')),
      },
    }),
    cells: { 'S!A3': { v: 13, f: 'SUM(A1:A2*A1:A2)', area: 'A3' } },
  },
  {
    trait: 'an array formula that cannot be worked out',
    bytes: xlsxFile({
      sheets: {
        S:
          row(1, cell('B1', '<f t="array" ref="B1:B2">CUBESET("x",A1:A2)</f><v>20</v>')) +
          row(2, cell('B2', '<v>30</v>')),
      },
    }),
    cells: {
      'S!B1': { v: 20, f: 'CUBESET("x",A1:A2)', area: 'B1:B2' },
      'S!B2': { v: 30, area: 'B1:B2' },
    },
  },
  {
    trait: 'a function that spreads by itself',
    bytes: xlsxFile({
      sheets: {
        S:
          row(
            1,
            cell('A1', '<v>2</v>'),
            cell('B1', '<f t="array" ref="B1:B2">_xlfn.UNIQUE(A1:A3)</f><v>2</v>', 'cm="1"'),
          ) +
          row(2, cell('A2', '<v>3</v>'), cell('B2', '<v>3</v>')) +
          row(3, cell('A3', '<v>2</v>')),
      },
    }),
    cells: {
      'S!B1': { v: 2, f: '_xlfn.UNIQUE(A1:A3)', area: 'B1:B2' },
      'S!B2': { v: 3, area: 'B1:B2' },
    },
  },
  {
    trait: 'functions with the prefix that only files have',
    bytes: xlsxFile({
      sheets: {
        S: numbers + row(3, cell('A3', '<f>_xlfn.MAXIFS(A1:A2,A1:A2,"&gt;1")</f><v>3</v>')),
      },
    }),
    cells: { 'S!A3': { v: 3, f: '_xlfn.MAXIFS(A1:A2,A1:A2,">1")' } },
  },
  {
    trait: 'a link to another file',
    bytes: xlsxFile({ sheets: { S: row(1, cell('A1', '<f>[1]Rates!$B$2*2</f><v>12.5</v>')) } }),
    cells: { 'S!A1': { v: 12.5, f: '[1]Rates!$B$2*2' } },
  },
  {
    trait: 'a function that is unknown here',
    bytes: xlsxFile({
      sheets: {
        S: row(
          1,
          cell('A1', '<f>CUBEVALUE("sales")</f><v>4</v>'),
          cell('B1', '<f>A1*2</f><v>8</v>'),
        ),
      },
    }),
    cells: { 'S!A1': { v: 4, f: 'CUBEVALUE("sales")' }, 'S!B1': { v: 8, f: 'A1*2' } },
  },
  {
    trait: 'a reference into a table',
    bytes: xlsxFile({
      sheets: { S: numbers + row(3, cell('A3', '<f>SUM(Fees[Amount])</f><v>5</v>')) },
    }),
    cells: { 'S!A3': { v: 5, f: 'SUM(Fees[Amount])' } },
  },
  {
    trait: 'a name for a number in a formula',
    bytes: xlsxFile({
      sheets: {
        S:
          numbers +
          row(3, cell('A3', '<f>A1*Rate</f><v>0.4</v>'), cell('B3', '<f>A3+1</f><v>1.4</v>')),
      },
      workbook: '<definedNames><definedName name="Rate">0.2</definedName></definedNames>',
    }),
    cells: { 'S!A3': { v: 0.4, f: 'A1*Rate' }, 'S!B3': { v: 1.4, f: 'A3+1' } },
    leftOut: { names: ['Rate'] },
  },
  {
    trait: 'a formula that is none',
    bytes: xlsxFile({ sheets: { S: row(1, cell('A1', '<f>SUM((1,</f><v>1</v>')) } }),
    cells: { 'S!A1': { v: 1, f: 'SUM((1,' } },
  },
  {
    trait: 'whole columns, and a reference to another tab',
    bytes: xlsxFile({
      sheets: {
        S: numbers,
        '费 用': row(
          1,
          cell('A1', '<f>SUM(S!A:A)+S!A2</f><v>8</v>'),
          cell('B1', "<f>'费 用'!A1</f><v>8</v>"),
        ),
      },
    }),
    cells: { '费 用!A1': { v: 8, f: 'SUM(S!A:A)+S!A2' }, '费 用!B1': { v: 8, f: "'费 用'!A1" } },
  },
  {
    trait: 'a name in a formula',
    bytes: xlsxFile({
      sheets: { S: numbers + row(3, cell('A3', '<f>SUM(Hours)</f><v>5</v>')) },
      workbook: '<definedNames><definedName name="Hours">S!$A$1:$A$2</definedName></definedNames>',
    }),
    cells: { 'S!A3': { v: 5, f: 'SUM(Hours)' } },
    names: { Hours: 'S!A1:A2' },
  },
  {
    trait: 'a circle',
    bytes: xlsxFile({
      sheets: { S: row(1, cell('A1', '<f>B1+1</f><v>0</v>'), cell('B1', '<f>A1+1</f><v>0</v>')) },
    }),
    cells: { 'S!A1': { f: 'B1+1' }, 'S!B1': { f: 'A1+1' } },
  },
];
