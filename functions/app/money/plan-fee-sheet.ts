import type { FeeSheet } from '#core/contract/lecture-fees';
import { toAmount } from '#core/contract/amount';
import { toCents } from '#core/money/cents';
import { paymentSheet } from '#core/fees/payment-sheet';
import type { WriteReport } from '#core/workbook/write/change';
import type { OpenedWorkbook } from '../runtime/use-case';
import { planReport } from '../runtime/write-report';
import type { FeePreparation } from './prepare-fee';

export const FEE_REPORT = 'report-lecture-fees';

/** The payment sheet of the month, as the writes that bring it into its tab and as the answer. */
export function planFeeSheet(
  { book, plan, expense, generatedAt }: FeePreparation,
  { snapshot, settings }: Pick<OpenedWorkbook, 'snapshot' | 'settings'>,
): { readonly writes: readonly WriteReport[]; readonly answer: FeeSheet } {
  const { sheet, lines, total } = paymentSheet({ book, plan, expense, settings, generatedAt });
  const { change, tab } = planReport(snapshot, { key: FEE_REPORT, sheet });
  return {
    writes: [change],
    answer: {
      action: 'sheet',
      payments: lines,
      net: toAmount(toCents(total.gross - total.tax)),
      gross: toAmount(total.gross),
      tax: toAmount(total.tax),
      tab,
    },
  };
}
