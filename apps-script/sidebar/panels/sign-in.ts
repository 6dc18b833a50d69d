// The session's sign-in sheet: made, and closed into the attendance; whoever is not marked is asked about.
import type { SignInMade, SignInScreen } from '#core/contract/sign-in-sheet';
import { callFunction } from '../bridge';
import { createCard, type Card } from '../card';
import type { Desk } from '../desk';
import { button, h } from '../dom';
import { tabLink } from '../findings-view';
import type { Panel } from '../panel';
import { runAction, type Outcome } from '../run-action';
import { closeSignIn } from '../sign-in/close';
import { only, placeLink, sessionView } from '../sign-in/session-view';
import type { TextKey } from '../say';

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
      action('signIn.close', 'sign-in-close', () => void closeSignIn(desk, card, chosen())),
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

function madeOutcome(
  desk: Desk,
  { session, due, onLeave, marked, leftOut, tab }: SignInMade,
): Outcome {
  const { say } = desk;
  return {
    tone: leftOut.length > 0 ? 'warning' : 'good',
    status: say('signIn.made', { due, leave: onLeave, marked }),
    details: [
      sessionView(session),
      leftOut.length > 0 ? h('p', { class: 'concern' }, say('signIn.leftOut')) : null,
      ...leftOut.map(placeLink(desk)),
      tabLink(desk, tab.title, tab.sheetId),
      h('p', { class: 'small' }, say('signIn.print')),
    ],
  };
}

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
    {
      class: 'button tonal',
      href: address,
      target: '_blank',
      rel: 'noreferrer',
      'data-testid': 'screen-link',
    },
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
}
