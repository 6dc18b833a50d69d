// The fictional district 云溪区: a whole autumn of a programme. Nothing in it is left to chance or to the clock.
import { toDay } from '#core/calendar/day';
import { text } from '#core/text/language';
import { EVALUATIONS } from './evaluations';
import { APPROVERS, ATTENDANCE, LEAVE } from './marks';
import { BUDGET, expenseRows } from './money';
import { MEMBERS } from './people';
import { CENTRAL_STANDARDS, STATUSES, statusLabel } from './starting-rows';
import { OTHER_HOURS } from './other-hours';
import type { Sample, SampleRow } from './sample';
import { SESSIONS } from './sessions';
import { ROLES, settingRows } from './settings';
import { SPEAKERS } from './speakers';
import { ORDERS, TOPICS, WISHES } from './topics';

const SETTINGS = {
  programme: text(
    '云溪区领导干部理论学习',
    '雲溪區領導幹部理論學習',
    'Yunxi district study programme',
  ),
  organiser: text('云溪区委组织部', '雲溪區委組織部', 'Yunxi district organisation department'),
  sender: 'study@example.org',
  replyTo: 'clerk@example.org',
  year: '2026',
  papersFrom: '2026-11-27', // from the next session on
  contact: '区委组织部教育科 000-0000-0000',
  ordersOpen: '2026-10-19',
  ordersClose: '2026-12-04',
  sourceShares: text(
    '上级部署 40%、本区难点 40%、群众关注 20%',
    '上級部署 40%、本區難點 40%、群眾關注 20%',
    'Set by higher levels 40%, Local problem 40%, Public concern 20%',
  ),
  venues: '区委党校报告厅(200)；区文化馆剧场(400)',
  tierShares: text(
    '国家 15%；省 40%；市 25%；区 20%',
    '國家 15%；省 40%；市 25%；區 20%',
    'National 15%; Province 40%; City 25%; District 20%',
  ),
};

const LOCAL_HOLIDAYS: readonly SampleRow<'holidays'>[] = [
  { date: toDay('2026-12-11'), kind: 'off', name: '云溪建区纪念日', source: '云政办〔2026〕31号' },
];

/** The programme's Fridays of the next quarter, entered before the official notice is built in: the quarter can be planned. */
const NEXT_QUARTER: readonly SampleRow<'holidays'>[] = [
  ...['2027-01-01', '2027-02-05', '2027-02-12'].map((day) => fridayRow(day, 'off')),
  ...['2027-01-08', '2027-01-15', '2027-01-22', '2027-01-29', '2027-02-19', '2027-02-26'].map(
    (day) => fridayRow(day, 'ordinary'),
  ),
  ...['2027-03-05', '2027-03-12', '2027-03-19', '2027-03-26'].map((day) =>
    fridayRow(day, 'ordinary'),
  ),
];

function fridayRow(day: string, kind: 'off' | 'ordinary'): SampleRow<'holidays'> {
  return { date: toDay(day), kind, source: '示例，以正式通知为准' };
}

const CAME = [statusLabel('present'), statusLabel('late'), statusLabel('leftEarly')];

function peopleAtSessions(): Map<string, number> {
  const people = new Map<string, number>();
  for (const { sessionId, status } of ATTENDANCE)
    if (typeof sessionId === 'string' && CAME.some((label) => label === status))
      people.set(sessionId, (people.get(sessionId) ?? 0) + 1);
  return people;
}

export function districtSample(): Sample {
  return {
    settings: settingRows(SETTINGS),
    roles: ROLES,
    statuses: STATUSES,
    roster: MEMBERS,
    speakers: SPEAKERS,
    topics: TOPICS,
    orders: ORDERS,
    wishes: WISHES,
    schedule: SESSIONS,
    leave: LEAVE,
    otherHours: OTHER_HOURS,
    approvers: APPROVERS,
    attendance: ATTENDANCE,
    evaluations: EVALUATIONS,
    budget: BUDGET,
    expenses: expenseRows(peopleAtSessions()),
    standards: CENTRAL_STANDARDS,
    holidays: [...LOCAL_HOLIDAYS, ...NEXT_QUARTER],
  };
}
