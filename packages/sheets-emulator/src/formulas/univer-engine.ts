/** Univer's formula engine, without its spreadsheet: it reads our cells where they are. */
import type { ICellData, Injector, Nullable } from '@univerjs/core';
import type { BaseValueObject, IAllRuntimeData } from '@univerjs/engine-formula';
import { printRange } from '../a1/print-range';
import { gridRangeArea, gridSize, type ReadonlySheet } from '../model/sheet';
import { sheetById, type Spreadsheet } from '../model/spreadsheet';
import { placeKey } from './apply-results';
import { calculateInBinary } from './binary-arithmetic';
import { engineCell, engineValue } from './engine-cells';
import type { EngineInput, EngineOutput, EngineValue, FormulaEngine } from './formula-engine';
import { engineFormula } from './function-names';
import { loadUniver, type UniverParts } from './load-univer';

const UNIT = 'workbook';

const sheetKey = (sheet: ReadonlySheet): string => String(sheet.properties.sheetId);

function readCell(cell: Nullable<ICellData>): EngineValue | undefined {
  const style = cell?.s;
  const pattern = typeof style === 'object' ? style?.n?.pattern : undefined;
  return cell ? engineValue({ v: cell.v ?? null, t: cell.t ?? null }, pattern) : undefined;
}

/** TODAY and NOW by our clock: functions without parameters that give a number. */
function clockFunctions({ BaseFunction, NumberValueObject }: UniverParts, read: () => number) {
  class ClockFunction extends BaseFunction {
    override minParams = 0;
    override maxParams = 0;

    constructor(
      name: string,
      private readonly value: () => number,
      private readonly pattern: string,
    ) {
      super(name);
    }

    override calculate() {
      return NumberValueObject.create(this.value(), this.pattern);
    }
  }
  return [
    new ClockFunction('TODAY', () => Math.floor(read()), 'yyyy/mm/dd;@'),
    new ClockFunction('NOW', read, 'yyyy/mm/dd hh:mm'),
  ];
}

/** HYPERLINK shows its label, or else the address; the engine's own gives rich text that other formulas cannot read. */
function linkFunction({ BaseFunction }: UniverParts) {
  class LinkFunction extends BaseFunction {
    override minParams = 1;
    override maxParams = 2;

    override calculate(url: BaseValueObject, label?: BaseValueObject) {
      return label ?? url;
    }
  }
  return new LinkFunction('HYPERLINK');
}

/** Asks our grids for each cell the engine looks at, instead of copying the sheets. */
function sheetData({ ObjectMatrix }: UniverParts, { spreadsheet, stored }: EngineInput) {
  class GridMatrix extends ObjectMatrix<ICellData> {
    constructor(private readonly sheet: ReadonlySheet) {
      super({});
    }

    override getValue(row: number, column: number): ICellData {
      const { sheetId } = this.sheet.properties;
      const isStored = stored.size > 0 && stored.has(placeKey({ sheetId, row, column }));
      // The engine takes null for an empty cell; its own type does not say so.
      return engineCell(this.sheet.grid.cell(row, column), isStored) as ICellData;
    }
  }
  const entries = spreadsheet.sheets.map((sheet) => {
    const cellData = new GridMatrix(sheet);
    return [
      sheetKey(sheet),
      { cellData, ...gridSize(sheet), rowData: {}, columnData: {} },
    ] as const;
  });
  return Object.fromEntries(entries);
}

type FormulaRows = Record<number, Record<number, { f: string }>>;

function formulaData(formulas: EngineInput['formulas']): Record<string, FormulaRows> {
  const bySheet: Record<string, FormulaRows> = {};
  for (const [sheetId, cells] of formulas) {
    const rows: FormulaRows = {};
    for (const { row, column, formula } of cells) {
      (rows[row] ??= {})[column] = { f: engineFormula(formula) };
    }
    bySheet[String(sheetId)] = rows;
  }
  return bySheet;
}

const nameMap = (spreadsheet: Spreadsheet): Record<string, string> =>
  Object.fromEntries(spreadsheet.sheets.map((sheet) => [sheet.properties.title, sheetKey(sheet)]));

function readOutput({ ObjectMatrix }: UniverParts, data: IAllRuntimeData): EngineOutput {
  const output: EngineOutput = { results: [], spills: [] };
  for (const [sheetId, matrix] of Object.entries(data.unitData[UNIT] ?? {})) {
    matrix.forValue((row, column, cell) => {
      output.results.push({ sheetId: Number(sheetId), row, column, result: readCell(cell) });
    });
  }
  for (const [sheetId, rows] of Object.entries(data.arrayFormulaRange[UNIT] ?? {})) {
    const cells = data.arrayFormulaCellData[UNIT]?.[sheetId];
    new ObjectMatrix(rows).forValue((row, column, range) => {
      const values = Array.from({ length: range.endRow - range.startRow + 1 }, (_, down) =>
        Array.from({ length: range.endColumn - range.startColumn + 1 }, (_, across) =>
          readCell(cells?.getValue(row + down, column + across)),
        ),
      );
      output.spills.push({ sheetId: Number(sheetId), row, column, values });
    });
  }
  return output;
}

/** The part of the engine's lock that is needed to hear of its failures. */
interface Lock {
  acquire(key: string, work: () => unknown): Promise<unknown>;
}

class UniverEngine implements FormulaEngine {
  private clock = 0;
  private fail: (error: unknown) => void = () => undefined;

  constructor(
    private readonly parts: UniverParts,
    private readonly services: Injector,
  ) {
    const clocks = clockFunctions(parts, () => this.clock);
    services.get(parts.IFunctionService).registerExecutors(...clocks, linkFunction(parts));
    this.listenForFailures();
  }

  knows(name: string): boolean {
    return this.services.get(this.parts.IFunctionService).hasExecutor(name);
  }

  /** The engine starts its work under a lock and does not wait for it: nobody would see a failure. */
  private listenForFailures(): void {
    const service = this.services.get(this.parts.ICalculateFormulaService);
    // A field of Univer 0.25 that its types keep to themselves.
    const lock = Reflect.get(service, '_executeLock') as Lock;
    const acquire = lock.acquire.bind(lock);
    lock.acquire = (key, work) =>
      acquire(key, work).catch((error: unknown) => {
        this.fail(error);
      });
  }

  async calculate(input: EngineInput): Promise<EngineOutput> {
    const { spreadsheet, formulas, clock } = input;
    const { parts, services } = this;
    this.clock = clock;
    this.defineNames(spreadsheet);
    services.get(parts.IDependencyManagerService).reset();
    services.get(parts.IFormulaCurrentConfigService).setExecuteUnitId(UNIT);
    const service = services.get(parts.ICalculateFormulaService);
    const done = new Promise<IAllRuntimeData>((resolve, reject) => {
      this.fail = reject;
      const subscription = service.executionCompleteListener$.subscribe((data) => {
        subscription.unsubscribe();
        resolve(data);
      });
    });
    await service.execute({
      formulaData: { [UNIT]: formulaData(formulas) },
      allUnitData: { [UNIT]: sheetData(parts, input) },
      unitSheetNameMap: { [UNIT]: nameMap(spreadsheet) },
      unitStylesData: { [UNIT]: new parts.Styles() },
      arrayFormulaCellData: {},
      arrayFormulaRange: {},
      forceCalculate: true,
      dirtyRanges: [],
      dirtyNameMap: {},
      dirtyDefinedNameMap: {},
      dirtyUnitFeatureMap: {},
      dirtyUnitOtherFormulaMap: {},
    });
    return readOutput(parts, await done);
  }

  private defineNames(spreadsheet: Spreadsheet): void {
    const names = this.services.get(this.parts.IDefinedNamesService);
    for (const id of Object.keys(names.getDefinedNameMap(UNIT) ?? {})) {
      names.removeDefinedName(UNIT, id);
    }
    for (const { name, namedRangeId, range } of spreadsheet.namedRanges) {
      const sheet = range && sheetById(spreadsheet, range.sheetId ?? 0);
      if (range === undefined || sheet === undefined || !name || !namedRangeId) continue;
      const area = gridRangeArea(range, gridSize(sheet));
      const formulaOrRefString = printRange(sheet.properties.title, area);
      names.registerDefinedName(UNIT, { id: namedRangeId, name, formulaOrRefString });
    }
  }
}

let loaded: Promise<UniverParts> | undefined;

async function load(): Promise<UniverParts> {
  const parts = await loadUniver();
  calculateInBinary(parts.NumberValueObject);
  return parts;
}

export async function createEngine(): Promise<FormulaEngine> {
  loaded ??= load();
  const parts = await loaded;
  const univer = new parts.Univer();
  univer.registerPlugin(parts.UniverFormulaEnginePlugin);
  // The functions are registered when the first workbook is opened; this one stays empty.
  univer.createUnit(parts.UniverInstanceType.UNIVER_SHEET, { id: 'unused' });
  return new UniverEngine(parts, univer.__getInjector());
}
