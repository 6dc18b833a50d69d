// What the check-in page and the screen show.
import { PHONE_DIGITS } from '#core/check-in/identify';
import type { CheckedIn } from '#core/check-in/plan-check-in';
import { toLocalTime } from '#core/calendar/zone';
import { formatNoticeSpan } from '#core/notice/words/notice-date';
import type { Opening } from '#core/sign-in/arrival';
import { fill, text } from '#core/text/language';
import type { Settings } from '#core/workbook/read/settings';
import type { TimedSession } from '#core/model/session';
import type { PageView } from '../runtime/page-view';

/** In characters. */
export const LONGEST_NAME = 60;

const CHECK_IN_TEXTS = {
  heading: text('{programme}签到', '{programme}簽到', '{programme}: check-in'),
  title: text('题目', '題目', 'Topic'),
  time: text('时间', '時間', 'Time'),
  venue: text('地点', '地點', 'Venue'),
  name: text('姓名', '姓名', 'Name'),
  digits: text('手机号后四位', '手機號後四位', 'Last four digits of your telephone number'),
  button: text('签到', '簽到', 'Check in'),
  early: text(
    '还没有开始签到，{opens}开始。',
    '還沒有開始簽到，{opens}開始。',
    'Check-in begins at {opens}.',
  ),
  closed: text(
    '签到已结束。请到签到台登记。',
    '簽到已結束。請到簽到台登記。',
    'Check-in is over. Please see the sign-in desk.',
  ),
  in: text(
    '签到成功：{name}，{time}，{status}。',
    '簽到成功：{name}，{time}，{status}。',
    'Checked in: {name}, {time}, {status}.',
  ),
  again: text(
    '您已签到：{name}，{time}{status}。不必再签。',
    '您已簽到：{name}，{time}{status}。不必再簽。',
    'You have checked in already: {name}, {time}{status}.',
  ),
  kept: text(
    '您的考勤已由经办人登记。请到签到台核对。',
    '您的考勤已由經辦人登記。請到簽到台核對。',
    'A clerk has entered your attendance already. Please see the sign-in desk.',
  ),
  unknown: text(
    '姓名和手机号后四位对不上。请核对；仍不行请到签到台登记。',
    '姓名和手機號後四位對不上。請核對；仍不行請到簽到台登記。',
    'Name and digits do not match. Check them; if that does not help, see the sign-in desk.',
  ),
  scan: text('请用手机扫码签到', '請用手機掃碼簽到', 'Scan to check in'),
  count: text(
    '已到 {attended} 人，应到 {due} 人',
    '已到 {attended} 人，應到 {due} 人',
    '{attended} of {due} are here',
  ),
  until: text('{closes}截止', '{closes}截止', 'Until {closes}'),
} as const;

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
  const field = (name: 'name' | 'digits', longest: number, isNumber: boolean) =>
    ({
      kind: 'text',
      name,
      label: CHECK_IN_TEXTS[name][language],
      value: name === 'name' ? typedName : '',
      isRequired: true,
      longest,
      isNumber,
    }) as const;
  const button = { action: 'checkIn', label: CHECK_IN_TEXTS.button[language], isMain: true };
  const fields = [field('name', LONGEST_NAME, false), field('digits', PHONE_DIGITS, true)];
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
