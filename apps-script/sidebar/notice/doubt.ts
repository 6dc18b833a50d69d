// Mails in doubt: the clerk finds out whether each was sent, and enters it.
import type { NoticePreview } from '#core/contract/weekly-notice';
import { callFunction } from '../bridge';
import type { PanelContext } from '../panel-context';
import { button, h } from '../dom';
import { explainInLine } from '../problem-view';

type Person = NoticePreview['skipped'][number];

/** Null when there are none. */
export function doubtView(
  context: PanelContext,
  preview: NoticePreview,
  resolved: () => void,
): HTMLElement | null {
  const { say } = context;
  const people = preview.skipped.filter(({ code }) => code === 'unconfirmed');
  if (people.length === 0) return null;
  return h(
    'details',
    { class: 'group', open: true, 'data-testid': 'notice-doubt' },
    h(
      'summary',
      {},
      say('notice.doubt'),
      h('span', { class: 'count' }, say('notice.people', { n: people.length })),
    ),
    h('p', { class: 'note' }, say('notice.doubt.about')),
    h(
      'ul',
      { class: 'people' },
      ...people.map((person) => row(context, { people: [person], preview, resolved })),
      people.length > 1 ? row(context, { people, preview, resolved }) : null,
    ),
  );
}

interface Doubt {
  /** One, or all of them in the last line. */
  readonly people: readonly Person[];
  readonly preview: NoticePreview;
  readonly resolved: () => void;
}

function row(context: PanelContext, { people, preview, resolved }: Doubt): HTMLElement {
  const { say } = context;
  const [first, ...others] = people;
  const isAll = others.length > 0;
  const problem = h('span', { class: 'small', role: 'alert' });
  const resolve = async (as: 'sent' | 'retry'): Promise<void> => {
    const outcome = { done: false };
    await context.runExclusively(async () => {
      try {
        const { kind, occasion } = preview;
        const memberIds = people.map(({ memberId }) => memberId);
        const request = {
          action: 'resolve',
          kind,
          occasionId: occasion.id,
          memberIds,
          as,
        } as const;
        await callFunction('weeklyNotice', request);
        outcome.done = true;
      } catch (error) {
        problem.textContent = explainInLine(error, say);
      }
    });
    // The new preview is an action of its own, which waits until this one is over.
    if (outcome.done) resolved();
  };
  const choice = (as: 'sent' | 'retry') =>
    button(
      say(`notice.doubt.${as}`),
      { class: 'button text', 'data-action': `notice-doubt-${as}` },
      () => void resolve(as),
    );
  return h(
    'li',
    isAll ? { class: 'all' } : {},
    h('span', {}, isAll ? say('notice.doubt.all', { n: people.length }) : (first?.name ?? '')),
    choice('sent'),
    choice('retry'),
    problem,
  );
}
