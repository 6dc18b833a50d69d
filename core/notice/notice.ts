// What a notice is made of, whatever its kind.
import type { Day } from '../calendar/day';
import type { DecidedLeave } from '../leave/decided-leave';
import type { OrderRound } from '../model/order-round';
import type { OfficialDocument } from '../document/official-document';
import type { TabRow } from '../workbook/tab';
import { NOTICE_KINDS, type NoticeKind } from '../workbook/tabs/notice-kinds';
import type { SPEAKERS } from '../workbook/tabs/people';
import type { SCHEDULE } from '../workbook/tabs/programme';
import type { NOTICES } from '../workbook/tabs/system';
import type { AttendanceOutcome } from '../attendance/outcome';
import type { SKIP_REASONS } from './skip-reasons.texts';

export type ScheduleRow = TabRow<typeof SCHEDULE>;
export type SpeakerRow = TabRow<typeof SPEAKERS>;
export type LedgerRow = TabRow<typeof NOTICES>;

export type { NoticeKind };

/** What a notice is about. Its id is in the ledger row of every mail about it. */
export type Occasion =
  | { readonly about: 'session'; readonly id: string; readonly session: ScheduleRow }
  | { readonly about: 'orders'; readonly id: string; readonly round: OrderRound }
  | {
      readonly about: 'period';
      readonly id: string;
      readonly from: Day;
      readonly to: Day;
      /** Of the document that is sent; a document with another number may go to the same people. */
      readonly number: string | null;
    };

/** How one person took part in a held session. */
export interface Turnout {
  readonly memberId: string;
  readonly name: string;
  readonly unit: string | null;
  readonly outcome: AttendanceOutcome;
}

/** A person whom a notice may go to: a participant, a speaker or a contact. */
export interface Candidate {
  readonly memberId: string;
  readonly name: string;
  readonly post: string | null;
  readonly unit: string | null;
  /** Null when the cell is blank or cannot be read. */
  readonly address: string | null;
  /** Something is written in the e-mail cell, readable or not. */
  readonly hasAddress: boolean;
  readonly notify: boolean;
  readonly due: boolean;
  readonly place: { readonly tab: 'roster' | 'speakers' | 'contacts'; readonly row: number };
}

/** One mail that is to be sent, before its words. */
export interface Recipient extends Candidate {
  readonly address: string;
  /** The ledger's key: nobody gets two mails with one key. */
  readonly key: string;
  /** Of the calendar entry: raised with every change that is announced to the recipient. */
  readonly sequence: number;
  /** The details announced to the recipient before; null when there are none. */
  readonly before: string | null;
  /** Of a kind that says something else to each: what this mail says, as one line. */
  readonly details?: string;
  /** The decisions on the recipient's leave, for the kind that tells them. */
  readonly leave?: readonly DecidedLeave[];
  /** Their own link to the page of this kind; absent when the kind has none, or there are no public pages. */
  readonly link?: string;
}
export type SkipCode = keyof typeof SKIP_REASONS;

export interface Skip {
  readonly memberId: string;
  readonly name: string;
  readonly code: SkipCode;
}

/** Who gets a notice and who does not, in official order. */
export interface NoticePlan {
  readonly kind: NoticeKind;
  readonly occasion: Occasion;
  /** The session's row in the schedule; null: it is about no session. */
  readonly row: number | null;
  /** The session's speaker; null when there is none. */
  readonly speaker: SpeakerRow | null;
  readonly recipients: readonly Recipient[];
  readonly skipped: readonly Skip[];
  /** Who came, for the kinds that follow a session; otherwise empty. */
  readonly turnout: readonly Turnout[];
  /** The day under its signature; absent where only people are counted. */
  readonly issued?: Day;
  /** The document that the mail carries, for the kinds that have one. */
  readonly document?: OfficialDocument;
}

/** The ledger's key of one mail. A kind that may go to one person again has its sequence number in it. */
export function ledgerKey(
  spreadsheetId: string,
  occasionId: string,
  kind: NoticeKind,
  to: { readonly memberId: string; readonly sequence: number },
): string {
  const numbered = NOTICE_KINDS[kind].isRepeatable ? `${kind}.${to.sequence}` : kind;
  return [spreadsheetId, occasionId, numbered, to.memberId].join('|');
}
