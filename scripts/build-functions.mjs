// Bundles what is deployed: dist/functions/index.cjs, and beside it the libraries that are read late and the package.json.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Deployed on this runtime; nodejs20 is no longer offered (docs/operations.md). */
const RUNTIME_NODE = '22';

/** Libraries that only some calls need: each in a file of its own, which Node reads when it is first imported. */
const LATE = ['docx', 'nodemailer', '@e965/xlsx', 'csv-parse/sync'];

/** `@e965/xlsx` is in xlsx.cjs, `csv-parse/sync` in csv-parse-sync.cjs. */
const fileOf = (library) => `${library.replace(/^@[^/]+\//, '').replace('/', '-')}.cjs`;

const SHARED = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  minify: true,
  // The texts are Chinese: escaped, each character would take twice the room.
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
};

/** One `.cjs` file: the framework's loader then skips looking for package types, and a cold disk is read once. */
export async function buildFunctions({ outdir = `${root}dist/functions` } = {}) {
  const { dependencies } = JSON.parse(await readFile(`${root}package.json`, 'utf8'));
  await mkdir(outdir, { recursive: true });
  const result = await build({
    ...SHARED,
    entryPoints: [`${root}functions/index.ts`],
    external: ['@google-cloud/functions-framework'],
    plugins: [apart(LATE)],
    // A second HTTP client of 90 kB, a writer of addresses of 60 kB and a reader of JSON of 25 kB: Node has all three.
    alias: {
      'node-fetch': `${root}scripts/native-fetch.mjs`,
      qs: `${root}scripts/native-query-string.mjs`,
      'json-bigint': `${root}scripts/native-json.mjs`,
    },
    outfile: `${outdir}/index.cjs`,
    metafile: true,
  });
  for (const library of LATE)
    await build({ ...SHARED, entryPoints: [library], outfile: `${outdir}/${fileOf(library)}` });
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

/** Leaves these libraries out of the bundle: they are in files beside it. */
const apart = (libraries) => ({
  name: 'libraries-apart',
  setup: ({ onResolve }) => {
    onResolve({ filter: new RegExp(`^(${libraries.join('|')})$`) }, ({ path }) => ({
      path: `./${fileOf(path)}`,
      external: true,
    }));
  },
});

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
