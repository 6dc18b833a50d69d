// What happens to rows, their notes and tags when they are sorted, cut, appended and copied.
import type { SheetsRequest, sheets_v4 } from '#functions/adapters/google-clients';
import { googleWorkbook } from '#functions/adapters/google-sheets/google-workbook';
import { emptyBasis } from '#core/workbook/snapshot';
import { freshId, KEY, writeText, type Ground, type Tab } from '../ground';
import type { Found, Question } from '../question';

const markRow = (sheetId: number, row: number, metadataId: number): SheetsRequest => ({
  createDeveloperMetadata: {
    developerMetadata: {
      metadataId,
      metadataKey: KEY,
      visibility: 'DOCUMENT',
      location: {
        dimensionRange: { sheetId, dimension: 'ROWS', startIndex: row, endIndex: row + 1 },
      },
    },
  },
});

const MARKS = {
  stays: { says: 'at its position', consequence: 'rows must be known by their cells' },
  follows: { says: 'with its row', consequence: 'none: Lectern knows rows by their cells' },
  lost: { says: 'it is gone', consequence: 'rows must be known by their cells' },
};
type MarkAnswer = keyof typeof MARKS;

/** Tags the second row (of `c`, `x`, `a`), lets `move` carry it to `target`, and looks where the tag is. */
async function whereMarkIs(
  ground: Ground,
  { move, target }: { move: (sheetId: number) => SheetsRequest; target: number },
): Promise<Found<MarkAnswer>> {
  const [{ sheetId }, id] = [await ground.tab(), freshId()];
  const texts = ['c', 'x', 'a'].map((text, row) => writeText(sheetId, [row, 0], text));
  await ground.batch(...texts, markRow(sheetId, 1, id), move(sheetId));
  const mark = (await ground.metadata()).find(({ metadataId }) => metadataId === id);
  const row = mark?.location?.dimensionRange?.startIndex;
  if (row === undefined || row === null) return { answer: 'lost' };
  return { answer: row === target ? 'follows' : 'stays', detail: `row ${row + 1}` };
}

const rowMetadataWhenSorted: Question<MarkAnswer> = {
  name: 'rowMetadataWhenSorted',
  asks: 'Where is the developer metadata of a row that sortRange moves?',
  answers: MARKS,
  ask: ({ ground }) =>
    whereMarkIs(ground, {
      target: 2,
      move: (sheetId) => ({
        sortRange: {
          range: { sheetId, startRowIndex: 0, endRowIndex: 3 },
          sortSpecs: [{ dimensionIndex: 0, sortOrder: 'ASCENDING' }],
        },
      }),
    }),
};

const rowMetadataWhenCut: Question<MarkAnswer> = {
  name: 'rowMetadataWhenCut',
  asks: 'Where is the developer metadata of a whole row that cutPaste moves?',
  answers: MARKS,
  ask: ({ ground }) =>
    whereMarkIs(ground, {
      target: 7,
      move: (sheetId) => ({
        cutPaste: {
          source: { sheetId, startRowIndex: 1, endRowIndex: 2 },
          destination: { sheetId, rowIndex: 7, columnIndex: 0 },
          pasteType: 'PASTE_NORMAL',
        },
      }),
    }),
};

const APPENDED = {
  belowValues: { says: 'directly below the last row with a value', consequence: 'none' },
  belowAnything: {
    says: 'further down',
    consequence: 'new rows leave a gap: write them by position, not with appendCells',
  },
};
type AppendAnswer = keyof typeof APPENDED;

async function whereAppended(ground: Ground, tab: Tab): Promise<Found<AppendAnswer>> {
  const rows = [{ values: [{ userEnteredValue: { stringValue: 'appended' } }] }];
  const fields = 'userEnteredValue';
  await ground.batch({ appendCells: { sheetId: tab.sheetId, rows, fields } });
  const row = (await ground.firstColumn(tab)).indexOf('appended');
  return { answer: row === 2 ? 'belowValues' : 'belowAnything', detail: `row ${row + 1}` };
}

const heading = ({ sheetId }: Tab): SheetsRequest[] => [
  writeText(sheetId, [0, 0], 'heading'),
  writeText(sheetId, [1, 0], 'hidden'),
];

const appendedUnderDropDowns: Question<AppendAnswer> = {
  name: 'appendedUnderDropDowns',
  asks: 'Where do appended rows go when whole columns have drop-downs and formats?',
  answers: APPENDED,
  async ask({ ground }) {
    const tab = await ground.tab();
    const range = {
      sheetId: tab.sheetId,
      startRowIndex: 1,
      startColumnIndex: 0,
      endColumnIndex: 1,
    };
    const condition = { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'hidden' }] };
    const cell = { userEnteredFormat: { textFormat: { bold: true } } };
    await ground.batch(
      ...heading(tab),
      { setDataValidation: { range, rule: { condition, showCustomUi: true } } },
      { repeatCell: { range, cell, fields: 'userEnteredFormat.textFormat.bold' } },
    );
    return whereAppended(ground, tab);
  },
};

const appendedUnderFilter: Question<AppendAnswer> = {
  name: 'appendedUnderFilter',
  asks: 'Where do appended rows go when a filter over the whole tab hides rows?',
  answers: APPENDED,
  async ask({ ground }) {
    const tab = await ground.tab();
    const criteria = { 0: { hiddenValues: ['hidden'] } };
    const range = { sheetId: tab.sheetId };
    await ground.batch(...heading(tab), { setBasicFilter: { filter: { range, criteria } } });
    return whereAppended(ground, tab);
  },
};

const TIME = { type: 'TIME', pattern: 'hh:mm' };

async function readGrown(ground: Ground, { sheetId, title }: Tab) {
  const fields =
    'sheets(properties.sheetId,conditionalFormats.ranges,data.rowData.values(dataValidation,userEnteredFormat.numberFormat))';
  const { sheets = [] } = await ground.get(fields, [`'${title}'!A4:A5`]);
  const sheet = sheets.find(({ properties }) => properties?.sheetId === sheetId);
  const cells = (sheet?.data?.[0]?.rowData ?? []).flatMap(({ values }) => values?.[0] ?? []);
  return { cells, rules: sheet?.conditionalFormats?.length ?? 0 };
}

const isFormatted = ({ dataValidation, userEnteredFormat }: sheets_v4.Schema$CellData): boolean =>
  dataValidation?.condition?.type === 'ONE_OF_LIST' &&
  userEnteredFormat?.numberFormat?.type === 'TIME';

const fullTab: Question<'once' | 'doubled' | 'missing'> = {
  name: 'fullTab',
  asks: 'Do rows that Lectern adds to a full tab get its number formats and drop-downs, once?',
  answers: {
    once: { says: 'yes', consequence: 'none' },
    doubled: {
      says: 'yes, but the colour rules were doubled',
      consequence: 'tabs that grow gather colour rules: Set up must drop them',
    },
    missing: { says: 'no', consequence: 'added rows need formats and drop-downs of their own' },
  },
  async ask({ ground }) {
    const tab = await ground.tab(3);
    const { sheetId } = tab;
    const range = { sheetId, startRowIndex: 1, startColumnIndex: 0, endColumnIndex: 1 };
    const condition = { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'x' }] };
    const cell = { userEnteredFormat: { numberFormat: TIME } };
    const colored = {
      condition: { type: 'TEXT_EQ', values: [{ userEnteredValue: 'x' }] },
      format: { textFormat: { bold: true } },
    };
    await ground.batch(
      { setDataValidation: { range, rule: { condition } } },
      { repeatCell: { range, cell, fields: 'userEnteredFormat.numberFormat' } },
      { addConditionalFormatRule: { rule: { ranges: [range], booleanRule: colored } } },
    );
    const growth = { kind: 'growTab', sheetId, rowCount: 3, addRows: 2, addColumns: 0 } as const;
    const workbook = googleWorkbook(() => ground.client);
    await ground.patiently(() => workbook.apply(emptyBasis(ground.spreadsheetId), [growth]));
    const { cells, rules } = await readGrown(ground, tab);
    if (cells.length < 2 || !cells.every(isFormatted)) return { answer: 'missing' };
    return { answer: rules === 1 ? 'once' : 'doubled', detail: `colour rules: ${rules}` };
  },
};

const copiedTab: Question<'carried' | 'left'> = {
  name: 'copiedTab',
  asks: 'Does a copied tab carry the developer metadata of the tab it was copied from?',
  answers: {
    carried: { says: 'yes', consequence: 'none: a mark that names another tab is not believed' },
    left: { says: 'no', consequence: 'none' },
  },
  async ask({ ground }) {
    const { sheetId } = await ground.tab();
    const mark = { metadataKey: KEY, location: { sheetId }, visibility: 'DOCUMENT' };
    const [, reply] = await ground.batch(
      { createDeveloperMetadata: { developerMetadata: mark } },
      { duplicateSheet: { sourceSheetId: sheetId } },
    );
    const copyId = reply?.duplicateSheet?.properties?.sheetId ?? 0;
    ground.takeAway(copyId);
    const marks = await ground.metadata();
    return {
      answer: marks.some(({ location }) => location?.sheetId === copyId) ? 'carried' : 'left',
    };
  },
};

const movedNote: Question<'stays' | 'moves'> = {
  name: 'movedNote',
  asks: 'Does a note move with its row when rows are moved?',
  answers: {
    moves: {
      says: 'yes',
      consequence: 'none: what stands beside a person in a report stays there',
    },
    stays: { says: 'no', consequence: 'clerks’ notes beside a report end up with other people' },
  },
  async ask({ ground }) {
    const { sheetId, title } = await ground.tab();
    const source = { sheetId, dimension: 'ROWS', startIndex: 0, endIndex: 1 };
    await ground.batch(
      {
        updateCells: {
          start: { sheetId, rowIndex: 0, columnIndex: 0 },
          rows: [{ values: [{ note: 'probe' }] }],
          fields: 'note',
        },
      },
      { moveDimension: { source, destinationIndex: 3 } },
    );
    const { sheets } = await ground.get('sheets.data.rowData.values.note', [`'${title}'!A3`]);
    const [row] = sheets?.[0]?.data?.[0]?.rowData ?? [];
    return { answer: row?.values?.[0]?.note === 'probe' ? 'moves' : 'stays' };
  },
};

export const ROW_QUESTIONS: readonly Question[] = [
  rowMetadataWhenSorted,
  rowMetadataWhenCut,
  appendedUnderDropDowns,
  appendedUnderFilter,
  fullTab,
  copiedTab,
  movedNote,
];
