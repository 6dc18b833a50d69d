/** findReplace: searches the text a person would edit, and enters the result as that person would. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import type { Area } from '../a1/area';
import { invalid } from '../api-error';
import { canonicalFormula } from '../formulas/adjust-formula';
import { isRich, type Cell } from '../model/cell';
import type { Draft } from '../model/draft';
import { gridSize } from '../model/sheet';
import { editedText } from '../values/edited-text';
import { enterFormula } from '../values/enter-value';
import type { RequestHandlers } from './reply';
import { required, targetArea, targetSheet } from './target';
import { enterFor } from './text-requests';

type FindReplace = sheets_v4.Schema$FindReplaceRequest;

function searchPattern({ find, matchCase, matchEntireCell, searchByRegex }: FindReplace): RegExp {
  const wanted = required(find, 'find');
  if (wanted === '') throw invalid('find must not be empty.');
  const source = searchByRegex === true ? wanted : wanted.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  try {
    return new RegExp(
      matchEntireCell === true ? `^(?:${source})$` : source,
      matchCase === true ? 'gu' : 'giu',
    );
  } catch {
    throw invalid(`Invalid regular expression: ${wanted}`);
  }
}

/** In a plain search, `$` in the replacement is only a dollar sign. */
const replacementText = ({ replacement, searchByRegex }: FindReplace): string =>
  searchByRegex === true ? (replacement ?? '') : (replacement ?? '').replaceAll('$', '$$$$');

interface Replaced {
  values: number;
  formulas: number;
  rows: number;
  occurrences: number;
}

class Replacer {
  readonly total: Replaced = { values: 0, formulas: 0, rows: 0, occurrences: 0 };
  sheets = 0;

  constructor(
    private readonly draft: Draft,
    private readonly request: FindReplace,
  ) {}

  replaceIn(sheetId: number, area: Area): void {
    const before = this.total.occurrences;
    const { grid } = this.draft.edit(sheetId);
    for (let row = area.startRow; row < Math.min(area.endRow, grid.height); row++) {
      const inRow = this.total.occurrences;
      for (let column = area.startColumn; column < area.endColumn; column++) {
        const cell = grid.cell(row, column);
        const replaced = this.replaceCell(cell);
        if (replaced !== cell) grid.setCell(row, column, replaced);
      }
      if (this.total.occurrences > inRow) this.total.rows++;
    }
    if (this.total.occurrences > before) this.sheets++;
  }

  private replaceCell(cell: Cell): Cell {
    const text = editedText(cell, this.request.includeFormulas === true);
    const pattern = searchPattern(this.request);
    const count = text?.match(pattern)?.length ?? 0;
    if (text === undefined || count === 0) return cell;
    this.total.occurrences += count;
    const replaced = text.replace(pattern, replacementText(this.request));
    if (isRich(cell) && cell.formula !== undefined) {
      this.total.formulas++;
      return enterFormula(cell, canonicalFormula(replaced));
    }
    this.total.values++;
    return enterFor(this.draft)(cell, replaced);
  }
}

const withoutZeros = (counts: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));

function findReplace(draft: Draft, request: FindReplace) {
  const replacer = new Replacer(draft, request);
  const { range, sheetId, allSheets } = request;
  if (range !== undefined) {
    const target = targetArea(draft, range);
    replacer.replaceIn(target.sheetId, target.area);
  } else {
    const sheets =
      allSheets === true ? draft.sheets : [targetSheet(draft, required(sheetId, 'sheetId'))];
    for (const sheet of sheets) {
      const { rowCount, columnCount } = gridSize(sheet);
      const area = { startRow: 0, endRow: rowCount, startColumn: 0, endColumn: columnCount };
      replacer.replaceIn(sheet.properties.sheetId, area);
    }
  }
  const { values, formulas, rows, occurrences } = replacer.total;
  return withoutZeros({
    valuesChanged: values,
    formulasChanged: formulas,
    rowsChanged: rows,
    sheetsChanged: replacer.sheets,
    occurrencesChanged: occurrences,
  });
}

export const findReplaceRequests: RequestHandlers = {
  findReplace: (draft, request) => ({ findReplace: findReplace(draft, request) }),
};
