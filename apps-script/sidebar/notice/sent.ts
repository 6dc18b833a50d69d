// What became of every mail.
import type { NoticeSent } from '#core/contract/weekly-notice';
import { h } from '../dom';
import type { Outcome } from '../run-action';
import type { Say } from '../say';
import { peopleView } from './people';
import { sessionView } from './preview';

export function sentOutcome(
  say: Say,
  { session, sent, failed, unknown, skipped }: NoticeSent,
): Outcome {
  const complete = failed.length === 0 && unknown.length === 0;
  return {
    tone: complete ? 'good' : 'warning',
    status: say('notice.sent', { n: sent }),
    details: [
      sessionView(session),
      peopleView(say, 'notice.failed', failed),
      peopleView(say, 'notice.unknown', unknown),
      unknown.length === 0 ? null : h('p', { class: 'note' }, say('notice.unknown.about')),
      peopleView(say, 'notice.skipped', skipped),
    ],
  };
}
