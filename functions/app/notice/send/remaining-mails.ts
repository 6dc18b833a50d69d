// What a send has left, so that it can go on without a new preview: only mails that would be the very ones that were planned.
import { joined } from '#core/text/listed';
import { noticeDetails } from '#core/notice/select-recipients';
import { findLedgerRows } from '#core/notice/ledger/ledger';
import type { LedgerRow, Skip } from '#core/notice/notice';
import { SKIP_REASONS } from '#core/notice/skip-reasons.texts';
import { canContinue } from '#core/notice/ledger/progress';
import type { Language, Text } from '#core/text/language';
import { AppError } from '../../../errors';
import { isInDoubt, isPersonal, outdatedDrafts } from './outdated-drafts';
import { plannedRows, type SendContext } from './plan-mails';
import type { Message } from '#core/notice/words/render-notice';
import type { PreparedNotice } from '../prepare-notice';
import { SESSION, DECISION, ENTRIES, ADDRESS, CONTENT } from './remaining-mails.texts';

export interface RemainingMails {
  readonly messages: readonly Message[];
  /** Were planned and are to get no mail now, with the reason; written as such. */
  readonly dropped: readonly LedgerRow[];
  readonly skipped: readonly Skip[];
  /** Mails in doubt that their drafts decide. */
  readonly drafts: number;
}

/** Throws `AppError` sendStopped when anything would be sent that was not previewed. */
export function remainingMails(
  prepared: PreparedNotice,
  { at, language }: { readonly at: SendContext; readonly language: Language },
): RemainingMails {
  const { plan, messages, blocking } = prepared;
  const open = findLedgerRows(
    at.snapshot,
    (row) => row.sessionId === plan.occasion.id && row.kind === plan.kind && canContinue(row),
  );
  const rows = new Map(plannedRows(prepared, at).map((row) => [row.key, row]));
  const toSend = open.filter((row) => !isInDoubt(row));
  const changed = new Set<Text>(blocking.length > 0 ? [ENTRIES] : []);
  // What such a mail says is compared as its content.
  const outdated = outdatedDrafts(open, { plan, snapshot: at.snapshot });
  if (isPersonal(plan) && outdated.size > 0) changed.add(DECISION);
  for (const row of open) {
    if (!isPersonal(plan) && row.told !== noticeDetails(plan)) changed.add(SESSION);
    const now = rows.get(row.key);
    if (now && !isInDoubt(row)) for (const one of differences(row, now)) changed.add(one);
  }
  if (changed.size > 0) throw stopped([...changed], toSend.length, language);
  const left = new Set(toSend.map(({ key }) => key));
  const gone = toSend.flatMap((row) =>
    rows.has(row.key) ? [] : [{ row, skip: skipOf(row, prepared) }],
  );
  return {
    messages: messages.filter(({ recipient }) => left.has(recipient.key)),
    dropped: gone.map(({ row, skip }) => dropped(row, skip, at)),
    skipped: gone.map(({ skip }) => skip),
    drafts: open.length - toSend.length,
  };
}

function differences(planned: LedgerRow, now: LedgerRow): Text[] {
  if (planned.recipient !== now.recipient) return [ADDRESS];
  const isSame =
    planned.contentHash === now.contentHash &&
    planned.messageId === now.messageId &&
    planned.sequence === now.sequence;
  return isSame ? [] : [CONTENT];
}

function stopped(changed: readonly Text[], count: number, language: Language): AppError {
  const words = joined(
    changed.map((one) => one[language]),
    language,
  );
  return new AppError('sendStopped', { facts: { changed: words, count } });
}

/** A person who left the list since is not due any more. */
function skipOf({ memberId }: LedgerRow, { plan }: PreparedNotice): Skip {
  const left: Skip = { memberId, name: memberId, code: 'notDue' };
  return plan.skipped.find((skip) => skip.memberId === memberId) ?? left;
}

function dropped(row: LedgerRow, { code }: Skip, { settings, now }: SendContext): LedgerRow {
  const reason = SKIP_REASONS[code][settings.language];
  return { ...row, state: 'skipped', reason, updatedAt: now.toISOString() };
}
