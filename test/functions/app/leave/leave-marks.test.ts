// The attendance mark along the lives of one or two leaves of one person for one session.
import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { toDay } from '#core/calendar/day';
import type { LeaveDecided } from '#core/contract/leave-register';
import type { Cell } from '#core/workbook/table';
import { TAB_KEYS } from '#core/workbook/tab-keys';
import { AppError } from '#functions/errors';
import { anApplication, type TestApplication } from '#test/support/application';
import { aLeave, aMark, aMember, aSession } from '#test/support/builders/rows';
import { aWorkbook, columnsOf } from '#test/support/builders/tables';

type Leave = Parameters<typeof aLeave>[0];
type Mark = Parameters<typeof aMark>[0];
const PENDING = { decision: null, approver: null, decidedOn: null } as const;
const KINDS = { personal: '事假', sick: '病假', official: '公差' } as const;
type Kind = keyof typeof KINDS;

/** Monday after the held session; `mark` null: nothing is recorded. */
const app = (leave: readonly Leave[], mark: Mark | null = { status: '缺席' }): TestApplication => {
  const made = anApplication(
    aWorkbook({
      roles: [{ email: 'clerk@example.org', role: 'clerk' }],
      roster: [aMember(), aMember({ id: 'R002', name: '沈国栋', personOrder: 20 })],
      schedule: [aSession({ state: 'held' })],
      attendance: mark === null ? [] : [aMark(mark)],
      leave: leave.map((part, index) => aLeave({ id: `L00${index + 1}`, ...PENDING, ...part })),
    }),
  );
  made.setNow('2026-03-09T01:00:00Z');
  return made;
};
const decide = async (on: TestApplication, leaveId: string, event: LeaveDecided['event']) =>
  (await on.call('leaveRegister', {
    action: 'decide',
    leaveId,
    event,
    approver: '沈国栋',
  })) as LeaveDecided; // a decision was asked for
const apply = (on: TestApplication) => on.call('leaveRegister', { action: 'apply' });
const at = (tab: 'leave' | 'attendance', column: string) => columnsOf(tab).indexOf(column);
const cell = (on: TestApplication, tab: 'leave' | 'attendance', row: number, column: string) =>
  on.workbook.rowsOf(tab)[row]?.[at(tab, column)] ?? '';
const status = (on: TestApplication) => cell(on, 'attendance', 0, 'status');
const minutes = (on: TestApplication) => cell(on, 'attendance', 0, 'minutesMissed');
/** A clerk types into the tab. */
async function type(
  on: TestApplication,
  tab: 'leave' | 'attendance',
  row: number,
  cells: Record<string, Cell>,
) {
  for (const [column, value] of Object.entries(cells)) {
    const firstColumn = at(tab, column);
    await on.workbook.edit([
      {
        kind: 'writeCells',
        sheetId: TAB_KEYS.indexOf(tab) + 1,
        firstRow: row + 1,
        firstColumn,
        rows: [[value]],
      },
    ]);
  }
}
const markLog = (on: TestApplication) =>
  on.workbook
    .rowsOf('log')
    .filter((row) => ['准假改考勤', '撤假还考勤'].includes(String(row[2])))
    .map((row) => `${row[4] ?? ''} → ${row[5] ?? ''}`);

describe('leaves for parts that together cover the session', () => {
  const first = { minutes: 75 };
  const rest = { minutes: 75, kind: 'official' } as const;

  it('are a whole leave for the mark, and the minutes beside it are taken back', async () => {
    const on = app([first, rest]);
    await decide(on, 'L001', 'approve');
    expect([status(on), minutes(on)]).toEqual(['缺席', 75]);
    await decide(on, 'L002', 'approve');
    expect([status(on), minutes(on)]).toEqual(['公差', '']);
    await decide(on, 'L002', 'cancel');
    expect([status(on), minutes(on)]).toEqual(['缺席', 75]);
    await decide(on, 'L001', 'cancel');
    expect([status(on), minutes(on)]).toEqual(['缺席', '']);
  });

  it('are one for decisions that were typed, too', async () => {
    const on = app([first, rest]);
    const typed = { decision: '同意', approver: '沈国栋', decidedOn: '2026-03-05' };
    await type(on, 'leave', 0, typed);
    await type(on, 'leave', 1, typed);
    await apply(on);
    expect([status(on), minutes(on)]).toEqual(['公差', '']);
    await apply(on);
    expect([status(on), minutes(on)]).toEqual(['公差', '']);
  });

  it('take back the row that they made', async () => {
    const on = app([first, rest], null);
    await decide(on, 'L001', 'approve');
    await decide(on, 'L002', 'approve');
    expect(status(on)).toBe('公差');
    await decide(on, 'L001', 'cancel');
    expect(
      on.workbook
        .rowsOf('attendance')
        .flat()
        .filter((each) => each !== ''),
    ).toEqual([]);
  });

  it('do not, one minute short', async () => {
    const on = app([first, { ...rest, minutes: 74 }]);
    await decide(on, 'L001', 'approve');
    await decide(on, 'L002', 'approve');
    expect([status(on), minutes(on)]).toEqual(['缺席', 149]);
  });
});

describe('two leaves for one session', () => {
  const both = async () => {
    const on = app([{ kind: 'sick', proof: '病历' }, { kind: 'personal' }]);
    await decide(on, 'L001', 'approve');
    const second = await decide(on, 'L002', 'approve');
    return { on, second };
  };

  it('warn of each other, and the one decided last has the mark', async () => {
    const { on, second } = await both();
    expect(second.mark).toEqual({ kind: 'change', before: '病假', after: '事假' });
    expect(second.leave.concerns).toContain('本期另有已准的病假（L001）');
    expect(status(on)).toBe('事假');
    expect([0, 1].map((row) => cell(on, 'leave', row, 'markBefore'))).toEqual(['', '缺席']);
  });

  it('leave the mark to the first when the second ends, and give it back when none is left', async () => {
    const { on } = await both();
    const ended = await decide(on, 'L002', 'cancel');
    expect(ended.mark).toEqual({ kind: 'change', before: '事假', after: '病假' });
    expect([0, 1].map((row) => cell(on, 'leave', row, 'markBefore'))).toEqual(['缺席', '']);
    await decide(on, 'L001', 'cancel');
    expect(status(on)).toBe('缺席');
    expect(markLog(on)).toEqual(['缺席 → 病假', '病假 → 事假', '事假 → 病假', '病假 → 缺席']);
  });

  it('leave the mark to the second when the first ends', async () => {
    const { on } = await both();
    expect((await decide(on, 'L001', 'refuse')).mark.kind).toBe('none');
    expect(status(on)).toBe('事假');
    await decide(on, 'L002', 'cancel');
    expect(status(on)).toBe('缺席');
  });

  it('that older versions approved give back what stood before both', async () => {
    const approved = { decision: 'approved', decidedOn: toDay('2026-03-09') } as const;
    const leave = [
      { ...approved, kind: 'sick', markBefore: '缺席' },
      { ...approved, markBefore: '病假' },
    ] as const;
    const on = app(leave, { status: '事假' });
    await decide(on, 'L002', 'cancel');
    expect(status(on)).toBe('病假');
    await decide(on, 'L001', 'cancel');
    expect(status(on)).toBe('缺席');
  });
});

describe('leave that is corrected in the tab after it was approved', () => {
  const official = async () => {
    const on = app([{ kind: 'official' }]);
    await decide(on, 'L001', 'approve');
    return on;
  };

  it('takes the mark along when marks are brought in line, and gives back the original', async () => {
    const on = await official();
    await type(on, 'leave', 0, { kind: '事假' });
    await apply(on);
    expect([status(on), cell(on, 'leave', 0, 'markBefore')]).toEqual(['事假', '缺席']);
    await decide(on, 'L001', 'cancel');
    expect(status(on)).toBe('缺席');
    expect(markLog(on)).toEqual(['缺席 → 公差', '公差 → 事假', '事假 → 缺席']);
  });

  it('gives back the original when it is cancelled at once', async () => {
    const on = await official();
    await type(on, 'leave', 0, { kind: '事假' });
    expect((await decide(on, 'L001', 'cancel')).mark).toEqual({
      kind: 'change',
      before: '公差',
      after: '缺席',
    });
  });

  it('gives the mark back and enters the minutes when it turns out to be for a part only', async () => {
    const on = await official();
    await type(on, 'leave', 0, { minutes: 40 });
    await apply(on);
    expect([status(on), minutes(on)]).toEqual(['缺席', 40]);
    await type(on, 'leave', 0, { minutes: 25 });
    await apply(on);
    expect([status(on), minutes(on)]).toEqual(['缺席', 25]);
    await decide(on, 'L001', 'cancel');
    expect([status(on), minutes(on)]).toEqual(['缺席', '']);
  });

  it('leaves minutes that a clerk had entered, though they are the same', async () => {
    const on = app([{ minutes: 12 }], { status: '出勤', minutesMissed: 12 });
    await decide(on, 'L001', 'approve');
    expect((await decide(on, 'L001', 'cancel')).mark.kind).toBe('none');
    expect(minutes(on)).toBe(12);
  });

  it('gives back what the sign-in sheet entered for it, corrected or not', async () => {
    const approved = { decision: 'approved', decidedOn: toDay('2026-03-04') } as const;
    const on = app([{ ...approved, kind: 'official' }], { status: '公差' });
    await type(on, 'leave', 0, { kind: '事假' });
    await apply(on);
    expect([status(on), cell(on, 'leave', 0, 'markBefore')]).toEqual(['事假', '未登记']);
    await decide(on, 'L001', 'cancel');
    expect(on.workbook.rowsOf('attendance').flat().filter(Boolean)).toEqual([]);
  });
});

const shown = (word: Cell): Cell => (word === 'sick' ? '病假' : word);
const LEAVES: readonly Leave[] = [{}, { kind: 'sick' }];
const EVENTS = ['approve', 'refuse', 'cancel', 'return', 'makeUp'] as const;
const anEvent = fc.oneof(
  fc.record({ decide: fc.constantFrom(...EVENTS), row: fc.nat(1) }),
  fc.record({ kind: fc.constantFrom<Kind>('personal', 'sick', 'official'), row: fc.nat(1) }),
  fc.record({ minutes: fc.constantFrom(null, 40, 25), row: fc.nat(1) }),
  fc.constant('apply' as const),
);
type Step = typeof anEvent extends fc.Arbitrary<infer T> ? T : never;

async function live(on: TestApplication, steps: readonly Step[], count: number): Promise<void> {
  for (const step of steps) {
    if (step === 'apply') await apply(on);
    else if (step.row >= count) continue;
    else if ('kind' in step) await type(on, 'leave', step.row, { kind: KINDS[step.kind] });
    else if ('minutes' in step) await type(on, 'leave', step.row, { minutes: step.minutes });
    else
      await decide(on, `L00${step.row + 1}`, step.decide).catch((error: unknown) => {
        if (!(error instanceof AppError) || error.refusal !== 'leaveNotNow') throw error;
      });
  }
}
const holding = (on: TestApplication, count: number) =>
  Array.from({ length: count }, (_, row) => row).flatMap((row) =>
    cell(on, 'leave', row, 'decision') === '同意'
      ? [
          {
            kind: cell(on, 'leave', row, 'kind'),
            minutes: Number(cell(on, 'leave', row, 'minutes')),
          },
        ]
      : [],
  );
const cancelAll = async (on: TestApplication, count: number) => {
  for (let row = 0; row < count; row += 1)
    if (cell(on, 'leave', row, 'decision') === '同意') await endOf(on, row);
};
/** Leave that was made up can no longer be cancelled, so that goes first. */
async function endOf(on: TestApplication, row: number): Promise<void> {
  await type(on, 'leave', row, { makeUpDone: null });
  await decide(on, `L00${row + 1}`, 'cancel');
}

describe('whatever happens to one or two leaves, in whatever order', () => {
  test.each([1, 2])(
    'the mark of %i is what is left says, and at last what it was before',
    async (count) => {
      const marks = fc.record({
        status: fc.constantFrom('缺席', 'absent'),
        minutesMissed: fc.constantFrom(null, 12),
      });
      await fc.assert(
        fc.asyncProperty(marks, fc.array(anEvent, { maxLength: 10 }), async (mark, steps) => {
          const on = app(LEAVES.slice(0, count), mark);
          await live(on, steps, count);
          await apply(on);
          const left = holding(on, count);
          const whole = left.filter((leave) => leave.minutes === 0).map(({ kind }) => kind);
          expect(whole.length === 0 ? [mark.status] : whole).toContain(status(on));
          const missed = left.reduce((sum, leave) => sum + leave.minutes, 0);
          expect(minutes(on)).toBe(mark.minutesMissed ?? (missed === 0 ? '' : missed));
          await cancelAll(on, count);
          expect([status(on), minutes(on)]).toEqual([mark.status, mark.minutesMissed ?? '']);
          expect([0, 1].map((row) => cell(on, 'leave', row, 'markBefore'))).toEqual(['', '']);
        }),
        { numRuns: 40 },
      );
    },
  );

  test.each([null, '病假', '公差', '事假', 'sick'])(
    'a mark that was %s comes back',
    async (was) => {
      const steps = fc.array(
        anEvent.filter((step) => step === 'apply' || 'decide' in step),
        { maxLength: 8 },
      );
      await fc.assert(
        fc.asyncProperty(steps, async (events) => {
          const on = app([{}, { kind: 'sick' }], was === null ? null : { status: was });
          await live(on, events, 2);
          const left = holding(on, 2).map(({ kind }) => kind);
          if (left.length > 0) expect(left).toContain(shown(status(on)));
          await cancelAll(on, 2);
          expect(status(on)).toBe(was ?? '');
        }),
        { numRuns: 20 },
      );
    },
  );

  it('the log has each change of the mark, from the first to the last', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          anEvent.filter((step) => step === 'apply' || !('minutes' in step)),
          { maxLength: 10 },
        ),
        async (steps) => {
          const on = app([{}, { kind: 'sick' }]);
          await live(on, steps, 2);
          const told = markLog(on).map((line) => line.split(' → '));
          expect([...told.map(([before]) => before), status(on)]).toEqual([
            '缺席',
            ...told.map(([, after]) => after),
          ]);
        },
      ),
      { numRuns: 40 },
    );
  });
});
