// The page and the inbox at a telephone's width and in the dark scheme. Part of a suite: no browser of its own.
import { expect, it } from '@jest/globals';
import { axeProblems, widthProblems } from '#test/support/accessibility';
import type { WorkbenchPage } from './workbench-page';

const MINUTES = 60_000;

/** What the page itself draws; the grid and the sidebar stay light. */
const PARTS = ['.top', '.charts', '.side-head', '.status-line'];

/** The inbox's badge says 99+ where its label, which begins with the same word, has the whole number. */
const ACCEPTED = ['label-content-name-mismatch'];

interface Suite {
  /** A report with charts is in front. */
  readonly clerk: WorkbenchPage;
  readonly url: string;
}

/** A notice was sent: the first message in the inbox has an invitation. */
export function narrowAndDark(suite: () => Suite): void {
  it(
    'is legible in the dark, and at a telephone’s width does not scroll sideways',
    async () => {
      const { page } = suite().clerk;
      await page.emulateMedia({ colorScheme: 'dark' });
      const paper = await page.evaluate(
        "getComputedStyle(document.querySelector('.top')).backgroundColor",
      );
      expect(paper).toBe('rgb(34, 39, 46)');
      expect(await axeProblems(page, ACCEPTED, PARTS)).toEqual([]);
      expect(await widthProblems(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: null });
    },
    MINUTES,
  );

  it(
    'has the inbox on a telephone and in the dark: list, message and its files',
    async () => {
      const { clerk, url } = suite();
      const inbox = await clerk.page.context().newPage();
      await inbox.setViewportSize({ width: 360, height: 740 });
      await inbox.emulateMedia({ colorScheme: 'dark' });
      await inbox.goto(`${url}/inbox`);
      await inbox.waitForSelector('body[data-ready=true]');
      const problems = async () => [...(await axeProblems(inbox)), ...(await widthProblems(inbox))];
      expect(await problems()).toEqual([]);
      await inbox.locator('.mail-item').first().click();
      await inbox.locator('.mail-head').waitFor();
      expect(await problems()).toEqual([]);
      await inbox.locator('#mail-tab-files').click();
      const files = inbox.locator('.mail-files a');
      expect(await files.allInnerTexts()).toEqual(['日历 invite.ics', 'invite.ics']);
      expect(await problems()).toEqual([]);
      await inbox.close();
    },
    MINUTES,
  );
}
