// A round of orders: how many have ordered, the code for the hall, wishes that become topics, and the ranking.
import type { OrdersLook, WishAdopted } from '#core/contract/topic-orders';
import type { TopicRankingResponse } from '#core/contract/topic-ranking';
import { callFunction } from '../bridge';
import { createCard, type Card } from '../card';
import { button, h, type Child } from '../dom';
import { tabLink } from '../findings-view';
import type { PanelContext } from '../panel-context';
import type { Panel } from '../panel';
import { runAction, type ActionOutcome } from '../run-action';
import type { Say, TextKey } from '../say';

const DRAWING = [
  'M4 4.5h2v2H4z',
  'M9 5.5h7',
  'M4 9h2v2H4z',
  'M9 10h7',
  'M4 13.5h2v2H4z',
  'M9 14.5h7',
];

export function ordersPanel(context: PanelContext): Panel {
  const { say } = context;
  const start = (): void => void look(context, card);
  const action = (label: TextKey, name: string, run: () => void, style = 'outlined') =>
    button(say(label), { class: `button ${style}`, 'data-action': name }, run);
  const card: Card = createCard(say, {
    name: 'orders',
    drawing: DRAWING,
    controls: [
      action('orders.look', 'orders-look', start, 'tonal'),
      action('orders.rank', 'orders-rank', () => void rank(context, card)),
    ],
  });
  return { card, start };
}

/** `adopted`: the wish that became a topic just now. */
function look(
  context: PanelContext,
  card: Card,
  adopted: WishAdopted | null = null,
): Promise<void> {
  return runAction(context, card, {
    busy: context.say('orders.busy'),
    work: async () => {
      const answer = await callFunction('topicOrders', { action: 'look' });
      if (answer.action !== 'look') throw new Error('asked to look, got something else');
      return answer;
    },
    show: (found) => lookOutcome(context, { card, found, adopted }),
  });
}

interface Looked {
  readonly card: Card;
  readonly found: OrdersLook;
  readonly adopted: WishAdopted | null;
}

function lookOutcome(context: PanelContext, { card, found, adopted }: Looked): ActionOutcome {
  const { say } = context;
  const { round, topics, wishes } = found;
  const done =
    adopted &&
    h('p', { class: 'note', 'data-testid': 'orders-adopted' }, adoptedText(say, adopted));
  const open = h('p', { class: 'small' }, say('orders.topics', { n: topics }));
  const wishList =
    wishes.length === 0
      ? []
      : [
          h('h3', {}, say('orders.wishes', { n: wishes.length })),
          ...wishes.map((wish) => wishForm(context, { card, found, wish })),
        ];
  if (!round)
    return { tone: 'warning', status: say('orders.none'), details: [done, open, ...wishList] };
  const { opens, closes, isOpen, asked, ordered } = round;
  return {
    tone: isOpen ? 'good' : 'warning',
    status: say(isOpen ? 'orders.open' : 'orders.closed', { opens, closes }),
    details: [
      done,
      h('p', { 'data-testid': 'orders-count' }, say('orders.count', { ordered, asked })),
      open,
      isOpen ? screenLink(say, round.screen) : null,
      h('p', { class: 'small' }, say('orders.mail')),
      ...wishList,
    ],
  };
}

const adoptedText = (say: Say, { topicId, title }: WishAdopted): string =>
  say('orders.adopted', { id: topicId, title });

function screenLink(say: Say, address: string | null): Child {
  if (address === null) return null;
  const attributes = {
    class: 'button tonal',
    href: address,
    target: '_blank',
    rel: 'noreferrer',
    'data-testid': 'orders-screen',
  };
  return h('a', attributes, say('orders.screen'));
}

interface WishLine {
  readonly card: Card;
  readonly found: OrdersLook;
  readonly wish: OrdersLook['wishes'][number];
}

function wishForm(context: PanelContext, { card, found, wish }: WishLine): HTMLElement {
  const { say } = context;
  const title = h('input', { type: 'text', maxlength: 200, value: wish.wish, required: true });
  // No source is usual: the clerk decides on each wish.
  const source = h(
    'select',
    { required: true },
    h('option', { value: '' }, say('orders.chooseSource')),
    ...found.sources.map((one) => h('option', { value: one.source }, one.label)),
  );
  const adopt = async (): Promise<void> => {
    title.value = title.value.trim();
    if (!title.reportValidity() || !source.reportValidity()) return;
    const chosen = found.sources.find((one) => one.source === source.value);
    if (!chosen) throw new Error(`the list has no source ${source.value}`);
    const outcome: { adopted: WishAdopted | null } = { adopted: null };
    await runAction(context, card, {
      busy: say('orders.adopting'),
      work: async () => {
        const request = {
          wishId: wish.id,
          wish: wish.wish,
          title: title.value,
          source: chosen.source,
        };
        const answer = await callFunction('topicOrders', { action: 'adopt', ...request });
        if (answer.action !== 'adopt') throw new Error('asked to adopt, got something else');
        return answer;
      },
      show: (adopted) => {
        outcome.adopted = adopted;
        return { tone: 'good', status: adoptedText(say, adopted), details: [] };
      },
    });
    // Reading the list anew is an action of its own, which waits until this one is over.
    if (outcome.adopted) await look(context, card, outcome.adopted);
  };
  return h(
    'fieldset',
    { class: 'wish', 'data-testid': 'orders-wish' },
    h('legend', {}, say('orders.from', { name: wish.name })),
    h('label', {}, say('orders.topic'), title),
    h('label', {}, say('orders.source'), source),
    button(
      say('orders.adopt'),
      { class: 'button outlined', 'data-action': 'orders-adopt' },
      () => void adopt(),
    ),
  );
}

function rank(context: PanelContext, card: Card): Promise<void> {
  return runAction(context, card, {
    busy: context.say('orders.ranking'),
    work: () => callFunction('topicRanking', {}),
    show: (ranking) => rankOutcome(context, ranking),
  });
}

function rankOutcome(context: PanelContext, ranking: TopicRankingResponse): ActionOutcome {
  const { say } = context;
  const { from, to, asked, ordered, topics, topicCount, unheard, tabs } = ranking;
  const rows = topics.map(({ rank: place, isTied, title, points, heads }) =>
    h(
      'tr',
      {},
      h('td', {}, isTied ? say('orders.tied', { rank: place }) : String(place)),
      h('th', { scope: 'row', class: 'words' }, title),
      h('td', {}, String(points)),
      h('td', {}, String(heads)),
    ),
  );
  const labels = (['orders.place', 'orders.topic', 'orders.points', 'orders.heads'] as const).map(
    (key) => h('th', { scope: 'col', class: key === 'orders.topic' ? 'words' : null }, say(key)),
  );
  return {
    tone: 'good',
    status: say('orders.ranked', { ordered, asked }),
    details: [
      h('p', { class: 'small' }, say('attendance.range', { from, to })),
      h(
        'table',
        { 'data-testid': 'orders-ranking' },
        h('thead', {}, h('tr', {}, ...labels)),
        h('tbody', {}, ...rows),
      ),
      topics.length < topicCount
        ? h('p', { class: 'small' }, say('findings.first', { n: topics.length }))
        : null,
      unheard.length === 0 ? null : h('p', { class: 'note' }, unheardText(say, unheard)),
      ...tabs.map((tab) => tabLink(context, tab.title, tab.sheetId)),
    ],
  };
}

/** All of them are in the report's tab. */
const NAMED_UNITS = 5;

function unheardText(say: Say, unheard: readonly string[]): string {
  const facts = { n: unheard.length, units: unheard.slice(0, NAMED_UNITS).join(say('list')) };
  return say(unheard.length > NAMED_UNITS ? 'orders.unheardMany' : 'orders.unheard', facts);
}
