// A new year: last year's workbook, the preview of what it hands over, and writing it.
import type { StartYearApplied, StartYearPreview } from '#core/contract/start-year';
import { callFunction } from '../bridge';
import type { Card } from '../card';
import { tabLink } from '../findings-view';
import type { LatePanel } from '../panel';
import type { PanelContext } from '../panel-context';
import { runAction, type ActionOutcome } from '../run-action';
import { applyButton, sourceForm, type Source } from './source-form';
import { yearView } from './year-view';

export const newYearPanel: LatePanel = {
  open: (context, card) => Promise.resolve(formOutcome(context, card, null)),
};

/** The function takes a copy when no source is named. */
const from = (source: Source) => (source === null ? {} : { source });

function formOutcome(context: PanelContext, card: Card, source: Source): ActionOutcome {
  const form = sourceForm(context.say, source, {
    preview: (entered) => previewYear(context, card, entered),
  });
  return { tone: 'good', status: context.say('new-year.choose'), details: [form] };
}

function previewYear(context: PanelContext, card: Card, source: Source): void {
  void runAction(context, card, {
    busy: context.say('new-year.reading'),
    work: async () => {
      const answer = await callFunction('startYear', { action: 'preview', ...from(source) });
      if (answer.action !== 'preview') throw new Error('not a preview');
      return answer;
    },
    show: (preview) => previewOutcome(context, card, { source, preview }),
    // The link may be the mistake: it can be corrected, or previewed again as it is.
    retry: {
      label: context.say('new-year.check'),
      run: () => showForm(context, card, source),
    },
  });
}

function showForm(context: PanelContext, card: Card, source: Source): void {
  void runAction(context, card, {
    busy: context.say('loading'),
    work: () => Promise.resolve(source),
    show: () => formOutcome(context, card, source),
  });
}

function previewOutcome(
  context: PanelContext,
  card: Card,
  { source, preview }: { readonly source: Source; readonly preview: StartYearPreview },
): ActionOutcome {
  const { say } = context;
  const { year, sourceTitle, withEntries, canApply, fingerprint } = preview;
  const apply = canApply
    ? applyButton(say, () => applyYear(context, card, { source, fingerprint }))
    : null;
  const form = sourceForm(say, source, {
    preview: (entered) => previewYear(context, card, entered),
    // The preview is of another workbook than the one that is being entered.
    changed: () => apply?.remove(),
  });
  return {
    tone: canApply ? 'good' : 'warning',
    status: canApply
      ? say(source === null ? 'new-year.wouldCopy' : 'new-year.would', {
          year: `${year}`,
          source: sourceTitle,
        })
      : say('new-year.refused', { tabs: withEntries.join(say('list')) }),
    details: [form, ...yearView(say, preview), apply],
  };
}

function applyYear(
  context: PanelContext,
  card: Card,
  { source, fingerprint }: { readonly source: Source; readonly fingerprint: string },
): void {
  void runAction(context, card, {
    busy: context.say('new-year.writing'),
    work: async () => {
      const answer = await callFunction('startYear', {
        action: 'apply',
        ...from(source),
        fingerprint,
      });
      if (answer.action !== 'apply') throw new Error('not written');
      return answer;
    },
    show: (applied) => appliedOutcome(context, source, applied),
    retry: {
      label: context.say('new-year.again'),
      run: () => previewYear(context, card, source),
    },
  });
}

function appliedOutcome(
  context: PanelContext,
  source: Source,
  applied: StartYearApplied,
): ActionOutcome {
  const { year, sourceTitle, tab } = applied;
  return {
    tone: 'good',
    status: context.say(source === null ? 'new-year.doneCopy' : 'new-year.done', {
      year: `${year}`,
      source: sourceTitle,
    }),
    details: [tab && tabLink(context, tab.title, tab.sheetId), ...yearView(context.say, applied)],
  };
}
