import { toLocalTime } from '#core/calendar/zone';
import { checkWorkbook } from '#core/checks/check-workbook';
import { planSuggestions } from '#core/checks/plan-suggestions';
import type { SuggestionChoice } from '#core/contract/apply-suggestions';
import { TAB_KEYS, type TabKey } from '#core/workbook/tab-keys';
import type { UseCase } from './use-case';

/** Writes the corrections a clerk chose, each only while its cell still holds what was shown. */
export const applySuggestions: UseCase<'applySuggestions'> = {
  tabs: TAB_KEYS,
  required: ['log'],
  exact: ['log'],
  async run({ spreadsheetId, choices }, { snapshot, settings, language, caller }, ports) {
    const now = ports.clock.now();
    const { findings } = checkWorkbook(snapshot.tables, toLocalTime(now, settings.timeZone).day);
    const plan = planSuggestions(findings, choices, {
      snapshot,
      who: caller.email,
      at: now.toISOString(),
      language: settings.language,
    });
    if (plan.changes.length > 0) await ports.workbook.apply(spreadsheetId, plan.changes);
    const shown = ({ tab, ...rest }: SuggestionChoice) => ({
      tabTitle: snapshot.tables[tab as TabKey]?.title ?? tab, // any other name has no table
      ...rest,
    });
    return {
      written: plan.written.map(shown),
      refused: plan.refused.map(({ choice, reason }) => ({
        ...shown(choice),
        reason: reason[language],
      })),
    };
  },
};
