import type { FeePreview } from '#core/contract/lecture-fees';
import { toAmount } from '#core/contract/amount';
import { feeSteps, modelBanner } from '#core/fees/fee-steps';
import { paidIn } from '#core/fees/month-before';
import type { PaidAmounts } from '#core/fees/month-tax';
import type { FeePlan } from '#core/fees/plan-fee';
import { formatNoticeDate } from '#core/notice/words/notice-date';
import { toClockTime, type Day } from '#core/calendar/day';
import type { Language } from '#core/text/language';
import { sessionChoices } from '#core/model/session';
import type { Snapshot } from '#core/workbook/snapshot';
import type { TabKey } from '#core/workbook/tab-keys';
import { SPEAKERS } from '#core/workbook/tabs/people';
import { confirmFee } from './confirm-fee';
import { FEE_REPORT, planFeeSheet } from './plan-fee-sheet';
import { prepareFee, type FeePreparation } from './prepare-fee';
import { renderFindings } from '../checks/render-findings';
import { writeWithRetry } from '../runtime/write-with-retry';
import type { OpenedWorkbook, UseCase } from '../runtime/use-case';

const TABS: readonly TabKey[] = [
  ...(['schedule', 'speakers', 'standards', 'expenses', 'log'] as const),
  ...(['budget', 'topics', 'holidays', 'forbidden'] as const),
];
const REQUIRED: readonly TabKey[] = ['schedule', 'speakers', 'standards', 'expenses', 'log'];

/** The fee of one session step by step, the month's payment sheet, and booking the fee, once. */
export const lectureFees: UseCase<'lectureFees'> = {
  tabs: TABS,
  reports: ({ action }) => (action === 'sheet' ? [FEE_REPORT] : []),
  required: REQUIRED,
  exact: REQUIRED,
  async run(request, opened, ports) {
    if (request.action === 'confirm') {
      const reread = () => opened.reread([FEE_REPORT]);
      return confirmFee({ request, opened, reread }, ports);
    }
    const prepare = (snapshot: Snapshot) =>
      prepareFee({ request, ...opened, snapshot, now: ports.clock.now() });
    if (request.action === 'preview') return preview(prepare(opened.snapshot), opened);
    const decide = (snapshot: Snapshot) => {
      const { writes, answer } = planFeeSheet(prepare(snapshot), { ...opened, snapshot });
      return { changes: writes, result: answer };
    };
    return writeWithRetry(opened.snapshot, { reread: opened.reread, decide }, ports);
  },
};

function preview(prepared: FeePreparation, { snapshot, language }: OpenedWorkbook): FeePreview {
  const { book, plan, expense, findings, errors, fingerprint } = prepared;
  return {
    action: 'preview',
    session: sessionOf(plan, language),
    sessions: sessionChoices(book.entries.schedule, ['held', 'planned'], book.today),
    speaker: speakerOf(plan, language),
    steps: feeSteps(plan, language),
    net: toAmount(plan.net),
    ...taxed(plan.payment),
    taxBasis: plan.choice.taxBasis,
    alone: taxed(plan.alone),
    together: taxed(plan.together),
    earlierInMonth: plan.before.rows.length,
    banner: modelBanner(plan.basis, language),
    recorded: recordedOf(plan),
    findings: renderFindings(findings, snapshot, language),
    canConfirm: expense !== null && errors === 0,
    fingerprint,
  };
}

const taxed = ({ gross, tax }: PaidAmounts): FeePreview['alone'] => ({
  gross: toAmount(gross),
  tax: toAmount(tax),
});

function sessionOf({ basis, choice }: FeePlan, language: Language): FeePreview['session'] {
  const { id = '', title = '', date, start } = basis.session.cells;
  const day: Day = date ?? choice.paidOn;
  return { id, title, when: formatNoticeDate(day, start ?? toClockTime('00:00'), language) };
}

function speakerOf({ basis }: FeePlan, language: Language): FeePreview['speaker'] {
  if (!basis.speaker) return null;
  const title = basis.level ? SPEAKERS.columns.titleLevel.choices[basis.level][language] : '';
  return { name: basis.speaker.cells.name ?? '', title };
}

function recordedOf({ recorded }: FeePlan): FeePreview['recorded'] {
  if (!recorded) return null;
  const { id = '', date = '' } = recorded.cells;
  return { expenseId: id, paidOn: date, gross: toAmount(paidIn(recorded).gross) };
}
