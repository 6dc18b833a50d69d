// What other programs recorded of known people: their attendance at a session, and hours from elsewhere.
import * as z from 'zod';
import { OTHER_HOURS } from '../workbook/tabs/programme';
import {
  ListedMember,
  Source,
  WrittenTab,
  chosenColumns,
  importDay,
  memberAnswers,
  readSource,
} from './import-preview';
import { entryId } from './request';

const hoursKinds = Object.keys(
  OTHER_HOURS.columns.kind.choices,
) as (keyof typeof OTHER_HOURS.columns.kind.choices)[]; // the keys of the choices

/** Keys of the records that replace what the workbook has; of all others the workbook's own is kept. */
const byFile = z.array(z.string().min(1).max(200)).max(20_000).optional();

export const attendanceChoices = {
  kind: z.literal('attendance'),
  source: Source,
  columns: chosenColumns,
  people: memberAnswers,
  byFile,
  sessionId: entryId,
  /** The session's sign-in is closed, and the clerk wants the records in it all the same. */
  intoClosed: z.boolean().optional(),
};

export const otherHoursChoices = {
  kind: z.literal('otherHours'),
  source: Source,
  columns: chosenColumns,
  people: memberAnswers,
  byFile,
  /** Of rows without a day of their own. */
  day: importDay,
  /** Of rows without a kind of their own; without it online study. */
  hoursKind: z.enum(hoursKinds).optional(),
};

/** A record that is written; `note` is what the clerk should look at. */
const Added = z.strictObject({
  ...ListedMember.shape,
  words: z.string(),
  note: z.string().nullable(),
});

/** The workbook says something else of the same person. */
const Conflict = z.strictObject({
  ...ListedMember.shape,
  /** Names the record in `byFile`. */
  key: z.string(),
  known: z.string(),
  file: z.string(),
  takesFile: z.boolean(),
});

const records = {
  action: z.literal('preview'),
  ...readSource,
  added: z.array(Added),
  conflicts: z.array(Conflict),
  /** Records that the workbook has already. */
  unchanged: z.int(),
  canApply: z.boolean(),
  fingerprint: z.string(),
};

/** Of each list the whole number. */
const counts = {
  added: z.int(),
  conflicts: z.int(),
  replaced: z.int(),
  questions: z.int(),
  unreadable: z.int(),
  notTaken: z.int(),
};

export const AttendanceImportPreview = z.strictObject({
  kind: z.literal('attendance'),
  ...records,
  session: z.strictObject({ id: z.string(), title: z.string(), when: z.string() }),
  /** The sign-in is closed, and the clerk has not said yet that the records go into it. */
  isClosed: z.boolean(),
  /** Due people of whom the source says nothing: they stay as they are. */
  notListed: z.array(ListedMember),
  counts: z.strictObject({
    ...counts,
    notListed: z.int(),
    /** Those of them who have neither a mark nor an approved leave. */
    unmarked: z.int(),
  }),
});
export type AttendanceImportPreview = z.infer<typeof AttendanceImportPreview>;

export const OtherHoursImportPreview = z.strictObject({
  kind: z.literal('otherHours'),
  ...records,
  day: z.string().nullable(),
  hoursKind: z.enum(hoursKinds),
  /** Who may be meant besides the candidates; none without a question. */
  people: z.array(ListedMember),
  /** The kinds to choose from. */
  hoursKinds: z.array(z.strictObject({ kind: z.enum(hoursKinds), label: z.string() })),
  counts: z.strictObject(counts),
});
export type OtherHoursImportPreview = z.infer<typeof OtherHoursImportPreview>;

export const RecordsImportApplied = z.strictObject({
  action: z.literal('apply'),
  kind: z.enum(['attendance', 'otherHours']),
  added: z.int(),
  replaced: z.int(),
  tab: WrittenTab,
});
export type RecordsImportApplied = z.infer<typeof RecordsImportApplied>;
