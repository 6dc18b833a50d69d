// What the documents point to is there: links, files and rooms named in the text, and names in the glossary.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const DOCUMENTS = [
  'README.md',
  'README.zh-CN.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'SECURITY.md',
  'deploy/README.md',
  'docs/architecture.md',
  'docs/benchmarks.md',
  'docs/faq.md',
  'docs/operations.md',
  'docs/clerk-guide.zh-CN.md',
  'docs/glossary.md',
  ...readdirSync(join(process.cwd(), 'docs/decisions')).map((file) => `docs/decisions/${file}`),
];
const read = (file: string): string => readFileSync(join(process.cwd(), file), 'utf8');

/** Targets of links and pictures inside the repository. */
function linksOf(document: string): string[] {
  return [...read(document).matchAll(/\[[^\]]*\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !target.includes('://'));
}

/** `folder/…/file.ending` in back-quotes, from the top of the repository. */
function filesNamedIn(document: string): string[] {
  const named = /`((?:core|functions|apps-script|workbench|test|deploy|docs|scripts)\/[\w./-]+)`/g;
  return [...read(document).matchAll(named)].map(([, file = '']) => file);
}

const FOLDERS = ['core', 'functions', 'apps-script', 'workbench', 'packages', 'scripts', 'deploy'];
const SOURCES = FOLDERS.flatMap((folder) =>
  readdirSync(join(process.cwd(), folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => !/(^|\/)(node_modules|dist)\//.test(file))
    .map((file) => `${folder}/${file}`),
);
const SOURCE_NAMES = new Set(SOURCES.map((file) => file.slice(file.lastIndexOf('/') + 1)));

/** `file.ts` in back-quotes, without a folder. */
function bareFilesNamedIn(document: string): string[] {
  return [...read(document).matchAll(/`([\w.-]+\.ts)`/g)].map(([, file = '']) => file);
}

/** A heading's anchor as GitHub makes it, for headings of plain words. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');

describe.each(DOCUMENTS)('%s', (document) => {
  it('links only to what is there', () => {
    const missing = linksOf(document).filter((target) => {
      const [path = '', anchor] = target.split('#');
      const file = path === '' ? document : join(dirname(document), path);
      if (!existsSync(join(process.cwd(), file))) return true;
      const headings = [...(anchor ? read(file) : '').matchAll(/^#+ (.*)$/gm)];
      return anchor !== undefined && !headings.some(([, words = '']) => anchorOf(words) === anchor);
    });
    expect(missing).toEqual([]);
  });

  it('names only files that are there', () => {
    const missing = filesNamedIn(document).filter((file) => !existsSync(join(process.cwd(), file)));
    expect(missing.filter((file) => !BUILT.test(file))).toEqual([]);
    expect(bareFilesNamedIn(document).filter((file) => !SOURCE_NAMES.has(file))).toEqual([]);
  });
});

describe('SECURITY.md', () => {
  it('has a test for each claim', () => {
    const [, ...claims] = read('SECURITY.md')
      .split('\n')
      .filter((line) => line.startsWith('| ') && !line.startsWith('| claim'));
    const without = claims.filter(
      (line) => !line.startsWith('| --') && !/`test\/[\w./-]+`/.test(line),
    );
    expect(claims.length).toBeGreaterThan(20);
    expect(without).toEqual([]);
  });
});

describe('the pictures of the documents', () => {
  it('are made by scripts/screenshots.mjs, in each language', () => {
    const made = new Set(
      [...read('scripts/screenshots.mjs').matchAll(/take\(page, '([\w-]+)',/g)].map(
        ([, name]) => name,
      ),
    );
    const shown = DOCUMENTS.flatMap(linksOf).flatMap(
      (target) => /img\/([\w-]+)\.(?:zh-CN|en)\.png$/.exec(target)?.[1] ?? [],
    );
    expect(shown.length).toBeGreaterThan(20);
    expect(shown.filter((name) => !made.has(name))).toEqual([]);
  });
});

describe('the READMEs', () => {
  const checked = (...readmes: string[]) =>
    spawnSync(process.execPath, ['bench/quoted-ratios.mjs', ...readmes], { encoding: 'utf8' });

  it('quote the ratios of docs/benchmarks.md', () => {
    expect(checked('README.md', 'README.zh-CN.md')).toMatchObject({ status: 0, stderr: '' });
  });

  it('are told when they do not', () => {
    expect(checked('CONTRIBUTING.md').status).toBe(1);
  });
});

describe('docs/glossary.md', () => {
  it('names only what the code has', () => {
    const code = SOURCES.filter((file) => file.endsWith('.ts')).map(read);
    const words = new Set(code.flatMap((text) => text.match(/\w+/g) ?? []));
    const named = read('docs/glossary.md')
      .split('\n')
      .flatMap((line) => [...(line.split('|')[4] ?? '').matchAll(/`(\w+)(…?)`/g)]);
    const missing = named.filter(([, word = '', more]) =>
      more ? ![...words].some((one) => one.startsWith(word)) : !words.has(word),
    );
    expect(named.length).toBeGreaterThan(50);
    expect(missing.map(([name]) => name)).toEqual([]);
  });
});

describe('docs/architecture.md', () => {
  it.each([
    ['core', 'The rooms of core'],
    ['functions/app', 'The rooms of functions/app'],
  ])('lists each room of %s once', (folder, title) => {
    const [, after = ''] = read('docs/architecture.md').split(`### ${title}\n`);
    const [section = ''] = after.split('\n### ');
    const listed = [...section.matchAll(/^\| `([\w-]+)\/`/gm)].map(([, room = '']) => room);
    expect(listed.toSorted()).toEqual(readdirSync(join(process.cwd(), folder)).toSorted());
  });
});

/** Made by a build, by a person, or by running something. */
const BUILT = /^(apps-script\/dist|deploy\/\.env$)/;

describe('both READMEs', () => {
  it('stay short', () => {
    for (const file of ['README.md', 'README.zh-CN.md'])
      expect(read(file).split('\n').length).toBeLessThanOrEqual(121);
  });

  it('give the two commands and the same options', () => {
    for (const file of ['README.md', 'README.zh-CN.md']) {
      const lines = read(file).split('\n');
      expect(lines).toContain('npm ci && npm start');
      expect(lines).toContain('npm ci && npm test');
      expect(read(file)).toMatch(
        /npm start -- --port N --data FILE --sample district\|empty --open \S+\.xlsx --no-open --no-schedule`/,
      );
    }
  });
});
