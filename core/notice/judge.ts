// Whether one person gets one kind of notice, and when not, why.
import type { Granted } from '../leave/granted';
import { parseTable } from '../workbook/read/parse-table';
import type { Snapshot } from '../workbook/snapshot';
import { TABS } from '../workbook/tabs';
import type { History } from './ledger/history';
import {
  ledgerKey,
  type Candidate,
  type NoticeKind,
  type NoticePlan,
  type Recipient,
  type SkipCode,
} from './notice';
import { TOLD_CANCELLED, toldOf } from './told';

/** What is known when people are judged. */
export interface Facts extends Pick<NoticePlan, 'kind' | 'session' | 'speaker' | 'turnout'> {
  readonly snapshot: Snapshot;
  readonly history: History;
  readonly leave: ReadonlyMap<string, Granted>;
}

type Verdict = Recipient | SkipCode;

/** Judges people in the order in which they stand: of two with one address the first gets the mail. */
export function judgeOf(facts: Facts): (candidate: Candidate) => Verdict {
  const { kind, history, session, snapshot } = facts;
  const applies = APPLIES[kind](facts);
  // A contact of two units gets both digests; a participant's address gets one mail.
  const taken = kind === 'digest' ? null : new Map(history.addressesOf(kind));
  return (candidate) => {
    const { memberId, address, hasAddress, notify } = candidate;
    const sequence = sequenceOf(facts, memberId);
    const key = ledgerKey(snapshot.spreadsheetId, session.id, kind, { memberId, sequence });
    const known = stateCode(history.byKey.get(key)?.state);
    const code = known ?? applies(candidate);
    if (code !== null) return code;
    if (!notify) return 'notifyOff';
    if (address === null) return hasAddress ? 'badAddress' : 'noAddress';
    if ((taken?.get(address) ?? memberId) !== memberId) return 'sharedAddress';
    taken?.set(address, memberId);
    const before = history.lastTold(memberId)?.told ?? null;
    return { ...candidate, address, key, sequence, before };
  };
}

function stateCode(state: string | undefined): SkipCode | null {
  if (state === 'sent') return 'alreadySent';
  return state === 'sending' || state === 'unknown' ? 'unconfirmed' : null;
}

/** What a mail of this kind tells about the session. */
export function toldBy({
  kind,
  session,
  speaker,
}: Pick<NoticePlan, 'kind' | 'session' | 'speaker'>): string {
  return kind === 'cancellation' ? TOLD_CANCELLED : toldOf(session, speaker?.name ?? null);
}

/** One more than the last mail when it tells something else; the same when the recipient only hears it again. */
function sequenceOf(facts: Facts, memberId: string): number {
  const last = facts.history.lastTold(memberId);
  if (!last) return 0;
  return last.told === null || last.told === toldBy(facts) ? last.sequence : last.sequence + 1;
}

type Rule = (facts: Facts) => (candidate: Candidate) => SkipCode | null;

const weekly: Rule =
  ({ leave }) =>
  ({ memberId, due }) => {
    if (!due) return 'notDue';
    return leave.get(memberId) === 'whole' ? 'onLeave' : null;
  };

const reminder: Rule = (facts) => {
  const answered = answeredBy(facts.snapshot, facts.session.id);
  const asWeekly = weekly(facts);
  return (candidate) => {
    const { memberId } = candidate;
    const code = asWeekly(candidate);
    if (code !== null) return code;
    if (facts.history.lastTold(memberId) === null) return 'notTold';
    return answered.has(memberId) ? 'answered' : null;
  };
};

/** For whoever was told something else; somebody on leave may be free at the new time. */
const differs: Rule = (facts) => {
  const now = toldBy(facts);
  return ({ memberId, due }) => {
    const last = facts.history.lastTold(memberId);
    if (last === null) return due ? 'notTold' : 'notDue';
    if (last.told !== null && last.told !== now) return null;
    if (last.kind !== facts.kind) return 'unchanged';
    return last.state === 'sent' ? 'alreadySent' : 'unconfirmed';
  };
};

const absence: Rule = ({ turnout }) => {
  const outcomes = new Map(turnout.map(({ memberId, outcome }) => [memberId, outcome]));
  return ({ memberId }) => {
    const outcome = outcomes.get(memberId);
    if (outcome === undefined) return 'notDue';
    return outcome === 'absent' ? null : outcome;
  };
};

const digest: Rule = ({ turnout }) => {
  const units = new Set(turnout.map(({ unit }) => unit));
  return ({ unit }) => (unit !== null && units.has(unit) ? null : 'nobodyDue');
};

const APPLIES: Readonly<Record<NoticeKind, Rule>> = {
  weekly,
  reminder,
  change: differs,
  cancellation: differs,
  speaker: () => () => null,
  absence,
  digest,
  summary: () => () => null,
};

/** Who replied, or asked for leave whatever became of it. */
function answeredBy(snapshot: Snapshot, sessionId: string): Set<string> {
  const { leave, replies } = snapshot.tables;
  const rows = [
    ...(leave ? parseTable(TABS.leave, leave).entries : []),
    ...(replies ? parseTable(TABS.replies, replies).entries : []),
  ];
  return new Set(
    rows.flatMap(({ cells }) =>
      cells.sessionId === sessionId && cells.memberId ? [cells.memberId] : [],
    ),
  );
}
