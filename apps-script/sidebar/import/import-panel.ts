// What to import, from where, the preview with its choices, and writing it.
import type { RosterImportApplied, RosterImportPreview } from '#core/contract/import-roster';
import { callFunction } from '../bridge';
import type { Card } from '../card';
import { tabLink } from '../findings-view';
import type { LatePanel } from '../panel';
import type { PanelContext } from '../panel-context';
import { runAction, type ActionOutcome } from '../run-action';
import { previewRecords } from './import-records';
import { kindFields } from './kind-fields';
import { attendanceWishes, hoursWishes } from './records-wishes';
import { rosterPreview } from './roster-preview';
import { noWishes, wishesRequest, type RosterWishes } from './roster-wishes';
import { sourceForm, type ChosenSource } from './source-form';

export const importPanel: LatePanel = {
  async open(context, card) {
    const { say } = context;
    const sources = await callFunction('importRows', { action: 'sources' });
    if (sources.action !== 'sources') throw new Error('not the list of sources');
    const kind = kindFields(say, sources.sessions);
    const form = sourceForm(say, sources.tabs, (source) => {
      const chosen = kind.chosen();
      if (chosen.kind === 'roster') previewRoster(context, card, { source, wishes: noWishes() });
      else if (chosen.kind === 'otherHours') previewRecords(context, card, hoursWishes(source));
      else previewRecords(context, card, attendanceWishes(source, chosen.sessionId));
    });
    return { tone: 'good', status: say('import.choose'), details: [...kind.fields, form] };
  },
};

interface Importing {
  readonly source: ChosenSource;
  readonly wishes: RosterWishes;
}

function previewRoster(context: PanelContext, card: Card, { source, wishes }: Importing): void {
  const request = { kind: 'roster', source, ...wishesRequest(wishes) } as const;
  void runAction(context, card, {
    busy: context.say('import.reading'),
    work: async () => {
      const answer = await callFunction('importRows', { action: 'preview', ...request });
      if (answer.action !== 'preview' || answer.kind !== 'roster') throw new Error('not a preview');
      return answer;
    },
    show: (preview) => ({
      ...statusOf(context, preview),
      details: rosterPreview(context.say, preview, {
        wishes,
        sheet: source.from === 'file' ? source.sheet : undefined,
        // What was chosen for the columns of one sheet says nothing about another.
        chooseSheet: (sheet) => {
          if (source.from === 'file')
            previewRoster(context, card, { source: { ...source, sheet }, wishes: noWishes() });
        },
        again: () => previewRoster(context, card, { source, wishes }),
        apply: () => applyRoster(context, card, { source, wishes }, preview.fingerprint),
      }),
    }),
  });
}

function statusOf(
  { say }: PanelContext,
  { missing, questions, units, canApply, counts, unchanged }: RosterImportPreview,
): Pick<ActionOutcome, 'tone' | 'status'> {
  const open = questions.length + units.filter(({ category }) => category === null).length;
  if (missing.length > 0)
    return {
      tone: 'warning',
      status: say('import.missing', { labels: missing.join(say('list')) }),
    };
  if (open > 0) return { tone: 'warning', status: say('import.asks', { n: open }) };
  const { added, changed, moved } = counts;
  return canApply
    ? { tone: 'good', status: say('import.would', { added, changed, moved }) }
    : { tone: 'good', status: say('import.nothing', { n: unchanged }) };
}

function applyRoster(
  context: PanelContext,
  card: Card,
  { source, wishes }: Importing,
  fingerprint: string,
): void {
  const request = { kind: 'roster', source, ...wishesRequest(wishes), fingerprint } as const;
  void runAction(context, card, {
    busy: context.say('import.writing'),
    work: async () => {
      const answer = await callFunction('importRows', { action: 'apply', ...request });
      if (answer.action !== 'apply' || answer.kind !== 'roster') throw new Error('not written');
      return answer;
    },
    show: (applied) => appliedOutcome(context, applied),
    retry: {
      label: context.say('import.again'),
      run: () => previewRoster(context, card, { source, wishes }),
    },
  });
}

function appliedOutcome(
  context: PanelContext,
  { added, changed, moved, left, tab }: RosterImportApplied,
): ActionOutcome {
  return {
    tone: 'good',
    status: context.say('import.done', { added, changed, moved, left }),
    details: [tabLink(context, tab.title, tab.sheetId)],
  };
}
