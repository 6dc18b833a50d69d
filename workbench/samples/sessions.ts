// The autumn programme of the sample: ten sessions held, four to come; it is Monday 2026-11-23.
import { toClockTime, toDay, weekdayOf, type Day } from '#core/calendar/day';
import type { PlainRow } from './sample';
import { TOPICS } from './topics';

type Session = PlainRow<'schedule'> & {
  readonly id: string;
  readonly date: Day;
  readonly state: 'planned' | 'held';
};
type Listed = readonly [date: string, speakerId: string, topicId: string, venue?: string];

const HALL = '区委党校报告厅';
const THEATRE = '区文化馆剧场';

/** Fridays in the afternoon, Saturdays in the morning; the National Day weeks are free. */
const LISTED: readonly Listed[] = [
  ['2026-09-04', 'P11', 'T01'],
  ['2026-09-12', 'P03', 'T02'],
  ['2026-09-18', 'P04', 'T03'],
  ['2026-10-09', 'P01', 'T04', THEATRE],
  ['2026-10-16', 'P05', 'T05'],
  ['2026-10-24', 'P06', 'T06'],
  ['2026-10-30', 'P07', 'T07'],
  ['2026-11-07', 'P08', 'T08'],
  ['2026-11-13', 'P02', 'T09', THEATRE],
  ['2026-11-20', 'P09', 'T10'],
  ['2026-11-27', 'P03', 'T11'],
  ['2026-12-05', 'P12', 'T12'],
  ['2026-12-18', 'P04', 'T13'],
  ['2026-12-26', 'P05', 'T14'],
];
/** The leading teams are not called to this one. */
const WITHOUT_TEAMS = { id: 'S06', audience: '街道、区直部门' };

export const TODAY = toDay('2026-11-23');
export const NEXT_SESSION = 'S11';

export const SESSIONS: readonly Session[] = LISTED.map(
  ([written, speakerId, topicId, venue], index) => {
    const date = toDay(written);
    const friday = weekdayOf(date) === 5;
    const id = `S${String(index + 1).padStart(2, '0')}`;
    return {
      id,
      number: index + 1,
      date,
      weekday: friday ? '周五' : '周六',
      start: toClockTime(friday ? '14:30' : '09:00'),
      end: toClockTime(friday ? '17:00' : '11:30'),
      title: TOPICS.find((topic) => topic.id === topicId)?.title ?? '',
      topicId,
      speakerId,
      venue: venue ?? HALL,
      audience: id === WITHOUT_TEAMS.id ? WITHOUT_TEAMS.audience : null,
      taughtHours: 3,
      creditedHours: 3,
      state: date < TODAY ? 'held' : 'planned',
      planNumber: '云组训〔2026〕3号',
    };
  },
);

export const HELD_SESSIONS = SESSIONS.filter((session) => session.state === 'held');
