// Who a row is about: the first columns of every report that has a row for each person.
import type { Language } from '../../text/language';
import type { Cell } from '../../workbook/table';
import { ROSTER } from '../../workbook/tabs/people';
import type { Person } from '../programme';
import type { ReportColumn } from './report-columns';
import { ATTENDANCE_TEXTS } from './report.texts';

export function personColumns(language: Language): ReportColumn[] {
  return [
    { label: ATTENDANCE_TEXTS.order[language], kind: 'integer', width: 50 },
    { label: ATTENDANCE_TEXTS.name[language], kind: 'text', width: 90 },
    { label: ATTENDANCE_TEXTS.unit[language], kind: 'text', width: 180 },
    { label: ATTENDANCE_TEXTS.post[language], kind: 'text', width: 170 },
    { label: ATTENDANCE_TEXTS.category[language], kind: 'text', width: 90 },
  ];
}

/** A row is known by name and unit; number and name stay in view. */
export const PERSON_IN_VIEW = { identity: [1, 2], frozenColumns: 2 } as const;

/** Behind the number of the row. */
export function personCells(person: Person, language: Language): Cell[] {
  const category = ROSTER.columns.category.choices[person.category][language];
  return [person.name, person.unit, person.post ?? null, category];
}
