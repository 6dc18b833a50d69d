// What planning proposes, and what it could not do.
import type { Period } from '../calendar/calendar-period';
import type { Cents } from '../money/cents';
import type { SpeakerChoice } from './choose-speaker';
import type { TopicDemand } from '../topics/rank-topics';
import type { Placement, SpeakerEntry, TimeSlot, TopicEntry } from './placement';

/** What planning takes from the ranking of topics; the rank of a topic that cannot be ordered is null. */
export type RankedTopic = Pick<TopicDemand, 'id' | 'rank' | 'points' | 'heads'>;

/** A topic in its place, with why this speaker. */
export interface PlacedTopic {
  readonly topic: TopicEntry;
  readonly ranked: RankedTopic;
  readonly choice: SpeakerChoice;
  readonly placement: Placement;
  readonly creditedHours: number;
}

export interface Proposal {
  readonly topic: TopicEntry;
  readonly ranked: RankedTopic;
  readonly slot: TimeSlot;
  readonly speaker: SpeakerEntry;
  readonly venue: string;
  readonly taughtHours: number;
  readonly creditedHours: number;
  readonly planNumber: string | null;
  readonly fee: Cents;
  /** In the workbook's language. */
  readonly reason: string;
}

/** Something that the plan does not meet, with the values its sentence needs. */
export interface PlanConcern {
  readonly code: ConcernCode;
  readonly facts: Readonly<Record<string, string | number>>;
}

export type ConcernCode =
  | 'noHolidayData'
  | 'closedWeek'
  | 'noSlot'
  | 'tooSoon'
  | 'slotsLeft'
  | 'topicNotPlaced'
  | 'topicsLeft'
  | 'noTopics'
  | 'noBudget'
  | 'budgetUnclear'
  | 'noVenues'
  | 'unreadableDays'
  | 'tierShare'
  | 'noPlanNumber'
  | 'rowRefused'
  | 'rowNoted'
  | 'numberOrder'
  | 'tickedKept';

export interface SessionPlan {
  readonly period: Period;
  readonly slots: number;
  /** By date. */
  readonly proposals: readonly Proposal[];
  readonly concerns: readonly PlanConcern[];
}
