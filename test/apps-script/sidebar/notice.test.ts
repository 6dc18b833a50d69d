// Kinds of notice, a test mail, and mails in doubt, in the built sidebar.
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '#test/support/browser';
import { buildProject } from '../built-project';
import { aContext, aPreview, aSending } from './answers';
import { openSidebar, type OpenSidebar } from './open-sidebar';

const project = buildProject();
let browser: Browser;
let sidebar: OpenSidebar | null = null;

beforeAll(async () => {
  browser = await launchBrowser();
}, 60_000);
afterEach(async () => {
  await sidebar?.page.close();
  sidebar = null;
});
afterAll(async () => {
  await browser.close();
  project.remove();
});

async function open(
  answer: (request: Readonly<Record<string, unknown>>) => unknown,
): Promise<OpenSidebar> {
  sidebar = await openSidebar(browser, project.read('sidebar.html'), (name, values) =>
    name === 'getContext'
      ? aContext()
      : { ok: true, value: answer(values[1] as Record<string, unknown>) },
  );
  return sidebar;
}

describe('the notice', () => {
  it('is previewed and sent in the kind that is chosen', async () => {
    const { page, part, press, calls } = await open(({ action, kind }) =>
      action === 'send' ? aSending() : aPreview({ kind: kind === 'change' ? 'change' : 'weekly' }),
    );
    await page.selectOption('[data-action="notice-kind"]', 'change');
    await press('notice-send');
    expect(await page.locator('dialog').textContent()).toContain('变更通知');
    await press('notice-send-confirm');
    await part('notice-status').getByText('已发送 2 封。').waitFor();
    expect(calls.map(([, , request]) => request)).toEqual([
      { action: 'preview', kind: 'change' },
      { action: 'send', kind: 'change', sessionId: 'S011', digest: 'a'.repeat(64) },
    ]);
  });

  it('can be sent to the clerk first', async () => {
    const { part, press, calls } = await open(({ action }) =>
      action === 'test' ? { action, to: 'clerk@example.org' } : aPreview(),
    );
    await press('notice-preview');
    await press('notice-test');
    await part('notice-tested').getByText('已发到 clerk@example.org。').waitFor();
    expect(calls[1]?.[2]).toEqual({
      action: 'test',
      kind: 'weekly',
      sessionId: 'S011',
      memberId: 'P001',
    });
  });

  it('lets a clerk settle a mail in doubt, and previews again', async () => {
    const skipped = [{ memberId: 'P003', name: '钱云', code: 'unconfirmed', reason: '结果不明' }];
    const { part, press, calls } = await open(({ action }) =>
      action === 'settle' ? { action, memberId: 'P003', as: 'retry' } : aPreview({ skipped }),
    );
    await press('notice-preview');
    expect(await part('notice-doubt').textContent()).toContain('钱云');
    await press('notice-doubt-retry');
    await part('notice-doubt').waitFor();
    expect(calls[1]?.[2]).toEqual({
      action: 'settle',
      kind: 'weekly',
      sessionId: 'S011',
      memberId: 'P003',
      as: 'retry',
    });
  });
});
