// Who a row is about: the first columns of every report that has a row for each person.
import { columnsLabelled, type ReportColumn } from '../../report/report-table';
import type { Language } from '../../text/language';
import { ROSTER } from '../../workbook/tabs/people';
import type { Person } from '../programme';
import { ATTENDANCE_TEXTS } from './report.texts';

type PersonKey = 'order' | 'name' | 'unit' | 'post' | 'category';

export function personColumns<Line>(
  language: Language,
  personOf: (line: Line) => Person | undefined,
  totalLabel: string | null = null,
): ReportColumn<Line, PersonKey>[] {
  const column = columnsLabelled(ATTENDANCE_TEXTS, language);
  const category = (person: Person | undefined) =>
    person ? ROSTER.columns.category.choices[person.category][language] : null;
  return [
    column('order', { kind: 'integer', width: 50, cell: (_, index) => index + 1 }),
    column('name', {
      kind: 'text',
      width: 90,
      cell: (line) => personOf(line)?.name ?? null,
      total: totalLabel,
    }),
    column('unit', { kind: 'text', width: 180, cell: (line) => personOf(line)?.unit ?? null }),
    column('post', { kind: 'text', width: 170, cell: (line) => personOf(line)?.post ?? null }),
    column('category', { kind: 'text', width: 90, cell: (line) => category(personOf(line)) }),
  ];
}

/** A row is known by name and unit; number and name stay in view. */
export const PERSON_IN_VIEW = { identity: ['name', 'unit'], frozenThrough: 'name' } as const;
