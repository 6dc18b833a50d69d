// What the check-in page and the screen show.
import type { CheckedIn } from '#core/check-in/plan-check-in';
import { toLocalTime } from '#core/calendar/zone';
import { formatNoticeSpan } from '#core/notice/words/notice-date';
import type { Opening } from '#core/sign-in/arrival';
import { fill } from '#core/text/language';
import type { Settings } from '#core/workbook/read/settings';
import type { TimedSession } from '#core/model/session';
import type { PageView } from '../runtime/page-view';
import { CHECK_IN_TEXTS } from './check-in-view.texts';
import { identityFields } from './visitor-identity';

interface FormContext extends ViewContext {
  readonly notice: PageView['notice'];
  /** Stays in its field when the digits were wrong. */
  readonly typedName: string;
}

interface ViewContext {
  readonly token: string;
  readonly settings: Settings;
}

function baseView(session: TimedSession, { programme, language }: Settings): PageView {
  const { title = '', date, start, end, venue = '' } = session;
  const fact = (key: 'title' | 'time' | 'venue', value: string) => ({
    label: CHECK_IN_TEXTS[key][language],
    value,
  });
  return {
    heading: fill(CHECK_IN_TEXTS.heading[language], { programme }),
    notice: null,
    facts: [
      fact('title', title),
      fact('time', formatNoticeSpan(date, { start, end }, language)),
      fact('venue', venue),
    ],
    forms: [],
  };
}

export function checkInView(
  session: TimedSession,
  { token, settings, notice, typedName }: FormContext,
): PageView {
  const { language } = settings;
  const button = { action: 'checkIn', label: CHECK_IN_TEXTS.button[language], isMain: true };
  const fields = identityFields(typedName, language);
  return {
    ...baseView(session, settings),
    notice,
    forms: [{ heading: null, token, fields, button }],
  };
}

/** Before and after, nothing can be entered. */
export function closedView(session: TimedSession, opening: Opening, settings: Settings): PageView {
  const { language, timeZone } = settings;
  const opens = toLocalTime(opening.opens, timeZone).time;
  const said =
    opening.doors === 'early'
      ? fill(CHECK_IN_TEXTS.early[language], { opens })
      : CHECK_IN_TEXTS.closed[language];
  return { ...baseView(session, settings), notice: { tone: 'warning', text: said } };
}

export function resultView(
  session: TimedSession,
  result: CheckedIn,
  context: ViewContext & { readonly typedName: string },
): PageView {
  const { settings } = context;
  const { language } = settings;
  if (result.outcome === 'unknown') {
    const notice = { tone: 'warning', text: CHECK_IN_TEXTS.unknown[language] } as const;
    return checkInView(session, { ...context, notice });
  }
  const view = baseView(session, settings);
  if (result.outcome === 'kept')
    return { ...view, notice: { tone: 'warning', text: CHECK_IN_TEXTS.kept[language] } };
  const { name, status, outcome } = result;
  const time = result.time ?? '';
  const comma = time === '' ? '' : language === 'en' ? ', ' : '，';
  const shown = outcome === 'in' ? { time, status } : { time: `${time}${comma}`, status };
  return {
    ...view,
    notice: { tone: 'good', text: fill(CHECK_IN_TEXTS[outcome][language], { name, ...shown }) },
  };
}

export interface ScreenFacts {
  readonly session: TimedSession;
  readonly opening: Opening;
  readonly settings: Settings;
  /** Null while the doors are closed. */
  readonly address: string | null;
  readonly attended: number;
  readonly due: number;
}

/** For everybody in the hall to see: no names. */
export function screenView({
  session,
  opening,
  settings,
  address,
  attended,
  due,
}: ScreenFacts): PageView {
  const { language, timeZone, checkInRenew } = settings;
  const renewAfter = Math.max(1, Math.trunc(checkInRenew));
  if (address === null) return { ...closedView(session, opening, settings), renewAfter };
  const closes = toLocalTime(opening.closes, timeZone).time;
  const said = [
    fill(CHECK_IN_TEXTS.count[language], { attended, due }),
    fill(CHECK_IN_TEXTS.until[language], { closes }),
  ];
  return {
    ...baseView(session, settings),
    notice: { tone: 'good', text: said.join(language === 'en' ? '. ' : '，') },
    code: { address, label: CHECK_IN_TEXTS.scan[language] },
    renewAfter,
  };
}
