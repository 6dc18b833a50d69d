// The page behind the code in the hall: name and four digits first, then the same order form as behind a personal link.
import { identifyOnDay, PHONE_DIGITS } from '#core/check-in/identify';
import { toLocalTime } from '#core/calendar/zone';
import { rowsIn } from '#core/model/book';
import { currentRound, isRoundOpen } from '#core/model/order-round';
import { foldName, tidy } from '#core/text/clean';
import { fill } from '#core/text/language';
import { AppError } from '../../errors';
import type { PageCase, PagePorts, Visit } from '../runtime/page-case';
import type { PageView } from '../runtime/page-view';
import { createReadCache } from '../runtime/read-cache';
import { createRateLimiter, type RateLimiter } from '../sign-in/rate-limiter';
import { checkOpen, stateOf } from './order-page';
import { ORDER_PAGE_TEXTS } from './order-page.texts';
import { orderView } from './order-view';
import { readOrder } from './read-order';
import { createOrderBatcher, ORDER_TABS } from './save-orders';

/** In characters. */
const LONGEST_NAME = 60;
/** How long a person may take to fill in a form. */
const FORM_SECONDS = 1800;

/** Made once for a process: it gathers those who order at once, and counts wrong guesses. */
export function hallPage(): PageCase {
  const save = createOrderBatcher();
  const guesses = createRateLimiter();
  let read = createReadCache();
  return {
    purpose: 'orderHall',
    formPurpose: 'orderForm',
    tabs: ORDER_TABS,
    required: ORDER_TABS,
    read: (...at) => read(...at),
    show(visit, ports) {
      checkRound(visit);
      return identifyView(visit, { token: formToken(visit, null, ports), typedName: null });
    },
    async submit(visit, form, ports) {
      checkRound(visit);
      const { spreadsheetId, occasionId: roundId, memberId } = visit.claims;
      // Without a person the form asks who it is; the next form's token carries the answer.
      if (memberId === null) return identifyVisitor(visit, { form, guesses, ports });
      const claim = { memberId, ...readOrder(form, visit.settings) };
      const state = checkOpen(await save({ spreadsheetId, roundId }, claim, ports));
      // A person who looks again at once must see the order.
      read = createReadCache();
      return orderView(state, { ...visit, outcome: 'saved' });
    },
  };
}

/** Throws `AppError` ordersClosed. */
function checkRound({ settings, claims, now }: Visit): void {
  const round = currentRound(settings);
  const today = toLocalTime(now, settings.timeZone).day;
  if (round?.id !== claims.occasionId || !isRoundOpen(round, today))
    throw new AppError('ordersClosed');
}

interface Identification {
  readonly form: URLSearchParams;
  readonly guesses: RateLimiter;
  readonly ports: PagePorts;
}

/** Throws `AppError` tooManyGuesses. */
function identifyVisitor(visit: Visit, { form, guesses, ports }: Identification): PageView {
  const { claims, snapshot, settings, now, token } = visit;
  const name = tidy(form.get('name') ?? '').slice(0, LONGEST_NAME);
  const digits = (form.get('digits') ?? '').slice(0, LONGEST_NAME);
  const key = JSON.stringify([claims.spreadsheetId, claims.occasionId, foldName(name)]);
  const guess = guesses.consume(key, ports.clock);
  if (guess === null) throw new AppError('tooManyGuesses');
  const today = toLocalTime(now, settings.timeZone).day;
  const memberId = identifyOnDay(rowsIn(snapshot, 'roster'), today, { name, digits });
  if (memberId === null) return identifyView(visit, { token, typedName: name });
  guess.refund();
  const own = formToken(visit, memberId, ports);
  return orderView(stateOf(visit, memberId), { token: own, settings, outcome: 'shown' });
}

function formToken({ claims, now }: Visit, memberId: string | null, { links }: PagePorts): string {
  const expires = new Date(now.getTime() + FORM_SECONDS * 1000);
  return links.token('orderForm', { ...claims, memberId, expires });
}

/** `typedName`: what was entered when the digits did not fit; null at first. */
function identifyView(
  { settings: { language, programme } }: Visit,
  { token, typedName }: { readonly token: string; readonly typedName: string | null },
): PageView {
  const field = (name: 'name' | 'digits', longest: number, value: string) =>
    ({
      kind: 'text',
      name,
      label: ORDER_PAGE_TEXTS[name][language],
      value,
      isRequired: true,
      longest,
      isNumber: name === 'digits',
    }) as const;
  const button = { action: 'identify', label: ORDER_PAGE_TEXTS.next[language], isMain: true };
  const fields = [field('name', LONGEST_NAME, typedName ?? ''), field('digits', PHONE_DIGITS, '')];
  return {
    heading: fill(ORDER_PAGE_TEXTS.heading[language], { programme }),
    notice:
      typedName === null ? null : { tone: 'warning', text: ORDER_PAGE_TEXTS.unknown[language] },
    facts: [],
    forms: [{ heading: ORDER_PAGE_TEXTS.identify[language], token, fields, button }],
  };
}
