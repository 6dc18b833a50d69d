// Corrections, and the check while typing, in the sidebar; part of sidebar.test.ts, whose browser it uses.
import { describe, expect, it } from '@jest/globals';
import { aCheck, aFinding } from './answers';
import type { OpenSidebar } from './open-sidebar';

type Open = (answer: (name: string) => unknown) => Promise<OpenSidebar>;

export function describeSuggestions(open: Open): void {
  describe('corrections on offer', () => {
    it('writes only the corrections that were ticked, then checks again', async () => {
      const offered = ['C2', 'C3'].map((cell) =>
        aFinding({ cell, fix: { before: '3月6日', after: '2026-03-06' } }),
      );
      const reason = '这个单元格刚才被改过，没有写入。';
      const shown = { tabTitle: '花名册', cell: 'C3', before: '3月6日', after: '2026-03-06' };
      const { part, page, press, calls } = await open((name) => ({
        ok: true,
        value:
          name === 'checkEntries'
            ? aCheck({ findings: [...offered, aFinding()], notMarked: 7 })
            : { written: [], refused: [{ ...shown, reason }] },
      }));
      await press('check');
      await part('suggestions-all').waitFor();
      expect(await part('check-marks').textContent()).toContain('7');
      expect(await page.locator('[data-action="apply-suggestions"]').isVisible()).toBe(false);
      await part('suggestion').nth(1).check();
      await press('apply-suggestions');
      await part('suggestions-done').waitFor();
      expect(await part('suggestions-done').textContent()).toBe(
        `已更正 0 处。花名册 · C3：${reason}`,
      );
      const choice = { tab: 'roster', cell: 'C3', before: '3月6日', after: '2026-03-06' };
      expect(calls.map(([, ...call]) => call)).toEqual([
        ['checkEntries', {}],
        ['applySuggestions', { choices: [choice] }],
        ['checkEntries', {}],
      ]);
      await part('suggestions-all').check();
      expect(await page.locator('[data-action="apply-suggestions"]').textContent()).toBe(
        '写入选中的 2 处',
      );
    });

    it('lets one of several corrections of a cell be chosen, and leaves them out of the box for all', async () => {
      const of = (cell: string, after: string) =>
        aFinding({ cell, fix: { before: 'a@example.org、b@example.org', after } });
      const findings = [
        of('C2', 'a@example.org'),
        of('C2', 'b@example.org'),
        of('C3', 'c@example.org'),
      ];
      const { part, press } = await open(() => ({ ok: true, value: aCheck({ findings }) }));
      await press('check');
      await part('suggestions-all').waitFor();
      const ticked = async () =>
        Promise.all([0, 1, 2].map((index) => part('suggestion').nth(index).isChecked()));
      await part('suggestions-all').check();
      expect(await ticked()).toEqual([false, false, true]);
      await part('suggestion').nth(0).check();
      await part('suggestion').nth(1).check();
      expect(await ticked()).toEqual([false, true, true]);
    });

    it('turns the check while typing on, and says why when it cannot', async () => {
      let isAllowed = true;
      const { part, page, calls } = await open(() => {
        if (!isAllowed) throw new Error('not allowed');
        return true;
      });
      const box = part('while-typing');
      await box.check();
      await page.waitForSelector('[data-testid="while-typing"]:enabled');
      expect([calls, await box.isChecked()]).toEqual([[['setCheckingEdits', true]], true]);
      isAllowed = false;
      await box.click();
      await page.getByText('not allowed').waitFor();
      expect(await box.isChecked()).toBe(true);
    });
  });
}
