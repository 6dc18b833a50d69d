import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '#test/support/browser';

describe('launchBrowser', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser.close();
  });

  it('starts a browser that runs script and lays out Chinese text', async () => {
    const page = await browser.newPage();
    await page.setContent('<span id="word">讲台</span>');
    const width = await page.evaluate("document.getElementById('word').offsetWidth");
    expect(width).toBeGreaterThan(0);
    await page.close();
  });

  it('says what it tried when the chosen browser is not there', async () => {
    const attempt = launchBrowser({ CHROME_PATH: '/no/such/browser' });
    await expect(attempt).rejects.toThrow('CHROME_PATH /no/such/browser: there is no such file');
  });

  it('says what it tried when the chosen program is no browser', async () => {
    const attempt = launchBrowser({ CHROME_PATH: process.execPath });
    await expect(attempt).rejects.toThrow(`CHROME_PATH ${process.execPath}: `);
  });
});
