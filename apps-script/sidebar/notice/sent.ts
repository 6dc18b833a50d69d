// What became of every mail.
import type { NoticeSent } from '#core/contract/weekly-notice';
import { h, type Child } from '../dom';
import type { Outcome } from '../run-action';
import type { Say } from '../say';
import { peopleView } from './people';
import { sessionView } from './preview';

export function sentOutcome(say: Say, notice: NoticeSent): Outcome {
  const { session, sent, failed, unknown } = notice;
  const complete = failed.length === 0 && unknown.length === 0;
  return {
    tone: complete ? 'good' : 'warning',
    status: say('notice.sent', { n: sent }),
    details: [sessionView(session), ...sentDetails(say, notice)],
  };
}

export function sentDetails(say: Say, { failed, unknown, skipped }: NoticeSent): Child[] {
  return [
    peopleView(say, 'notice.failed', failed),
    peopleView(say, 'notice.unknown', unknown),
    unknown.length === 0 ? null : h('p', { class: 'note' }, say('notice.unknown.about')),
    peopleView(say, 'notice.skipped', skipped),
  ];
}
