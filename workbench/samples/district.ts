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
import { ORDERS, TOPICS } from './topics';

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
};

const LOCAL_HOLIDAYS: readonly SampleRow<'holidays'>[] = [
  { date: toDay('2026-12-11'), kind: 'off', name: '云溪建区纪念日', source: '云政办〔2026〕31号' },
];

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
    schedule: SESSIONS,
    leave: LEAVE,
    otherHours: OTHER_HOURS,
    approvers: APPROVERS,
    attendance: ATTENDANCE,
    evaluations: EVALUATIONS,
    budget: BUDGET,
    expenses: expenseRows(peopleAtSessions()),
    standards: CENTRAL_STANDARDS,
    holidays: LOCAL_HOLIDAYS,
  };
}
