// Writes api-schema.json: every message of the Sheets API with its fields, read from the types of the googleapis package.
// Run with: npm run schema -w sheets-emulator [-- --check]
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const source = readFileSync(
  require.resolve('googleapis/build/src/apis/sheets/v4.d.ts'),
  'utf8',
).replace(/\/\*\*[\s\S]*?\*\//g, '');

/** 'GridRange', 'GridRange[]', '{FilterCriteria}', 'string', 'any[][]' … */
function kindOf(type) {
  const plain = type.replace(/\s*\|\s*null/, '').trim();
  const map = /^\{\s*\[key: string\]:\s*([^;]+);\s*\}$/.exec(plain);
  return map ? `{${kindOf(map[1])}}` : plain.replace('Schema$', '');
}

const messages = {};
for (const [, name, body] of source.matchAll(/interface Schema\$(\w+) \{([\s\S]*?)\n {4}\}/g)) {
  const fields = {};
  for (const [, field, type] of body.matchAll(
    /^ {8}(\w+)\?: (\{[\s\S]*?\}(?: \| null)?|[^;]+);/gm,
  )) {
    fields[field] = kindOf(type);
  }
  messages[name] = fields;
}

const target = new URL('../src/schema/api-schema.json', import.meta.url);
const text = `${JSON.stringify(messages, null, 2)}\n`;
if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== text) {
    console.error('api-schema.json is out of date: run npm run schema -w sheets-emulator');
    process.exitCode = 1;
  }
} else {
  writeFileSync(target, text);
}
