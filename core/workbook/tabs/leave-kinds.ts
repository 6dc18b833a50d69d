// The kinds of leave: what differs from kind to kind, one entry each. A missing fact does not compile.
import { text, type Text } from '../../text/language';
import { listedTexts } from '../../text/listed';

interface LeaveKindFacts {
  readonly label: Text;
  /** The status that a mark gets for it in a new workbook; the workbook's own row decides once there is one. */
  readonly status: Text;
  /** How that status counts in rate B: `excused` takes the session out, `due` leaves it in. */
  readonly treatment: 'due' | 'excused';
  /** The document that must be handed in; null: none. */
  readonly proof: Text | null;
  /** Counts towards the share of a year's sessions above which leave is too much. */
  readonly countsTowardsShare: boolean;
  /** The session is to be made up, unless the workbook's settings exempt the kind. */
  readonly needsMakeUp: boolean;
}

const kindsOf = <Kind extends string>(
  kinds: Readonly<Record<Kind, LeaveKindFacts>>,
): Readonly<Record<Kind, LeaveKindFacts>> => kinds;

export const LEAVE_KINDS = kindsOf({
  official: {
    label: text('公差', '公差', 'Official duty'),
    status: text('公差', '公差', 'Official duty'),
    treatment: 'excused',
    proof: text('会议或出差通知', '會議或出差通知', 'the notice of the meeting or business trip'),
    countsTowardsShare: true,
    needsMakeUp: true,
  },
  sick: {
    label: text('病假', '病假', 'Sick'),
    status: text('病假', '病假', 'Sick leave'),
    treatment: 'due',
    proof: text('医院证明', '醫院證明', 'a medical certificate'),
    countsTowardsShare: true,
    needsMakeUp: true,
  },
  personal: {
    label: text('事假', '事假', 'Personal'),
    status: text('事假', '事假', 'Personal leave'),
    treatment: 'due',
    proof: null,
    countsTowardsShare: true,
    needsMakeUp: true,
  },
});

export type LeaveKind = keyof typeof LEAVE_KINDS;
export const LEAVE_KIND_KEYS = Object.keys(LEAVE_KINDS) as [LeaveKind, ...LeaveKind[]]; // the table's own keys

/** The labels of all kinds, for a sentence that names them. */
export const LEAVE_KIND_NAMES: Text = listedTexts(
  LEAVE_KIND_KEYS.map((kind) => LEAVE_KINDS[kind].label),
);
