// A speaker's answer → one row of the invitations tab for each session and speaker; a later answer takes the place of an earlier one.
import type { Language } from '../text/language';
import { maskNumbers } from '../text/mask';
import { appendRows } from '../workbook/write/append-rows';
import type { WorkbookChange } from '../workbook/write/change';
import type { Snapshot } from '../workbook/snapshot';
import type { TabRow } from '../workbook/tab';
import type { INVITATIONS } from '../workbook/tabs/planning';
import { updateRow } from '../workbook/write/update-row';
import {
  arrangementOf,
  readInvitation,
  type InvitationQuery,
  type InvitationState,
} from './invitation-state';

export type GivenInvitationAnswer =
  | {
      readonly answer: 'accepts';
      readonly title: string;
      readonly outline: string;
      readonly needs: string;
    }
  | { readonly answer: 'otherDay'; readonly days: string }
  | { readonly answer: 'declines'; readonly reason: string };

type InvitationRow = TabRow<typeof INVITATIONS>;

interface AnswerContext extends InvitationQuery {
  /** ISO 8601. */
  readonly at: string;
  readonly language: Language;
}

export interface PlannedAnswer {
  readonly changes: readonly WorkbookChange[];
  /** Afterwards; null when the speaker is not the session's any more. */
  readonly state: InvitationState | null;
}

/** The same answer twice gives the same row. Nothing is written once the session has begun or is cancelled. */
export function planInvitationAnswer(
  snapshot: Snapshot,
  given: GivenInvitationAnswer,
  context: AnswerContext,
): PlannedAnswer {
  const state = readInvitation(snapshot, context);
  if (!state?.isOpen) return { changes: [], state };
  const { at, language } = context;
  const values: InvitationRow = {
    ...EMPTY,
    ...withoutNumbers(given),
    sessionId: state.session.id,
    speakerId: state.speaker.id,
    announced: arrangementOf(state.session),
    at,
  };
  const { answer } = state;
  const changes = answer
    ? updateRow(snapshot, 'invitations', { row: answer.row, values, language })
    : appendRows(snapshot, 'invitations', { rows: [values], language });
  const row = answer?.row ?? NEW_ROW;
  return {
    changes,
    state: { ...state, answer: { row, cells: values, whole: values }, isMoved: false },
  };
}

/** A row that is new has no number yet. */
const NEW_ROW = 0;

const EMPTY = { title: null, outline: null, needs: null, days: null, reason: null };

/** A number of an identity or bank card that somebody types into a text is not kept: it would be read back on the page. */
function withoutNumbers(given: GivenInvitationAnswer): Partial<InvitationRow> & {
  readonly answer: InvitationRow['answer'];
} {
  const kept = (words: string): string | null => (words === '' ? null : maskNumbers(words));
  switch (given.answer) {
    case 'accepts':
      return {
        answer: 'accepts',
        title: kept(given.title),
        outline: kept(given.outline),
        needs: kept(given.needs),
      };
    case 'otherDay':
      return { answer: 'otherDay', days: kept(given.days) };
    case 'declines':
      return { answer: 'declines', reason: kept(given.reason) };
  }
}
