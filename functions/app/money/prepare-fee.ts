// A workbook and what was chosen → the fee of one session, what is wrong with it, the row it becomes, and a fingerprint of all that.
import { isDay, type Day } from '#core/calendar/day';
import { toLocalTime } from '#core/calendar/zone';
import { readBook, type Book, type RowOf } from '#core/model/book';
import type { LectureFeesRequest } from '#core/contract/lecture-fees';
import type { Finding } from '#core/workbook/finding';
import { toCents } from '#core/money/cents';
import { checkFee } from '#core/checks/check-fee';
import { freeIds } from '#core/model/free-ids';
import { expenseOf, planFee, type FeeChoice, type FeePlan } from '#core/fees/plan-fee';
import type { Settings } from '#core/workbook/read/settings';
import type { Snapshot } from '#core/workbook/snapshot';
import { sessionNamed, type SessionEntry, sessionToPay } from '#core/model/session';
import { AppError } from '../../errors';
import { fingerprintOf } from '../runtime/fingerprint';

export interface FeePreparation {
  readonly book: Book;
  readonly plan: FeePlan;
  /** The row to write; null when the fee is booked already or there is nothing to pay. */
  readonly expense: Partial<RowOf<'expenses'>> | null;
  readonly findings: readonly Finding[];
  readonly errors: number;
  readonly fingerprint: string;
  /** As it is to be printed. */
  readonly generatedAt: string;
}

export interface FeeQuestion {
  readonly request: LectureFeesRequest;
  readonly snapshot: Snapshot;
  readonly settings: Settings;
  readonly now: Date;
}

export function prepareFee({ request, snapshot, settings, now }: FeeQuestion): FeePreparation {
  const { day: today, time } = toLocalTime(now, settings.timeZone);
  const { book } = readBook(snapshot.tables, today);
  const session = findFeeSession(book, request.sessionId, today);
  const plan = planFee(book, session, choiceOf(request, today));
  const values = plan.recorded ? null : expenseOf(plan);
  const expense = values && { id: freeIds(book.entries.expenses, 'expenses')(), ...values };
  const findings = checkFee(book, plan, expense, today);
  return {
    book,
    plan,
    expense,
    findings,
    errors: findings.filter(({ rule }) => rule.severity === 'error').length,
    fingerprint: feeFingerprint(snapshot.spreadsheetId, plan, expense),
    generatedAt: `${today} ${time}`,
  };
}

function findFeeSession(book: Book, sessionId: string | undefined, today: Day): SessionEntry {
  const session =
    sessionId === undefined
      ? sessionToPay(book, today)
      : sessionNamed(book.entries.schedule, sessionId);
  if (!session?.cells.date) throw new AppError('noFeeSession');
  return session;
}

function choiceOf(request: LectureFeesRequest, today: Day): FeeChoice {
  const { perHourCents, paidOn = today, taxBasis = 'month', taxReason, approvalNumber } = request;
  if (!isDay(paidOn)) throw new AppError('badDay', { facts: { day: paidOn } });
  return {
    perHour: perHourCents === undefined ? null : toCents(perHourCents),
    paidOn,
    taxBasis,
    taxReason: taxReason ?? null,
    approvalNumber: approvalNumber ?? null,
  };
}

/** Changes with the row that would be written and with the standards it was worked out by. */
function feeFingerprint(
  spreadsheetId: string,
  { basis, perHour, before, recorded }: FeePlan,
  expense: FeePreparation['expense'],
): string {
  return fingerprintOf([
    spreadsheetId,
    [basis.session.cells.id, basis.payable, perHour, basis.cap, basis.hourLimit],
    [before.paid, recorded?.cells.id ?? null],
    expense,
  ]);
}
