import { toLocalTime } from '#core/calendar/zone';
import { toAmount } from '#core/contract/amount';
import { readBook } from '#core/model/book';
import { activityPlan as plan } from '#core/planning/activity-plan';
import type { TabKey } from '#core/workbook/tab-keys';
import { answerDocument } from '../runtime/answer-document';
import type { UseCase } from '../runtime/use-case';
import { planPeriod } from './plan-period';

const REQUIRED: readonly TabKey[] = ['schedule', 'speakers', 'roster', 'expenses', 'standards'];

/** The activity plan of a period as an official paper; writes nothing. */
export const activityPlan: UseCase<'activityPlan'> = {
  tabs: [...REQUIRED, 'budget'],
  required: REQUIRED,
  exact: REQUIRED,
  async run(request, { snapshot, settings }, ports) {
    const today = toLocalTime(ports.clock.now(), settings.timeZone).day;
    const { from, to } = planPeriod(request, today);
    const { document, sessions, fees } = plan(readBook(snapshot.tables, today).book, { from, to });
    const answer = await answerDocument(document, { withFile: request.withFile === true }, ports);
    return { from, to, sessions, fees: toAmount(fees), document: answer };
  },
};
