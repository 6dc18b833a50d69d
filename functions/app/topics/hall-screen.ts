// The screen in the hall: one code for everybody, and how many have ordered. No names.
import { toLocalTime } from '#core/calendar/zone';
import { currentRound, isRoundOpen } from '#core/model/order-round';
import { formatDay } from '#core/notice/words/notice-date';
import { countRound } from '#core/topics/order-state';
import { fill } from '#core/text/language';
import { AppError } from '../../errors';
import type { PageCase } from '../runtime/page-case';
import type { PageView } from '../runtime/page-view';
import { ORDER_PAGE_TEXTS } from './order-page.texts';
import { ORDER_TABS } from './save-orders';

/** Seconds: the number of those who have ordered is not watched as closely as a check-in. */
const RENEW_AFTER_S = 30;

export const hallScreen: PageCase = {
  purpose: 'orderScreen',
  tabs: ORDER_TABS,
  required: ORDER_TABS,
  show({ snapshot, settings, now, claims }, { links }): PageView {
    const { language, programme, timeZone } = settings;
    const round = currentRound(settings);
    const today = toLocalTime(now, timeZone).day;
    const base: PageView = {
      heading: fill(ORDER_PAGE_TEXTS.heading[language], { programme }),
      notice: null,
      facts: [],
      forms: [],
      renewAfter: RENEW_AFTER_S,
    };
    const address = links.address('orderHall', claims);
    if (round?.id !== claims.occasionId || !isRoundOpen(round, today) || address === null)
      return { ...base, notice: { tone: 'warning', text: ORDER_PAGE_TEXTS.closed[language] } };
    const { asked, ordered } = countRound(snapshot, round, today);
    const count = fill(ORDER_PAGE_TEXTS.count[language], { ordered, asked });
    return {
      ...base,
      notice: { tone: 'good', text: count },
      facts: [
        { label: ORDER_PAGE_TEXTS.closes[language], value: formatDay(round.closes, language) },
      ],
      code: { address, label: ORDER_PAGE_TEXTS.scan[language] },
    };
  },
  submit() {
    throw new AppError('readOnlyPage');
  },
};
