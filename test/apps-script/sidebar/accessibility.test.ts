// The whole sidebar in its own width and narrower: axe-core, 320 pixels, the keyboard; with results and problems showing.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { LANGUAGES } from '#core/text/language';
import { accessibilityProblems } from '#test/support/accessibility';
import { launchBrowser } from '#test/support/browser';
import { buildProject } from '../built-project';
import { runScript } from '../fake-google';
import { aCheck, aContext, aFinding, anImportPreview, aPreview, aProblem } from './answers';
import { openSidebar, type OpenSidebar } from './open-sidebar';

const project = buildProject();
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  project.remove();
});

const open = (
  language: (typeof LANGUAGES)[number],
  answer: (name: string) => unknown = () => null,
): Promise<OpenSidebar> =>
  openSidebar(browser, project.read('sidebar.html'), (name, values) =>
    name === 'getContext' ? aContext({ language }) : answer(String(values[0])),
  );

const value = (found: unknown) => ({ ok: true, value: found });

describe.each(LANGUAGES)('the sidebar in %s keeps nobody out', (language) => {
  it('when it has opened', async () => {
    const { page } = await open(language);
    await page.waitForSelector('.card');
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.close();
  });

  it('when it shows findings', async () => {
    const findings = [aFinding(), aFinding({ severity: 'warning', sheetId: null, cell: null })];
    const counts = { error: 1, warning: 1, info: 0 };
    const { page, press, part } = await open(language, () => value(aCheck({ findings, counts })));
    await press('check');
    await part('tab-link').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.close();
  });

  it('when it shows a mail before it is sent', async () => {
    const { page, press, part } = await open(language, () => value(aPreview()));
    await press('notice-preview');
    await part('notice-sample').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.close();
  });

  it('when it shows what an import would change, and asks', async () => {
    const script = runScript(project.read('main.js')).call('getLatePanels');
    const sources = {
      action: 'sources',
      tabs: [{ title: '旧花名册', sheetId: 501, rows: 120 }],
      sessions: [],
    };
    const { page, press, part } = await openSidebar(
      browser,
      project.read('sidebar.html'),
      (name, [, request]) => {
        if (name === 'getContext') return aContext({ language });
        if (name === 'getLatePanels') return script;
        const { action } = request as { readonly action?: string }; // what the sidebar sends
        return value(action === 'sources' ? sources : anImportPreview());
      },
    );
    await press('import');
    await press('import-preview');
    await part('import-question').waitFor();
    for (const list of ['columns', 'added', 'leaving', 'unreadable', 'not-taken'])
      await part(`import-${list}`).locator('summary').click();
    expect(await page.locator('[data-action=import-apply]').isVisible()).toBe(false);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.close();
  });

  it('when a call was refused', async () => {
    const { page, press, part } = await open(language, () => ({ ok: false, problem: aProblem() }));
    await press('budget-execution');
    await part('budget-error').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.close();
  });
});
