// What the three actions of the panel share.
import type { SignInMade, SignInRemark } from '#core/contract/sign-in-sheet';
import type { PanelContext } from '../panel-context';
import { button, h } from '../dom';

export const sessionView = ({ title, when }: SignInMade['session']): HTMLElement =>
  h('div', { class: 'session' }, h('strong', {}, title), h('span', {}, when));

export const placeLink =
  (context: PanelContext) =>
  ({ words, sheetId, cell }: SignInRemark): HTMLElement =>
    button(words, { class: 'finding' }, () => context.goTo(sheetId, cell));
