// Plans for attendance and other hours as their previews: long lists are cut, and their counts are whole.
import { hoursFinding } from '#core/checks/rules/other-hours';
import type { ImportLine, ImportQuestion } from '#core/contract/import-preview';
import type {
  AttendanceImportPreview,
  OtherHoursImportPreview,
} from '#core/contract/import-records';
import { ATTENDANCE_SOURCE } from '#core/import/attendance/attendance-columns';
import { ATTENDANCE_IMPORT_TEXTS } from '#core/import/attendance/attendance-import.texts';
import { markWords } from '#core/import/attendance/plan-attendance';
import { replacedBy } from '#core/import/file-conflicts';
import { MOST_SHOWN, type UnmatchedRow } from '#core/import/match-people';
import { knownPeople } from '#core/import/match-roster';
import { OTHER_HOURS_SOURCE } from '#core/import/other-hours/other-hours-columns';
import { OTHER_HOURS_TEXTS } from '#core/import/other-hours/other-hours.texts';
import type { RecordedHours } from '#core/import/other-hours/plan-other-hours';
import type { SourceTable } from '#core/import/read-source';
import { formatNoticeSpan } from '#core/notice/words/notice-date';
import type { RowOf } from '#core/model/book';
import { fill, type Language } from '#core/text/language';
import type { Column } from '#core/workbook/column';
import type { DeclaredColumns } from '#core/workbook/column-labels';
import { renderFinding } from '#core/workbook/finding';
import type { Cell } from '#core/workbook/table';
import { OTHER_HOURS } from '#core/workbook/tabs/programme';
import type { OpenedSource } from './import-source';
import type { AttendancePreparation } from './prepare-attendance-import';
import type { OtherHoursPreparation } from './prepare-other-hours-import';
import { notTakenLines, shownColumns } from './show-roster-import';

export function showAttendanceImport(
  { table, plan, missing, isClosed, open, fingerprint }: AttendancePreparation,
  source: OpenedSource,
  language: Language,
): AttendanceImportPreview {
  const { session, added, conflicts, unmatched, unreadable, notListed } = plan;
  const notTaken = notTakenLines(table, plan.notTaken, {
    texts: ATTENDANCE_IMPORT_TEXTS,
    language,
  });
  const replaced = replacedBy(plan).length;
  const { id, title = '', date, start, end } = session;
  return {
    action: 'preview',
    kind: 'attendance',
    ...shownSource(source, { table, missing, declared: ATTENDANCE_SOURCE, language }),
    session: { id, title, when: formatNoticeSpan(date, { start, end }, language) },
    isClosed,
    questions: unmatched.slice(0, MOST_SHOWN).map(shownQuestion),
    unreadable: unreadableLines(unreadable, ATTENDANCE_SOURCE, language),
    notTaken: notTaken.slice(0, MOST_SHOWN),
    added: added.slice(0, MOST_SHOWN).map(({ person, mark }) => ({
      ...shownMember(person),
      words: markWords(mark),
      note: null,
    })),
    conflicts: conflicts.slice(0, MOST_SHOWN).map(({ person, mark, known, takesFile }) => ({
      ...shownMember(person),
      key: person.id,
      known,
      file: markWords(mark),
      takesFile,
    })),
    unchanged: plan.unchanged,
    notListed: notListed.slice(0, MOST_SHOWN).map(shownMember),
    counts: {
      added: added.length,
      conflicts: conflicts.length,
      replaced,
      questions: unmatched.length,
      unreadable: unreadable.length,
      notTaken: notTaken.length,
      notListed: notListed.length,
      unmarked: notListed.filter(
        ({ marks, leaveLabel }) => marks.length === 0 && leaveLabel === null,
      ).length,
    },
    canApply: open === 0 && added.length + replaced > 0,
    fingerprint,
  };
}

export function showOtherHoursImport(
  { book, table, plan, choices: chosen, missing, open, fingerprint }: OtherHoursPreparation,
  source: OpenedSource,
  language: Language,
): OtherHoursImportPreview {
  const { added, conflicts, unmatched, unreadable } = plan;
  const notTaken = notTakenLines(table, plan.notTaken, { texts: OTHER_HOURS_TEXTS, language });
  const replaced = replacedBy(plan).length;
  const { choices } = OTHER_HOURS.columns.kind;
  const kinds = Object.keys(choices) as OtherHoursImportPreview['hoursKind'][]; // the keys of the choices
  return {
    action: 'preview',
    kind: 'otherHours',
    ...shownSource(source, { table, missing, declared: OTHER_HOURS_SOURCE, language }),
    day: chosen.day,
    hoursKind: chosen.kind,
    people: unmatched.length === 0 ? [] : rosterPeople(book),
    hoursKinds: kinds.map((kind) => ({ kind, label: choices[kind][language] })),
    questions: unmatched.slice(0, MOST_SHOWN).map(shownQuestion),
    unreadable: unreadableLines(unreadable, OTHER_HOURS_SOURCE, language),
    notTaken: notTaken.slice(0, MOST_SHOWN),
    added: added.slice(0, MOST_SHOWN).map((record) => ({
      ...shownMember(record.person),
      words: hoursWords(record.values, language),
      note: noteOn(record, language),
    })),
    conflicts: conflicts.slice(0, MOST_SHOWN).map(({ row, person, values, entry, takesFile }) => ({
      ...shownMember(person),
      key: String(row),
      known: hoursWords(entry.cells, language),
      file: hoursWords(values, language),
      takesFile,
    })),
    unchanged: plan.unchanged,
    counts: {
      added: added.length,
      conflicts: conflicts.length,
      replaced,
      questions: unmatched.length,
      unreadable: unreadable.length,
      notTaken: notTaken.length,
    },
    canApply: open === 0 && added.length + replaced > 0,
    fingerprint,
  };
}

const shownMember = ({
  id,
  name,
  unit,
}: {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
}) => ({ memberId: id, name, unit });

const rosterPeople = ({ roster, today }: OtherHoursPreparation['book']) =>
  knownPeople(roster, today)
    .slice(0, MOST_SHOWN)
    .map(({ id, row: { cells } }) =>
      shownMember({ id, name: cells.name ?? '', unit: cells.unit ?? '' }),
    );

function shownSource(
  { name, sheets }: OpenedSource,
  at: {
    readonly table: SourceTable;
    readonly missing: readonly Column[];
    readonly declared: DeclaredColumns;
    readonly language: Language;
  },
) {
  return {
    source: name,
    sheets: [...sheets],
    ...shownColumns(at.table, at),
    missing: at.missing.map(({ label }) => label[at.language]),
  };
}

function shownQuestion({ named, candidates }: UnmatchedRow): ImportQuestion {
  const { row, name, id, unit, phone, email } = named;
  return {
    row,
    name: name ?? '',
    about: [unit, phone, email, id].filter((word) => word !== null).join(' · '),
    candidates: candidates.map((person) => ({ ...shownMember(person), post: person.post })),
  };
}

function unreadableLines(
  cells: readonly { readonly row: number; readonly key: string; readonly cell: Cell }[],
  { columns }: DeclaredColumns,
  language: Language,
): ImportLine[] {
  return cells.slice(0, MOST_SHOWN).map(({ row, key, cell }) => ({
    row,
    words: String(cell),
    why: columns[key]?.label[language] ?? '',
  }));
}

/** A cell of the workbook that cannot be read is left out. */
function hoursWords(
  { date, hours, kind, title }: Partial<RowOf<'otherHours'>>,
  language: Language,
): string {
  const counted = fill(OTHER_HOURS_TEXTS.hours[language], { date: date ?? '', hours: hours ?? '' });
  const label = kind && OTHER_HOURS.columns.kind.choices[kind][language];
  return [title, counted, label].filter(Boolean).join(' · ');
}

/** What the check will say of such hours. */
function noteOn({ row, values: { hours } }: RecordedHours, language: Language): string | null {
  const found = hoursFinding(row, hours);
  return found && renderFinding(found, language).message;
}
