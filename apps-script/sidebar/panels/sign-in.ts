// The session's sign-in sheet: made, and closed into the attendance; whoever is not marked is asked about.
import type { SignInClosed, SignInMade, SignInScreen, SignInSheetRequest, SignInSheetResponse } from '#core/contract/sign-in-sheet'; // prettier-ignore
import { callFunction } from '../bridge';
import { createCard, type Card } from '../card';
import type { Desk } from '../desk';
import { button, h } from '../dom';
import { tabLink } from '../findings-view';
import type { Panel } from '../panel';
import { runAction, type Outcome } from '../run-action';
import { unmarkedQuestion, type Answer } from '../sign-in/unmarked-question';
import type { TextKey } from '../texts';

export function signInPanel(desk: Desk): Panel {
  const { say } = desk;
  const session = h('input', { type: 'text', maxlength: 100, 'data-field': 'sign-in-session' });
  const chosen = (): Chosen => {
    const sessionId = session.value.trim();
    return sessionId === '' ? {} : { sessionId };
  };
  const start = (): void => void make(desk, card, chosen());
  const action = (label: TextKey, name: string, run: () => void, look = 'outlined') =>
    button(say(label), { class: `button ${look}`, 'data-action': name }, run);
  const card: Card = createCard(say, {
    name: 'sign-in',
    icon: 'sign-in',
    title: 'signIn.title',
    about: 'signIn.about',
    controls: [
      h(
        'details',
        { class: 'period' },
        h('summary', {}, say('signIn.choice')),
        h('label', {}, say('signIn.session'), session),
      ),
      action('signIn.make', 'sign-in-make', start, 'tonal'),
      action('signIn.screen', 'sign-in-screen', () => void screen(desk, card, chosen())),
      action('signIn.close', 'sign-in-close', () => void close(desk, card, chosen())),
    ],
  });
  return { card, start };
}

interface Chosen {
  readonly sessionId?: string;
}

function make(desk: Desk, card: Card, chosen: Chosen): Promise<void> {
  const request = { action: 'make', ...chosen } as const;
  return runAction(desk, card, {
    busy: desk.say('signIn.making'),
    work: async () => only('make', await callFunction('signInSheet', request)),
    show: (made) => madeOutcome(desk, made),
  });
}

function madeOutcome(desk: Desk, { session, due, onLeave, marked, tab }: SignInMade): Outcome {
  const { say } = desk;
  return {
    tone: 'good',
    status: say('signIn.made', { due, leave: onLeave, marked }),
    details: [
      sessionView(session),
      tabLink(desk, tab.title, tab.sheetId),
      h('p', { class: 'small' }, say('signIn.print')),
    ],
  };
}

const sessionView = ({ title, when }: SignInMade['session']): HTMLElement =>
  h('div', { class: 'session' }, h('strong', {}, title), h('span', {}, when));

function screen(desk: Desk, card: Card, chosen: Chosen): Promise<void> {
  const request = { action: 'screen', ...chosen } as const;
  return runAction(desk, card, {
    busy: desk.say('signIn.screen.busy'),
    work: async () => only('screen', await callFunction('signInSheet', request)),
    show: (found) => screenOutcome(desk, found),
  });
}

function screenOutcome({ say }: Desk, found: SignInScreen): Outcome {
  const { session, address, doors, opens, closes } = found;
  const link = h(
    'a',
    { class: 'button tonal', href: address, target: '_blank', rel: 'noreferrer', 'data-testid': 'screen-link' },
    say('signIn.screen.link'),
  );
  return {
    tone: doors === 'closed' ? 'warning' : 'good',
    status: say(`signIn.screen.${doors}`, { opens, closes }),
    details: [
      sessionView(session),
      doors === 'closed' ? null : link,
      h('p', { class: 'small' }, say('signIn.screen.care')),
    ],
  };
} // prettier-ignore

function close(desk: Desk, card: Card, request: Chosen & Partial<Answer>): Promise<void> {
  return runAction(desk, card, {
    busy: desk.say('signIn.busy'),
    work: async () => only('close', await callFunction('signInSheet', { action: 'close', ...request })), // prettier-ignore
    show: (closed) =>
      closed.outcome === 'asks' ? asking(desk, card, closed) : closedOutcome(desk, closed),
  });
}

function asking(desk: Desk, card: Card, { session, unmarked, unclear, tab }: SignInClosed): Outcome {
  const { say } = desk;
  const answer = (given: Answer): void =>
    void close(desk, card, { sessionId: session.id, ...given });
  return {
    tone: 'warning',
    status: unclear.length > 0 ? say('signIn.unclear', { n: unclear.length }) : say('signIn.asks', { n: unmarked.length }),
    details: [
      sessionView(session),
      ...unclear.map(({ name, word, sheetId, cell }) =>
        button(`${name}：${word}`, { class: 'finding' }, () => desk.goTo(sheetId, cell)),
      ),
      unmarked.length > 0 && unclear.length === 0 ? unmarkedQuestion(say, unmarked, answer) : null,
      tabLink(desk, tab.title, tab.sheetId),
    ],
  };
} // prettier-ignore

function closedOutcome(desk: Desk, closed: SignInClosed): Outcome {
  const { say } = desk;
  const { session, added, changed, absent, notRecorded, came, tab } = closed;
  const named = (key: 'signIn.open' | 'signIn.came', people: typeof came): HTMLElement | null => {
    const names = people.map(({ name }) => name).join(say('list'));
    return people.length === 0 ? null : h('p', { class: 'concern' }, say(key, { names }));
  };
  return {
    tone: notRecorded.length + came.length > 0 ? 'warning' : 'good',
    status: added + changed === 0 ? say('signIn.nothing') : say('signIn.closed', { added, changed, absent }),
    details: [
      sessionView(session),
      named('signIn.open', notRecorded),
      named('signIn.came', came),
      tabLink(desk, tab.title, tab.sheetId),
    ],
  };
} // prettier-ignore

/** The answer to this action; anything else is a fault of ours. */
function only<Action extends SignInSheetRequest['action']>(
  action: Action,
  answer: SignInSheetResponse,
): Extract<SignInSheetResponse, { action: Action }> {
  if (answer.action !== action) throw new Error(`asked for ${action}, got ${answer.action}`);
  return answer as Extract<SignInSheetResponse, { action: Action }>; // the line above made sure
}
