// The two hours targets of the regulation: 90 hours a year and 550 in five years.
import { toDay } from '#core/calendar/day';
import { aStandard } from '#test/support/builders/rows';

export const yearly = aStandard({
  item: 'hoursYearly',
  scope: '乡科级',
  value: 90,
  documentNumber: '条例',
});
export const inFive = aStandard({
  item: 'hoursFiveYears',
  scope: '县处级',
  value: 550,
  documentNumber: '条例',
  from: toDay('2023-01-01'),
});
