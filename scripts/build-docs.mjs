// Writes docs/workbook.md and docs/rules.md from the declarations in core.
import { build } from 'esbuild';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';

const root = fileURLToPath(new URL('../', import.meta.url));
const bundle = await build({
  stdin: {
    contents: `
      export { documentWorkbook } from '#core/workbook/workbook-document';
      export { documentRules } from '#core/checks/rules-document';
      export { RULE_CASES } from '#test/core/checks/rule-table';
    `,
    resolveDir: root,
    loader: 'ts',
  },
  bundle: true,
  write: false,
  format: 'cjs',
  platform: 'node',
});
const documents = { exports: {} };
runInNewContext(bundle.outputFiles[0].text, { module: documents, Intl, URL });
const { documentWorkbook, documentRules, RULE_CASES } = documents.exports;
writeFileSync(`${root}docs/workbook.md`, documentWorkbook());
writeFileSync(`${root}docs/rules.md`, documentRules(RULE_CASES));
console.log('wrote docs/workbook.md and docs/rules.md');
