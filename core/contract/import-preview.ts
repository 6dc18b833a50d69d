// What every import is asked, and what every preview of one shows.
import * as z from 'zod';
import { entryId } from './request';

const sourceRow = z.int().min(1).max(10_000_000);
export const entryIds = z.array(entryId).max(20_000).optional();
export const importDay = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .optional();
export const importFingerprint = z.string().regex(/^[0-9a-f]{64}$/);

export const Source = z.discriminatedUnion('from', [
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
export const chosenColumns = z
  .array(
    z.strictObject({
      position: z.int().min(0).max(1000),
      column: z.string().min(1).max(40).nullable(),
    }),
  )
  .max(1000)
  .optional();

const asPerson = z.strictObject({ row: sourceRow, as: z.literal('person'), memberId: entryId });
const asNobody = z.strictObject({ row: sourceRow, as: z.literal('skip') });

/** Who a row is about, where that is not certain. */
export const personAnswers = z
  .array(
    z.discriminatedUnion('as', [
      asPerson,
      z.strictObject({ row: sourceRow, as: z.literal('new') }),
      asNobody,
    ]),
  )
  .max(20_000)
  .optional();

/** The same where nobody new is taken. */
export const memberAnswers = z
  .array(z.discriminatedUnion('as', [asPerson, asNobody]))
  .max(20_000)
  .optional();

export const WrittenTab = z.strictObject({ title: z.string(), sheetId: z.int() });

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
export const ChangedCell = z.strictObject({
  label: z.string(),
  before: z.string(),
  after: z.string(),
});
export type ImportCell = z.infer<typeof ChangedCell>;
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
export const readSource = {
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

export const ListedMember = z.strictObject({
  memberId: z.string(),
  name: z.string(),
  unit: z.string(),
});
