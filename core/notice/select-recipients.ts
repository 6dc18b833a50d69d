// Whether one person gets one kind of notice, and when not, why.
import type { Day } from '../calendar/day';
import { toLocalTime } from '../calendar/zone';
import { entriesOf } from '../model/book';
import { orderedIn } from '../model/order-round';
import { decisionDetails, type DecidedLeave } from '../leave/decided-leave';
import type { LeaveGrant } from '../leave/leave-grants';
import { readSettings } from '../model/read-settings';
import type { Snapshot } from '../workbook/snapshot';
import { NOTICE_KINDS, type NoticeKindFacts } from '../workbook/tabs/notice-kinds';
import { mayHaveLeft, type History, type PastMail } from './ledger/history';
import {
  ledgerKey,
  type Candidate,
  type NoticePlan,
  type Recipient,
  type SkipCode,
} from './notice';
import { CANCELLED_DETAILS, announcedDetails } from './announced-details';

/** What a selection depends on. */
export interface SelectionFacts extends Pick<
  NoticePlan,
  'kind' | 'occasion' | 'speaker' | 'turnout'
> {
  readonly snapshot: Snapshot;
  readonly history: History;
  readonly today: Day;
  readonly leave: ReadonlyMap<string, LeaveGrant>;
  /** The decisions on leave by person, for the kind that tells them; otherwise empty. */
  readonly decided: ReadonlyMap<string, readonly DecidedLeave[]>;
}

type Selection = Recipient | SkipCode;

/** Call it in official order: of two people with one address the first gets the mail. */
export function recipientSelector(facts: SelectionFacts): (candidate: Candidate) => Selection {
  const { kind, history, occasion, snapshot } = facts;
  const { recipients } = NOTICE_KINDS[kind];
  const applies = SKIP_RULES[recipients](facts);
  // A contact of two units gets both digests; a participant's address gets one mail.
  const taken = recipients === 'unitContacts' ? null : new Map(history.addressesOf(kind));
  return (candidate) => {
    const { memberId, address, hasAddress, notify } = candidate;
    const leave = facts.decided.get(memberId);
    const own = leave && { leave, details: decisionDetails(leave) };
    const sequence = own ? ownSequence(facts, memberId, own.details) : sequenceOf(facts, memberId);
    const key = ledgerKey(snapshot.spreadsheetId, occasion.id, kind, { memberId, sequence });
    const known = stateCode(history.byKey.get(key), address);
    const code = known ?? applies(candidate);
    if (code !== null) return code;
    if (!notify) return 'notifyOff';
    if (address === null) return hasAddress ? 'badAddress' : 'noAddress';
    if ((taken?.get(address) ?? memberId) !== memberId) return 'sharedAddress';
    taken?.set(address, memberId);
    const before = history.lastAnnouncement(memberId)?.told ?? null;
    return { ...candidate, address, key, sequence, before, ...own };
  };
}

/** A mail that came back goes out again once the person has another address. */
function stateCode(past: PastMail | undefined, address: string | null): SkipCode | null {
  const { state, recipient } = past ?? {};
  if (state === 'sent') return 'alreadySent';
  if (state === 'bounced') return recipient === address ? 'bounced' : null;
  return state === 'sending' || state === 'unknown' ? 'unconfirmed' : null;
}

/** What a mail of this kind says of its occasion, as one line: a send goes on only while it is the same. */
export function noticeDetails({
  kind,
  occasion,
  speaker,
}: Pick<NoticePlan, 'kind' | 'occasion' | 'speaker'>): string {
  if (NOTICE_KINDS[kind].announces === 'cancellation') return CANCELLED_DETAILS;
  switch (occasion.about) {
    case 'session':
      return announcedDetails(occasion.session, speaker?.name ?? null);
    case 'orders':
      return `${occasion.round.opens}/${occasion.round.closes}`;
    case 'period':
      return occasion.id;
  }
}

/** One more than the last mail's when the details differ; the same when they are only repeated. */
function sequenceOf(facts: SelectionFacts, memberId: string): number {
  const last = facts.history.lastAnnouncement(memberId);
  if (!last) return 0;
  return last.told === null || last.told === noticeDetails(facts)
    ? last.sequence
    : last.sequence + 1;
}

/** The same for a kind that says something else to each: of the mails of this kind to the person. */
function ownSequence({ history, kind }: SelectionFacts, memberId: string, details: string): number {
  const last = history.lastOf(kind, memberId);
  if (!last) return 0;
  return last.told === details ? last.sequence : last.sequence + 1;
}

type SkipRule = (facts: SelectionFacts) => (candidate: Candidate) => SkipCode | null;

const invited: SkipRule =
  ({ leave }) =>
  ({ memberId, due }) => {
    if (!due) return 'notDue';
    return leave.get(memberId) === 'whole' ? 'onLeave' : null;
  };

const unanswered: SkipRule = (facts) => {
  const answered = answeredBy(facts.snapshot, facts.occasion.id);
  const asInvited = invited(facts);
  return (candidate) => {
    const { memberId } = candidate;
    const code = asInvited(candidate);
    if (code !== null) return code;
    if (facts.history.lastAnnouncement(memberId) === null) return 'notTold';
    return answered.has(memberId) ? 'answered' : null;
  };
};

/** Leave is no reason: a person on leave may be free at the new time. */
const informed: SkipRule = (facts) => {
  const now = noticeDetails(facts);
  return ({ memberId, due }) => {
    const last = facts.history.lastAnnouncement(memberId);
    if (last === null) return due ? 'notTold' : 'notDue';
    if (last.told !== null && last.told !== now) return null;
    if (last.kind !== facts.kind) return 'unchanged';
    return last.state === 'sent' ? 'alreadySent' : 'unconfirmed';
  };
};

const absent: SkipRule = ({ turnout }) => {
  const outcomes = new Map(turnout.map(({ memberId, outcome }) => [memberId, outcome]));
  return ({ memberId }) => {
    const outcome = outcomes.get(memberId);
    if (outcome === undefined) return 'notDue';
    return outcome === 'absent' ? null : outcome;
  };
};

const attended: SkipRule = ({ turnout }) => {
  const outcomes = new Map(turnout.map(({ memberId, outcome }) => [memberId, outcome]));
  return ({ memberId }) => {
    const outcome = outcomes.get(memberId);
    if (outcome === undefined) return 'notDue';
    if (outcome === 'attended') return null;
    return outcome === 'absent' ? 'didNotAttend' : outcome;
  };
};

const decided: SkipRule =
  (facts) =>
  ({ memberId }) =>
    facts.decided.has(memberId) ? null : 'notDecided';

const unitContacts: SkipRule = ({ turnout }) => {
  const units = new Set(turnout.map(({ unit }) => unit));
  return ({ unit }) => (unit !== null && units.has(unit) ? null : 'nobodyDue');
};

const nobody: SkipRule = () => () => null;

/** Nobody gets an invitation and a reminder on one day. */
const notOrdered: SkipRule = ({ snapshot, occasion, history, today }) => {
  if (occasion.about !== 'orders') throw new Error('only a round of orders has people to remind');
  const ordered = orderedIn(snapshot, occasion.round);
  const { timeZone } = readSettings(snapshot.tables.settings).settings;
  const wasInvited = (memberId: string): boolean => {
    const to = { memberId, sequence: 0 };
    const key = ledgerKey(snapshot.spreadsheetId, occasion.id, 'orderInvitation', to);
    const mail = history.byKey.get(key);
    if (!mail || !mayHaveLeft(mail.state)) return false;
    const updatedAt = Date.parse(mail.updatedAt);
    // A time that somebody typed over says nothing of today.
    if (Number.isNaN(updatedAt)) return false;
    return toLocalTime(new Date(updatedAt), timeZone).day === today;
  };
  return ({ memberId }) => {
    if (ordered.has(memberId)) return 'ordered';
    return wasInvited(memberId) ? 'justInvited' : null;
  };
};

const SKIP_RULES: Readonly<Record<NoticeKindFacts['recipients'], SkipRule>> = {
  invited,
  unanswered,
  informed,
  speaker: nobody,
  absent,
  attended,
  decided,
  unitContacts,
  leaders: nobody,
  everyone: nobody,
  notOrdered,
};

/** Who replied or requested leave, also when it was refused or closed. */
export function answeredBy(snapshot: Snapshot, sessionId: string): Set<string> {
  const rows = [...entriesOf(snapshot.tables, 'leave'), ...entriesOf(snapshot.tables, 'replies')];
  return new Set(
    rows.flatMap(({ cells }) =>
      cells.sessionId === sessionId && cells.memberId ? [cells.memberId] : [],
    ),
  );
}
