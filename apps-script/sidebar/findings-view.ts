// Findings grouped by severity; each leads to its cell.
import type { RenderedFinding } from '#core/contract/rendered-finding';
import type { PanelContext } from './panel-context';
import { button, h } from './dom';
import { groupFindings, type FindingGroup, type Severity } from './group-findings';
import { icon } from './icons';

/** Longer lists are read in the tab Checks, not in a list 300 pixels wide. */
const SHOWN_PER_GROUP = 30;

export function findingsView(
  context: PanelContext,
  findings: readonly RenderedFinding[],
  counts?: Readonly<Record<Severity, number>>,
): HTMLElement[] {
  return groupFindings(findings, SHOWN_PER_GROUP, counts).map((group) => groupView(context, group));
}

function groupView(context: PanelContext, { severity, count, shown }: FindingGroup): HTMLElement {
  const { say } = context;
  return h(
    'details',
    { class: 'group', open: true, 'data-severity': severity },
    h(
      'summary',
      {},
      h('span', { class: 'dot' }),
      say(`severity.${severity}`),
      h('span', { class: 'count' }, String(count)),
    ),
    h(
      'ul',
      { class: 'findings' },
      ...shown.map((finding) => h('li', {}, findingView(context, finding))),
    ),
    shown.length < count
      ? h('p', { class: 'small' }, say('findings.first', { n: shown.length }))
      : null,
  );
}

function findingView(context: PanelContext, finding: RenderedFinding): HTMLElement {
  const { sheetId, cell } = finding;
  const lines = h(
    'span',
    { class: 'finding-lines' },
    h(
      'span',
      { class: 'finding-place' },
      h(
        'span',
        { class: 'place' },
        cell === null ? finding.tabTitle : `${finding.tabTitle} · ${cell}`,
      ),
      h('span', { class: 'rule' }, finding.rule),
    ),
    h('span', { class: 'finding-message' }, finding.message),
    finding.suggestion === ''
      ? null
      : h('span', { class: 'finding-suggestion' }, finding.suggestion),
    finding.accepted === null
      ? null
      : h('span', { class: 'finding-suggestion' }, acceptedLine(context, finding.accepted)),
  );
  if (sheetId === null) return h('div', { class: 'finding' }, lines);
  const link = button(lines, { class: 'finding', 'data-testid': 'finding' }, () => {
    link.dataset['visited'] = '';
    context.goTo(sheetId, cell);
  });
  return link;
}

const acceptedLine = ({ say }: PanelContext, reason: string): string =>
  say('finding.accepted', { reason });

/** A button that opens a tab. */
export function tabLink(context: PanelContext, label: string, sheetId: number): HTMLElement {
  return button(
    h('span', { class: 'tab-link-label' }, h('span', {}, label), icon('go')),
    { class: 'tab-link', 'data-testid': 'tab-link' },
    () => context.goTo(sheetId, null),
  );
}

/** Null for a report that was only read. */
export function reportLink(
  context: PanelContext,
  tab: { readonly title: string; readonly sheetId: number } | null,
): HTMLElement | null {
  return tab && tabLink(context, tab.title, tab.sheetId);
}
