// Links, charts and notes, as far as a program can check them.
import { googleWorkbook } from '#functions/adapters/google-sheets/google-workbook';
import type { SheetsRequest } from '#functions/adapters/google-clients';
import { freshId, type Tab } from '../ground';
import type { Question } from '../question';

const gidLink: Question<'kept' | 'changed' | 'refused'> = {
  name: 'gidLink',
  asks: 'Is a link of the form `#gid=…&range=…` taken as a cell’s link and kept?',
  answers: {
    kept: { says: 'yes', consequence: 'press one once: whether it leads there only a person sees' },
    changed: { says: 'taken, but changed', consequence: 'press one in the checks tab' },
    refused: { says: 'no', consequence: 'the checks tab needs links with the full address' },
  },
  async ask({ ground }) {
    const { sheetId, title } = await ground.tab();
    const uri = `#gid=${sheetId}&range=B2`;
    const userEnteredFormat = { textFormat: { link: { uri } } };
    const cell = { userEnteredValue: { stringValue: 'B2' }, userEnteredFormat };
    const { refusal } = await ground.attempt({
      updateCells: {
        start: { sheetId, rowIndex: 0, columnIndex: 0 },
        rows: [{ values: [cell] }],
        fields: 'userEnteredValue,userEnteredFormat.textFormat.link',
      },
    });
    if (refusal !== null) return { answer: 'refused', detail: refusal };
    const fields = 'sheets.data.rowData.values.userEnteredFormat.textFormat.link.uri';
    const { sheets } = await ground.get(fields, [`'${title}'!A1`]);
    const [row] = sheets?.[0]?.data?.[0]?.rowData ?? [];
    const kept = row?.values?.[0]?.userEnteredFormat?.textFormat?.link?.uri ?? 'none';
    return { answer: kept === uri ? 'kept' : 'changed', detail: kept };
  },
};

function addChart({ sheetId }: Tab, chartId: number): SheetsRequest {
  const source = (column: number) => ({
    sourceRange: {
      sources: [
        {
          sheetId,
          startRowIndex: 0,
          endRowIndex: 3,
          startColumnIndex: column,
          endColumnIndex: column + 1,
        },
      ],
    },
  });
  const basicChart = {
    chartType: 'BAR',
    legendPosition: 'BOTTOM_LEGEND',
    headerCount: 1,
    domains: [{ domain: source(0) }],
    series: [{ series: source(1), targetAxis: 'BOTTOM_AXIS' }],
  };
  const overlayPosition = { anchorCell: { sheetId, rowIndex: 4, columnIndex: 0 } };
  const chart = { chartId, spec: { title: 'Probe', basicChart }, position: { overlayPosition } };
  return { addChart: { chart } };
}

const chartReplaced: Question<'replaced' | 'doubled' | 'refused'> = {
  name: 'chartReplaced',
  asks: 'Can one batch replace a chart by another with the same id of our own choice?',
  answers: {
    replaced: { says: 'yes', consequence: 'none; what it looks like only a person sees' },
    doubled: { says: 'there are two then', consequence: 'reports gather charts' },
    refused: { says: 'no', consequence: 'charts must be deleted and made in two batches' },
  },
  async ask({ ground }) {
    const [tab, id] = [await ground.tab(), freshId()];
    await ground.batch(addChart(tab, id));
    const remove = { deleteEmbeddedObject: { objectId: id } };
    const { refusal } = await ground.attempt(remove, addChart(tab, id));
    if (refusal !== null) return { answer: 'refused', detail: refusal };
    const { sheets = [] } = await ground.get('sheets(properties.sheetId,charts.chartId)');
    const own = sheets.find(({ properties }) => properties?.sheetId === tab.sheetId);
    return { answer: own?.charts?.length === 1 ? 'replaced' : 'doubled' };
  },
};

const ROWS = 15_000;
const SLOW_MILLISECONDS = 5000;

const notesSearched: Question<'quick' | 'slow' | 'wrong'> = {
  name: 'notesSearched',
  asks: `How long does searching the notes of a tab with ${ROWS} rows take?`,
  answers: {
    quick: { says: 'a moment', consequence: 'none' },
    slow: { says: 'long', consequence: 'a second check of a large tab is slow: see its log' },
    wrong: { says: 'the note was not found', consequence: 'marks would not be taken away again' },
  },
  async ask({ ground, milliseconds }) {
    const { sheetId } = await ground.tab(ROWS, 2);
    const cell = { userEnteredValue: { numberValue: 1 } };
    await ground.batch(
      { repeatCell: { range: { sheetId }, cell, fields: 'userEnteredValue' } },
      {
        updateCells: {
          start: { sheetId, rowIndex: ROWS - 1, columnIndex: 1 },
          rows: [{ values: [{ note: 'probe' }] }],
          fields: 'note',
        },
      },
    );
    const workbook = googleWorkbook(() => ground.client);
    const search = () => workbook.findNotes(ground.spreadsheetId, [sheetId], 'probe');
    const start = milliseconds();
    const found = await ground.patiently(search);
    const taken = Math.round(milliseconds() - start);
    const isFound = found.length === 1 && found[0]?.row === ROWS - 1;
    const answer = !isFound ? 'wrong' : taken < SLOW_MILLISECONDS ? 'quick' : 'slow';
    return { answer, detail: `${taken} ms` };
  },
};

export const LOOK_QUESTIONS: readonly Question[] = [gidLink, chartReplaced, notesSearched];
