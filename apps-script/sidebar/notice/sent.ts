// The outcome of each mail.
import type { NoticeSent } from '#core/contract/weekly-notice';
import { h, type Child } from '../dom';
import type { ActionOutcome } from '../run-action';
import type { Say } from '../say';
import type { SendTotals } from './continue-send';
import { peopleView } from './people';
import { occasionView } from './preview';

export function sentOutcome(say: Say, notice: SendTotals): ActionOutcome {
  const { occasion, sent, failed, unknown, stopped } = notice;
  const complete = failed.length === 0 && unknown.length === 0 && stopped === null;
  return {
    tone: complete ? 'good' : 'warning',
    status: say('notice.sent', { n: sent }),
    details: [occasionView(occasion), stoppedView(stopped), ...sentDetails(say, notice)],
  };
}

/** Why the rest was not sent. */
export function stoppedView(stopped: string | null): Child {
  return stopped === null
    ? null
    : h('p', { class: 'note', 'data-testid': 'notice-stopped' }, stopped);
}

export function sentDetails(say: Say, { failed, unknown, skipped }: NoticeSent): Child[] {
  return [
    peopleView(say, 'notice.failed', failed),
    peopleView(say, 'notice.unknown', unknown),
    unknown.length === 0 ? null : h('p', { class: 'note' }, say('notice.unknown.about')),
    peopleView(say, 'notice.skipped', skipped),
  ];
}
