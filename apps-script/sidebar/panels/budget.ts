// The session's fee step by step, its payment sheet and booking; budget execution and settlement.
import type { BudgetReportResponse } from '#core/contract/budget-report';
import type { FeeConfirmed, FeePreview, LectureFeesResponse } from '#core/contract/lecture-fees';
import { callFunction } from '../bridge';
import { feeOutcome } from '../budget/fee-view';
import { executionOutcome, settlementOutcome, sheetOutcome } from '../budget/reports-view';
import { createCard, type Card } from '../card';
import { askToConfirm } from '../confirm';
import type { Desk } from '../desk';
import { button } from '../dom';
import { tabLink } from '../findings-view';
import type { Panel } from '../panel';
import { runAction, type Outcome } from '../run-action';
import type { TextKey } from '../texts';

export function budgetPanel(desk: Desk): Panel {
  const { say } = desk;
  const start = (): void => void showFee(desk, card);
  const report = (name: 'execution' | 'settlement') => () => void showReport(desk, card, name);
  const action = (label: TextKey, name: string, run: () => void, look = 'outlined') =>
    button(say(label), { class: `button ${look}`, 'data-action': name }, run);
  const card: Card = createCard(say, {
    name: 'budget',
    icon: 'budget',
    title: 'budget.title',
    about: 'budget.about',
    controls: [
      action('budget.fee', 'budget-fee', start, 'tonal'),
      action('budget.execution', 'budget-execution', report('execution')),
      action('budget.settlement', 'budget-settlement', report('settlement')),
    ],
  });
  return { card, start };
}

function showFee(desk: Desk, card: Card): Promise<void> {
  return runAction(desk, card, {
    busy: desk.say('fee.busy'),
    work: async () => only('preview', await callFunction('lectureFees', { action: 'preview' })),
    show: (fee) =>
      feeOutcome(desk, fee, {
        sheet: () => void showSheet(desk, card, fee),
        confirm: () => void confirmFee(desk, card, fee),
      }),
  });
}

function showSheet(desk: Desk, card: Card, { session }: FeePreview): Promise<void> {
  const request = { action: 'sheet', sessionId: session.id } as const;
  return runAction(desk, card, {
    busy: desk.say('fee.sheet.busy'),
    work: async () => only('sheet', await callFunction('lectureFees', request)),
    show: (sheet) => sheetOutcome(desk, sheet),
  });
}

/** Books exactly what was shown, after the clerk has said so twice. */
async function confirmFee(desk: Desk, card: Card, fee: FeePreview): Promise<void> {
  const { say } = desk;
  const { session, speaker, gross, tax, digest } = fee;
  const sure = await askToConfirm(say, {
    title: say('fee.sure', { gross: gross.text }),
    lines: [session.title, speaker?.name ?? '', say('fee.sure.tax', { tax: tax.text })],
    yes: say('fee.confirm'),
    action: 'fee-book',
  });
  if (!sure) return;
  const request = { action: 'confirm', sessionId: session.id, digest } as const;
  await runAction(desk, card, {
    busy: say('fee.booking'),
    work: async () => only('confirm', await callFunction('lectureFees', request)),
    show: (booked) => bookedOutcome(desk, booked),
    // Booking twice is impossible; what is shown next is what stands in the workbook.
    retry: { label: say('fee.again'), run: () => void showFee(desk, card) },
  });
}

function bookedOutcome(desk: Desk, { outcome, expenseId, gross, tab }: FeeConfirmed): Outcome {
  const isNew = outcome === 'written';
  return {
    tone: isNew ? 'good' : 'warning',
    status: desk.say(isNew ? 'fee.booked' : 'fee.bookedBefore', {
      id: expenseId,
      gross: gross.text,
    }),
    details: tab === null ? [] : [tabLink(desk, tab.title, tab.sheetId)],
  };
}

function showReport(desk: Desk, card: Card, report: 'execution' | 'settlement'): Promise<void> {
  return runAction(desk, card, {
    busy: desk.say('budget.busy'),
    work: () => callFunction('budgetReport', { report }),
    show: (answer) => reportOutcome(desk, answer),
  });
}

function reportOutcome(desk: Desk, answer: BudgetReportResponse): Outcome {
  if (answer.report === 'execution') return executionOutcome(desk, answer);
  if (answer.report === 'settlement') return settlementOutcome(desk, answer);
  throw new Error('asked for another report');
}

/** The answer to this action; anything else is a fault of ours. */
function only<Action extends LectureFeesResponse['action']>(
  action: Action,
  answer: LectureFeesResponse,
): Extract<LectureFeesResponse, { action: Action }> {
  if (answer.action !== action) throw new Error(`asked for ${action}, got ${answer.action}`);
  return answer as Extract<LectureFeesResponse, { action: Action }>; // the line above made sure
}
