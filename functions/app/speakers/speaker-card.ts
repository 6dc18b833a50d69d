import { formatRate } from '#core/attendance/rate';
import { toLocalTime } from '#core/calendar/zone';
import type { SpeakerCardRequest, SpeakerCardShown } from '#core/contract/speaker-card';
import { toAmount } from '#core/contract/amount';
import { readBook, type Book } from '#core/model/book';
import { findSession, toTimedSession } from '#core/model/session';
import { formatHours } from '#core/money/class-hours';
import { formatNoticeSpan } from '#core/notice/words/notice-date';
import { invitationWarnings } from '#core/planning/invitation-warnings';
import { answerOf, arrangementOf } from '#core/speakers/invitation-state';
import { speakerUsage } from '#core/speakers/usage';
import { usageReport } from '#core/speakers/usage-sheet';
import type { Language } from '#core/text/language';
import type { Snapshot } from '#core/workbook/snapshot';
import type { TabKey } from '#core/workbook/tab-keys';
import { SPEAKERS } from '#core/workbook/tabs/people';
import { INVITATIONS } from '#core/workbook/tabs/planning';
import { AppError } from '../../errors';
import type { UseCase } from '../runtime/use-case';
import { writeReport } from '../runtime/write-report';
import { speakerScores } from './speaker-scores';

const REQUIRED: readonly TabKey[] = ['schedule', 'speakers', 'expenses', 'standards'];
const REPORT = 'report-speakers' as const;

/** How the pool is used, and one speaker's card with what speaks against the next session. */
export const speakerCard: UseCase<'speakerCard'> = {
  tabs: [...REQUIRED, 'budget', 'holidays', 'invitations', 'evaluations'],
  reports: ({ action }) => (action === 'usage' ? [REPORT] : []),
  required: REQUIRED,
  exact: REQUIRED,
  run(request, opened, ports) {
    const { settings, language } = opened;
    const now = toLocalTime(ports.clock.now(), settings.timeZone);
    if (request.action === 'card') {
      const { book } = readBook(opened.snapshot.tables, now.day);
      return Promise.resolve(cardOf(book, request, language));
    }
    const year = request.year ?? Math.trunc(settings.year);
    const make = (snapshot: Snapshot) => {
      const { book } = readBook(snapshot.tables, now.day);
      const facts = { book, settings, generatedAt: `${now.day} ${now.time}` };
      const usage = speakerUsage(book, speakerScores(book));
      const { sheet, sessions, leaders } = usageReport(usage, year, facts);
      const counts = { speakers: usage.length, sessions, leaders: formatRate(leaders) };
      return { key: REPORT, sheet, answer: { action: 'usage' as const, year, ...counts } };
    };
    return writeReport(make, opened, ports);
  },
};

type CardRequest = Extract<SpeakerCardRequest, { action: 'card' }>;

/** Throws `AppError` noSession, or noSpeaker when the session has none of the pool. */
function cardOf(book: Book, { sessionId }: CardRequest, language: Language): SpeakerCardShown {
  const { today, entries } = book;
  const session = findSession(entries.schedule, { purpose: 'planned', sessionId, today });
  const timed = session && toTimedSession(session);
  if (!timed) throw new AppError('noSession');
  const usage = speakerUsage(book, speakerScores(book)).find(
    ({ speaker }) => speaker.cells.id === timed.speakerId,
  );
  if (!usage) throw new AppError('noSpeaker', { facts: { session: timed.id } });
  const { titleLevel, tier } = SPEAKERS.columns;
  const { cells } = usage.speaker;
  return {
    action: 'card',
    session: {
      id: timed.id,
      title: timed.title ?? '',
      when: formatNoticeSpan(timed.date, timed, language),
    },
    speaker: {
      name: cells.name ?? '',
      unit: cells.unit ?? '',
      level: cells.titleLevel ? titleLevel.choices[cells.titleLevel][language] : '',
      tier: cells.tier ? tier.choices[cells.tier][language] : '',
      field: cells.field ?? '',
      unavailable: cells.unavailable ?? '',
    },
    years: usage.years.map(({ year, sessions, hours, fees }) => ({
      year,
      sessions,
      hours: formatHours(hours),
      fees: toAmount(fees),
    })),
    last: usage.last,
    score: usage.score && {
      mean: (usage.score.mean / 100).toFixed(2),
      answers: usage.score.answers,
    },
    answer: answerShown(book, timed, language),
    warnings: invitationWarnings(book, session, language),
  };
}

/** The columns that have something, in the tab's order. */
function answerShown(
  { tables }: Book,
  session: NonNullable<ReturnType<typeof toTimedSession>>,
  language: Language,
): SpeakerCardShown['answer'] {
  const entry = answerOf(tables, session.id, session.speakerId ?? '');
  if (!entry?.cells.answer) return null;
  const { answer, announced, ...cells } = entry.cells;
  const { columns } = INVITATIONS;
  return {
    label: columns.answer.choices[answer][language],
    isMoved: announced !== arrangementOf(session),
    lines: (['title', 'outline', 'needs', 'days', 'reason'] as const).flatMap((key) => {
      const value = cells[key];
      return value ? [{ label: columns[key].label[language], value }] : [];
    }),
  };
}
