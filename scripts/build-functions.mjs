// Bundles what is deployed: dist/functions/index.cjs and the package.json beside it.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Deployed on this runtime; nodejs20 is no longer offered (docs/operations.md). */
const RUNTIME_NODE = '22';

/** One `.cjs` file: the framework's loader then skips looking for package types, and a cold disk is read once. */
export async function buildFunctions({ outdir = `${root}dist/functions` } = {}) {
  const { dependencies } = JSON.parse(await readFile(`${root}package.json`, 'utf8'));
  await mkdir(outdir, { recursive: true });
  const result = await build({
    entryPoints: [`${root}functions/index.ts`],
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    minify: true,
    // The texts are Chinese: escaped, each character would take twice the room.
    charset: 'utf8',
    legalComments: 'none',
    external: ['@google-cloud/functions-framework'],
    // A second HTTP client of 90 kB, loaded on the first call for a token.
    alias: { 'node-fetch': `${root}scripts/native-fetch.mjs` },
    outfile: `${outdir}/index.cjs`,
    metafile: true,
    logLevel: 'warning',
  });
  const framework = '@google-cloud/functions-framework';
  const manifest = {
    name: 'lectern-functions',
    private: true,
    main: 'index.cjs',
    engines: { node: RUNTIME_NODE },
    dependencies: { [framework]: dependencies[framework] },
  };
  await writeFile(`${outdir}/package.json`, `${JSON.stringify(manifest, null, 2)}\n`);
  return result.metafile;
}

// With a folder as argument: builds into it and prints what went in, for the tests.
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [, , outdir] = process.argv;
  const { inputs, outputs } = await buildFunctions(outdir ? { outdir } : {});
  const [[file, { bytes }]] = Object.entries(outputs);
  console.log(
    outdir
      ? JSON.stringify({ inputs: Object.keys(inputs), bytes })
      : `${file} ${Math.round(bytes / 1024)} kB`,
  );
}
