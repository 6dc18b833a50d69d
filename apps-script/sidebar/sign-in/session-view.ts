// What the three actions of the panel share.
import type {
  SignInMade,
  SignInRemark,
  SignInSheetRequest,
  SignInSheetResponse,
} from '#core/contract/sign-in-sheet';
import type { PanelContext } from '../panel-context';
import { button, h } from '../dom';

export const sessionView = ({ title, when }: SignInMade['session']): HTMLElement =>
  h('div', { class: 'session' }, h('strong', {}, title), h('span', {}, when));

export const placeLink =
  (context: PanelContext) =>
  ({ words, sheetId, cell }: SignInRemark): HTMLElement =>
    button(words, { class: 'finding' }, () => context.goTo(sheetId, cell));

/** The response to this action; any other one is our mistake. */
export function expectAction<Action extends SignInSheetRequest['action']>(
  action: Action,
  answer: SignInSheetResponse,
): Extract<SignInSheetResponse, { action: Action }> {
  if (answer.action !== action) throw new Error(`asked for ${action}, got ${answer.action}`);
  return answer as Extract<SignInSheetResponse, { action: Action }>; // the line above made sure
}
