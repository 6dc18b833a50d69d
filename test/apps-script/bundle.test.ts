import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { build, buildProject } from './built-project';
import { runScript } from './fake-google';

const project = buildProject();
const addOn = buildProject('--add-on', '--api-url', 'https://api-1234.a.run.app/');
afterAll(() => {
  project.remove();
  addOn.remove();
});

describe.each([
  ['of a workbook', project],
  ['of the add-on', addOn],
])('main.js %s', (_, variant) => {
  const { context, globals, recorded, call } = runScript(variant.read('main.js'));
  const functions = globals.filter((name) => typeof context[name] === 'function');

  it('adds its public functions and one private name to the global scope', () => {
    expect(globals.sort()).toEqual([
      'callFunction',
      'checkEdit',
      'getContext',
      'getLatePanels',
      'goToCell',
      'lectern_',
      'onInstall',
      'onOpen',
      'setCheckingEdits',
      'showAbout',
      'showSidebar',
      'showSidebarAndCheck',
      'toggleCheckingEdits',
    ]);
    expect(functions).not.toContain('lectern_');
  });

  it('has a function for every item of the menu', () => {
    call('onOpen');
    const wanted = recorded.menus.flatMap((menu) => menu.items.map((item) => item.run));
    expect(wanted).toHaveLength(4);
    expect(functions).toEqual(expect.arrayContaining(wanted));
  });

  it('has the triggers Google calls by name', () => {
    expect(functions).toEqual(expect.arrayContaining(['onOpen', 'onInstall']));
  });

  it('has a function for every call the sidebar makes', () => {
    const wanted = calledBySidebar();
    expect(wanted).toEqual([
      'callFunction',
      'getContext',
      'getLatePanels',
      'goToCell',
      'setCheckingEdits',
    ]);
    expect(functions).toEqual(expect.arrayContaining(wanted));
  });
});

describe('sidebar.html', () => {
  const page = project.read('sidebar.html');

  it('is one page that loads nothing', () => {
    expect(page).not.toMatch(/<(link|img|iframe)\b|<script[^>]+src=|@import|url\(/);
    expect(page.match(/<script>/g)).toHaveLength(1);
    expect(page.match(/<style>/g)).toHaveLength(1);
  });

  it('holds no template literal, in which Apps Script would take // for a comment', () => {
    expect(page).not.toContain('`');
  });

  it('is no larger than 80 kB', () => {
    expect(Buffer.byteLength(page)).toBeLessThanOrEqual(80_000);
  });
});

describe('both bundles', () => {
  it.each(['main.js', 'sidebar.html'])('%s holds no zod', (name) => {
    expect(project.read(name)).not.toMatch(/zod|ZodError|safeParse/i);
  });

  it('are not built again while nothing has changed', () => {
    expect(build(project.folder)).toBe(`${project.folder} is up to date.\n`);
  });

  it('are built again for another address', () => {
    const built = build(project.folder, '--api-url', 'https://api-1234.a.run.app');
    expect(built).toBe(`Built ${project.folder}.\n`);
  });
});

/** bridge.ts takes the names from the same type the script implements; here they are read from the source. */
function calledBySidebar(): string[] {
  const folder = 'apps-script/sidebar';
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const sources = files
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(folder, file), 'utf8'));
  const names = sources.flatMap((source) =>
    Array.from(source.matchAll(/\brun\('(\w+)'/g), (match) => match[1] ?? ''),
  );
  return [...new Set(names)].sort();
}
