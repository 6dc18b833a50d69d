// Free half-days × topics by rank × speakers × venues → proposals. Greedy by rank: a topic gets the first half-day that fits; one that
// finds none looks back for a topic that can move. The same workbook always gives the same plan.
import { joined } from '../text/listed';
import type { Period } from '../calendar/calendar-period';
import { addDays, yearOf } from '../calendar/day';
import type { Book } from '../model/book';
import { groupBy } from '../text/group-by';
import { percentText } from '../report/percent-cell';
import { TIERS } from '../workbook/read/tier-shares';
import { SPEAKERS } from '../workbook/tabs/people';
import { chooseVenue, usualVenues } from './choose-venue';
import { speakerChoices, tierMix } from './choose-speaker';
import { freeSlots, type FreeSlots } from './free-slots';
import { obstaclesTo, planContext, type Obstacle, type PlanContext } from './obstacles';
import { asBooking, scheduledTopics, type TimeSlot, type TopicEntry } from './placement';
import type { PlacedTopic, PlanConcern, Proposal, RankedTopic, SessionPlan } from './proposal';
import { obstacleText, weekText, whyText } from './planning-words';
import { tickedPlacements, tickedRows, type ProposalEntry } from './proposal-rows';
import { proposalsOf } from './proposals-of';
import { sessionHours } from './session-hours';

export interface PlanQuestion {
  readonly period: Period;
  /** The topics to be placed, in any order. */
  readonly ranking: readonly RankedTopic[];
}

export function planSessions(book: Book, { period, ranking }: PlanQuestion): SessionPlan {
  const ticked = tickedRows(book);
  const context = planContext(book, tickedPlacements(book));
  const earliest = addDays(book.today, book.settings.planLeadDays);
  const from = period.from < earliest ? earliest : period.from;
  const free = freeSlots(book, { from, to: period.to }, context.bookings);
  const taken = new Set(ticked.flatMap(({ cells }) => cells.topicId ?? []));
  const topics = openTopics(book, ranking).filter(({ ranked }) => !taken.has(ranked.id));
  const { placed, unplaced } = placeTopics(context, topics, free.slots);
  const proposals = proposalsOf(context, placed);
  return {
    period: { from, to: period.to },
    slots: free.slots.length,
    proposals,
    concerns: [
      ...tickedConcerns(book, ticked),
      ...slotConcerns(book, free, { from, to: period.to }),
      ...moneyConcerns(context, free.slots),
      ...speakerConcerns(context),
      ...topicConcerns(book, {
        topics,
        unplaced,
        slotsLeft: free.slots.length - placed.length,
        topicsLeft: topics.length - placed.length - unplaced.length,
      }),
      ...tierConcerns(context, proposals),
      ...numberConcerns(proposals),
    ],
  };
}

interface WantedTopic {
  readonly topic: TopicEntry;
  readonly ranked: RankedTopic;
}

/** Those that are open and have no session, by rank; of one rank in the order of their ids. */
function openTopics(book: Book, ranking: readonly RankedTopic[]): WantedTopic[] {
  const scheduled = scheduledTopics(book);
  return ranking
    .toSorted((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || (a.id < b.id ? -1 : 1))
    .flatMap((ranked) => {
      const topic = book.topics.get(ranked.id);
      const isWanted = topic && ranked.rank !== null && !scheduled.has(ranked.id);
      return isWanted ? [{ topic, ranked }] : [];
    });
}

interface Unplaced {
  readonly topic: TopicEntry;
  /** What speaks against each speaker on each half-day that was left; none: nobody could be thought of. */
  readonly obstacles: readonly Obstacle[];
}

function placeTopics(
  context: PlanContext,
  topics: readonly WantedTopic[],
  slots: readonly TimeSlot[],
): { readonly placed: readonly PlacedTopic[]; readonly unplaced: readonly Unplaced[] } {
  let placed: readonly PlacedTopic[] = [];
  const unplaced: Unplaced[] = [];
  for (const wanted of topics) {
    const isTaken = (slot: TimeSlot): boolean =>
      placed.some(({ placement }) => placement.slot === slot);
    const left = slots.filter((slot) => !isTaken(slot));
    if (left.length === 0) break;
    const { found, obstacles } = findPlace(context, wanted, { slots: left, placed });
    const moved = found ? null : lookBack(context, wanted, { slots: left, placed });
    if (found) placed = [...placed, found];
    else if (moved) placed = moved;
    else unplaced.push({ topic: wanted.topic, obstacles });
  }
  return { placed, unplaced };
}

interface Places {
  readonly slots: readonly TimeSlot[];
  readonly placed: readonly PlacedTopic[];
}

/** The first speaker for whom one of the half-days has no obstacle, on the first such half-day. */
function findPlace(
  context: PlanContext,
  { topic, ranked }: WantedTopic,
  { slots, placed }: Places,
): { readonly found: PlacedTopic | null; readonly obstacles: readonly Obstacle[] } {
  const { book, standards } = context;
  const others = placed.map(({ placement }) => placement);
  const bookings = [...context.bookings, ...others.map(asBooking)];
  const [first] = slots;
  const mix = tierMix(book, bookings, yearOf(first?.date ?? book.today));
  const venues = usualVenues(book);
  const obstacles: Obstacle[] = [];
  for (const choice of speakerChoices(book, { topic, bookings, mix })) {
    for (const slot of slots) {
      const venue = chooseVenue(book, { venues, slot, bookings });
      if (venue === null) {
        const { date, start, end } = slot;
        obstacles.push({ weight: 'must', code: 'noVenue', facts: { date, start, end } });
        continue;
      }
      const hours = sessionHours(book, standards, slot);
      const { speaker } = choice;
      const placement = { slot, speaker, venue, taughtHours: hours.taught };
      const against = obstaclesTo(context, placement, others);
      if (against.length === 0)
        return {
          found: { topic, ranked, choice, placement, creditedHours: hours.credited },
          obstacles: [],
        };
      obstacles.push(...against);
    }
  }
  return { found: null, obstacles };
}

/** One topic placed before makes way when it finds another half-day; the least wanted is asked first. Null: none can. */
function lookBack(
  context: PlanContext,
  wanted: WantedTopic,
  { slots, placed }: Places,
): readonly PlacedTopic[] | null {
  for (const other of placed.toReversed()) {
    const without = placed.filter((one) => one !== other);
    const mine = findPlace(context, wanted, { slots: [other.placement.slot], placed: without });
    if (!mine.found) continue;
    const both = [...without, mine.found];
    const theirs = findPlace(context, other, { slots, placed: both });
    if (theirs.found) return [...both, theirs.found];
  }
  return null;
}

function tickedConcerns({ settings }: Book, ticked: readonly ProposalEntry[]): PlanConcern[] {
  const ids = ticked.flatMap(({ cells }) => cells.id ?? []);
  if (ids.length === 0) return [];
  return [{ code: 'tickedKept', facts: { ids: joined(ids, settings.language) } }];
}

function slotConcerns(
  book: Book,
  { slots, closed, unknown }: FreeSlots,
  { from, to }: Period,
): PlanConcern[] {
  const { language } = book.settings;
  return [
    ...[...groupBy(unknown, ({ year }) => String(year))].map(([year, weeks]): PlanConcern => ({
      code: 'noHolidayData',
      facts: { year, count: weeks.length },
    })),
    ...closed.map((week): PlanConcern => ({
      code: 'closedWeek',
      facts: { days: weekText(week, language) },
    })),
    ...(slots.length === 0 && from <= to ? [{ code: 'noSlot', facts: { from, to } } as const] : []),
    ...(from > to ? [{ code: 'tooSoon', facts: { from } } as const] : []),
  ];
}

/** Without a budget nothing can be compared with it; a reader must know that it was not. */
function moneyConcerns({ costs }: PlanContext, slots: readonly TimeSlot[]): PlanConcern[] {
  const years = [...new Set(slots.map(({ date }) => yearOf(date)))];
  return years.flatMap((year): PlanConcern[] => {
    const facts = { year: String(year) };
    if (costs.isUnclear(year)) return [{ code: 'budgetUnclear', facts }];
    return costs.leftOf(year) === null ? [{ code: 'noBudget', facts }] : [];
  });
}

function speakerConcerns({ book, unavailableDays }: PlanContext): PlanConcern[] {
  const venues = usualVenues(book);
  return [
    ...(venues.length === 0 ? [{ code: 'noVenues', facts: {} } as const] : []),
    ...[...book.speakers.values()].flatMap((speaker): PlanConcern[] => {
      const { unreadable } = unavailableDays(speaker);
      const facts = {
        name: speaker.cells.name ?? '',
        words: joined(unreadable, book.settings.language),
      };
      return unreadable.length > 0 ? [{ code: 'unreadableDays', facts }] : [];
    }),
  ];
}

function topicConcerns(
  { settings: { language } }: Book,
  at: {
    readonly topics: readonly WantedTopic[];
    readonly unplaced: readonly Unplaced[];
    readonly slotsLeft: number;
    readonly topicsLeft: number;
  },
): PlanConcern[] {
  if (at.topics.length === 0) return [{ code: 'noTopics', facts: {} }];
  return [
    ...at.unplaced.map(({ topic, obstacles }): PlanConcern => {
      const why = [...new Set(obstacles.map((one) => obstacleText(one, language)))];
      const facts = { topic: topic.cells.title ?? '', why: whyText(why, language) };
      return { code: 'topicNotPlaced', facts };
    }),
    ...(at.slotsLeft > 0 ? [{ code: 'slotsLeft', facts: { count: at.slotsLeft } } as const] : []),
    ...(at.topicsLeft > 0
      ? [{ code: 'topicsLeft', facts: { count: at.topicsLeft } } as const]
      : []),
  ];
}

/** Of each year with proposals, a tier that is a whole session or more away from its share of the year's sessions and these. */
function tierConcerns(
  { book, bookings }: PlanContext,
  proposals: readonly Proposal[],
): PlanConcern[] {
  const all = [...bookings, ...proposals.map(asBooking)];
  const years = [...new Set(proposals.map(({ slot }) => yearOf(slot.date)))];
  return years.flatMap((year) => {
    const { counts, total } = tierMix(book, all, year);
    return TIERS.flatMap((tier): PlanConcern[] => {
      const share = book.settings.tierShares[tier];
      const count = counts[tier];
      if (share === undefined || Math.abs(count - share * total) < 1) return [];
      const label = SPEAKERS.columns.tier.choices[tier][book.settings.language];
      const target = percentText(share);
      const facts = { year: String(year), tier: label, count, total, target };
      return [{ code: 'tierShare', facts }];
    });
  });
}

function numberConcerns(proposals: readonly Proposal[]): PlanConcern[] {
  const years = proposals
    .filter(({ planNumber }) => planNumber === null)
    .map(({ slot }) => String(yearOf(slot.date)));
  return [...new Set(years)].map((year) => ({ code: 'noPlanNumber', facts: { year } }));
}
