import { planSetUp } from '#core/set-up/plan-set-up';
import { toLanguage } from '#core/text/language';
import { isCopy, type Snapshot } from '#core/workbook/snapshot';
import type { LeaseName } from '#core/workbook/write/change';
import { TAB_KEYS } from '#core/workbook/tab-keys';
import { releasedLeases } from '../runtime/released-leases';
import { writeWithRetry } from '../runtime/write-with-retry';
import type { UseCase } from '../runtime/use-case';

const LEASE_NAMES: readonly LeaseName[] = ['sending', 'answers'];

/** Creates missing tabs and completes the layout of the others; a new workbook gets the language of its locale. */
export const setUpWorkbook: UseCase<'setUpWorkbook'> = {
  tabs: TAB_KEYS,
  required: [],
  exact: [],
  opensCopies: true,
  async run(request, { snapshot: first, settings, caller, admins, reread }, ports) {
    const language = first.tables.settings
      ? settings.language
      : (request.language ?? toLanguage(first.locale));
    const decide = async (snapshot: Snapshot) => {
      const { changes, created, upgraded, unchanged, remarks } = planSetUp(snapshot, {
        language,
        admins: [...new Set([caller.email, ...admins])].sort(),
      });
      const lists = { created: [...created], upgraded: [...upgraded], remarks: [...remarks] };
      const leases = isCopy(snapshot)
        ? await releasedLeases(snapshot.spreadsheetId, LEASE_NAMES, ports)
        : [];
      return { changes: [...leases, ...changes], result: { ...lists, unchanged } };
    };
    return writeWithRetry(first, { reread, decide }, ports);
  },
};
