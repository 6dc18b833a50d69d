// Budget execution and settlement in a few lines; the whole tables are in their tabs.
import type { ExecutionAnswer, SettlementAnswer } from '#core/contract/budget-report';
import type { FeeSheet } from '#core/contract/lecture-fees';
import type { PanelContext } from '../panel-context';
import { h } from '../dom';
import { reportLink, tabLink } from '../findings-view';
import type { ActionOutcome } from '../run-action';
import type { Say, TextKey } from '../say';
import { sessionChoice } from '../session-choice';

export function executionOutcome(context: PanelContext, answer: ExecutionAnswer): ActionOutcome {
  const { say } = context;
  const { year, overall, heads, leftOut, tab } = answer;
  const wrong = heads.filter(({ state }) => state !== 'ok');
  const rows = heads.map(({ label, rate, left, stateLabel }) => [
    label,
    rate,
    left.text,
    stateLabel,
  ]);
  return {
    tone: heads.some(({ state }) => state === 'over')
      ? 'bad'
      : wrong.length + leftOut > 0
        ? 'warning'
        : 'good',
    status: say('execution.done', {
      year: String(year),
      rate: overall.rate,
      left: overall.left.text,
    }),
    details: [
      tableView(
        say,
        ['execution.head', 'execution.rate', 'execution.left', 'execution.state'],
        rows,
      ),
      leftOut === 0 ? null : h('p', { class: 'small' }, say('execution.leftOut', { n: leftOut })),
      reportLink(context, tab),
    ],
  };
}

export function settlementOutcome(
  context: PanelContext,
  answer: SettlementAnswer,
  choose: (sessionId: string) => void,
): ActionOutcome {
  const { say } = context;
  const { session, attended, heads, budget, actual, perPerson, quota, papers, tab } = answer;
  const missing = papers.filter(({ isThere }) => isThere === false).map(({ label }) => label);
  const rows = heads.map((head) => [head.label, head.budget.text, head.actual.text]);
  return {
    tone: quota?.isOver === true ? 'bad' : missing.length > 0 ? 'warning' : 'good',
    status: say('settlement.done', { budget: budget.text, actual: actual.text }),
    details: [
      sessionChoice(say, 'settlement-session', {
        shown: session.id,
        sessions: answer.sessions,
        choose,
      }),
      h('p', {}, session.title),
      h(
        'p',
        { class: 'small' },
        say('settlement.people', { n: attended, each: perPerson?.text ?? '—' }),
      ),
      quota &&
        h(
          'p',
          { class: 'small' },
          say('settlement.quota', { limit: quota.limit.text, actual: quota.actual.text }),
        ),
      tableView(say, ['execution.head', 'settlement.budget', 'settlement.actual'], rows),
      missing.length === 0
        ? h('p', { class: 'small' }, say('settlement.complete'))
        : h(
            'p',
            { class: 'note', 'data-testid': 'papers-missing' },
            say('settlement.missing', { papers: missing.join(say('list')) }),
          ),
      reportLink(context, tab),
    ],
  };
}

export function sheetOutcome(context: PanelContext, answer: FeeSheet): ActionOutcome {
  const { say } = context;
  const { payments, gross, tax, tab } = answer;
  return {
    tone: 'good',
    status: say('fee.sheet.done', { n: payments, gross: gross.text, tax: tax.text }),
    details: [tabLink(context, tab.title, tab.sheetId)],
  };
}

function tableView(
  say: Say,
  labels: readonly TextKey[],
  rows: readonly (readonly string[])[],
): HTMLElement {
  const head = h('tr', {}, ...labels.map((label) => h('th', { scope: 'col' }, say(label))));
  const body = rows.map(([first = '', ...cells]) =>
    h('tr', {}, h('th', { scope: 'row' }, first), ...cells.map((cell) => h('td', {}, cell))),
  );
  return h('table', {}, h('thead', {}, head), h('tbody', {}, ...body));
}
