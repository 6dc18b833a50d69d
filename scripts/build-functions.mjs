// Bundles what is deployed: dist/functions/index.cjs, and beside it the libraries that are read late and the package.json.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Deployed on this runtime; nodejs20 is no longer offered (docs/operations.md). */
const RUNTIME_NODE = '22';

/** Libraries that only some calls need: each in a file of its own, which Node reads when it is first imported. */
const LATE = ['docx', 'nodemailer', '@e965/xlsx', 'csv-parse/sync'];

/** Google's clients, by library: in one file, so that what they share is there once. It is read when one of these names is first used. */
const GOOGLE_FILE = './google.cjs';
const GOOGLE = {
  'google-auth-library': ['GoogleAuth', 'Impersonated', 'OAuth2Client'],
  'googleapis/build/src/apis/sheets/index.js': ['sheets'],
  'googleapis/build/src/apis/gmail/index.js': ['gmail'],
  'googleapis/build/src/apis/cloudtasks/v2.js': ['cloudtasks_v2'],
};

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
  // A second HTTP client of 90 kB, a writer of addresses of 60 kB and a reader of JSON of 25 kB: Node has all three.
  alias: {
    'node-fetch': `${root}scripts/native-fetch.mjs`,
    qs: `${root}scripts/native-query-string.mjs`,
    'json-bigint': `${root}scripts/native-json.mjs`,
  },
  metafile: true,
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
    plugins: [apart(LATE), googleApart],
    outfile: `${outdir}/index.cjs`,
  });
  refuseUnlisted(result.metafile);
  const google = await build({
    ...SHARED,
    stdin: {
      contents: Object.entries(GOOGLE)
        .map(([library, names]) => exportOnUse(names, library))
        .join('\n'),
      resolveDir: root,
    },
    outfile: `${outdir}/${GOOGLE_FILE}`,
  });
  const late = [];
  for (const library of LATE)
    late.push(
      await build({ ...SHARED, entryPoints: [library], outfile: `${outdir}/${fileOf(library)}` }),
    );
  const framework = '@google-cloud/functions-framework';
  const manifest = {
    name: 'lectern-functions',
    private: true,
    main: 'index.cjs',
    engines: { node: RUNTIME_NODE },
    dependencies: { [framework]: dependencies[framework] },
  };
  await writeFile(`${outdir}/package.json`, `${JSON.stringify(manifest, null, 2)}\n`);
  const metafiles = [result, google, ...late].map(({ metafile }) => metafile);
  return { main: result.metafile, google: google.metafile, metafiles };
}

/** A module whose exports are read from `source` when they are first used. */
const exportOnUse = (names, source) =>
  names
    .map(
      (name) =>
        `Object.defineProperty(exports, '${name}', { enumerable: true, get: () => require('${source}').${name} });`,
    )
    .join('\n');

/** Throws when the bundle imports one of Google's clients that google.cjs does not have. */
function refuseUnlisted({ outputs }) {
  const [{ inputs }] = Object.values(outputs);
  const unlisted = Object.keys(inputs)
    .filter((input) => input.startsWith('on-first-use:'))
    .map((input) => input.slice('on-first-use:'.length))
    .filter((library) => !(library in GOOGLE));
  if (unlisted.length > 0)
    throw new Error(`${unlisted.join(', ')}: add it to Google's clients in build-functions.mjs.`);
}

const googleApart = {
  name: 'google-apart',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^google(apis\/.+|-auth-library)$/ }, ({ path }) => ({
      path,
      namespace: 'on-first-use',
    }));
    onResolve({ filter: /./, namespace: 'on-first-use' }, ({ path }) => ({ path, external: true }));
    onLoad({ filter: /./, namespace: 'on-first-use' }, ({ path }) => {
      // Of those that only programs on a person's machine use, nothing is left in the bundle: see refuseUnlisted.
      return { contents: exportOnUse(GOOGLE[path] ?? [], GOOGLE_FILE) };
    });
  },
};

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
  const { main, google } = await buildFunctions(outdir ? { outdir } : {});
  const [[file, { bytes }]] = Object.entries(main.outputs);
  const inputsOf = ({ inputs }) => Object.keys(inputs);
  console.log(
    outdir
      ? JSON.stringify({ inputs: inputsOf(main), googleInputs: inputsOf(google), bytes })
      : `${file} ${Math.round(bytes / 1024)} kB`,
  );
}
