// Writes the tables of README.md anew from the code. Run with: npm run docs -w sheets-emulator [-- --check]
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { format, resolveConfig } from 'prettier';

const FOLDER = fileURLToPath(new URL('..', import.meta.url));
const README = join(FOLDER, 'README.md');

const { outputFiles } = await build({
  stdin: {
    contents: `
      export { DRIVE_ROUTES } from './src/drive/drive-api';
      export { NOT_TAKEN } from './src/formulas/function-names';
      export * as limits from './src/limits';
      export { SHEETS_METHODS } from './src/methods/sheets-methods';
      export { QUIRKS } from './src/model/quirks';
      export { handlers } from './src/requests/handlers';
      export { messageSchema } from './src/schema/message-schema';
    `,
    resolveDir: FOLDER,
    loader: 'ts',
  },
  bundle: true,
  write: false,
  platform: 'node',
  format: 'cjs',
  packages: 'external',
});
const module = { exports: {} };
new Function('module', 'require', '__filename', outputFiles[0].text)(
  module,
  createRequire(import.meta.url),
  README,
);
const { DRIVE_ROUTES, NOT_TAKEN, limits, SHEETS_METHODS, QUIRKS, handlers, messageSchema } =
  module.exports;

const code = (text) => `\`${text}\``;
const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

function methods() {
  const rows = SHEETS_METHODS.map(({ name, verb, path }) => {
    const below = path === '' || path.startsWith(':') ? path : `/${path}`;
    return [code(name), code(`${verb} /v4/spreadsheets${below}`)];
  });
  return table(['method', 'call'], rows);
}

function requests() {
  const kinds = [...messageSchema('Request').keys()].sort();
  const rows = kinds.map((kind) => [code(kind), Object.hasOwn(handlers, kind) ? 'yes' : '501']);
  return table(['request', 'carried out'], rows);
}

function driveCalls() {
  const readable = ({ source }) =>
    source.replace(/^\^|\$$|\\/g, '').replace(/\(\?<(\w+)>\[[^\]]*\]\+\)/g, '{$1}');
  return table(
    ['verb', 'path'],
    DRIVE_ROUTES.map(({ verb, pattern }) => [verb, code(readable(pattern))]),
  );
}

/** The words with which a part of a request is refused, `…` for what the request itself names. */
function refusedParts() {
  const sources = readdirSync(join(FOLDER, 'src'), { recursive: true })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(FOLDER, 'src', file), 'utf8'));
  const texts = sources.flatMap((source) =>
    [...source.matchAll(/notEmulated\(\s*(?:`([^`]*)`|'([^']*)')/g)].map(
      ([, template, text]) => text ?? template.replace(/\$\{[^}]*(?:\{[^}]*\}[^}]*)*\}/g, '…'),
    ),
  );
  // Whole calls and kinds of requests stand in the tables above.
  const parts = texts.filter(
    (text) => /[a-z]/.test(text) && !/^(batchUpdate request|… \/v4)/.test(text),
  );
  return [...new Set(parts)]
    .sort()
    .map((text) => `- ${text}`)
    .join('\n');
}

function quirks() {
  const rows = Object.entries(QUIRKS).map(([name, [own, other]]) => [
    code(name),
    code(own),
    code(other),
  ]);
  return table(['question', "the emulator's own answer", 'the other answer'], rows);
}

function limitTable() {
  const words = (name) => name.toLowerCase().replaceAll('_', ' ');
  const rows = Object.entries(limits).map(([name, value]) => [
    words(name),
    value.toLocaleString('en'),
  ]);
  return table(['limit', 'value'], rows);
}

const PARTS = {
  methods,
  requests,
  drive: driveCalls,
  refused: refusedParts,
  functions: () => [...NOT_TAKEN].sort().map(code).join(', '),
  quirks,
  limits: limitTable,
};

const before = readFileSync(README, 'utf8');
let text = before;
for (const [name, write] of Object.entries(PARTS)) {
  const place = new RegExp(`(<!-- ${name} -->)[\\s\\S]*?(<!-- /${name} -->)`);
  if (!place.test(text)) throw new Error(`README.md has no place for ${name}.`);
  text = text.replace(place, (_, start, end) => `${start}\n\n${write()}\n\n${end}`);
}
const after = await format(text, { ...(await resolveConfig(README)), filepath: README });

if (!process.argv.includes('--check')) {
  writeFileSync(README, after);
} else if (before !== after) {
  console.error('README.md is out of date: run npm run docs -w sheets-emulator');
  process.exitCode = 1;
}
