/**
 * Loads libraries that cannot simply be required: packages of ES modules, or such that take seconds to
 * load. They are bundled once by esbuild, kept in node_modules/.cache, and run from there.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { compileFunction } from 'node:vm';

const requireHere = createRequire(__filename);

/** The folder of an installed package: some do not let their package.json be required. */
const folderOf = (name: string): string => {
  const path = requireHere.resolve(name);
  return path.slice(0, path.lastIndexOf(name) + name.length);
};

async function bundle(entry: string): Promise<string> {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: dirname(__filename) },
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

/** Another version of a package, or another entry, makes another file. */
async function cachePath(entry: string, packages: readonly string[]): Promise<string> {
  const versions = [...packages, 'esbuild'].map((name) =>
    readFile(join(folderOf(name), 'package.json'), 'utf8'),
  );
  const text = [entry, ...(await Promise.all(versions))].join('\0');
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 16);
  return join(dirname(folderOf('esbuild')), '.cache', 'sheets-emulator', `${digest}.cjs`);
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

type RunModule = (module: object, exports: object, require: NodeJS.Require) => void;

/** `entry` is the text of a module that exports what is wanted from the packages. */
export async function loadBundled(entry: string, packages: readonly string[]): Promise<object> {
  const path = await cachePath(entry, packages);
  let text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) {
    text = await bundle(entry);
    await keep(path, text);
  }
  const module = { exports: {} };
  const parameters = ['module', 'exports', 'require'];
  const run = compileFunction(text, parameters, { filename: path }) as RunModule; // a CommonJS module's body
  run(module, module.exports, requireHere);
  return module.exports;
}
