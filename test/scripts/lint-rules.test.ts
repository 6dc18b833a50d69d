// `npm run check` lints with oxlint, editors with ESLint: both have the same rules for the same files.
import { execFileSync } from 'node:child_process';
import { expect, test } from '@jest/globals';

const PROGRAM = `
  import { readFile } from 'node:fs/promises';
  import { matchesGlob } from 'node:path';
  import { ESLint } from 'eslint';
  const { rules, overrides } = JSON.parse(await readFile('.oxlintrc.json', 'utf8'));
  const eslint = new ESLint();
  const name = (rule) => rule.replace(/^@?typescript(-eslint)?\\//, '');
  const enabled = (all) =>
    Object.fromEntries(
      Object.entries(all)
        .map(([rule, setting]) => [name(rule), [setting].flat()])
        .filter(([, [severity]]) => severity !== 'off' && severity !== 0)
        .map(([rule, [, ...options]]) => [rule, options])
        .sort(([left], [right]) => (left < right ? -1 : 1)),
    );
  const found = {};
  for (const file of process.argv.slice(1)) {
    const here = overrides.filter(({ files }) => files.some((glob) => matchesGlob(file, glob)));
    const merged = {};
    // A rule of typescript-eslint takes the place of the one of the same name.
    for (const part of [rules, ...here.map((override) => override.rules ?? {})])
      for (const [rule, setting] of Object.entries(part)) {
        if (rule.startsWith('typescript/')) delete merged[name(rule)];
        merged[rule] = setting;
      }
    const config = await eslint.calculateConfigForFile(file);
    found[file] = { oxlint: enabled(merged), eslint: enabled(config.rules) };
  }
  console.log(JSON.stringify(found));
`;

/** One file for every combination of the overrides. */
const FILES = [
  'core/calendar/day.ts',
  'core/money/cents.ts',
  'core/money/allocate.ts',
  'core/checks/rules/quota.ts',
  'core/notice/skip-reasons.texts.ts',
  'functions/adapters/system/system-clock.ts',
  'functions/app/dashboard/dashboard.ts',
  'apps-script/server/index.ts',
  'packages/sheets-emulator/src/index.ts',
  'packages/sheets-emulator/test/server.test.ts',
  'test/support/browser.ts',
  'scripts/probe/main.ts',
  'bench/contender.ts',
  'scripts/check.mjs',
  'scripts/jest-esbuild.cjs',
];

/** Two that no native linter has, and two of syntax that no module may have: the parser refuses it. */
const ESLINT_ONLY = [
  'no-dupe-args',
  'no-octal',
  'no-unsafe-class-instance-assignment',
  'no-unsafe-enum-assignment',
];

type Rules = Readonly<Record<string, readonly unknown[]>>;

const found = JSON.parse(
  execFileSync(process.execPath, ['--input-type=module', '-e', PROGRAM, ...FILES], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }),
) as Readonly<Record<string, { readonly oxlint: Rules; readonly eslint: Rules }>>; // printed by PROGRAM

test.each(FILES)('%s has the same rules in both', (file) => {
  const { oxlint = {}, eslint = {} } = found[file] ?? {};
  const names = Object.keys(oxlint);
  expect(names.length).toBeGreaterThan(50);
  expect(names).toEqual(Object.keys(eslint).filter((rule) => !ESLINT_ONLY.includes(rule)));
  for (const [rule, options] of Object.entries(oxlint)) {
    // ESLint adds the options that a rule has when none are given.
    expect([rule, ...(eslint[rule] ?? []).slice(0, options.length)]).toMatchObject([
      rule,
      ...options,
    ]);
  }
});
