import * as z from 'zod';
import { ROSTER } from '../workbook/tabs/people';
import { baseRequest, entryId } from './request';

const row = z.int().min(1).max(10_000_000);
const ids = z.array(entryId).max(20_000).optional();
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const fingerprint = z.string().regex(/^[0-9a-f]{64}$/);

const Source = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('tab'), sheetId: z.int().min(0) }),
  z.strictObject({
    from: z.literal('file'),
    name: z.string().min(1).max(200),
    /** The bytes in base64. */
    content: z.base64().max(3_000_000),
    /** The title of one of its sheets; without it the first that holds something. */
    sheet: z.string().max(200).optional(),
  }),
]);
export type ImportSource = z.infer<typeof Source>;

/** Which column of the source is which of the workbook's; null: it is not imported. Remembered for the next time. */
const columns = z
  .array(
    z.strictObject({
      position: z.int().min(0).max(1000),
      column: z.string().min(1).max(40).nullable(),
    }),
  )
  .max(1000)
  .optional();

/** Who a row is about, where that is not certain. */
const people = z
  .array(
    z.discriminatedUnion('as', [
      z.strictObject({ row, as: z.literal('person'), memberId: entryId }),
      z.strictObject({ row, as: z.literal('new') }),
      z.strictObject({ row, as: z.literal('skip') }),
    ]),
  )
  .max(20_000)
  .optional();

const categories = Object.keys(
  ROSTER.columns.category.choices,
) as (keyof typeof ROSTER.columns.category.choices)[]; // the keys of the choices

const rosterChoices = {
  kind: z.literal('roster'),
  source: Source,
  columns,
  people,
  /** The first day on which the list holds; without it today. */
  day: day.optional(),
  /** Of units that the roster does not have. */
  units: z
    .array(z.strictObject({ unit: z.string().min(1).max(2000), category: z.enum(categories) }))
    .max(5000)
    .optional(),
  /** People who are no longer listed and get a last day. */
  leaving: ids,
  /** People whose unit is corrected in their row; the others moved. */
  inPlace: ids,
};

/**
 * `sources` lists the tabs that may be imported; `preview` says what an import would change; `apply` writes exactly what the preview with
 * this fingerprint showed.
 */
export const ImportRowsRequest = z.discriminatedUnion('action', [
  z.strictObject({ ...baseRequest, action: z.literal('sources') }),
  z.strictObject({ ...baseRequest, action: z.literal('preview'), ...rosterChoices }),
  z.strictObject({ ...baseRequest, action: z.literal('apply'), ...rosterChoices, fingerprint }),
]);
export type ImportRowsRequest = z.infer<typeof ImportRowsRequest>;

const Tab = z.strictObject({ title: z.string(), sheetId: z.int() });

export const ImportSources = z.strictObject({
  action: z.literal('sources'),
  tabs: z.array(z.strictObject({ ...Tab.shape, rows: z.int() })),
});
export type ImportSources = z.infer<typeof ImportSources>;

const Column = z.strictObject({
  position: z.int(),
  /** `A`, `B` … as the spreadsheet names it. */
  letters: z.string(),
  heading: z.string(),
  sample: z.string(),
  column: z.string().nullable(),
  /** Why; null: nobody said anything, it is not imported. */
  reason: z.enum(['heading', 'content', 'remembered', 'chosen']).nullable(),
});
export type ImportColumn = z.infer<typeof Column>;

const Candidate = z.strictObject({
  memberId: z.string(),
  name: z.string(),
  unit: z.string(),
  post: z.string(),
});
const Cell = z.strictObject({ label: z.string(), before: z.string(), after: z.string() });
export type ImportCell = z.infer<typeof Cell>;
/** A row of the source, and what is to be said of it. */
const Line = z.strictObject({ row: z.int(), words: z.string(), why: z.string() });
export type ImportLine = z.infer<typeof Line>;

const Question = z.strictObject({
  row: z.int(),
  name: z.string(),
  /** What else the source says of the person. */
  about: z.string(),
  candidates: z.array(Candidate),
});
export type ImportQuestion = z.infer<typeof Question>;

/** What every preview says of the source. Long lists are cut; `left` is how many are not shown. */
const read = {
  source: z.string(),
  /** Sheets of the file to choose from; none for a tab. */
  sheets: z.array(z.string()),
  headerRow: z.int().nullable(),
  columns: z.array(Column),
  /** What a column may be taken for. */
  choices: z.array(z.strictObject({ column: z.string(), label: z.string() })),
  /** Labels of needed columns that no column of the source is taken for. */
  missing: z.array(z.string()),
  questions: z.array(Question),
  unreadable: z.array(Line),
  notTaken: z.array(Line),
};

const Person = z.strictObject({ memberId: z.string(), name: z.string(), unit: z.string() });

export const RosterImportPreview = z.strictObject({
  action: z.literal('preview'),
  kind: z.literal('roster'),
  ...read,
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
  changed: z.array(z.strictObject({ ...Person.shape, cells: z.array(Cell) })),
  moved: z.array(
    z.strictObject({
      ...Person.shape,
      to: z.string(),
      /** Null: the row before had ended already. */
      lastDay: z.string().nullable(),
      cells: z.array(Cell),
    }),
  ),
  leaving: z.array(z.strictObject({ ...Person.shape, lastDay: z.string(), isChosen: z.boolean() })),
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

export const ImportApplied = z.strictObject({
  action: z.literal('apply'),
  kind: z.literal('roster'),
  added: z.int(),
  changed: z.int(),
  moved: z.int(),
  left: z.int(),
  tab: Tab,
});
export type ImportApplied = z.infer<typeof ImportApplied>;

export const ImportRowsResponse = z.discriminatedUnion('action', [
  ImportSources,
  RosterImportPreview,
  ImportApplied,
]);
export type ImportRowsResponse = z.infer<typeof ImportRowsResponse>;
