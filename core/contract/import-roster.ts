// A list of people to become the roster.
import * as z from 'zod';
import { ROSTER } from '../workbook/tabs/people';
import {
  ChangedCell,
  ListedMember,
  Source,
  WrittenTab,
  chosenColumns,
  entryIds,
  importDay,
  personAnswers,
  readSource,
} from './import-preview';

const categories = Object.keys(
  ROSTER.columns.category.choices,
) as (keyof typeof ROSTER.columns.category.choices)[]; // the keys of the choices

export const rosterChoices = {
  kind: z.literal('roster'),
  source: Source,
  columns: chosenColumns,
  people: personAnswers,
  /** The first day on which the list holds; without it today. */
  day: importDay,
  /** Of units that the roster does not have. */
  units: z
    .array(z.strictObject({ unit: z.string().min(1).max(2000), category: z.enum(categories) }))
    .max(5000)
    .optional(),
  /** People who are no longer listed and get a last day. */
  leaving: entryIds,
  /** People whose unit is corrected in their row; the others moved. */
  inPlace: entryIds,
};

export const RosterImportPreview = z.strictObject({
  action: z.literal('preview'),
  kind: z.literal('roster'),
  ...readSource,
  day: z.string(),
  units: z.array(
    z.strictObject({
      unit: z.string(),
      people: z.int(),
      category: z.enum(categories).nullable(),
    }),
  ),
  /** The categories to choose from. */
  categories: z.array(z.strictObject({ category: z.enum(categories), label: z.string() })),
  added: z.array(
    z.strictObject({ row: z.int(), memberId: z.string(), name: z.string(), words: z.string() }),
  ),
  changed: z.array(z.strictObject({ ...ListedMember.shape, cells: z.array(ChangedCell) })),
  moved: z.array(
    z.strictObject({
      ...ListedMember.shape,
      to: z.string(),
      /** Null: the row before had ended already. */
      lastDay: z.string().nullable(),
      cells: z.array(ChangedCell),
    }),
  ),
  leaving: z.array(
    z.strictObject({ ...ListedMember.shape, lastDay: z.string(), isChosen: z.boolean() }),
  ),
  unchanged: z.int(),
  /** Of each list the whole number. */
  counts: z.strictObject({
    added: z.int(),
    changed: z.int(),
    moved: z.int(),
    leaving: z.int(),
    questions: z.int(),
    unreadable: z.int(),
    notTaken: z.int(),
  }),
  /** Whether everything was answered and there is something to write. */
  canApply: z.boolean(),
  fingerprint: z.string(),
});
export type RosterImportPreview = z.infer<typeof RosterImportPreview>;

export const RosterImportApplied = z.strictObject({
  action: z.literal('apply'),
  kind: z.literal('roster'),
  added: z.int(),
  changed: z.int(),
  moved: z.int(),
  left: z.int(),
  tab: WrittenTab,
});
export type RosterImportApplied = z.infer<typeof RosterImportApplied>;
