// Previews and writes records of known people: attendance of a session, or other hours.
import type {
  AttendanceImportPreview,
  OtherHoursImportPreview,
  RecordsImportApplied,
} from '#core/contract/import-records';
import { callFunction } from '../bridge';
import type { Card } from '../card';
import { tabLink } from '../findings-view';
import type { PanelContext } from '../panel-context';
import { runAction, type ActionOutcome } from '../run-action';
import { recordsPreview } from './records-preview';
import { recordsRequest, wishesFor, type RecordsWishes } from './records-wishes';

type Preview = AttendanceImportPreview | OtherHoursImportPreview;

export function previewRecords(context: PanelContext, card: Card, wishes: RecordsWishes): void {
  const { source } = wishes;
  void runAction(context, card, {
    busy: context.say('import.reading'),
    work: async () => {
      const request = recordsRequest(wishes);
      const answer = await callFunction('importRows', { action: 'preview', ...request });
      if (answer.action !== 'preview' || answer.kind === 'roster')
        throw new Error('not a preview of records');
      return answer;
    },
    show: (preview) => ({
      ...statusOf(context, preview),
      details: recordsPreview(context.say, preview, {
        wishes,
        chooseSheet: (sheet) => {
          if (source.from === 'file')
            previewRecords(context, card, wishesFor(wishes, { ...source, sheet }));
        },
        again: () => previewRecords(context, card, wishes),
        apply: () => applyRecords(context, card, { wishes, fingerprint: preview.fingerprint }),
      }),
    }),
  });
}

function statusOf({ say }: PanelContext, preview: Preview): Pick<ActionOutcome, 'tone' | 'status'> {
  const { missing, canApply, unchanged, kind, counts } = preview;
  const { added, replaced, questions: n } = counts;
  if (missing.length > 0)
    return {
      tone: 'warning',
      status: say('import.missing', { labels: missing.join(say('list')) }),
    };
  if (preview.kind === 'attendance' && preview.isClosed)
    return { tone: 'warning', status: say('import.closed') };
  const status = canApply
    ? say(`import.would.${kind}`, { added, replaced })
    : say(`import.nothing.${kind}`, { n: unchanged });
  return n > 0
    ? { tone: 'warning', status: `${status}${say('import.unmatched', { n })}` }
    : { tone: 'good', status };
}

function applyRecords(
  context: PanelContext,
  card: Card,
  { wishes, fingerprint }: { readonly wishes: RecordsWishes; readonly fingerprint: string },
): void {
  void runAction(context, card, {
    busy: context.say('import.writing'),
    work: async () => {
      const request = recordsRequest(wishes);
      const answer = await callFunction('importRows', { action: 'apply', ...request, fingerprint });
      if (answer.action !== 'apply' || answer.kind === 'roster') throw new Error('not written');
      return answer;
    },
    show: (applied) => appliedOutcome(context, applied),
    retry: {
      label: context.say('import.again'),
      run: () => previewRecords(context, card, wishes),
    },
  });
}

function appliedOutcome(
  context: PanelContext,
  { kind, added, replaced, tab }: RecordsImportApplied,
): ActionOutcome {
  return {
    tone: 'good',
    status: context.say(`import.done.${kind}`, { added, replaced }),
    details: [tabLink(context, tab.title, tab.sheetId)],
  };
}
