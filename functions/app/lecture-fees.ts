import type {
  FeeConfirmed,
  FeePreview,
  FeeSheet,
  LectureFeesRequest,
} from '#core/contract/lecture-fees';
import { formatNoticeSpan } from '#core/notice/notice-date';
import { toAmount } from '#core/money/amount';
import { toCents } from '#core/money/cents';
import { feeSteps, modelBanner } from '#core/money/fee-steps';
import { addPaid, NOTHING_PAID, type Paid } from '#core/money/month-tax';
import { paidIn } from '#core/money/month-before';
import { paymentSheet } from '#core/money/payment-sheet';
import type { FeePlan } from '#core/money/plan-fee';
import type { Language } from '#core/text/language';
import { planReports } from '#core/workbook/plan-reports';
import type { Snapshot } from '#core/workbook/snapshot';
import type { Settings } from '#core/workbook/settings';
import type { TabKey } from '#core/workbook/tab-keys';
import { SPEAKERS } from '#core/workbook/tabs/people';
import { confirmFee } from './confirm-fee';
import { prepareFee, type FeePreparation } from './prepare-fee';
import { renderFindings } from './render-findings';
import type { Opened, UseCase } from './use-case';

const TABS: readonly TabKey[] = [
  'schedule',
  'speakers',
  'rates',
  'expenses',
  'budget',
  'topics',
  'holidays',
  'log',
];
const REQUIRED: readonly TabKey[] = ['schedule', 'speakers', 'rates', 'expenses', 'log'];

/** The fee of one session step by step, the month's payment sheet, and booking the fee, once. */
export const lectureFees: UseCase<'lectureFees'> = {
  tabs: TABS,
  required: REQUIRED,
  exact: REQUIRED,
  async run(request, opened, ports) {
    if (request.action === 'confirm') {
      const reread = () => ports.workbook.read(request.spreadsheetId, [...TABS, 'settings']);
      return confirmFee({ request, opened, reread, planSheet }, ports);
    }
    const prepared = prepareFee({ request, ...opened, now: ports.clock.now() });
    if (request.action === 'preview') return preview(prepared, opened);
    const { writes, answer } = planSheet(prepared, opened);
    await ports.workbook.apply(request.spreadsheetId, writes);
    return answer;
  },
};
