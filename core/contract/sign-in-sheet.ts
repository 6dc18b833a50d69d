import * as z from 'zod';
import { baseRequest, entryId } from './request';

const ids = z.array(entryId).max(2000);

/**
 * `make` writes a session's sheet, without an ID today's or the next one's; `screen` gives the
 * address of the page with its check-in code; `close` takes the sheet of the last session into the attendance.
 */
export const SignInSheetRequest = z.discriminatedUnion('action', [
  z.strictObject({ ...baseRequest, action: z.literal('make'), sessionId: entryId.optional() }),
  z.strictObject({ ...baseRequest, action: z.literal('screen'), sessionId: entryId.optional() }),
  z.strictObject({
    ...baseRequest,
    action: z.literal('close'),
    sessionId: entryId.optional(),
    /** People without a mark of whom the clerk knows whether they came. */
    present: ids.optional(),
    absent: ids.optional(),
    /** People without a mark of whom nothing is to be written yet. */
    notRecorded: ids.optional(),
    /** People of whom sheet and attendance (or leave) say different things, by which of the two holds. */
    bySheet: ids.optional(),
    byAttendance: ids.optional(),
  }),
]);
export type SignInSheetRequest = z.infer<typeof SignInSheetRequest>;

const Session = z.strictObject({ id: z.string(), title: z.string(), when: z.string() });
const Tab = z.strictObject({ title: z.string(), sheetId: z.int() });
const Person = z.strictObject({ memberId: z.string(), name: z.string(), unit: z.string() });
export type SignInPerson = z.infer<typeof Person>;
/** A sentence, and the cell it is about. */
const Remark = z.strictObject({ words: z.string(), sheetId: z.int(), cell: z.string() });
export type SignInRemark = z.infer<typeof Remark>;

export const SignInMade = z.strictObject({
  action: z.literal('make'),
  session: Session,
  due: z.int(),
  onLeave: z.int(),
  /** People of whom the sheet already says something. */
  marked: z.int(),
  /** Due people whose row of the roster cannot be on the sheet. */
  leftOut: z.array(Remark),
  tab: Tab,
});
export type SignInMade = z.infer<typeof SignInMade>;

export const SignInClosed = z.strictObject({
  action: z.literal('close'),
  session: Session,
  /** `needsAnswers`: nothing was written, because the lists below are not empty. */
  outcome: z.enum(['needsAnswers', 'closed']),
  /** `note`: what the sheet says of leave that was not approved. */
  unmarked: z.array(z.strictObject({ ...Person.shape, note: z.string().nullable() })),
  /** To be put right on the sheet first: a word that is no status, a time that is none, two rows of a person that contradict each other. */
  unclear: z.array(Remark),
  /** What the sheet says, and what the attendance or the leave says instead. */
  differing: z.array(
    z.strictObject({
      ...Person.shape,
      sheet: z.string(),
      known: z.string(),
      sheetId: z.int(),
      cell: z.string(),
    }),
  ),
  added: z.int(),
  changed: z.int(),
  absent: z.int(),
  notRecorded: z.array(Person),
  /** On approved leave for the whole session, but recorded as attended: a clerk is to check which is right. */
  attended: z.array(Person),
  /** Absent by the sheet, but on approved leave; recorded as leave. */
  excused: z.array(Person),
  /** Rows of the sheet about nobody who is due: they stay there, and are not taken into the attendance. */
  notTaken: z.array(Remark),
  tab: Tab,
});
export type SignInClosed = z.infer<typeof SignInClosed>;

export const SignInScreen = z.strictObject({
  action: z.literal('screen'),
  session: Session,
  /** To be opened on the screen in the hall. Anyone who has it can show codes until check-in closes, so it is for clerks only. */
  address: z.string(),
  doors: z.enum(['early', 'open', 'closed']),
  /** Clock times of the session's day. */
  opens: z.string(),
  closes: z.string(),
});
export type SignInScreen = z.infer<typeof SignInScreen>;

export const SignInSheetResponse = z.discriminatedUnion('action', [
  SignInMade,
  SignInScreen,
  SignInClosed,
]);
export type SignInSheetResponse = z.infer<typeof SignInSheetResponse>;
