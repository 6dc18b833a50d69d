import type { ImportRowsResponse } from '#core/contract/import-rows';
import { rememberWrites } from '#core/import/remembered-columns';
import { readSettings } from '#core/model/read-settings';
import type { Snapshot } from '#core/workbook/snapshot';
import type { TabKey } from '#core/workbook/tab-keys';
import { AppError } from '../../errors';
import { optimisticWrite } from '../runtime/optimistic-write';
import type { OpenedWorkbook, Ports, UseCase } from '../runtime/use-case';
import type { PlannedWrite } from '../runtime/write-with-retry';
import { listSources, openSource, type OpenedSource } from './import-source';
import { preparedImport, type PreparedRequest } from './prepared-import';

const REQUIRED: readonly TabKey[] = ['roster', 'log'];

/** What clerks have elsewhere into the workbook: first shown, then written as it was shown. */
export const importRows: UseCase<'importRows'> = {
  tabs: [...REQUIRED, 'importColumns', 'schedule', 'attendance', 'leave', 'statuses', 'otherHours'],
  required: REQUIRED,
  exact: REQUIRED,
  async run(request, opened, ports) {
    const now = ports.clock.now();
    if (request.action === 'sources') return listSources(opened, now);
    const source = await openSource(request.source, opened, ports);
    if (request.action === 'preview')
      return preparedImport(request, source, { ...opened, now }).show(opened.language);
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

/** Throws `AppError` importOutdated or importOpen: only what was shown is written. */
function decide(
  request: Extract<PreparedRequest, { action: 'apply' }>,
  source: OpenedSource,
  at: { readonly snapshot: Snapshot; readonly opened: OpenedWorkbook; readonly ports: Ports },
): PlannedWrite<ImportRowsResponse> {
  const { snapshot, opened, ports } = at;
  const { settings } = readSettings(snapshot.tables.settings);
  const now = ports.clock.now();
  const prepared = preparedImport(request, source, { snapshot, settings, now });
  const { book, columns, declared, open } = prepared;
  if (prepared.fingerprint !== request.fingerprint) throw new AppError('importOutdated');
  if (open > 0) throw new AppError('importOpen', { facts: { count: open } });
  const { kind } = request;
  const { language } = settings;
  const log = { source: source.name, who: opened.caller.email, at: now.toISOString(), language };
  return {
    changes: [
      ...prepared.changes(log),
      ...rememberWrites(snapshot, book, { kind, columns, declared, language }),
    ],
    result: prepared.applied,
  };
}
