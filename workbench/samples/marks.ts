// Who came to the held sessions, and the leave that agrees with the marks.
import { addDays, toClockTime, toDay, weekdayOf, type Day } from '#core/calendar/day';
import type { LeaveKind } from '#core/workbook/tabs/leave-kinds';
import { MEMBERS, memberId } from './people';
import { statusLabel, type StatusCode } from './starting-rows';
import type { SampleRow } from './sample';
import { HELD_SESSIONS, NEXT_SESSION, SESSIONS, TODAY } from './sessions';
import { SPEAKERS } from './speakers';

type Member = (typeof MEMBERS)[number];
type Session = (typeof SESSIONS)[number];

/** Away on a posting, hence neither due nor counted in October's later sessions. */
const ON_POSTING = memberId('车向东');
const POSTING = ['S05', 'S06', 'S07'];

const CATEGORY_WORDS = {
  leadership: '四套班子',
  justice: '法检两长',
  subdistrict: '街道',
  department: '区直部门',
};

export function isDueAt(member: Member, session: Session): boolean {
  const { from, to, category } = member;
  if ((from && session.date < from) || (to && session.date > to)) return false;
  const audience = typeof session.audience === 'string' ? session.audience.split('、') : [];
  return (
    audience.length === 0 || (category !== undefined && audience.includes(CATEGORY_WORDS[category]))
  );
}

/** A number from 0 to 99 for each pair of person and session: well mixed, yet the same in every run. */
function drawOf(member: Member, session: Session): number {
  const [person, turn] = [Number(member.id.slice(1)), Number(session.id.slice(1))];
  const mixed = Math.imul(Math.imul(person, 0x9e3779b1) ^ Math.imul(turn, 0x85ebca6b), 0x2c1b3c6d);
  return ((mixed ^ (mixed >>> 15)) >>> 0) % 100;
}

function statusOf(member: Member, session: Session): StatusCode {
  if (member.id === ON_POSTING && POSTING.includes(session.id)) return 'exempt';
  if (session.speakerId === SPEAKERS.find(({ name }) => name === member.name)?.id) return 'present';
  const draw = drawOf(member, session);
  if (draw < 4) return 'official';
  if (draw < 6) return 'sick';
  if (draw < 8) return 'personal';
  if (draw < 10) return 'absent';
  if (draw < 13) return 'late';
  return draw < 14 ? 'leftEarly' : 'present';
}

interface Mark {
  readonly session: Session;
  readonly member: Member;
  readonly status: StatusCode;
}

const MARKS: readonly Mark[] = HELD_SESSIONS.flatMap((session) =>
  MEMBERS.filter((member) => isDueAt(member, session)).map((member) => ({
    session,
    member,
    status: statusOf(member, session),
  })),
);

export const ATTENDANCE: readonly SampleRow<'attendance'>[] = MARKS.map(
  ({ session, member, status }) => ({
    sessionId: session.id,
    memberId: member.id,
    status: statusLabel(status),
    ...timesOf(session, status),
  }),
);

function timesOf(session: Session, status: StatusCode): SampleRow<'attendance'> {
  const afternoon = session.start === '14:30';
  if (status === 'late')
    return { in: toClockTime(afternoon ? '14:42' : '09:12'), minutesMissed: 12 };
  if (status === 'leftEarly')
    return { out: toClockTime(afternoon ? '16:30' : '11:00'), minutesMissed: 30 };
  return {};
}

interface SampleLeaveFacts {
  readonly reasons: readonly string[];
  readonly proof: string | null;
}

/** The kinds of leave that the sample has rows of. A new kind needs none. */
const SAMPLE_LEAVE = {
  official: { reasons: ['市里召开工作会议', '陪同上级检查', '赴外地招商'], proof: '会议通知' },
  sick: { reasons: ['发热就医', '住院检查'], proof: '病历' },
  personal: { reasons: ['家人手术陪护', '子女婚事'], proof: null },
} as const satisfies Partial<Record<LeaveKind, SampleLeaveFacts>>;
type SampleLeave = keyof typeof SAMPLE_LEAVE;

const isLeave = (status: StatusCode): status is SampleLeave => Object.hasOwn(SAMPLE_LEAVE, status);

/** The secretary decides on the teams, an executive colleague on everybody else; nobody on himself. */
function approverOf({ category, name }: Member): string {
  if (name === '贺知行') return '市委组织部';
  return category === 'leadership' || category === 'justice' ? '贺知行' : '范立城';
}

/** The last working day but one before the session; the one after National Day was decided before it. */
function decisionDay(session: Session): Day {
  if (session.date === '2026-10-09') return toDay('2026-09-30');
  return addDays(session.date, weekdayOf(session.date) === 5 ? -2 : -3);
}

function leaveRow(index: number, member: Member, session: Session, kind: SampleLeave) {
  const { reasons, proof }: SampleLeaveFacts = SAMPLE_LEAVE[kind];
  const held = session.state === 'held';
  return {
    id: `L${String(index + 1).padStart(3, '0')}`,
    sessionId: session.id,
    memberId: member.id,
    kind,
    reason: reasons[index % reasons.length] ?? null,
    proof,
    approver: approverOf(member),
    decision: 'approved',
    decidedOn: held ? decisionDay(session) : toDay('2026-11-20'),
    returnedOn: held ? addDays(session.date, 3) : null,
    makeUp: held ? '观看录像' : null,
    makeUpDone: held && index % 4 !== 3 ? addDays(session.date, 10) : null,
  } satisfies SampleRow<'leave'>;
}

const PAST_LEAVE = MARKS.flatMap(({ session, member, status }) =>
  isLeave(status) ? [{ session, member, kind: status }] : [],
);
/** Already asked for: leave for the next session. */
const COMING: readonly (readonly [name: string, kind: SampleLeave])[] = [
  ['柳叶青', 'official'],
  ['安雨桐', 'personal'],
];

const COMING_LEAVE = COMING.flatMap(([name, kind]) =>
  SESSIONS.filter((session) => session.id === NEXT_SESSION).flatMap((session) =>
    MEMBERS.filter((member) => member.name === name).map((member) => ({ session, member, kind })),
  ),
);

const DECIDED: readonly SampleRow<'leave'>[] = [...PAST_LEAVE, ...COMING_LEAVE].map(
  ({ session, member, kind }, index) => leaveRow(index, member, session, kind),
);

/** Asked for this morning, and not decided yet. */
const PENDING: readonly SampleRow<'leave'>[] = MEMBERS.filter(({ name }) => name === '钱学涛').map(
  ({ id }) => ({
    id: `L${String(DECIDED.length + 1).padStart(3, '0')}`,
    sessionId: NEXT_SESSION,
    memberId: id,
    kind: 'official',
    reason: '赴省厅汇报',
    proof: '会议通知',
    decision: 'pending',
    requestedOn: TODAY,
  }),
);

export const LEAVE: readonly SampleRow<'leave'>[] = [...DECIDED, ...PENDING];

/** The rank table of the sample; its approvers are those of `approverOf`. */
export const APPROVERS: readonly SampleRow<'approvers'>[] = [
  { scope: '区委书记', approver: '市委组织部', source: '云组〔2026〕2号' },
  { scope: '四套班子、法检两长', approver: '区委书记', source: '云组〔2026〕2号' },
  { scope: '街道、区直部门', approver: '范立城、区委书记', source: '云组〔2026〕2号' },
];
