// Topics in their places → proposals by date, each with its fee and why it is proposed.
import { joinedClauses } from '../text/listed';
import { yearOf } from '../calendar/day';
import type { Book } from '../model/book';
import { formatCents } from '../money/cents';
import { percentText } from '../report/percent-cell';
import { fill } from '../text/language';
import { SPEAKERS } from '../workbook/tabs/people';
import { lastDay, tierMix } from './choose-speaker';
import { leftAfter, paidSession, type PlanContext } from './obstacles';
import { asBooking, type Placement } from './placement';
import type { PlacedTopic, Proposal } from './proposal';
import { PLANNING_TEXTS } from './planning.texts';

export function proposalsOf(context: PlanContext, placed: readonly PlacedTopic[]): Proposal[] {
  const inOrder = placed.toSorted((a, b) => (timeOf(a) < timeOf(b) ? -1 : 1));
  return inOrder.map((one, at) => {
    const { slot, speaker, venue, taughtHours } = one.placement;
    const earlier = inOrder.slice(0, at).map(({ placement }) => placement);
    const before = [...context.decided, ...earlier].map(paidSession);
    return {
      topic: one.topic,
      ranked: one.ranked,
      slot,
      speaker,
      venue,
      taughtHours,
      creditedHours: one.creditedHours,
      planNumber: planNumberOf(context.book, yearOf(slot.date)),
      fee: context.costs.costOf(paidSession(one.placement), before),
      reason: reasonOf(context, one, earlier),
    };
  });
}

const timeOf = ({ placement: { slot } }: PlacedTopic): string => `${slot.date} ${slot.start}`;

/** The number that the year's sessions have, the latest row's; null before the first. */
function planNumberOf({ entries }: Book, year: number): string | null {
  const numbered = entries.schedule.findLast(
    ({ cells }) => cells.date && yearOf(cells.date) === year && cells.planNumber,
  );
  return numbered?.cells.planNumber ?? null;
}

function reasonOf(context: PlanContext, one: PlacedTopic, earlier: readonly Placement[]): string {
  const { language } = context.book.settings;
  const say = (key: keyof typeof PLANNING_TEXTS, facts: Record<string, string | number> = {}) =>
    fill(PLANNING_TEXTS[key][language], facts);
  const { ranked, choice } = one;
  return joinedClauses(
    [
      say('whyRank', {
        rank: ranked.rank ?? '—',
        points: ranked.points,
        heads: ranked.heads.numerator,
      }),
      choice.because === 'named'
        ? say('whyNamed')
        : say('whyField', { field: choice.speaker.cells.field ?? '—' }),
      tierReason(context, one, { earlier, say }),
      lastReason(context, one, { earlier, say }),
      feeReason(context, one, { earlier, say }),
    ].filter((part) => part !== ''),
    language,
  );
}

type SayPlanning = (
  key: keyof typeof PLANNING_TEXTS,
  facts?: Record<string, string | number>,
) => string;

interface ReasonContext {
  /** What is proposed for earlier days. */
  readonly earlier: readonly Placement[];
  readonly say: SayPlanning;
}

/** Said where the settings give the tier a share. */
function tierReason(
  { book, bookings }: PlanContext,
  { choice, placement: { slot } }: PlacedTopic,
  { earlier, say }: ReasonContext,
): string {
  const { tier } = choice.speaker.cells;
  const share = tier ? book.settings.tierShares[tier] : undefined;
  if (!tier || share === undefined) return '';
  const { counts, total } = tierMix(
    book,
    [...bookings, ...earlier.map(asBooking)],
    yearOf(slot.date),
  );
  return say('whyTier', {
    tier: SPEAKERS.columns.tier.choices[tier][book.settings.language],
    count: counts[tier],
    total,
    target: percentText(share),
  });
}

function lastReason(
  { bookings }: PlanContext,
  { choice }: PlacedTopic,
  { earlier, say }: ReasonContext,
): string {
  const day = lastDay([...bookings, ...earlier.map(asBooking)], choice.speaker.cells.id ?? '');
  return day === null ? say('whyNew') : say('whyLast', { day });
}

function feeReason(
  context: PlanContext,
  one: PlacedTopic,
  { earlier, say }: ReasonContext,
): string {
  const before = [...context.decided, ...earlier];
  const fee = context.costs.costOf(paidSession(one.placement), before.map(paidSession));
  if (fee === 0) return say('whyNoFee');
  const left = leftAfter(context, one.placement.slot.date, [...before, one.placement]);
  return left === null
    ? say('whyFee', { fee: formatCents(fee) })
    : say('whyFeeLeft', { fee: formatCents(fee), left: formatCents(left) });
}
