// The session's fee step by step, its payment sheet and its expense; budget execution and settlement.
import type { BudgetReportRequest, BudgetReportResponse } from '#core/contract/budget-report';
import type { FeeConfirmed, FeePreview } from '#core/contract/lecture-fees';
import { callFunction } from '../bridge';
import { expectAction } from '../expect-action';
import { feeChoiceFields, type FeeChoiceInput } from '../budget/fee-choice';
import { feeOutcome } from '../budget/fee-view';
import { executionOutcome, settlementOutcome, sheetOutcome } from '../budget/reports-view';
import { createCard, type Card } from '../card';
import { askToConfirm } from '../confirm';
import { readingOnly, type PanelContext } from '../panel-context';
import { button } from '../dom';
import { reportLink, tabLink } from '../findings-view';
import type { Panel } from '../panel';
import { runAction, type ActionOutcome } from '../run-action';
import type { TextKey } from '../say';

export function budgetPanel(context: PanelContext): Panel {
  const { say } = context;
  const fields = feeChoiceFields(say);
  const start = (): void => {
    const choice = fields.read();
    if (choice !== null) void showFee(context, card, choice);
  };
  const report = (name: ReportName) => () => void showReport(context, card, name);
  const action = (label: TextKey, name: string, run: () => void, look = 'outlined') =>
    button(say(label), { class: `button ${look}`, 'data-action': name }, run);
  const card: Card = createCard(say, {
    name: 'budget',
    drawing: [
      'M3.5 5.5h13v9h-13z',
      'M10 7.8a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4z',
      'M3.5 8.5h2',
      'M14.5 11.5h2',
    ],
    controls: [
      fields.element,
      action('budget.fee', 'budget-fee', start, 'tonal'),
      action('budget.execution', 'budget-execution', report('execution')),
      action('budget.settlement', 'budget-settlement', report('settlement')),
      action('budget.year', 'budget-year', report('year')),
    ],
  });
  return { card, start };
}

/** Of this session; without one, of the one whose fee is next. */
function showFee(
  context: PanelContext,
  card: Card,
  choice: FeeChoiceInput & { readonly sessionId?: string },
): Promise<void> {
  const request = { action: 'preview', ...choice } as const;
  return runAction(context, card, {
    busy: context.say('fee.busy'),
    work: async () => expectAction('preview', await callFunction('lectureFees', request)),
    show: (fee) =>
      feeOutcome(context, fee, {
        sheet: () => void showSheet(context, card, { fee, choice }),
        confirm: () => void confirmFee(context, card, { fee, choice }),
        choose: (sessionId) => void showFee(context, card, { ...choice, sessionId }),
      }),
  });
}

/** A fee as it was shown, and what was chosen for it. */
interface ShownFee {
  readonly fee: FeePreview;
  readonly choice: FeeChoiceInput;
}

function showSheet(context: PanelContext, card: Card, { fee, choice }: ShownFee): Promise<void> {
  const request = { action: 'sheet', ...choice, sessionId: fee.session.id } as const;
  return runAction(context, card, {
    busy: context.say('fee.sheet.busy'),
    work: async () => expectAction('sheet', await callFunction('lectureFees', request)),
    show: (sheet) => sheetOutcome(context, sheet),
  });
}

/** Records exactly the fee that was shown, after the clerk has confirmed it. */
async function confirmFee(
  context: PanelContext,
  card: Card,
  { fee, choice }: ShownFee,
): Promise<void> {
  const { say } = context;
  const { session, speaker, gross, tax, fingerprint } = fee;
  const sure = await askToConfirm(say, {
    title: say('fee.sure', { gross: gross.text }),
    lines: [session.title, speaker?.name ?? '', say('fee.sure.tax', { tax: tax.text })],
    yes: say('fee.confirm'),
    action: 'fee-book',
  });
  if (!sure) return;
  const request = { action: 'confirm', ...choice, sessionId: session.id, fingerprint } as const;
  await runAction(context, card, {
    busy: say('fee.booking'),
    work: async () => expectAction('confirm', await callFunction('lectureFees', request)),
    show: (booked) => bookedOutcome(context, booked),
    // A fee is recorded once only; the panel shows what is in the workbook.
    retry: {
      label: say('fee.again'),
      run: () => void showFee(context, card, { ...choice, sessionId: session.id }),
    },
  });
}

function bookedOutcome(
  context: PanelContext,
  { outcome, expenseId, gross, tab }: FeeConfirmed,
): ActionOutcome {
  const isNew = outcome === 'written';
  return {
    tone: isNew ? 'good' : 'warning',
    status: context.say(isNew ? 'fee.booked' : 'fee.bookedBefore', {
      id: expenseId,
      gross: gross.text,
    }),
    details: tab === null ? [] : [tabLink(context, tab.title, tab.sheetId)],
  };
}

type ReportName = BudgetReportRequest['report'];

/** A settlement is of this session; without one, of the last held. */
function showReport(
  context: PanelContext,
  card: Card,
  report: ReportName,
  sessionId?: string,
): Promise<void> {
  const request =
    report === 'settlement' && sessionId !== undefined ? { report, sessionId } : { report };
  return runAction(context, card, {
    busy: context.say('budget.busy'),
    work: () => callFunction('budgetReport', { ...request, ...readingOnly(context) }),
    show: (answer) =>
      reportOutcome(context, answer, (id) => void showReport(context, card, 'settlement', id)),
  });
}

function reportOutcome(
  context: PanelContext,
  answer: BudgetReportResponse,
  choose: (sessionId: string) => void,
): ActionOutcome {
  if (answer.report === 'execution') return executionOutcome(context, answer);
  if (answer.report === 'settlement') return settlementOutcome(context, answer, choose);
  const { year, sessions, cost, tab } = answer;
  return {
    tone: 'good',
    status: context.say('year.done', { year: String(year), n: sessions, cost: cost.text }),
    details: [reportLink(context, tab)],
  };
}
