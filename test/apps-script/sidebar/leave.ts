// Leave and the sign-in sheet in the sidebar; part of sidebar.test.ts, whose browser it uses.
import { describe, expect, it } from '@jest/globals';
import { accessibilityProblems } from '#test/support/accessibility';
import type { OpenSidebar } from './open-sidebar';

type Answer = (name: string, request: Readonly<Record<string, unknown>>) => unknown;
type Open = (answer: Answer) => Promise<OpenSidebar>;

const value = (found: unknown) => ({ ok: true, value: found });

export function describeLeave(open: Open): void {
  describe('leave', () => {
    const aLeaveItem = {
      id: 'L095',
      row: 96,
      content: '["S11","M020"]',
      name: '钱学涛',
      unit: '区政府',
      session: { id: 'S11', title: '区域经济协调发展', date: '2026-11-27' },
      kind: '公差',
      minutes: null,
      reason: '赴省厅汇报',
      state: 'pending',
      stateLabel: '待批',
      approver: '区委书记',
      makeUp: '',
      concerns: ['没有证明材料'],
      events: ['approve', 'refuse', 'cancel'],
      sheetId: 3,
      cell: 'I96',
    };
    const LISTED = { action: 'list', pending: [aLeaveItem], toClose: [], toMakeUp: [], coming: [] };
    const decided = { ...aLeaveItem, state: 'approved', stateLabel: '已准假', concerns: [] };

    it('is approved in one press for all that are ticked; what needs a look is not ticked', async () => {
      const usual = { ...aLeaveItem, id: 'L096', row: 97, name: '周文远', concerns: [] };
      const other = { ...usual, id: 'L097', row: 98, name: '沈国栋' };
      const listed = { ...LISTED, pending: [aLeaveItem, usual, other] };
      const { page, part, press, calls } = await open((_, request) => {
        if (request['action'] !== 'decideMany') return value(listed);
        const one = { ...usual, state: 'approved', stateLabel: '已准假' };
        const mark = { kind: 'attended', before: '', after: '' };
        return value({
          action: 'decideMany',
          decided: [{ action: 'decide', event: 'approve', leave: one, mark, canInform: true }],
          refused: [{ position: 1, reason: '这条请假没有填类型，未写入。' }],
        });
      });
      await press('leave-list');
      await press('leave-many');
      const boxes = part('leave-many-approve').locator('input');
      const boxList = await boxes.all();
      const ticked = await Promise.all(boxList.map((box) => box.isChecked()));
      expect(ticked).toEqual([false, true, true]);
      expect(await part('leave-many-approve').textContent()).toContain('没有证明材料');
      expect(await accessibilityProblems(page)).toEqual([]);
      await press('leave-many-approve');
      expect(await page.locator('dialog').textContent()).toContain('准假：共 2 条？');
      await press('leave-many-confirm');
      await part('leave-status').getByText('已处理 1 条，1 条没有处理。').waitFor();
      const shown = await part('leave-result').textContent();
      expect(shown).toContain('沈国栋 这条请假没有填类型');
      expect(shown).toContain('周文远 考勤登记为到课');
      const approve = (leaveId: string, row: number) => ({
        leaveId,
        row,
        content: '["S11","M020"]',
        event: 'approve',
        approver: '区委书记',
      });
      expect(calls.at(-1)).toEqual([
        'callFunction',
        'leaveRegister',
        { action: 'decideMany', decisions: [approve('L096', 97), approve('L097', 98)] },
      ]);
    });

    it('is approved with the approver shown or typed, and the mark that follows is shown', async () => {
      const { page, part, press, calls } = await open((_, request) =>
        value(
          request['action'] === 'list'
            ? LISTED
            : {
                action: 'decide',
                event: 'approve',
                leave: decided,
                mark: { kind: 'change', before: '缺席', after: '公差' },
                canInform: true,
              },
        ),
      );
      await press('leave-list');
      expect(await part('leave-pending').textContent()).toContain(
        '公差，2026-11-27 区域经济协调发展',
      );
      await page.fill('[data-field=approver]', '');
      await press('leave-approve');
      expect(calls).toHaveLength(1);
      await page.fill('[data-field=approver]', ' 贺知行 ');
      await press('leave-approve');
      await part('leave-status').getByText('钱学涛：已准假。').waitFor();
      expect(await part('leave-result').textContent()).toContain('考勤：缺席 → 公差');
      expect(calls[1]).toEqual([
        'callFunction',
        'leaveRegister',
        {
          action: 'decide',
          leaveId: 'L095',
          row: 96,
          content: '["S11","M020"]',
          event: 'approve',
          approver: '贺知行',
        },
      ]);
    });

    it('is found by session or person in every state, and a refused one can still be approved', async () => {
      const refused = {
        ...aLeaveItem,
        state: 'refused',
        stateLabel: '不同意',
        events: ['approve'],
      };
      const { page, part, press, calls } = await open(() =>
        value({ action: 'find', leaves: [refused] }),
      );
      await page.fill('[data-field=leave-wanted]', ' 钱学涛 ');
      await press('leave-list');
      await part('leave-status').getByText('钱学涛：共 1 条请假。').waitFor();
      expect(await part('leave-found').textContent()).toContain('不同意：公差');
      expect(await page.locator('[data-action=leave-approve]').count()).toBe(1);
      expect(await page.locator('[data-action=leave-refuse]').count()).toBe(0);
      expect(calls).toEqual([
        ['callFunction', 'leaveRegister', { action: 'find', wanted: '钱学涛' }],
      ]);
    });

    describe('over several days', () => {
      const asked = {
        action: 'ask',
        written: false,
        name: '钱学涛',
        unit: '区政府',
        sessions: [
          { id: 'S11', title: '区域经济协调发展', date: '2026-11-27' },
          { id: 'S12', title: '基层治理', date: '2026-12-04' },
        ],
        already: 1,
      };
      const fillIn = async ({ page }: OpenSidebar, from: string, to: string) => {
        await page.getByText('登记一段时间的请假').click();
        await page.fill('[data-field=ask-member]', ' 钱学涛 ');
        await page.selectOption('[data-field=ask-kind]', 'official');
        await page.fill('[data-field=ask-from]', from);
        await page.fill('[data-field=ask-to]', to);
      };
      const request = {
        action: 'ask',
        member: '钱学涛',
        kind: 'official',
        from: '2026-11-20',
        to: '2026-12-10',
      };

      it('is previewed with every session due, and written only when the clerk says so', async () => {
        const sidebar = await open((_, { write }) => value({ ...asked, written: write }));
        const { page, part, press, calls } = sidebar;
        await fillIn(sidebar, '2026-11-20', '2026-12-10');
        await page.fill('[data-field=ask-reason]', ' 赴省委党校学习 ');
        await press('ask-preview');
        await part('leave-status').getByText('钱学涛：将登记 2 期').waitFor();
        const lines = await part('leave-result').locator('p').allTextContents();
        expect(lines).toEqual(['S11 2026-11-27 区域经济协调发展', 'S12 2026-12-04 基层治理']);
        await press('ask-write');
        await part('leave-status').getByText('钱学涛：已登记 2 期，待批。').waitFor();
        expect(await page.locator('[data-action=ask-write]').count()).toBe(0);
        const full = { ...request, reason: '赴省委党校学习' };
        expect(calls).toEqual([
          ['callFunction', 'leaveRegister', { ...full, write: false }],
          ['callFunction', 'leaveRegister', { ...full, write: true }],
        ]);
      });

      it('has nothing to write where no session is due, and sends no blank reason', async () => {
        const sidebar = await open(() => value({ ...asked, sessions: [], already: 2 }));
        await fillIn(sidebar, '2026-11-20', '2026-12-10');
        await sidebar.press('ask-preview');
        await sidebar.part('leave-status').getByText('钱学涛：').waitFor();
        expect(await sidebar.page.locator('[data-action=ask-write]').count()).toBe(0);
        expect(sidebar.calls).toEqual([
          ['callFunction', 'leaveRegister', { ...request, write: false }],
        ]);
      });

      it('is not asked for without a last day', async () => {
        const sidebar = await open(() => value(asked));
        await fillIn(sidebar, '2026-11-20', '');
        await sidebar.press('ask-preview');
        expect(sidebar.calls).toEqual([]);
      });
    });

    it('is cancelled only after the clerk has confirmed', async () => {
      const { page, press, calls } = await open(() => value(LISTED));
      await press('leave-list');
      await press('leave-cancel');
      expect(await page.locator('dialog').textContent()).toContain('撤销钱学涛的请假？');
      await press('leave-sure-cancel');
      await page.waitForSelector('dialog', { state: 'detached' });
      expect(calls).toHaveLength(1);
    });
  });

  describe('sign-in', () => {
    const SESSION = { id: 'S11', title: '区域经济协调发展', when: '2026年11月27日' };
    const person = (memberId: string, name: string) => ({ memberId, name, unit: '区政府' });
    const CLOSED = {
      action: 'close',
      outcome: 'closed',
      session: SESSION,
      unmarked: [],
      unclear: [],
      differing: [],
      added: 100,
      changed: 2,
      absent: 1,
      notRecorded: [person('M020', '钱学涛')],
      attended: [],
      excused: [],
      notTaken: [{ words: '王小明 出勤', sheetId: 2001, cell: 'F40' }],
      tab: { title: '签到-S11', sheetId: 2001 },
    };
    const ASKS = {
      ...CLOSED,
      outcome: 'needsAnswers',
      notRecorded: [],
      unmarked: [
        ['M018', '骆宾'],
        ['M019', '柳叶青'],
        ['M020', '钱学涛'],
      ].map(([id = '', name = '']) => ({
        ...person(id, name),
        note: id === 'M020' ? '签到表：公差（没有准假）' : null,
      })),
      differing: [
        {
          ...person('M021', '甄若谷'),
          sheet: '缺席',
          known: '迟到 14:44',
          sheetId: 2001,
          cell: 'F9',
        },
      ],
    };

    it('asks about people who are not marked or marked otherwise, chooses nothing beforehand, and closes as answered', async () => {
      const { page, part, press, calls } = await open((_, request) =>
        value('absent' in request ? CLOSED : ASKS),
      );
      await press('sign-in-close');
      expect(await part('sign-in-status').textContent()).toBe('有 4 人请先答复。');
      expect(await page.locator('.choice input:checked').count()).toBe(0);
      const unmarked = page.locator('[data-testid=unmarked] li');
      expect(await unmarked.nth(2).textContent()).toContain('签到表：公差（没有准假）');
      await unmarked.nth(1).getByText('缺席').click();
      await unmarked.nth(2).getByText('暂不登记').click();
      await page.getByText('其余都到课').click();
      await page.getByText('已有：迟到 14:44').click();
      await press('sign-in-answer');
      await part('sign-in-status').getByText('已记入考勤：新记 100，更正 2，缺席 1。').waitFor();
      expect(await part('sign-in-result').textContent()).toContain('未登记：钱学涛');
      expect(await part('sign-in-result').getByText('王小明 出勤').count()).toBe(1);
      expect(calls[1]).toEqual([
        'callFunction',
        'signInSheet',
        {
          action: 'close',
          sessionId: 'S11',
          present: ['M018'],
          absent: ['M019'],
          notRecorded: ['M020'],
          bySheet: [],
          byAttendance: ['M021'],
        },
      ]);
    });
  });
}
