import type { ApplySuggestionsResponse, SuggestionChoice } from '#core/contract/apply-suggestions';
import type { CheckEntriesResponse } from '#core/contract/check-entries';
import { callFunction } from '../bridge';
import { createCard, type Card } from '../card';
import { suggestionsView } from '../check/suggestions-view';
import { whileTypingSwitch } from '../check/while-typing';
import { button, h, type Child } from '../dom';
import { findingsView, tabLink } from '../findings-view';
import type { PanelContext } from '../panel-context';
import type { Panel } from '../panel';
import { runAction, type ActionOutcome } from '../run-action';

export function checkPanel(context: PanelContext): Panel {
  const { say } = context;
  const start = () =>
    void runAction(context, card, {
      busy: say('check.busy'),
      work: () => callFunction('checkEntries', {}),
      show: (checked) => showChecked(context, card, checked),
    });
  const card = createCard(say, {
    name: 'check',
    drawing: ['M4 3.5h8.5L16 7v9.5H4z', 'M7 11l2.2 2.2L13 9'],
    controls: [
      button(say('check.action'), { class: 'button tonal', 'data-action': 'check' }, start),
      whileTypingSwitch(context),
    ],
  });
  return { card, start };
}

/** Writes the chosen corrections and checks again: corrected findings leave the list, and their highlights the cells. */
function applyChoices(
  context: PanelContext,
  card: Card,
  choices: readonly SuggestionChoice[],
): void {
  void runAction(context, card, {
    busy: context.say('suggestions.busy'),
    work: async () => {
      const applied = await callFunction('applySuggestions', { choices: [...choices] });
      return { applied, checked: await callFunction('checkEntries', {}) };
    },
    show: ({ applied, checked }) => {
      const outcome = showChecked(context, card, checked);
      return { ...outcome, details: [appliedView(context, applied), ...outcome.details] };
    },
  });
}

function appliedView(
  { say }: PanelContext,
  { written, refused }: ApplySuggestionsResponse,
): HTMLElement {
  const lines = refused.map(({ tabTitle, cell, reason }) =>
    h('p', { class: 'note' }, `${tabTitle} · ${cell}：${reason}`),
  );
  const done = h('p', {}, say('suggestions.done', { n: written.length }));
  return h('div', { 'data-testid': 'suggestions-done' }, done, ...lines);
}

function showChecked(
  context: PanelContext,
  card: Card,
  checked: CheckEntriesResponse,
): ActionOutcome {
  const { say } = context;
  const { counts, rows, findings, tab } = checked;
  const total = counts.error + counts.warning + counts.info;
  const rowsLine = h('p', { class: 'small' }, say('check.rows', { n: rows }));
  if (total === 0) return { tone: 'good', status: say('check.none'), details: [rowsLine] };
  const suggestions: Child = suggestionsView(context, findings, (choices) =>
    applyChoices(context, card, choices),
  );
  return {
    tone: counts.error > 0 ? 'bad' : 'warning',
    status: say('check.found', { n: total }),
    details: [
      rowsLine,
      marksLine(context, checked),
      suggestions,
      ...findingsView(context, findings, counts),
      tabLink(context, say('check.all', { n: total, tab: tab.title }), tab.sheetId),
    ],
  };
}

/** Wrong cells without a highlight look right, so they are always reported. */
function marksLine(
  { say }: PanelContext,
  { marked, notMarked, tab }: CheckEntriesResponse,
): HTMLElement {
  const left =
    notMarked === 0 ? '' : ` ${say('check.notMarked', { n: notMarked, tab: tab.title })}`;
  return h(
    'p',
    { class: 'small', 'data-testid': 'check-marks' },
    say('check.marked', { n: marked }) + left,
  );
}
