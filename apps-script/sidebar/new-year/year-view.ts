// What a new year takes over and what last year leaves open, in the preview and after writing.
import type { StartYearApplied, YearMatter } from '#core/contract/start-year';
import { h, type Child } from '../dom';
import { foldedList } from '../folded-list';
import type { Say } from '../say';

type WrittenYear = Omit<StartYearApplied, 'action' | 'tab'>;

export function yearView(say: Say, year: WrittenYear): readonly Child[] {
  const { keptSettings } = year;
  return [
    tabsView(say, year),
    emptiedView(say, year),
    foldedList(say('new-year.reports'), { testId: 'new-year-reports', items: year.reports }),
    hoursView(say, year.hours),
    foldedList(say('new-year.kept'), {
      testId: 'new-year-kept',
      items: keptSettings,
      isOpen: true,
    }),
    ...mattersView(say, year),
  ];
}

/** Each tab with the rows that come over and those that do not. */
function tabsView(say: Say, { tabs, settings }: WrittenYear): HTMLElement | null {
  const lines = tabs
    .filter(({ rows, leftOut }) => rows + leftOut > 0)
    .map(({ title, rows, leftOut }) =>
      leftOut === 0
        ? say('new-year.tab', { title, rows })
        : say('new-year.tab.leftOut', { title, rows, leftOut }),
    );
  const items = settings === 0 ? lines : [...lines, say('new-year.settings', { n: settings })];
  return foldedList(say('new-year.tabs'), { testId: 'new-year-tabs', items, isOpen: true });
}

/** Of a copy: what is last year's and goes. */
function emptiedView(say: Say, { emptied }: WrittenYear): HTMLElement | null {
  const items = emptied.map(({ title, rows }) => say('new-year.tab', { title, rows }));
  return foldedList(say('new-year.emptied'), { testId: 'new-year-emptied', items, isOpen: true });
}

function hoursView(
  say: Say,
  { people, from, to, notRecorded }: WrittenYear['hours'],
): HTMLElement | null {
  if (people === 0 && notRecorded === 0) return null;
  return h(
    'div',
    { 'data-testid': 'new-year-hours' },
    people === 0 ? null : h('p', {}, say('new-year.hours', { people, from, to })),
    notRecorded === 0 ? null : h('p', {}, say('new-year.notRecorded', { n: notRecorded })),
  );
}

function mattersView(say: Say, { matters, matterCounts, unpaid }: WrittenYear): readonly Child[] {
  const { makeUp, fee, session } = matterCounts;
  const count = makeUp + fee + session;
  if (count === 0) return [h('p', { class: 'small' }, say('new-year.noMatters'))];
  return [
    foldedList(say('new-year.matters'), {
      testId: 'new-year-matters',
      items: matters.map(matterView),
      count,
    }),
    h('p', {}, say('new-year.counts', { makeUp, fee, session })),
    unpaid.cents === 0
      ? null
      : h(
          'p',
          { 'data-testid': 'new-year-unpaid' },
          say('new-year.unpaid', { amount: unpaid.text }),
        ),
  ];
}

/** What is open, whose it is, and the day or the amount; what a kind does not have is left out. */
function matterView({
  label,
  sessionId,
  title,
  date,
  name,
  unit,
  dueOn,
  gross,
}: YearMatter): HTMLElement {
  const line = (...parts: readonly (string | null)[]): string =>
    parts.filter((part) => part !== null && part !== '').join(' · ');
  return h(
    'div',
    {},
    h('div', {}, line(label, name, unit)),
    h(
      'div',
      { class: 'small' },
      line(sessionId, title, date, dueOn && `→ ${dueOn}`, gross && gross.text),
    ),
  );
}
