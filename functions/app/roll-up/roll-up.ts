// What a workbook adds to the figures of many, kept as files: called once a night.
import { toLocalTime } from '#core/calendar/zone';
import { readBook } from '#core/model/book';
import type { Place } from '#core/roll-up/facts';
import { workbookFacts } from '#core/roll-up/workbook-facts';
import type { TabKey } from '#core/workbook/tab-keys';
import { AppError } from '../../errors';
import type { FactStore } from '../../ports/fact-store';
import { retry } from '../runtime/retry';
import type { UseCase } from '../runtime/use-case';
import { saveFacts } from './save-facts';

export interface RollUpParts {
  /** Null: this deployment keeps no figures. */
  readonly store: FactStore | null;
  /** Where a workbook's figures belong. */
  readonly placeOf: (workbook: string) => Promise<Place>;
}

const TABS: readonly TabKey[] = [
  'roster',
  'schedule',
  'attendance',
  'statuses',
  'budget',
  'expenses',
];

/** Throws `AppError` noFactStore, factStoreDown or factStoreRefused. Changes nothing in the workbook. */
export function rollUp({ store, placeOf }: RollUpParts): UseCase<'rollUp'> {
  return {
    tabs: TABS,
    // A tab or column that is not found would make figures of zero in place of those of the night before.
    required: TABS,
    exact: TABS,
    async run({ spreadsheetId }, { snapshot, settings }, ports) {
      if (store === null) throw new AppError('noFactStore');
      const today = toLocalTime(ports.clock.now(), settings.timeZone).day;
      const { book } = readBook(snapshot.tables, today);
      const weeks = workbookFacts(book, await placeOf(spreadsheetId));
      return retry(() => saveFacts(store, spreadsheetId, weeks), ports);
    },
  };
}
