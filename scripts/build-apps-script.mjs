// Builds what clasp pushes: main.js with one global function per public name, sidebar.html in one piece, the manifest.
import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const SERVER = 'apps-script/server/index.ts';
const SIDEBAR = 'apps-script/sidebar';
const MANIFEST = 'apps-script/appsscript.json';
/** The bundle's one name that is no function; Apps Script keeps names ending in _ from being called. */
const BUNDLE_NAME = 'lectern_';
const SIDEBAR_LIMIT_BYTES = 80_000;
const STAMP = '.inputs';

/** The default output of each variant: the rootDir of its clasp file. */
export const OUTDIRS = { bound: 'apps-script/dist', addOn: 'dist/add-on' };

/**
 * Writes main.js, sidebar.html and appsscript.json to `outdir` (relative to the project). With `apiUrl` the script has the
 * address built in, and the manifest lets it fetch from there only; the add-on needs it. Returns whether anything had to be built.
 */
export async function buildAppsScript({ addOn = false, outdir, apiUrl = '' } = {}) {
  const target = resolve(ROOT, outdir ?? (addOn ? OUTDIRS.addOn : OUTDIRS.bound));
  const address = readAddress(apiUrl, addOn);
  const choices = JSON.stringify({ address, addOn });
  const known = await readStamp(target);
  if (known !== null && known.digest === (await digestOf(known.files, choices))) return false;
  const latePanels = await buildLatePanels();
  const [server, sidebar, manifest] = await Promise.all([
    buildServer({ address, addOn, latePanels: latePanels.text }),
    buildSidebar(),
    buildManifest(address),
  ]);
  const inputs = [server, sidebar, latePanels].flatMap((part) => part.inputs);
  const files = [...new Set([...inputs, ...FIXED_INPUTS])].sort();
  await mkdir(target, { recursive: true });
  await writeWhole(join(target, 'main.js'), server.text);
  await writeWhole(join(target, 'sidebar.html'), sidebar.text);
  await writeWhole(join(target, 'appsscript.json'), manifest);
  const stamp = { files, digest: await digestOf(files, choices) };
  await writeWhole(join(target, STAMP), JSON.stringify(stamp));
  return true;
}

const FIXED_INPUTS = [
  MANIFEST,
  `${SIDEBAR}/sidebar.html`,
  `${SIDEBAR}/sidebar.css`,
  'package.json',
  'package-lock.json',
  'scripts/build-apps-script.mjs',
];

const OPTIONS = {
  absWorkingDir: ROOT,
  bundle: true,
  write: false,
  metafile: true,
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
};

async function buildServer({ address, addOn, latePanels }) {
  const { version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
  const options = {
    ...OPTIONS,
    entryPoints: [SERVER],
    target: 'es2019',
    define: {
      LECTERN_VERSION: JSON.stringify(version),
      LECTERN_IS_ADD_ON: JSON.stringify(addOn),
      LECTERN_ADDRESS: JSON.stringify(address),
      LECTERN_LATE_PANELS: JSON.stringify(latePanels),
    },
  };
  const [bundle, modules] = await Promise.all([
    build({ ...options, format: 'iife', globalName: BUNDLE_NAME }),
    build({ ...options, format: 'esm' }), // only this format's metafile lists the exports
  ]);
  refuseZod(bundle.metafile, 'main.js');
  const stubs = Object.values(modules.metafile.outputs)
    .flatMap((output) => output.exports)
    .sort()
    .map((name) => `function ${name}() { return ${BUNDLE_NAME}.${name}.apply(this, arguments); }`);
  const text = `// Lectern ${version}, built from ${dirname(SERVER)}; edit there.\n${textOf(bundle)}\n${stubs.join('\n')}\n`;
  return { text, inputs: Object.keys(bundle.metafile.inputs) };
}

const SIDEBAR_OPTIONS = {
  ...OPTIONS,
  format: 'iife',
  target: 'es2022',
  minify: true,
  // Apps Script's HTML service takes // inside a template literal for a comment.
  supported: { 'template-literal': false },
};

/** The panels that are fetched when they are wanted. What their folders import from the rest of the sidebar is in the page already. */
async function buildLatePanels() {
  const script = await build({
    ...SIDEBAR_OPTIONS,
    entryPoints: [`${SIDEBAR}/late-panels.ts`],
    plugins: [sharedWithPage],
  });
  refuseZod(script.metafile, 'the late panels');
  const inputs = Object.keys(script.metafile.inputs).filter((file) => !file.startsWith('page:'));
  return { text: textOf(script).trim(), inputs };
}

const sharedWithPage = {
  name: 'shared-with-page',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\.\// }, ({ path }) => ({ path, namespace: 'page' }));
    onLoad({ filter: /./, namespace: 'page' }, () => ({
      contents: 'module.exports = lecternShared',
    }));
  },
};

async function buildSidebar() {
  const [script, style] = await Promise.all([
    build({ ...SIDEBAR_OPTIONS, entryPoints: [`${SIDEBAR}/main.ts`] }),
    build({ ...OPTIONS, entryPoints: [`${SIDEBAR}/sidebar.css`], minify: true }),
  ]);
  refuseZod(script.metafile, 'sidebar.html');
  const page = await readFile(join(ROOT, SIDEBAR, 'sidebar.html'), 'utf8');
  const text = inline(inline(page, '/* sidebar.css */', style), '/* main.ts */', script);
  const bytes = Buffer.byteLength(text);
  if (bytes > SIDEBAR_LIMIT_BYTES) {
    throw new Error(`sidebar.html has ${bytes} bytes; at most ${SIDEBAR_LIMIT_BYTES} are allowed.`);
  }
  return { text, inputs: Object.keys(script.metafile.inputs) };
}

/** Without a slash at the end; empty when it is not known yet. */
function readAddress(apiUrl, addOn) {
  if (apiUrl === '' && addOn) {
    throw new Error('The add-on needs the address of the functions: --api-url https://…');
  }
  // The workbench has no certificate.
  const isLocal = /^http:\/\/(127\.0\.0\.1|localhost)(:\d+)?(\/[^*\s?#]*)?$/.test(apiUrl);
  if (apiUrl !== '' && !isLocal && !/^https:\/\/[^/*\s?#]+(\/[^*\s?#]*)?$/.test(apiUrl)) {
    throw new Error(`The address of the functions must start with https://, not "${apiUrl}".`);
  }
  return apiUrl.replace(/\/+$/, '');
}

/** The same for both variants: Google has no properties for editor add-ons; `addOns` would make it an add-on of another kind. */
async function buildManifest(address) {
  const text = await readFile(join(ROOT, MANIFEST), 'utf8');
  if (address === '') return text;
  const manifest = { ...JSON.parse(text), urlFetchWhitelist: [`${address}/`] };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** Puts a bundle in a marked place; anything that would end or reopen the script element is refused. */
function inline(page, mark, result) {
  const text = textOf(result).trim();
  if (/<!--|<\/?(script|style)/i.test(text)) {
    throw new Error(`The bundle for ${mark} holds a tag that would break sidebar.html.`);
  }
  if (!page.includes(mark)) throw new Error(`sidebar.html has no place marked ${mark}.`);
  return page.replace(mark, () => text);
}

function textOf(result) {
  return result.outputFiles.map((file) => file.text).join('');
}

function refuseZod(metafile, name) {
  const found = Object.keys(metafile.inputs).find((file) => file.includes('node_modules/zod/'));
  if (found !== undefined)
    throw new Error(`${name} would contain zod (${found}): import types only.`);
}

async function digestOf(files, choices) {
  const hash = createHash('sha256').update(`${choices}\0`);
  for (const file of files) {
    const content = await readFile(join(ROOT, file)).catch(() => 'gone');
    hash.update(`${file}\0`).update(content).update('\0');
  }
  return hash.digest('hex');
}

async function readStamp(target) {
  try {
    return JSON.parse(await readFile(join(target, STAMP), 'utf8'));
  } catch {
    return null; // never built, or the stamp is broken: build
  }
}

/** Two processes may build at once: no process ever reads half a file. */
async function writeWhole(file, text) {
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, text);
  await rename(draft, file);
}

const program = process.argv[1];
if (program !== undefined && realpathSync(program) === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      outdir: { type: 'string' },
      'api-url': { type: 'string' },
      'add-on': { type: 'boolean', default: false },
    },
  });
  const addOn = values['add-on'];
  const outdir = values.outdir ?? (addOn ? OUTDIRS.addOn : OUTDIRS.bound);
  const built = await buildAppsScript({ addOn, outdir, apiUrl: values['api-url'] ?? '' });
  console.log(built ? `Built ${outdir}.` : `${outdir} is up to date.`);
}
