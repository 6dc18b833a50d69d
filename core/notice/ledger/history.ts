// What the ledger says about one session, round or period: which mails left, may have left, or are still to go.
import type { Snapshot } from '../../workbook/snapshot';
import { NOTICE_KIND_KEYS, NOTICE_KINDS } from '../../workbook/tabs/notice-kinds';
import type { LedgerRow, NoticeKind } from '../notice';
import { ownRows } from './own-rows';

export type PastMail = Pick<LedgerRow, 'key' | 'memberId' | 'state'> & {
  readonly kind: NoticeKind;
  readonly sequence: number;
  readonly told: string | null;
  readonly recipient: string | null;
  readonly updatedAt: string;
};

export interface History {
  readonly byKey: ReadonlyMap<string, PastMail>;
  /** The last mail that announced the session or its cancellation to the person; it may be unconfirmed. */
  lastAnnouncement(memberId: string): PastMail | null;
  /** The last mail of this kind to the person that left or may have left. */
  lastOf(kind: NoticeKind, memberId: string): PastMail | null;
  /** Addresses that got, or may have got, a mail of this kind, with whom it was for. */
  addressesOf(kind: NoticeKind): ReadonlyMap<string, string>;
}

/** Kinds after which the recipient knows when and where the session is. */
const ANNOUNCING_KINDS: ReadonlySet<NoticeKind> = new Set(
  NOTICE_KIND_KEYS.filter((kind) => NOTICE_KINDS[kind].announces !== null),
);

/** It left, or nobody can say that it did not. */
export const mayHaveLeft = (state: LedgerRow['state']): boolean =>
  state === 'sent' || state === 'sending' || state === 'unknown';

export function readHistory(snapshot: Snapshot, occasionId: string): History {
  const mails = ownRows(snapshot).flatMap(({ cells }) =>
    cells.sessionId === occasionId ? toPastMail(cells) : [],
  );
  const left = mails.filter(({ state }) => mayHaveLeft(state));
  const last = new Map<string, PastMail>();
  for (const mail of left) {
    if (!ANNOUNCING_KINDS.has(mail.kind)) continue;
    const other = last.get(mail.memberId);
    if (!other || isLater(mail, other)) last.set(mail.memberId, mail);
  }
  return {
    byKey: new Map(mails.map((mail) => [mail.key, mail])),
    lastOf: (kind, memberId) =>
      left
        .filter((mail) => mail.kind === kind && mail.memberId === memberId)
        .reduce<PastMail | null>((one, mail) => (one && !isLater(mail, one) ? one : mail), null),
    lastAnnouncement: (memberId) => last.get(memberId) ?? null,
    addressesOf: (kind) =>
      new Map(
        mails.flatMap((mail) =>
          mail.kind === kind && mayHaveLeft(mail.state) && mail.recipient
            ? [[mail.recipient, mail.memberId] as const]
            : [],
        ),
      ),
  };
}

/** A row whose key, person or state cannot be read is passed over; the ledger is written by Lectern alone. */
function toPastMail(cells: Partial<LedgerRow>): PastMail[] {
  const { key, memberId, state, kind, sequence, told, recipient, updatedAt } = cells;
  if (key === undefined || memberId === undefined || state === undefined || kind === undefined)
    return [];
  return [
    {
      key,
      memberId,
      state,
      kind,
      sequence: sequence ?? 0,
      told: told ?? null,
      recipient: recipient ?? null,
      updatedAt: updatedAt ?? '',
    },
  ];
}

function isLater(mail: PastMail, other: PastMail): boolean {
  if (mail.sequence !== other.sequence) return mail.sequence > other.sequence;
  return mail.updatedAt >= other.updatedAt;
}
