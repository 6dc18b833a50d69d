import type { ImportApplied, ImportRowsRequest } from '#core/contract/import-rows';
import { rememberWrites } from '#core/import/remembered-columns';
import { rosterWrites } from '#core/import/roster-writes';
import { readSettings } from '#core/model/read-settings';
import { tableOf, type Snapshot } from '#core/workbook/snapshot';
import type { TabKey } from '#core/workbook/tab-keys';
import { ROSTER } from '#core/workbook/tabs/people';
import { AppError } from '../../errors';
import { optimisticWrite } from '../runtime/optimistic-write';
import type { OpenedWorkbook, Ports, UseCase } from '../runtime/use-case';
import type { PlannedWrite } from '../runtime/write-with-retry';
import { listSources, openSource, type OpenedSource } from './import-source';
import { prepareRosterImport, type RosterRequest } from './prepare-roster-import';
import { showRosterImport } from './show-roster-import';

const REQUIRED: readonly TabKey[] = ['roster', 'log'];

/** What clerks have elsewhere into the workbook: first shown, then written as it was shown. */
export const importRows: UseCase<'importRows'> = {
  tabs: [...REQUIRED, 'importColumns'],
  required: REQUIRED,
  exact: REQUIRED,
  async run(request, opened, ports) {
    if (request.action === 'sources') return listSources(opened.snapshot);
    const source = await openSource(request.source, opened, ports);
    if (request.action === 'preview') {
      const now = ports.clock.now();
      const prepared = prepareRosterImport(request, source, { ...opened, now });
      return showRosterImport(prepared, source, opened.language);
    }
    return optimisticWrite(
      request.spreadsheetId,
      {
        read: opened.reread,
        decide: (snapshot) => decide(request, source, { snapshot, opened, ports }),
        whenBusy: 'writeConflict',
      },
      ports,
    );
  },
};

type ApplyRequest = Extract<ImportRowsRequest, { action: 'apply' }> & RosterRequest;

/** Throws `AppError` importOutdated or importOpen: only what was shown is written. */
function decide(
  request: ApplyRequest,
  source: OpenedSource,
  at: { readonly snapshot: Snapshot; readonly opened: OpenedWorkbook; readonly ports: Ports },
): PlannedWrite<ImportApplied> {
  const { snapshot, opened, ports } = at;
  const { settings } = readSettings(snapshot.tables.settings);
  const now = ports.clock.now();
  const prepared = prepareRosterImport(request, source, { snapshot, settings, now });
  const { book, plan, table, open } = prepared;
  if (prepared.fingerprint !== request.fingerprint) throw new AppError('importOutdated');
  if (open > 0) throw new AppError('importOpen', { facts: { count: open } });
  const { language } = settings;
  const log = { source: source.name, who: opened.caller.email, at: now.toISOString(), language };
  const { title, sheetId } = tableOf(snapshot, 'roster');
  return {
    changes: [
      ...rosterWrites(snapshot, plan, log),
      ...rememberWrites(snapshot, book, {
        kind: 'roster',
        columns: table.columns,
        declared: ROSTER,
        language,
      }),
    ],
    result: {
      action: 'apply',
      kind: 'roster',
      added: plan.added.length,
      changed: plan.changed.length,
      moved: plan.moved.length,
      left: plan.leaving.filter(({ isChosen }) => isChosen).length,
      tab: { title, sheetId },
    },
  };
}
