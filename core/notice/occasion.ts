// What a notice is about, whatever it is: found again by its id, described in a line, and the time until which its links are good.
import { addDays, isDay, type Day } from '../calendar/day';
import { endOfDay, toInstant, type LocalTime } from '../calendar/zone';
import { entriesOf } from '../model/book';
import { evaluationEnd } from '../model/evaluation-time';
import { currentRound } from '../model/order-round';
import { fill, text, type Language } from '../text/language';
import type { Settings } from '../workbook/read/settings';
import { filledRow } from '../workbook/read/filled-row';
import { TABS } from '../workbook/tabs/index';
import type { Tables } from '../workbook/table';
import { NOTICE_KINDS, type NoticePage, type OccasionKind } from '../workbook/tabs/notice-kinds';
import type { NoticeKind, Occasion, ScheduleRow } from './notice';
import { formatDay, formatNoticeSpan } from './words/notice-date';

export const sessionOccasion = (session: ScheduleRow): Occasion => ({
  about: 'session',
  id: session.id,
  session,
});

/** Both days belong to the period. */
export const periodOccasion = (from: Day, to: Day, number: string | null = null): Occasion => ({
  about: 'period',
  id: [from, to, ...(number === null ? [] : [number])].join('/'),
  from,
  to,
  number,
});

/** The round that is on, or the next one; null when the settings name none. */
export function orderOccasion(settings: Settings): Occasion | null {
  const round = currentRound(settings);
  return round && { about: 'orders', id: round.id, round };
}

/** Finds what the mails of a ledger row were about; null when it is gone, or of a round that is over. */
export function occasionFinder(
  tables: Tables,
  settings: Settings,
): (kind: NoticeKind, id: string) => Occasion | null {
  const sessions = new Map(
    entriesOf(tables, 'schedule').flatMap(({ cells }) => {
      const session = filledRow(TABS.schedule, cells);
      return session ? [[session.id, session] as const] : [];
    }),
  );
  const find: Readonly<Record<OccasionKind, (id: string) => Occasion | null>> = {
    session(id) {
      const session = sessions.get(id);
      return session ? sessionOccasion(session) : null;
    },
    orders(id) {
      const occasion = orderOccasion(settings);
      return occasion?.id === id ? occasion : null;
    },
    period: parsePeriod,
  };
  return (kind, id) => find[NOTICE_KINDS[kind].about](id);
}

function parsePeriod(id: string): Occasion | null {
  const [from = '', to = '', number = null] = id.split('/');
  return isDay(from) && isDay(to) && from <= to ? periodOccasion(from, to, number) : null;
}

/** Whether nothing that announces it can be sent any more. A period is reported when it is over. */
export function isOver(occasion: Occasion, { day, time }: LocalTime): boolean {
  switch (occasion.about) {
    case 'session': {
      const { date, start } = occasion.session;
      return date < day || (date === day && start <= time);
    }
    case 'orders':
      return occasion.round.closes < day;
    case 'period':
      return false;
  }
}

interface DescribedOccasion {
  readonly title: string;
  readonly when: string;
  readonly venue: string;
}

const OCCASION_TEXTS = {
  orders: text('专题点单', '專題點單', 'Ordering topics'),
  period: text('情况通报', '情況通報', 'Bulletin'),
  span: text('{from}至{to}', '{from}至{to}', '{from} to {to}'),
};

/** As clerks see it beside a preview or a send. */
export function describeOccasion(occasion: Occasion, language: Language): DescribedOccasion {
  const span = (from: Day, to: Day): string =>
    fill(OCCASION_TEXTS.span[language], {
      from: formatDay(from, language),
      to: formatDay(to, language),
    });
  switch (occasion.about) {
    case 'session': {
      const { title, date, venue } = occasion.session;
      return { title, when: formatNoticeSpan(date, occasion.session, language), venue };
    }
    case 'orders': {
      const { opens, closes } = occasion.round;
      return { title: OCCASION_TEXTS.orders[language], when: span(opens, closes), venue: '' };
    }
    case 'period':
      return {
        title: OCCASION_TEXTS.period[language],
        when: span(occasion.from, occasion.to),
        venue: '',
      };
  }
}

/** A page says better than an expired link that orders are closed, and the closing day may be put off. */
const ORDER_LINK_DAYS = 60;

/** Until when a mail's link opens its page. */
export function linkExpiry(page: NoticePage, occasion: Occasion, settings: Settings): Date {
  const expiry = LINK_EXPIRY[page](occasion, settings);
  if (expiry === null) throw new Error(`no link to the page ${page} is about ${occasion.about}`);
  return expiry;
}

/** Null: the page is not for what the notice is about. */
const LINK_EXPIRY: Readonly<
  Record<NoticePage, (occasion: Occasion, settings: Settings) => Date | null>
> = {
  reply: (occasion, { timeZone }) =>
    occasion.about === 'session' ? sessionStart(occasion.session, timeZone) : null,
  evaluate: (occasion, settings) =>
    occasion.about === 'session' ? evaluationEnd(occasion.session.date, settings) : null,
  speaker: (occasion, { timeZone }) =>
    occasion.about === 'session' ? sessionStart(occasion.session, timeZone) : null,
  order: (occasion, { timeZone }) =>
    occasion.about === 'orders'
      ? endOfDay(addDays(occasion.round.closes, ORDER_LINK_DAYS), timeZone)
      : null,
};

/** A link that asks about a session is valid until the session begins. */
export function sessionStart(
  { date, start }: Pick<ScheduleRow, 'date' | 'start'>,
  timeZone: string,
): Date {
  return toInstant({ day: date, time: start }, timeZone);
}
