// What a workbook adds to the figures of many, kept as files: called once a night.
import { toLocalTime } from '#core/calendar/zone';
import { readBook } from '#core/model/book';
import type { Place } from '#core/roll-up/facts';
import { workbookFacts } from '#core/roll-up/workbook-facts';
import type { TabKey } from '#core/workbook/tab-keys';
import { AppError } from '../../errors';
import type { FactStore } from '../../ports/fact-store';
import type { UseCase } from '../runtime/use-case';
import { saveFacts } from './save-facts';

export interface RollUpParts {
  /** Null: this deployment keeps no figures. */
  readonly store: FactStore | null;
  /** Where a workbook's figures belong. */
  readonly placeOf: (workbook: string) => Promise<Place>;
}

const TABS: readonly TabKey[] = ['roster', 'schedule', 'attendance', 'statuses', 'budget', 'expenses'];

/** Throws `AppError` noFactStore. Changes nothing in the workbook. */
export function rollUp({ store, placeOf }: RollUpParts): UseCase<'rollUp'> {
  return {
    tabs: TABS,
    required: ['roster', 'schedule', 'attendance', 'statuses'],
    async run({ spreadsheetId }, { snapshot, settings }, { clock }) {
      if (store === null) throw new AppError('noFactStore');
      const { book } = readBook(snapshot.tables, toLocalTime(clock.now(), settings.timeZone).day);
      return saveFacts(store, spreadsheetId, workbookFacts(book, await placeOf(spreadsheetId)));
    },
  };
}
