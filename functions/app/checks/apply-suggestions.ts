import { toLocalTime } from '#core/calendar/zone';
import { checkWorkbook } from '#core/checks/check-workbook';
import { planSuggestions } from '#core/checks/plan-suggestions';
import type { SuggestionChoice } from '#core/contract/apply-suggestions';
import type { Snapshot } from '#core/workbook/snapshot';
import { TAB_KEYS, type TabKey } from '#core/workbook/tab-keys';
import { writeWithRetry } from '../runtime/write-with-retry';
import type { UseCase } from '../runtime/use-case';

/** Writes the corrections a clerk chose, each only while its cell still holds what was shown. */
export const applySuggestions: UseCase<'applySuggestions'> = {
  tabs: TAB_KEYS,
  required: ['log'],
  exact: ['log'],
  async run({ choices }, { snapshot: first, settings, language, caller, reread }, ports) {
    const now = ports.clock.now();
    const today = toLocalTime(now, settings.timeZone).day;
    const chooser = { who: caller.email, at: now.toISOString(), language: settings.language };
    const decide = (snapshot: Snapshot) => {
      const { findings } = checkWorkbook(snapshot.tables, today, snapshot.locale);
      const plan = planSuggestions(findings, choices, { snapshot, ...chooser });
      const shown = ({ tab, ...rest }: SuggestionChoice) => ({
        tabTitle: snapshot.tables[tab as TabKey]?.title ?? tab, // any other name has no table
        ...rest,
      });
      const result = {
        written: plan.written.map(shown),
        refused: plan.refused.map(({ choice, reason }) => ({
          ...shown(choice),
          reason: reason[language],
        })),
      };
      return { changes: plan.changes, result };
    };
    return writeWithRetry(first, { reread, decide }, ports);
  },
};
