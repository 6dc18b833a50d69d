// Bundles the workbench page and the inbox page into one folder; does nothing when it is up to date.
import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const SOURCE = join(ROOT, 'workbench/page');
const PAGES = ['index.html', 'inbox.html'];
const STAMP = '.inputs';

/**
 * Writes index.html, inbox.html and their bundles to `outdir`.
 * Returns whether anything had to be built.
 */
export async function buildPage({ outdir }) {
  const known = await readStamp(outdir);
  if (known !== null && known.digest === (await digestOf(known.files))) return false;
  const { metafile } = await bundle(outdir);
  const files = await inputFiles(metafile);
  for (const page of PAGES) {
    await writeFile(join(outdir, page), await readFile(join(SOURCE, page)));
  }
  await writeFile(join(outdir, STAMP), JSON.stringify({ files, digest: await digestOf(files) }));
  return true;
}

async function bundle(outdir) {
  await rm(outdir, { recursive: true, force: true });
  await mkdir(outdir, { recursive: true });
  return build({
    absWorkingDir: ROOT,
    entryPoints: { app: join(SOURCE, 'app.ts'), inbox: join(SOURCE, 'inbox.ts') },
    outdir,
    bundle: true,
    minify: true,
    // Modules in parts: what is needed at once, and what is loaded by need.
    format: 'esm',
    splitting: true,
    chunkNames: 'parts/[name]-[hash]',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [withoutHyphenation],
    metafile: true,
    logLevel: 'warning',
  });
}

/** The grid's renderer brings word-breaking tables of 70 languages for text documents: 4.5 MB it never loads. */
const withoutHyphenation = {
  name: 'without-hyphenation',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^[.][/]/ }, ({ kind, path, importer }) => {
      const isTable = kind === 'dynamic-import' && importer.includes('engine-render');
      return isTable && !path.startsWith('./en-gb') ? { path, namespace: 'left-out' } : undefined;
    });
    onLoad({ filter: /.*/, namespace: 'left-out' }, () => ({ contents: 'export {}' }));
  },
};

/** Our own sources as the bundler saw them; the lock file represents everything from npm. */
async function inputFiles(metafile) {
  const bundled = Object.keys(metafile.inputs).filter(
    (file) => !/node_modules[/]|^left-out:/.test(file),
  );
  const beside = (await readdir(SOURCE, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)));
  const fixed = ['package-lock.json', 'scripts/build-page.mjs'];
  return [...new Set([...bundled, ...beside, ...fixed])].sort();
}

async function digestOf(files) {
  const hash = createHash('sha256');
  for (const file of files) {
    const content = await readFile(join(ROOT, file)).catch(() => 'gone');
    hash.update(`${file}\0`).update(content).update('\0');
  }
  return hash.digest('hex');
}

async function readStamp(outdir) {
  try {
    return JSON.parse(await readFile(join(outdir, STAMP), 'utf8'));
  } catch {
    return null; // never built, or the stamp is broken: build
  }
}
