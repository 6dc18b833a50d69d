/** The parts of Univer that formulas need. */
import type * as Univer from '@univerjs/core';
import type * as FormulaEngine from '@univerjs/engine-formula';
import { loadBundled } from '../bundled-library';

const CORE_NAMES = ['ObjectMatrix', 'Styles', 'Univer', 'UniverInstanceType'] as const;
const ENGINE_NAMES = [
  'BaseFunction',
  'ICalculateFormulaService',
  'IDefinedNamesService',
  'IDependencyManagerService',
  'IFormulaCurrentConfigService',
  'IFunctionService',
  'NumberValueObject',
  'UniverFormulaEnginePlugin',
] as const;

export type UniverParts = Pick<typeof Univer, (typeof CORE_NAMES)[number]> &
  Pick<typeof FormulaEngine, (typeof ENGINE_NAMES)[number]>;

const ENTRY = `export { ${CORE_NAMES.join(', ')} } from '@univerjs/core';
export { ${ENGINE_NAMES.join(', ')} } from '@univerjs/engine-formula';`;

export async function loadUniver(): Promise<UniverParts> {
  const packages = ['@univerjs/core', '@univerjs/engine-formula'];
  return (await loadBundled(ENTRY, packages)) as UniverParts; // what ENTRY exports
}
