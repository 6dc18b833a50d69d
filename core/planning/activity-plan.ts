// The activity plan (方案) of a period as an official paper: when, who, what and by whom, organisation, money, discipline.
import { joined } from '../text/listed';
import { sessionsOfYear, type DatedSession } from '../budget/expected-fees';
import { budgetExecution, sumCents } from '../budget/execution';
import { sessionFees } from '../budget/session-fees';
import { feeBasis } from '../fees/fee-basis';
import type { Period } from '../calendar/calendar-period';
import { weekdayOf, yearOf, type Day } from '../calendar/day';
import { weekdayName } from '../calendar/weekday-text';
import {
  bodyLine,
  headingLine,
  type DocumentBlock,
  type DocumentTable,
  type OfficialDocument,
} from '../document/official-document';
import type { Book } from '../model/book';
import { findStandard, toStandards, type Standards } from '../model/standards';
import { formatCents, type Cents } from '../money/cents';
import { percentText } from '../report/percent-cell';
import { formatDate } from '../notice/words/notice-date';
import { fill } from '../text/language';
import { ROSTER, SPEAKERS } from '../workbook/tabs/people';
import { ACTIVITY_TEXTS } from './activity-plan.texts';

export interface ActivityPlan {
  readonly document: OfficialDocument;
  readonly sessions: number;
  readonly fees: Cents;
}

type SayActivity = (
  key: keyof typeof ACTIVITY_TEXTS,
  facts?: Record<string, string | number>,
) => string;

/** The sessions of the period that are not cancelled. */
export function activityPlan(book: Book, period: Period): ActivityPlan {
  const { language, programme, organiser } = book.settings;
  const say: SayActivity = (key, facts = {}) => fill(ACTIVITY_TEXTS[key][language], facts);
  const years = new Set([yearOf(period.from), yearOf(period.to)]);
  const sessions = [...years]
    .flatMap((year) => sessionsOfYear(book, year))
    .filter(({ date }) => period.from <= date && date <= period.to);
  const fees = sessionFees(book);
  const total = sumCents(sessions.map(({ session }) => fees.get(session.row)?.gross ?? 0));
  const facts = {
    programme,
    from: formatDate(period.from, language),
    to: formatDate(period.to, language),
  };
  return {
    sessions: sessions.length,
    fees: total,
    document: {
      language,
      title: say('title', facts),
      blocks: [
        bodyLine(say('opening', facts)),
        ...part(say, 'time', timeLines(book, sessions, say)),
        ...part(say, 'people', peopleLines(book, period.from, say)),
        ...part(say, 'content', [bodyLine(say('contentLine')), sessionTable(book, sessions, say)]),
        ...part(say, 'organisation', organisationLines(book, sessions, say)),
        ...part(say, 'money', moneyLines(book, { sessions, fees, total, say })),
        ...part(say, 'discipline', disciplineLines(book, say)),
        { kind: 'paragraph', look: 'signature', text: organiser },
        { kind: 'paragraph', look: 'signature', text: formatDate(book.today, language) },
      ],
    },
  };
}

const part = (
  say: SayActivity,
  key: keyof typeof ACTIVITY_TEXTS,
  blocks: readonly DocumentBlock[],
): DocumentBlock[] => [headingLine(say(key)), ...blocks];

function timeLines(
  { settings }: Book,
  sessions: readonly DatedSession[],
  say: SayActivity,
): DocumentBlock[] {
  const { language } = settings;
  const slots = settings.slots.map(
    ({ weekday, start, end }) => `${weekdayName(weekday)[language]} ${start}—${end}`,
  );
  const [first, last] = [sessions.at(0), sessions.at(-1)];
  return [
    bodyLine(
      say(settings.sessionsPerWeek === 1 ? 'slots' : 'slotsMore', {
        count: settings.sessionsPerWeek,
        slots: slots.join(say('or')),
      }),
    ),
    first && last
      ? bodyLine(
          say('span', {
            count: sessions.length,
            first: formatDate(first.date, language),
            last: formatDate(last.date, language),
          }),
        )
      : bodyLine(say('nothing')),
  ];
}

/** Who is due on the first day, by category in the order of the roster's list. */
function peopleLines({ roster, settings }: Book, day: Day, say: SayActivity): DocumentBlock[] {
  const { language } = settings;
  const due = roster.ids.flatMap((id) => roster.rowOn(id, day) ?? []);
  const choices = Object.entries(ROSTER.columns.category.choices);
  const groups = choices.flatMap(([category, label]) => {
    const count = due.filter(({ cells }) => cells.category === category).length;
    return count > 0 ? [say('group', { group: label[language], count })] : [];
  });
  return [bodyLine(say('groups', { groups: joined(groups, language), count: due.length }))];
}

function sessionTable(
  book: Book,
  sessions: readonly DatedSession[],
  say: SayActivity,
): DocumentTable {
  const { language } = book.settings;
  return {
    kind: 'table',
    columns: [
      { label: say('number'), width: 6, align: 'centre' },
      { label: say('date'), width: 16, align: 'centre' },
      { label: say('topic'), width: 28 },
      { label: say('speaker'), width: 24 },
      { label: say('venue'), width: 16 },
      { label: say('hours'), width: 8, align: 'right' },
    ],
    rows: sessions.map(({ session: { cells }, date }) => {
      const speaker = book.speakers.get(cells.speakerId ?? '')?.cells;
      const level = speaker?.titleLevel;
      const time = cells.start && cells.end ? `${cells.start}—${cells.end}` : '';
      return [
        String(cells.number ?? ''),
        `${formatDate(date, language)} ${weekdayName(weekdayOf(date))[language]} ${time}`.trim(),
        cells.title ?? '',
        [
          speaker?.name,
          speaker?.unit,
          level ? SPEAKERS.columns.titleLevel.choices[level][language] : null,
        ]
          .filter(Boolean)
          .join(language === 'en' ? ', ' : '，'),
        cells.venue ?? '',
        cells.taughtHours === null || cells.taughtHours === undefined
          ? ''
          : String(cells.taughtHours),
      ];
    }),
  };
}

function organisationLines(
  { settings }: Book,
  sessions: readonly DatedSession[],
  say: SayActivity,
): DocumentBlock[] {
  const { language, organiser, noticeLeadDays, contact } = settings;
  const venues = [...new Set(sessions.flatMap(({ session }) => session.cells.venue ?? []))];
  return [
    bodyLine(say('organiser', { organiser })),
    ...(venues.length > 0 ? [bodyLine(say('venues', { venues: joined(venues, language) }))] : []),
    bodyLine(say('notice', { days: noticeLeadDays })),
    ...(contact === '' ? [] : [bodyLine(say('contact', { contact }))]),
  ];
}

/** The documents that give the caps, the expected fees, and what the budget has left when they are paid. */
function moneyLines(
  book: Book,
  at: {
    readonly sessions: readonly DatedSession[];
    readonly fees: ReturnType<typeof sessionFees>;
    readonly total: Cents;
    readonly say: SayActivity;
  },
): DocumentBlock[] {
  const { sessions, say } = at;
  const standards = toStandards(book.entries.standards);
  const documents = sessions.flatMap(({ session, date }) => {
    const level = book.speakers.get(session.cells.speakerId ?? '')?.cells.titleLevel;
    const cap =
      level && level !== 'localLeader'
        ? findStandard(standards, { item: 'feeCap', scope: level, day: date })
        : null;
    return cap && cap.documentNumber !== '' ? [cap.documentNumber] : [];
  });
  const years = [...new Set(sessions.map(({ date }) => yearOf(date)))];
  return [
    ...feeLines(book, standards, at),
    ...(documents.length > 0
      ? [
          bodyLine(
            say('caps', { documents: joined([...new Set(documents)], book.settings.language) }),
          ),
        ]
      : []),
    ...years.map((year) => {
      const { heads } = budgetExecution(book, year);
      const line = heads.find(({ head }) => head === 'lecturer');
      const facts = { year: String(year) };
      if (line?.state === 'unclear') return bodyLine(say('budgetUnclear', facts));
      return !line || line.state === 'noBudget'
        ? bodyLine(say('noBudget', facts))
        : bodyLine(
            say('budget', {
              ...facts,
              budget: formatCents(line.total),
              left: formatCents(line.left),
            }),
          );
    }),
    bodyLine(say('thrift')),
  ];
}

/** How the fees are known: booked, at the caps, or not yet. */
function feeLines(
  book: Book,
  standards: Standards,
  { sessions, fees, total, say }: Parameters<typeof moneyLines>[1],
): DocumentBlock[] {
  const booked = sessions.filter(({ session }) => fees.get(session.row)?.isBooked).length;
  const unknown = sessions.filter(
    ({ session }) =>
      !fees.has(session.row) && feeBasis(book, standards, session).missing.length > 0,
  );
  const count = sessions.length - unknown.length;
  const key = booked === 0 ? 'fees' : booked === count ? 'feesBooked' : 'feesSomeBooked';
  const titles = unknown.map(({ session, date }) => session.cells.title ?? date);
  return [
    ...(count > 0 ? [bodyLine(say(key, { count, booked, total: formatCents(total) }))] : []),
    ...(unknown.length > 0
      ? [
          bodyLine(
            say('feesUnknown', {
              count: unknown.length,
              titles: joined(titles, book.settings.language),
            }),
          ),
        ]
      : []),
  ];
}

function disciplineLines({ settings }: Book, say: SayActivity): DocumentBlock[] {
  const { leaveLeadDays, leaveShare, absencesInARow, makeUpDays, attendanceTarget, lateMinutes } =
    settings;
  return [
    bodyLine(say('signIn', { minutes: lateMinutes })),
    bodyLine(
      say('leave', {
        days: leaveLeadDays,
        share: `${leaveShare.numerator}/${leaveShare.denominator}`,
      }),
    ),
    bodyLine(say('makeUp', { days: makeUpDays })),
    bodyLine(say('report', { target: percentText(attendanceTarget), count: absencesInARow })),
  ];
}
