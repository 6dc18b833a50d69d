// The session's sign-in sheet: creates it, and transfers it to the attendance with questions about people without a mark.
import type { SignInMade, SignInScreen } from '#core/contract/sign-in-sheet';
import { callFunction } from '../bridge';
import { expectAction } from '../expect-action';
import { createCard, type Card } from '../card';
import type { PanelContext } from '../panel-context';
import { button, h } from '../dom';
import { tabLink } from '../findings-view';
import type { Panel } from '../panel';
import { runAction, type ActionOutcome } from '../run-action';
import { runCloseSignIn } from '../sign-in/close';
import { placeLink, sessionView } from '../sign-in/session-view';
import type { TextKey } from '../say';

export function signInPanel(context: PanelContext): Panel {
  const { say } = context;
  const session = h('input', { type: 'text', maxlength: 100, 'data-field': 'sign-in-session' });
  const chosen = (): Chosen => {
    const sessionId = session.value.trim();
    return sessionId === '' ? {} : { sessionId };
  };
  const start = (): void => void make(context, card, chosen());
  const action = (label: TextKey, name: string, run: () => void, look = 'outlined') =>
    button(say(label), { class: `button ${look}`, 'data-action': name }, run);
  const card: Card = createCard(say, {
    name: 'sign-in',
    drawing: ['M4.5 3.5h8v13h-8z', 'M7 7h3', 'M7 10h3', 'M10.5 14.5 16 9'],
    controls: [
      h(
        'details',
        { class: 'period' },
        h('summary', {}, say('signIn.choice')),
        h('label', {}, say('signIn.session'), session),
      ),
      action('signIn.make', 'sign-in-make', start, 'tonal'),
      action('signIn.screen', 'sign-in-screen', () => void screen(context, card, chosen())),
      action('signIn.close', 'sign-in-close', () => void runCloseSignIn(context, card, chosen())),
    ],
  });
  return { card, start };
}

interface Chosen {
  readonly sessionId?: string;
}

function make(context: PanelContext, card: Card, chosen: Chosen): Promise<void> {
  const request = { action: 'make', ...chosen } as const;
  return runAction(context, card, {
    busy: context.say('signIn.making'),
    work: async () => expectAction('make', await callFunction('signInSheet', request)),
    show: (made) => madeOutcome(context, made),
  });
}

function madeOutcome(
  context: PanelContext,
  { session, due, onLeave, marked, leftOut, tab }: SignInMade,
): ActionOutcome {
  const { say } = context;
  return {
    tone: leftOut.length > 0 ? 'warning' : 'good',
    status: say('signIn.made', { due, leave: onLeave, marked }),
    details: [
      sessionView(session),
      leftOut.length > 0 ? h('p', { class: 'concern' }, say('signIn.leftOut')) : null,
      ...leftOut.map(placeLink(context)),
      tabLink(context, tab.title, tab.sheetId),
      h('p', { class: 'small' }, say('signIn.print')),
    ],
  };
}

function screen(context: PanelContext, card: Card, chosen: Chosen): Promise<void> {
  const request = { action: 'screen', ...chosen } as const;
  return runAction(context, card, {
    busy: context.say('signIn.screen.busy'),
    work: async () => expectAction('screen', await callFunction('signInSheet', request)),
    show: (found) => screenOutcome(context, found),
  });
}

function screenOutcome({ say }: PanelContext, found: SignInScreen): ActionOutcome {
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
