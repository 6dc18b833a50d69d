import { planSetUp } from '#core/workbook/plan-set-up';
import { toLanguage } from '#core/text/language';
import { TAB_KEYS } from '#core/workbook/tab-keys';
import type { UseCase } from './use-case';

/** Makes missing tabs and mends the layout of those there; a new workbook gets the language of its locale. */
export const setUpWorkbook: UseCase<'setUpWorkbook'> = {
  tabs: TAB_KEYS,
  required: [],
  exact: [],
  async run(request, { snapshot, settings, caller, admins }, { workbook }) {
    const language = snapshot.tables.settings
      ? settings.language
      : (request.language ?? toLanguage(snapshot.locale));
    const plan = planSetUp(snapshot, {
      language,
      admins: [...new Set([caller.email, ...admins])].sort(),
    });
    await workbook.apply(request.spreadsheetId, plan.changes);
    return { created: [...plan.created], upgraded: [...plan.upgraded], unchanged: plan.unchanged };
  },
};
