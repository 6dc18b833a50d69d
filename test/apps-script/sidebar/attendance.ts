// Rates, the follow-up of absences and the hours ledger in the sidebar; part of sidebar.test.ts, whose browser it uses.
import { describe, expect, it } from '@jest/globals';
import { aFinding, aPreview, aSending } from './answers';
import type { OpenSidebar } from './open-sidebar';

type Answer = (name: string, request: Readonly<Record<string, unknown>>) => unknown;
type Open = (answer: Answer) => Promise<OpenSidebar>;

const value = (found: unknown) => ({ ok: true, value: found });

export function describeAttendance(open: Open): void {
  describe('attendance', () => {
    it('shows both rates with their basis and leads to the report tabs', async () => {
      const rates = {
        a: { numerator: 1028, denominator: 1100, text: '93.5%' },
        b: { numerator: 1028, denominator: 1066, text: '96.4%' },
      };
      const { part, press, calls } = await open(() =>
        value({
          from: '2026-01-01',
          to: '2026-11-23',
          sessions: 10,
          people: 110,
          overall: rates,
          units: [{ unit: '区委办公室', rates }],
          notRecorded: 5,
          unclear: 2,
          tabs: [{ title: '报表-单位', sheetId: 21 }],
        }),
      );
      await press('attendance');
      expect(await part('rate.a').textContent()).toContain('93.5%1,028 / 1,100 人次');
      expect(await part('rate.b').textContent()).toContain('96.4%1,028 / 1,066 人次');
      expect(await part('attendance-result').textContent()).toContain('5 人次应到而没有登记');
      expect(await part('attendance-result').textContent()).toContain('2 人次待核实');
      await part('tab-link').click();
      expect(calls).toEqual([
        ['callFunction', 'attendanceReport', {}],
        ['goToCell', 21, null],
      ]);
    });

    const followUp = {
      action: 'preview',
      session: aPreview().occasion,
      sessions: [
        { id: 'S011', date: '2026-11-27', title: '基层治理' },
        { id: 'S010', date: '2026-11-20', title: '区域经济' },
      ],
      absent: [
        { memberId: 'P001', name: '王建国', unit: '区委办公室', inARow: 2, noMail: null },
        { memberId: 'P002', name: '李秀英', unit: '听松街道', inARow: 1, noMail: '没有邮箱' },
      ],
      notRecorded: 0,
      unclear: [],
      absence: aPreview({ kind: 'absence', messages: 1, fingerprint: 'b'.repeat(64) }),
      digest: aPreview({ kind: 'digest', messages: 3, fingerprint: 'c'.repeat(64) }),
    };

    it('lists the absent and sends the kinds that are ticked, once confirmed', async () => {
      const sent = {
        action: 'send',
        absence: aSending({ kind: 'absence', sent: 1 }),
        digest: null,
        refused: null,
      };
      const { page, part, press, calls } = await open((_, { action }) =>
        value(action === 'send' ? sent : followUp),
      );
      await press('follow-up');
      await part('attendance-status').getByText('2 人无故缺席。').waitFor();
      expect(await part('follow-up-absent').textContent()).toContain('李秀英听松街道1没有邮箱');
      await page.uncheck('[data-action="follow-up-digest"]');
      await press('follow-up-send');
      expect(await page.locator('dialog').textContent()).toContain('发送 1 封邮件？');
      await press('follow-up-send-confirm');
      await part('attendance-status').getByText('已发送 1 封。').waitFor();
      expect(calls.map(([, , request]) => request)).toEqual([
        { action: 'preview' },
        { action: 'send', sessionId: 'S011', absence: 'b'.repeat(64), seconds: 50 },
      ]);
    });

    it('takes another held session when it is chosen', async () => {
      const { page, part, press, calls } = await open(() => value(followUp));
      await press('follow-up');
      await part('attendance-status').getByText('2 人无故缺席。').waitFor();
      await page.selectOption('[data-action="follow-up-session"]', 'S010');
      await page.locator('[data-panel=attendance]:not([aria-busy])').waitFor();
      expect(calls.map(([, , request]) => request)).toEqual([
        { action: 'preview' },
        { action: 'preview', sessionId: 'S010' },
      ]);
    });

    it('shows whose marks are unclear, and what prevents sending, once', async () => {
      const findings = [aFinding({ rule: 'V32', tab: 'schedule', cell: 'M5' })];
      const blocked = {
        ...followUp,
        unclear: ['钱云', '韩雪'],
        absence: aPreview({ kind: 'absence', findings }),
        digest: aPreview({ kind: 'digest', findings }),
      };
      const { page, part, press } = await open(() => value(blocked));
      await press('follow-up');
      await part('attendance-status').getByText('2 人无故缺席。').waitFor();
      expect(await part('attendance-result').textContent()).toContain(
        '2 人待核实，不算缺席，不发提醒：钱云、韩雪。',
      );
      expect(await page.locator('[data-panel=attendance] .finding').count()).toBe(1);
    });

    it('shows its boxes as boxes, beside their words', async () => {
      const { page, part, press } = await open(() => value(followUp));
      await press('follow-up');
      await part('attendance-status').getByText('2 人无故缺席。').waitFor();
      const box = await page.locator('[data-action="follow-up-absence"]').boundingBox();
      expect([box?.width, box?.height]).toEqual([18, 18]);
    });

    it('says who will miss the hours target', async () => {
      const { part, press, calls } = await open(() =>
        value({
          year: 2026,
          people: 112,
          left: 1,
          withTarget: 110,
          reached: 40,
          onCourse: 69,
          shortCount: 1,
          short: [{ name: '钱云', unit: '听松街道', missing: 12.5, target: 90 }],
          tab: { title: '报表-学时台账', sheetId: 31 },
        }),
      );
      await press('hours');
      await part('attendance-status').getByText('有目标的 110 人中 40 人已达到').waitFor();
      await part('attendance-result').getByText('1 人年内离册，不作判断').waitFor();
      expect(await part('hours-short').textContent()).toContain('钱云听松街道12.590');
      await part('tab-link').click();
      expect(calls[1]).toEqual(['goToCell', 31, null]);
    });

    it('does not ask for a period that ends before it begins', async () => {
      const { page, press, calls } = await open(() => null);
      await page.click('[data-panel=attendance] .period summary');
      await page.fill('[data-panel=attendance] .period label:nth-of-type(1) input', '2026-03-01');
      await page.fill('[data-panel=attendance] .period label:nth-of-type(2) input', '2026-02-28');
      await press('attendance');
      expect(await page.locator('[data-panel=attendance] input:invalid').count()).toBe(1);
      expect(calls).toEqual([]);
    });
  });
}
