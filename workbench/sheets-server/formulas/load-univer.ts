/**
 * Loads the parts of Univer that formulas need. Its packages cannot be required as they are on every
 * Node (they require an ES module), and they are slow to load; so they are bundled once and kept.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { compileFunction } from 'node:vm';
import type * as Univer from '@univerjs/core';
import type * as FormulaEngine from '@univerjs/engine-formula';

type Core = typeof Univer;
type Engine = typeof FormulaEngine;

const CORE_NAMES = [
  'CellValueType',
  'ObjectMatrix',
  'Styles',
  'Univer',
  'UniverInstanceType',
] as const;
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

export type UniverParts = Pick<Core, (typeof CORE_NAMES)[number]> &
  Pick<Engine, (typeof ENGINE_NAMES)[number]>;

const ENTRY = `export { ${CORE_NAMES.join(', ')} } from '@univerjs/core';
export { ${ENGINE_NAMES.join(', ')} } from '@univerjs/engine-formula';`;

const requireHere = createRequire(__filename);

/** The folder of an installed package: some do not let their package.json be required. */
const folderOf = (name: string): string => {
  const path = requireHere.resolve(name);
  return path.slice(0, path.lastIndexOf(name) + name.length);
};

async function bundle(): Promise<string> {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    stdin: { contents: ENTRY, resolveDir: dirname(__filename) },
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    minify: true,
    logLevel: 'error',
  });
  return outputFiles.map((file) => file.text).join('');
}

/** Another version of a package, or other parts of it, make another file. */
async function cachePath(): Promise<string> {
  const packages = ['@univerjs/core', '@univerjs/engine-formula', 'esbuild'];
  const texts = packages.map((name) => readFile(join(folderOf(name), 'package.json'), 'utf8'));
  const digest = createHash('sha256').update([ENTRY, ...(await Promise.all(texts))].join('\0'));
  const modules = dirname(folderOf('esbuild'));
  return join(modules, '.cache', 'lectern', `univer-${digest.digest('hex').slice(0, 16)}.cjs`);
}

async function keep(path: string, text: string): Promise<void> {
  try {
    const own = `${path}.${process.pid}`;
    await mkdir(dirname(path), { recursive: true });
    await writeFile(own, text);
    await rename(own, path);
  } catch {
    // Where nothing can be written, it is bundled again next time.
  }
}

export async function loadUniver(): Promise<UniverParts> {
  const path = await cachePath();
  let text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) {
    text = await bundle();
    await keep(path, text);
  }
  const module = { exports: {} };
  const run = compileFunction(text, ['module', 'exports', 'require'], { filename: path }) as (
    ...parts: unknown[]
  ) => void; // a CommonJS module's function
  run(module, module.exports, requireHere);
  return module.exports as UniverParts; // what ENTRY exports
}
