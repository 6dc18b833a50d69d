// Builds all that the local workbench serves or runs: its own program, the page, the Apps Script project. Parts that are up to date are not built.
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PROGRAM = join(ROOT, 'dist/workbench');
const STAMP = join(PROGRAM, '.inputs');
const LOCK = join(ROOT, 'dist/.building');

/** The options apart from the rest, so that a mistake in them is reported at once. */
export const programs = {
  options: join(PROGRAM, 'options.cjs'),
  main: join(PROGRAM, 'main.cjs'),
};
export const built = {
  pageFolder: join(ROOT, 'dist/page'),
  scriptFolder: join(ROOT, 'apps-script/dist'),
  scriptWorker: join(PROGRAM, 'script-worker.cjs'),
};

/** The workbench's own program: small, and enough to read the command line. */
export async function buildProgram() {
  await locked(async () => {
    if (await isUpToDate()) return;
    const { build } = await import('esbuild');
    const { metafile } = await build({
      absWorkingDir: ROOT,
      entryPoints: {
        main: 'workbench/main.ts',
        options: 'workbench/options.ts',
        'script-worker': 'workbench/apps-script-host/worker.ts',
      },
      outdir: PROGRAM,
      outExtension: { '.js': '.cjs' },
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'cjs',
      packages: 'external',
      // Not external: its sources are TypeScript, as ours.
      alias: {
        'sheets-emulator': './packages/sheets-emulator/src/index.ts',
        'sheets-emulator/a1': './packages/sheets-emulator/src/a1/index.ts',
      },
      sourcemap: 'inline',
      metafile: true,
      logLevel: 'warning',
    });
    const files = [
      ...Object.keys(metafile.inputs),
      'package-lock.json',
      'scripts/build-workbench.mjs',
    ];
    await writeFile(STAMP, JSON.stringify({ files, digest: await digestOf(files) }));
  });
}

/** The page and the Apps Script project. */
export async function buildServed() {
  const [{ buildPage }, { buildAppsScript }] = await Promise.all([
    import('./build-page.mjs'),
    import('./build-apps-script.mjs'),
  ]);
  await locked(() =>
    Promise.all([
      buildPage({ outdir: built.pageFolder }),
      buildAppsScript({ outdir: built.scriptFolder }),
    ]),
  );
}

async function isUpToDate() {
  try {
    const { files, digest } = JSON.parse(await readFile(STAMP, 'utf8'));
    return digest === (await digestOf(files));
  } catch {
    return false; // never built, or a source is gone
  }
}

async function digestOf(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file}\0`).update(await readFile(join(ROOT, file)));
  return hash.digest('hex');
}

/** Several tests may want to build at once; one does, and the others find everything up to date. */
async function locked(work) {
  await mkdir(join(ROOT, 'dist'), { recursive: true });
  while (!(await takeLock())) await wait(50);
  try {
    await work();
  } finally {
    await rm(LOCK, { force: true });
  }
}

async function takeLock() {
  try {
    await writeFile(LOCK, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    // A killed build leaves its lock behind.
    if (!(await isHeld())) await rm(LOCK, { force: true });
    return false;
  }
}

async function isHeld() {
  const holder = await readFile(LOCK, 'utf8').catch(() => '');
  // Just being acquired, or just released.
  if (holder === '') return true;
  try {
    return process.kill(Number(holder), 0);
  } catch {
    return false; // no such process
  }
}

if (
  process.argv[1] !== undefined &&
  realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)
) {
  await buildProgram();
  await buildServed();
}
