/**
 * A formula engine that no formula can break for others. An engine that has failed is in no known state, so it is
 * replaced, and the formulas that made it fail are found by halving and left out.
 */
import type { FormulaCell } from './formula-cells';
import type { EngineInput, EngineOutput, FormulaEngine } from './formula-engine';

export interface ContainedOutput extends EngineOutput {
  /** The formulas that the engine could not bear. */
  readonly failed: readonly PlacedFormula[];
}

export interface PlacedFormula extends FormulaCell {
  readonly sheetId: number;
}

/** Halving a sheet of a million formulas takes twenty attempts for each one that breaks the engine. */
const MAX_ATTEMPTS = 100;

export class ContainedEngine {
  private current: Promise<FormulaEngine> | undefined;
  /** An engine keeps one calculation's state at a time. */
  private queue: Promise<unknown> = Promise.resolve();

  constructor(private readonly create: () => Promise<FormulaEngine>) {}

  async knows(): Promise<(name: string) => boolean> {
    const engine = await this.engine();
    return (name) => engine.knows(name);
  }

  calculate(input: EngineInput): Promise<ContainedOutput> {
    const result = this.queue.then(() => this.run(input));
    this.queue = result.catch(() => undefined);
    return result;
  }

  private engine(): Promise<FormulaEngine> {
    // Loaded on first use, and then kept: it takes its time.
    this.current ??= this.create();
    return this.current;
  }

  private async run(input: EngineInput): Promise<ContainedOutput> {
    const formulas = placed(input);
    const whole = await this.attempt(input, formulas);
    if (whole !== undefined) return { ...whole, failed: [] };
    const failed = await this.findBreaking(input, formulas);
    const rest = formulas.filter((formula) => !failed.has(formula));
    const output = await this.attempt(input, rest);
    if (output !== undefined) return { ...output, failed: [...failed] };
    // Only together do they break the engine.
    return { results: [], spills: [], failed: formulas };
  }

  private async findBreaking(
    input: EngineInput,
    formulas: readonly PlacedFormula[],
  ): Promise<ReadonlySet<PlacedFormula>> {
    const breaking = new Set<PlacedFormula>();
    let suspects = [formulas];
    for (let attempts = 0; suspects.length > 0;) {
      const halves = suspects.flatMap((group) => {
        const middle = Math.ceil(group.length / 2);
        return [group.slice(0, middle), group.slice(middle)].filter(({ length }) => length > 0);
      });
      suspects = [];
      for (const half of halves) {
        const isKnown = attempts >= MAX_ATTEMPTS;
        attempts++;
        if (!isKnown && (await this.attempt(input, half)) !== undefined) continue;
        if (isKnown || half.length === 1) half.forEach((formula) => breaking.add(formula));
        else suspects.push(half);
      }
    }
    return breaking;
  }

  /** Undefined when the engine fails; the next attempt has another. */
  private async attempt(
    input: EngineInput,
    formulas: readonly PlacedFormula[],
  ): Promise<EngineOutput | undefined> {
    try {
      const engine = await this.engine();
      return await engine.calculate({ ...input, formulas: bySheet(formulas) });
    } catch (error) {
      this.current = undefined;
      if (formulas.length === 1) {
        console.error(`The formula engine failed at ${formulas[0]?.formula ?? ''}.`, error);
      }
      return undefined;
    }
  }
}

const placed = ({ formulas }: EngineInput): PlacedFormula[] =>
  [...formulas].flatMap(([sheetId, cells]) => cells.map((cell) => ({ ...cell, sheetId })));

function bySheet(formulas: readonly PlacedFormula[]): Map<number, FormulaCell[]> {
  const sheets = new Map<number, FormulaCell[]>();
  for (const { sheetId, ...cell } of formulas) {
    const cells = sheets.get(sheetId) ?? [];
    sheets.set(sheetId, cells);
    cells.push(cell);
  }
  return sheets;
}
