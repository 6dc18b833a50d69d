// The week of a clerk as steps: what is done, what is to be done now, what waits for others, and where each is.
import { joined } from '../text/listed';
import { checkBook } from '../checks/check-workbook';
import type { StepAction, StepKey, StepState } from '../contract/dashboard';
import { countSeverities } from '../checks/count-severities';
import { toInstant, toLocalTime } from '../calendar/zone';
import { leaveGrants } from '../leave/leave-grants';
import { openLeave } from '../leave/leave-line';
import { holidayOverrides, type ReadBook } from '../model/book';
import {
  findSession,
  toTimedSession,
  type SessionEntry,
  type SessionPurpose,
  type TimedSession,
  unpaidSession,
} from '../model/session';
import { membersOf } from '../notice/candidates';
import { dueNotices } from '../notice/due-notices';
import type { NoticeKind, NoticePlan, ScheduleRow, SkipCode } from '../notice/notice';
import { planNotice } from '../notice/plan-notice';
import { turnoutOf } from '../notice/turnout';
import { formatNoticeSpan } from '../notice/words/notice-date';
import { replyCounts } from '../reply/reply-counts';
import { signInKey } from '../sign-in/sheet';
import { fill, type Language } from '../text/language';
import type { Place } from '../workbook/finding';
import { placeOf, type OwnKey, type Snapshot } from '../workbook/snapshot';
import { filledRow } from '../workbook/read/filled-row';
import { SCHEDULE } from '../workbook/tabs/programme';
import { WEEK_TEXTS } from './week.texts';

export interface WeekStep {
  readonly key: StepKey;
  readonly state: StepState;
  readonly words: string;
  /** Where to look; null when the workbook has no such tab. */
  readonly place: Place | { readonly own: OwnKey } | null;
  readonly action: StepAction | null;
}

export interface WeekFacts {
  readonly snapshot: Snapshot;
  readonly read: ReadBook;
  readonly now: Date;
  readonly language: Language;
}

/**
 * What precedes a session is about the next planned one; what follows is about the one that was last due, so that on a Monday last
 * Friday's fee is still in view.
 */
export function weekSteps(facts: WeekFacts): WeekStep[] {
  const { entries, today } = facts.read.book;
  const find = (purpose: SessionPurpose): SessionEntry | null =>
    findSession(entries.schedule, { purpose, sessionId: undefined, today });
  const next = find('planned');
  const ahead = next && announceable(next);
  const announced = ahead && {
    ...ahead,
    weekly: planNotice(facts.snapshot, 'weekly', ahead),
  };
  return [
    sessionStep(facts, next),
    checkStep(facts),
    noticeStep(facts, announced),
    repliesStep(facts, announced),
    leaveStep(facts),
    signInStep(facts, find('closeSignIn')),
    feeStep(facts, find('held')),
    followUpStep(facts, find('held')),
  ];
}

/** A session as notices need it. */
interface Announceable {
  readonly row: number;
  readonly session: ScheduleRow;
}

/** The next session as it can be announced, and who got its notice. */
interface Announced extends Announceable {
  readonly weekly: NoticePlan;
}

const say = (
  { language }: WeekFacts,
  key: keyof typeof WEEK_TEXTS,
  values: Readonly<Record<string, string | number>> = {},
): string => fill(WEEK_TEXTS[key][language], values);

/** The step's words with the number of the session that they are about. */
function ofSession(facts: WeekFacts, { cells }: SessionEntry, words: string): string {
  const { number, id = '' } = cells;
  const session = typeof number === 'number' ? say(facts, 'number', { number }) : id;
  return say(facts, 'ofSession', { session, words });
}

const at = (entry: SessionEntry, column: string): Place => ({
  tab: 'schedule',
  row: entry.row,
  column,
});

/** What people are to be told, and what a notice cannot do without. */
const NEEDED = ['title', 'date', 'start', 'end', 'venue', 'speakerId'] as const;

function sessionStep(facts: WeekFacts, next: SessionEntry | null): WeekStep {
  const step = { key: 'session', action: null } as const;
  if (next === null)
    return {
      ...step,
      state: 'later',
      words: say(facts, 'noSession'),
      place: { tab: 'schedule', row: null, column: null },
    };
  const { language } = facts;
  const { title = '', venue = '' } = next.cells;
  const timed = toTimedSession(next);
  const missing = NEEDED.filter((column) => !next.cells[column]);
  const [first] = missing;
  if (first !== undefined || timed === null) {
    const labels = missing.map((column) => SCHEDULE.columns[column].label[language]);
    const words = say(facts, 'sessionLacks', {
      title,
      missing: joined(labels, language),
    });
    return {
      ...step,
      state: 'todo',
      words: ofSession(facts, next, words),
      place: at(next, first ?? 'id'),
    };
  }
  const when = formatNoticeSpan(timed.date, timed, language);
  const words = say(facts, 'session', { title, when, venue });
  return { ...step, state: 'done', words: ofSession(facts, next, words), place: at(next, 'title') };
}

function checkStep(facts: WeekFacts): WeekStep {
  const { findings } = checkBook(facts.read, facts.snapshot.locale);
  const { error: errors, warning: warnings } = countSeverities(findings);
  const first = findings.find(({ rule }) => rule.severity === 'error');
  return {
    key: 'check',
    state: errors > 0 ? 'todo' : 'done',
    words: say(facts, errors > 0 ? 'errors' : 'clean', { errors, warnings }),
    place: first ?? { tab: 'checks', row: null, column: null },
    action: 'check',
  };
}

const skippedAs = ({ skipped }: NoticePlan, code: SkipCode): string[] =>
  skipped.flatMap((skip) => (skip.code === code ? [skip.memberId] : []));

/** Whether the settings say that this kind goes out by now. */
function isDueNow({ read, now }: WeekFacts, kind: NoticeKind, session: ScheduleRow): boolean {
  const { settings, entries } = read.book;
  const local = toLocalTime(now, settings.timeZone);
  const holidays = holidayOverrides(entries.holidays);
  return dueNotices([session], local, { settings, holidays }).some((due) => due.kind === kind);
}

const LEDGER: Place = { tab: 'notices', row: null, column: null };

function noticeStep(facts: WeekFacts, next: Announced | null): WeekStep {
  const step = { key: 'notice', place: LEDGER } as const;
  if (next === null)
    return { ...step, state: 'later', words: say(facts, 'sessionFirst'), action: null };
  const { weekly } = next;
  const changed = planNotice(facts.snapshot, 'change', next).recipients.length;
  if (changed > 0)
    return {
      ...step,
      state: 'todo',
      words: say(facts, 'noticeChanged', { changed }),
      action: 'change',
    };
  const open = weekly.recipients.length;
  const sent = skippedAs(weekly, 'alreadySent').length;
  const unknown = skippedAs(weekly, 'unconfirmed').length;
  const total = open + sent + unknown;
  const days = facts.read.book.settings.noticeLeadDays;
  if (total === 0)
    return { ...step, state: 'todo', words: say(facts, 'noticeNobody'), action: 'weekly' };
  if (sent + unknown === 0 && !isDueNow(facts, 'weekly', next.session))
    return {
      ...step,
      state: 'later',
      words: say(facts, 'noticeLater', { days, total }),
      action: 'weekly',
    };
  const words = say(facts, 'noticeSent', { sent, total });
  return {
    ...step,
    state: open + unknown > 0 ? 'todo' : 'done',
    words: unknown > 0 ? words + say(facts, 'noticeUnknown', { unknown }) : words,
    action: 'weekly',
  };
}

/** Of those who got the notice, who answered it; a person who asked for leave has answered. */
function repliesStep(facts: WeekFacts, next: Announced | null): WeekStep {
  const { snapshot } = facts;
  const step = {
    key: 'replies',
    place: { tab: 'replies', row: null, column: null },
  } as const;
  const told = next === null ? [] : skippedAs(next.weekly, 'alreadySent');
  if (next === null || told.length === 0)
    return { ...step, state: 'later', words: say(facts, 'repliesLater'), action: null };
  const counts = replyCounts(snapshot, next.session.id, told);
  const words = say(facts, 'replies', { ...counts });
  if (counts.none === 0) return { ...step, state: 'done', words, action: null };
  const reminder = planNotice(snapshot, 'reminder', next).recipients.length > 0;
  return {
    ...step,
    state: reminder && isDueNow(facts, 'reminder', next.session) ? 'todo' : 'waiting',
    words,
    action: reminder ? 'reminder' : null,
  };
}

function leaveStep(facts: WeekFacts): WeekStep {
  const { pending } = openLeave(facts.read.book);
  const [first] = pending;
  return {
    key: 'leave',
    state: first ? 'todo' : 'done',
    words: say(facts, first ? 'leavePending' : 'leaveNone', { pending: pending.length }),
    place: { tab: 'leave', row: first?.row ?? null, column: first ? 'decision' : null },
    action: 'leave',
  };
}

function signInStep(facts: WeekFacts, last: SessionEntry | null): WeekStep {
  const step = { key: 'signIn' } as const;
  const timed = last && toTimedSession(last);
  if (last === null || timed === null)
    return { ...step, state: 'later', words: say(facts, 'signInNone'), place: null, action: null };
  const { today } = facts.read.book;
  const { date } = timed;
  const own = signInKey(timed.id);
  const hasSheet = placeOf(facts.snapshot, own) !== undefined;
  const place = hasSheet ? { own } : at(last, 'state');
  const about = (words: string): string => ofSession(facts, last, words);
  if (date > today) {
    const words = about(say(facts, 'signInLater', { date }));
    return { ...step, state: 'later', words, place, action: 'makeSheet' };
  }
  const canClose = hasSheet && hasBegun(facts, timed);
  if (last.cells.state !== 'held') {
    const { start } = timed;
    if (canClose)
      return {
        ...step,
        state: 'todo',
        words: about(say(facts, 'signInClose')),
        place,
        action: 'closeSheet',
      };
    if (hasSheet)
      return {
        ...step,
        state: 'later',
        words: about(say(facts, 'signInReady', { start })),
        place,
        action: null,
      };
    const isToday = date === today;
    return {
      ...step,
      state: 'todo',
      words: about(say(facts, isToday ? 'signInMake' : 'signInNoSheet')),
      place,
      // The panel's button makes the sheet of the next session, which a past one is not.
      action: isToday ? 'makeSheet' : null,
    };
  }
  const counts = turnoutCounts(facts, last);
  const isOpen = counts.open > 0;
  return {
    ...step,
    state: isOpen ? 'todo' : 'done',
    words: about(say(facts, isOpen ? 'signInOpen' : 'signInDone', counts)),
    place: hasSheet ? place : ATTENDANCE,
    action: isOpen && canClose ? 'closeSheet' : null,
  };
}

const ATTENDANCE: Place = { tab: 'attendance', row: null, column: null };

function hasBegun({ read, now }: WeekFacts, { date, start }: TimedSession): boolean {
  return now >= toInstant({ day: date, time: start }, read.book.settings.timeZone);
}

/** Null when a cell that a notice cannot do without is blank or cannot be read. */
function announceable({ row, cells }: SessionEntry): Announceable | null {
  const session = filledRow(SCHEDULE, cells);
  return session && { row, session };
}

function turnoutCounts(
  { snapshot }: WeekFacts,
  entry: SessionEntry,
): { readonly due: number; readonly came: number; readonly open: number } {
  const session = announceable(entry)?.session;
  const leave = leaveGrants(snapshot.tables);
  const turnout = session
    ? turnoutOf(snapshot, session.id, membersOf(snapshot, session), leave(session.id))
    : [];
  const count = (...outcomes: readonly string[]): number =>
    turnout.filter(({ outcome }) => outcomes.includes(outcome)).length;
  return {
    due: turnout.length,
    came: count('attended'),
    open: count('notRecorded', 'unclear'),
  };
}

function feeStep(facts: WeekFacts, held: SessionEntry | null): WeekStep {
  const { book } = facts.read;
  const unpaid = unpaidSession(book);
  if (held !== null && unpaid !== null)
    return {
      key: 'fee',
      state: 'todo',
      words: ofSession(facts, unpaid, say(facts, 'feeOpen')),
      place: at(unpaid, 'speakerId'),
      action: 'fee',
    };
  return {
    key: 'fee',
    state: held === null ? 'later' : 'done',
    words: say(facts, held === null ? 'followUpNone' : 'feeDone'),
    place: { tab: 'expenses', row: null, column: null },
    action: null,
  };
}

function followUpStep(facts: WeekFacts, held: SessionEntry | null): WeekStep {
  const step = { key: 'followUp', place: ATTENDANCE } as const;
  const announced = held && announceable(held);
  if (!announced)
    return { ...step, state: 'later', words: say(facts, 'followUpNone'), action: null };
  const plan = planNotice(facts.snapshot, 'absence', announced);
  const absent = plan.turnout.filter(({ outcome }) => outcome === 'absent').length;
  const open = plan.recipients.length;
  const words = say(facts, open > 0 ? 'followUpOpen' : 'followUpDone', { absent, open });
  return {
    ...step,
    state: open > 0 ? 'todo' : 'done',
    words: ofSession(facts, held, words),
    action: open > 0 ? 'followUp' : null,
  };
}
