import type { ImportCell, ImportLine, ImportQuestion } from '#core/contract/import-preview';
import type { RosterImportPreview } from '#core/contract/import-roster';
import { IMPORT_TEXTS } from '#core/import/import.texts';
import { MOST_SHOWN } from '#core/import/match-people';
import type { KnownPerson } from '#core/import/match-roster';
import type { MemberValues } from '#core/import/decide-person';
import type { CellChange, LeftOutCell, OpenQuestion, RosterPlan } from '#core/import/plan-roster';
import type { SourceTable } from '#core/import/read-source';
import { shownCell, shownValue } from '#core/import/source-values';
import { fill, type Language, type Text } from '#core/text/language';
import { columnLetters } from '#core/workbook/cell-name';
import type { Column } from '#core/workbook/column';
import type { DeclaredColumns } from '#core/workbook/column-labels';
import { ROSTER } from '#core/workbook/tabs/people';
import type { OpenedSource } from './import-source';
import type { RosterPreparation } from './prepare-roster-import';

const COLUMNS: Readonly<Record<string, Column>> = ROSTER.columns;

export function showRosterImport(
  { table, plan, missing, open, fingerprint }: RosterPreparation,
  { name, sheets }: OpenedSource,
  language: Language,
): RosterImportPreview {
  const notTaken = notTakenLines(table, plan.notTaken, { texts: IMPORT_TEXTS, language });
  const leftOut = leftOutCells(plan, language);
  const count = plan.added.length + plan.changed.length + plan.moved.length;
  const leaving = plan.leaving.filter(({ isChosen }) => isChosen).length;
  return {
    action: 'preview',
    kind: 'roster',
    source: name,
    sheets: [...sheets],
    ...shownColumns(table, { declared: ROSTER, language }),
    missing: missing.map(({ label }) => label[language]),
    day: plan.day,
    units: plan.units.slice(0, MOST_SHOWN).map((unit) => ({ ...unit })),
    categories: categoryChoices(language),
    questions: plan.questions.slice(0, MOST_SHOWN).map(shownQuestion),
    unreadable: leftOut.slice(0, MOST_SHOWN),
    notTaken: notTaken.slice(0, MOST_SHOWN),
    added: plan.added.slice(0, MOST_SHOWN).map(({ row, values }) => ({
      row,
      memberId: values.id ?? '',
      name: values.name ?? '',
      words: wordsOf(values, language),
    })),
    changed: plan.changed.slice(0, MOST_SHOWN).map(({ person, cells }) => ({
      ...shownPerson(person),
      cells: cells.map((cell) => shownChange(cell, language)),
    })),
    moved: plan.moved.slice(0, MOST_SHOWN).map(({ person, values, lastDay }) => ({
      ...shownPerson(person),
      to: values.unit ?? '',
      lastDay,
      cells: cellsOf(person, values, language),
    })),
    leaving: plan.leaving.slice(0, MOST_SHOWN).map(({ person, lastDay, isChosen }) => ({
      ...shownPerson(person),
      lastDay,
      isChosen,
    })),
    unchanged: plan.unchanged,
    counts: {
      added: plan.added.length,
      changed: plan.changed.length,
      moved: plan.moved.length,
      leaving: plan.leaving.length,
      questions: plan.questions.length,
      unreadable: leftOut.length,
      notTaken: notTaken.length,
    },
    canApply: open === 0 && count + leaving > 0,
    fingerprint,
  };
}

/** The columns of a source, and what each may be taken for. */
export function shownColumns(
  { headerRow, columns }: SourceTable,
  at: { readonly declared: DeclaredColumns; readonly language: Language },
): Pick<RosterImportPreview, 'headerRow' | 'columns' | 'choices'> {
  return {
    headerRow,
    columns: columns.map(({ position, heading, sample, key, reason }) => ({
      position,
      letters: columnLetters(position),
      heading,
      sample: String(sample ?? '').slice(0, 60),
      column: key,
      reason,
    })),
    choices: Object.entries(at.declared.columns).map(([column, { label }]) => ({
      column,
      label: label[at.language],
    })),
  };
}

function categoryChoices(language: Language): RosterImportPreview['categories'] {
  const { choices } = ROSTER.columns.category;
  const keys = Object.keys(choices) as (keyof typeof choices)[]; // the keys of the choices
  return keys.map((category) => ({ category, label: choices[category][language] }));
}

const shownPerson = ({ id, row }: KnownPerson) => ({
  memberId: id,
  name: row.cells.name ?? '',
  unit: row.cells.unit ?? '',
});

function shownQuestion({ listed, candidates }: OpenQuestion): ImportQuestion {
  const { row, name, id, unit, post, phone } = listed;
  return {
    row,
    name,
    about: [unit, post, phone, id].filter((word) => word !== null).join(' · '),
    candidates: candidates.map((person) => ({
      ...shownPerson(person),
      post: person.row.cells.post ?? '',
    })),
  };
}

function shownChange({ key, before, after }: CellChange, language: Language): ImportCell {
  const column = ROSTER.columns[key];
  return {
    label: column.label[language],
    before: shownCell(column, before, language),
    after: shownValue(column, after, language),
  };
}

/** The cells of a new row; the one before it keeps its own. */
function cellsOf({ row }: KnownPerson, values: MemberValues, language: Language): ImportCell[] {
  const known: Readonly<Record<string, unknown>> = row.cells;
  return Object.entries(values).flatMap(([key, after]): ImportCell[] => {
    const column = COLUMNS[key];
    if (!column || key === 'id' || after === null || after === known[key]) return [];
    return [
      {
        label: column.label[language],
        before: shownValue(column, known[key], language),
        after: shownValue(column, after, language),
      },
    ];
  });
}

const wordsOf = (values: MemberValues, language: Language): string =>
  Object.entries(COLUMNS)
    .flatMap(([key, column]) => {
      const value = (values as Readonly<Record<string, unknown>>)[key];
      return key === 'name' || value === null || value === undefined
        ? []
        : [shownValue(column, value, language)];
    })
    .join(' · ');

function leftOutCells({ unreadable, refusedDays }: RosterPlan, language: Language): ImportLine[] {
  const label = (key: LeftOutCell['key']): string => ROSTER.columns[key].label[language];
  const contradicts = IMPORT_TEXTS.refusedDay[language];
  return [
    ...unreadable.map(({ row, key, cell }) => ({ row, words: String(cell), why: label(key) })),
    ...refusedDays.map(({ row, key, cell }) => ({
      row,
      words: shownCell(ROSTER.columns[key], cell, language),
      why: fill(contradicts, { label: label(key) }),
    })),
  ].toSorted((a, b) => a.row - b.row);
}

/** The rows and lines of a source that are not taken, in its order. */
export function notTakenLines<Why extends string>(
  { skipped }: SourceTable,
  notTaken: readonly { readonly row: number; readonly why: Why; readonly words: string }[],
  {
    texts,
    language,
  }: { readonly texts: Readonly<Record<Why | 'noEntry', Text>>; readonly language: Language },
): ImportLine[] {
  return [
    ...notTaken.map(({ row, why, words }) => ({ row, words, why: texts[why][language] })),
    ...skipped.map(({ row, words }) => ({ row, words, why: texts.noEntry[language] })),
  ]
    .map((line) => ({ ...line, words: line.words.slice(0, 200) }))
    .toSorted((a, b) => a.row - b.row);
}
