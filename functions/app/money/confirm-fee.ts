// Books a previewed fee: under the lease the workbook is read again, then expense, log and payment sheet are written in one step, once.
import type { FeeConfirmed, LectureFeesRequest } from '#core/contract/lecture-fees';
import { toAmount } from '#core/contract/amount';
import { FEE_TEXTS } from '#core/fees/fee.texts';
import { paidIn } from '#core/fees/month-before';
import type { FeeRow } from '#core/model/fee-rows';
import { formatCents } from '#core/money/cents';
import { appendRows } from '#core/workbook/write/append-rows';
import type { WorkbookChange } from '#core/workbook/write/change';
import { readSettings } from '#core/model/read-settings';
import type { Snapshot } from '#core/workbook/snapshot';
import { AppError } from '../../errors';
import { writeWithRetry, type PlannedWrite } from '../runtime/write-with-retry';
import { acquireLease, type HeldLease } from '../runtime/held-lease';
import { planFeeSheet } from './plan-fee-sheet';
import { prepareFee, type FeePreparation } from './prepare-fee';
import type { OpenedWorkbook, Ports } from '../runtime/use-case';

export interface ConfirmCall {
  readonly request: Extract<LectureFeesRequest, { action: 'confirm' }>;
  readonly opened: OpenedWorkbook;
  /** Reads the workbook again, under the lease. */
  readonly reread: () => Promise<Snapshot>;
}

export async function confirmFee(
  { request, opened, reread }: ConfirmCall,
  ports: Ports,
): Promise<FeeConfirmed> {
  const lease = await acquireLease(request.spreadsheetId, ports);
  try {
    const decide = (snapshot: Snapshot): PlannedWrite<FeeConfirmed> => {
      const { settings } = readSettings(snapshot.tables.settings);
      const now = ports.clock.now();
      const prepared = prepareFee({ request, snapshot, settings, now });
      const { recorded, payment } = prepared.plan;
      if (recorded) return { changes: [], result: alreadyRecorded(recorded) };
      const expense = checkedExpense(prepared, request.fingerprint);
      const sheet = planFeeSheet(prepared, { snapshot, settings });
      const at = { snapshot, caller: opened.caller.email, now: now.toISOString() };
      return {
        changes: [...bookingWrites(prepared, expense, at), ...sheet.writes],
        result: {
          action: 'confirm',
          outcome: 'written',
          expenseId: expense.id ?? '',
          gross: toAmount(payment.gross),
          tax: toAmount(payment.tax),
          tab: sheet.answer.tab,
        },
      };
    };
    const apply: HeldLease['apply'] = (...write) => lease.apply(...write);
    return await writeWithRetry(await reread(), { reread, decide, apply }, ports);
  } finally {
    await lease.release();
  }
}

type Expense = NonNullable<FeePreparation['expense']>;

function checkedExpense({ expense, errors, fingerprint }: FeePreparation, shown: string): Expense {
  if (errors > 0) throw new AppError('feeBlocked', { facts: { count: errors } });
  if (expense === null) throw new AppError('nothingToPay');
  if (fingerprint !== shown) throw new AppError('feeOutdated');
  return expense;
}

function alreadyRecorded(recorded: FeeRow): FeeConfirmed {
  const { gross, tax } = paidIn(recorded);
  return {
    action: 'confirm',
    outcome: 'alreadyRecorded',
    expenseId: recorded.cells.id ?? '',
    gross: toAmount(gross),
    tax: toAmount(tax),
    tab: null,
  };
}

/** The expense, and who booked it by which rate and why it is taxed so. */
function bookingWrites(
  { book, plan }: FeePreparation,
  expense: Expense,
  at: { readonly snapshot: Snapshot; readonly caller: string; readonly now: string },
): WorkbookChange[] {
  const { language } = book.settings;
  const { basis, net, payment, choice } = plan;
  const log = {
    at: at.now,
    who: at.caller,
    action: FEE_TEXTS.logAction[language],
    target: `${expense.id ?? ''} ${basis.session.cells.id ?? ''} ${expense.payee ?? ''}`,
    after: `${formatCents(net)} / ${formatCents(payment.gross)} / ${formatCents(payment.tax)} (${basis.cap?.documentNumber ?? '—'})`,
    reason: choice.taxReason ?? choice.approvalNumber,
  };
  return [
    ...appendRows(at.snapshot, 'expenses', { rows: [expense], language }),
    ...appendRows(at.snapshot, 'log', { rows: [log], language }),
  ];
}
