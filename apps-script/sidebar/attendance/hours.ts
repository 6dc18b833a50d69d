// The hours ledger in a few lines; all people are in its tab.
import type { HoursLedgerResponse } from '#core/contract/hours-ledger';
import { callFunction } from '../bridge';
import type { Card } from '../card';
import { readingOnly, type PanelContext } from '../panel-context';
import { h } from '../dom';
import { reportLink } from '../findings-view';
import { runAction, type ActionOutcome } from '../run-action';
import type { Say } from '../say';

export function showHours(context: PanelContext, card: Card): Promise<void> {
  return runAction(context, card, {
    busy: context.say('hours.busy'),
    work: () => callFunction('hoursLedger', readingOnly(context)),
    show: (ledger) => hoursOutcome(context, ledger),
  });
}

function hoursOutcome(context: PanelContext, ledger: HoursLedgerResponse): ActionOutcome {
  const { say } = context;
  const { year, people, left, withTarget, reached, onCourse, short, shortCount, tab } = ledger;
  return {
    tone: shortCount > 0 ? 'warning' : 'good',
    status: say('hours.done', { year: String(year), n: people, reached, target: withTarget }),
    details: [
      h('p', { class: 'small' }, say('hours.course', { onCourse, short: shortCount })),
      left === 0 ? null : h('p', { class: 'small' }, say('hours.left', { n: left })),
      short.length === 0 ? null : shortView(say, short),
      short.length < shortCount
        ? h('p', { class: 'small' }, say('findings.first', { n: short.length }))
        : null,
      reportLink(context, tab),
    ],
  };
}

function shortView(say: Say, short: HoursLedgerResponse['short']): HTMLElement {
  const rows = short.map(({ name, unit, missing, target }) =>
    h(
      'tr',
      {},
      h('th', { scope: 'row' }, name, h('div', { class: 'small' }, unit)),
      h('td', {}, say('hours.number', { n: missing })),
      h('td', {}, say('hours.number', { n: target })),
    ),
  );
  const labels = (['followUp.name', 'hours.missing', 'hours.target'] as const).map((key) =>
    h('th', { scope: 'col' }, say(key)),
  );
  return h(
    'table',
    { 'data-testid': 'hours-short' },
    h('thead', {}, h('tr', {}, ...labels)),
    h('tbody', {}, ...rows),
  );
}
