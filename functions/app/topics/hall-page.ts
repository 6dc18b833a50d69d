// The page behind the code in the hall: name and four digits first, then the same order form as behind a personal link.
import { identifyOnDay } from '#core/check-in/identify';
import { toLocalTime } from '#core/calendar/zone';
import { rowsIn } from '#core/model/book';
import { currentRound, isRoundOpen } from '#core/model/order-round';
import { fill } from '#core/text/language';
import { AppError } from '../../errors';
import type { PageCase, PagePorts, Visit } from '../runtime/page-case';
import type { PageView } from '../runtime/page-view';
import { createRateLimiter, type RateLimiter } from '../sign-in/rate-limiter';
import { countGuess, identityFields, readIdentity } from '../sign-in/visitor-identity';
import { checkOpen, stateOf } from './order-page';
import { ORDER_PAGE_TEXTS } from './order-page.texts';
import { orderView } from './order-view';
import { readOrder } from './read-order';
import { createOrderStore, ORDER_TABS, type OrderStore } from './save-orders';

/** How long a person may take to fill in a form. */
const FORM_SECONDS = 1800;

interface HallParts {
  /** Of the process, shared with the page behind a personal link. */
  readonly orders: OrderStore;
  /** Shared by the pages on which people say who they are. */
  readonly guesses: RateLimiter;
}

export function hallPage({
  orders = createOrderStore(),
  guesses = createRateLimiter(),
}: Partial<HallParts> = {}): PageCase {
  return {
    purpose: 'orderHall',
    formPurpose: 'orderForm',
    tabs: ORDER_TABS,
    required: ORDER_TABS,
    read: orders.read,
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
      const state = checkOpen(await orders.save({ spreadsheetId, roundId }, claim, ports));
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
  const { spreadsheetId } = claims;
  const identity = readIdentity(form);
  const { name } = identity;
  const guess = countGuess(guesses, { spreadsheetId, name }, ports.clock);
  const today = toLocalTime(now, settings.timeZone).day;
  const memberId = identifyOnDay(rowsIn(snapshot, 'roster'), today, identity);
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
  const button = { action: 'identify', label: ORDER_PAGE_TEXTS.next[language], isMain: true };
  const fields = identityFields(typedName ?? '', language);
  return {
    heading: fill(ORDER_PAGE_TEXTS.heading[language], { programme }),
    notice:
      typedName === null ? null : { tone: 'warning', text: ORDER_PAGE_TEXTS.unknown[language] },
    facts: [],
    forms: [{ heading: ORDER_PAGE_TEXTS.identify[language], token, fields, button }],
  };
}
