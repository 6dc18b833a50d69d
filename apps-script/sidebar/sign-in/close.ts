// Closes sign-in: transfers the sheet to the attendance, after the clerk has answered open questions.
import type { SignInClosed } from '#core/contract/sign-in-sheet';
import { callFunction } from '../bridge';
import { expectAction } from '../expect-action';
import type { Card } from '../card';
import type { PanelContext } from '../panel-context';
import { h } from '../dom';
import { tabLink } from '../findings-view';
import { runAction, type ActionOutcome } from '../run-action';
import { openQuestions, type CloseAnswer } from './open-questions';
import { placeLink, sessionView } from './session-view';
import type { TextKey } from '../say';

interface Request extends Partial<CloseAnswer> {
  readonly sessionId?: string;
}

export function runCloseSignIn(context: PanelContext, card: Card, request: Request): Promise<void> {
  return runAction(context, card, {
    busy: context.say('signIn.busy'),
    work: async () =>
      expectAction('close', await callFunction('signInSheet', { action: 'close', ...request })),
    show: (closed) =>
      closed.outcome === 'needsAnswers'
        ? asking(
            context,
            closed,
            (answer) => void runCloseSignIn(context, card, answered(request, closed, answer)),
          )
        : closedOutcome(context, closed),
  });
}

/** Earlier answers are kept when new questions come. */
function answered(before: Request, { session }: SignInClosed, answer: CloseAnswer): Request {
  const both = (key: keyof CloseAnswer): string[] => [...(before[key] ?? []), ...answer[key]];
  return {
    sessionId: session.id,
    present: both('present'),
    absent: both('absent'),
    notRecorded: both('notRecorded'),
    bySheet: both('bySheet'),
    byAttendance: both('byAttendance'),
  };
}

function asking(
  context: PanelContext,
  closed: SignInClosed,
  onAnswer: (answer: CloseAnswer) => void,
): ActionOutcome {
  const { say } = context;
  const { session, unmarked, unclear, differing, tab } = closed;
  const n = unmarked.length + differing.length;
  return {
    tone: 'warning',
    status:
      unclear.length > 0
        ? say('signIn.unclear', { n: unclear.length })
        : say('signIn.needsAnswers', { n }),
    details: [
      sessionView(session),
      ...unclear.map(placeLink(context)),
      unclear.length === 0 ? openQuestions(say, closed, onAnswer) : null,
      tabLink(context, tab.title, tab.sheetId),
    ],
  };
}

type NamedKey = Extract<TextKey, 'signIn.open' | 'signIn.attended' | 'signIn.excused'>;

function closedOutcome(context: PanelContext, closed: SignInClosed): ActionOutcome {
  const { say } = context;
  const { session, added, changed, absent, notRecorded, attended, excused, notTaken, tab } = closed;
  const named = (key: NamedKey, people: typeof attended): HTMLElement | null => {
    const names = people.map(({ name }) => name).join(say('list'));
    return people.length === 0 ? null : h('p', { class: 'concern' }, say(key, { names }));
  };
  return {
    tone:
      notRecorded.length + attended.length + excused.length + notTaken.length > 0
        ? 'warning'
        : 'good',
    status:
      added + changed === 0
        ? say('signIn.nothing')
        : say('signIn.closed', { added, changed, absent }),
    details: [
      sessionView(session),
      named('signIn.open', notRecorded),
      named('signIn.attended', attended),
      named('signIn.excused', excused),
      notTaken.length > 0 ? h('p', { class: 'concern' }, say('signIn.notTaken')) : null,
      ...notTaken.map(placeLink(context)),
      tabLink(context, tab.title, tab.sheetId),
    ],
  };
}
