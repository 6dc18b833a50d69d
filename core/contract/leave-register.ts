import * as z from 'zod';
import { LEAVE_KIND_KEYS } from '../workbook/tabs/leave-kinds';
import { baseRequest } from './request';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const words = z.string().trim().min(1).max(200);
const event = z.enum(['approve', 'refuse', 'cancel', 'return', 'makeUp']);

const decision = {
  /** As listed; blank for a row that has no ID yet: then `row` and `content` identify the one that was shown. */
  leaveId: z.string().max(100).optional(),
  row: z.int().min(2).optional(),
  content: z.string().max(10_000).optional(),
  event,
  /** Needed to approve and to refuse. */
  approver: words.optional(),
  /** The day of the decision, the return or the make-up; without it today. */
  on: day.optional(),
  makeUp: words.optional(),
  reason: words.optional(),
};
const Decision = z.strictObject(decision);
export type LeaveDecisionRequest = z.infer<typeof Decision>;

/**
 * `list`: what waits for a clerk; `find`: all leave of a session or person, in every state; `decide`: one event in a leave's life; `decideMany`: several, each for itself; `apply`: brings the marks in line with decisions that were typed
 * into the tab; `report`: writes the register.
 */
export const LeaveRegisterRequest = z.discriminatedUnion('action', [
  z.strictObject({ ...baseRequest, action: z.literal('list') }),
  /** The ID of a session or person, or a person's name. */
  z.strictObject({ ...baseRequest, action: z.literal('find'), wanted: words }),
  z.strictObject({ ...baseRequest, action: z.literal('decide'), ...decision }),
  z.strictObject({
    ...baseRequest,
    action: z.literal('decideMany'),
    decisions: z.array(Decision).min(1).max(100),
  }),
  /** A request for each session from one day to another at which the person is due; without `write` only shown. */
  z.strictObject({
    ...baseRequest,
    action: z.literal('ask'),
    /** ID or name. */
    member: words,
    kind: z.enum(LEAVE_KIND_KEYS),
    from: day,
    to: day,
    reason: words.optional(),
    write: z.boolean(),
  }),
  z.strictObject({ ...baseRequest, action: z.literal('apply') }),
  z.strictObject({ ...baseRequest, action: z.literal('report') }),
]);
export type LeaveRegisterRequest = z.infer<typeof LeaveRegisterRequest>;

export const LeaveItem = z.strictObject({
  /** Blank until Lectern gives it one. */
  id: z.string(),
  /** Its place when it was listed, and what stood there: given back with a decision. */
  row: z.int(),
  content: z.string(),
  name: z.string(),
  unit: z.string(),
  session: z.strictObject({ id: z.string(), title: z.string(), date: z.string() }),
  kind: z.string(),
  /** Minutes of a part; null for the whole session. */
  minutes: z.int().nullable(),
  reason: z.string(),
  state: z.enum(['pending', 'refused', 'cancelled', 'approved', 'returned', 'madeUp']),
  stateLabel: z.string(),
  /** Who decided; while pending, who may decide by the tab Approvers. */
  approver: z.string(),
  makeUp: z.string(),
  /** What to look at, in sentences. */
  concerns: z.array(z.string()),
  /** What can be done with it now. */
  events: z.array(event),
  sheetId: z.int(),
  cell: z.string(),
});
export type LeaveItem = z.infer<typeof LeaveItem>;

export const LeaveListed = z.strictObject({
  action: z.literal('list'),
  pending: z.array(LeaveItem),
  toClose: z.array(LeaveItem),
  toMakeUp: z.array(LeaveItem),
  /** Approved leave for sessions to come. */
  coming: z.array(LeaveItem),
});
export type LeaveListed = z.infer<typeof LeaveListed>;

export const LeaveFound = z.strictObject({
  action: z.literal('find'),
  leaves: z.array(LeaveItem),
});
export type LeaveFound = z.infer<typeof LeaveFound>;

const markKind = z.enum(['change', 'none', 'attended', 'unclear', 'noStatus', 'kept']);

export const LeaveDecided = z.strictObject({
  action: z.literal('decide'),
  event,
  leave: LeaveItem,
  /** What became of the attendance mark; with `change` what it was and is. */
  mark: z.strictObject({ kind: markKind, before: z.string(), after: z.string() }),
  /** Whether the person can be told by a notice: the session is planned and not over. */
  canInform: z.boolean(),
});
export type LeaveDecided = z.infer<typeof LeaveDecided>;

export const LeavesDecided = z.strictObject({
  action: z.literal('decideMany'),
  decided: z.array(LeaveDecided),
  /** Each with its place in the request; nothing of it was written. */
  refused: z.array(z.strictObject({ position: z.int(), reason: z.string() })),
});
export type LeavesDecided = z.infer<typeof LeavesDecided>;

export const LeaveApplied = z.strictObject({
  action: z.literal('apply'),
  applied: z.int(),
  restored: z.int(),
  /** Leave whose mark a clerk has to correct by hand. */
  open: z.array(z.strictObject({ leave: LeaveItem, why: z.enum([...markKind.options, 'notDue']) })),
});
export type LeaveApplied = z.infer<typeof LeaveApplied>;

export const LeaveReported = z.strictObject({
  action: z.literal('report'),
  total: z.int(),
  pending: z.int(),
  toClose: z.int(),
  toMakeUp: z.int(),
  overdue: z.int(),
  tab: z.strictObject({ title: z.string(), sheetId: z.int() }),
});
export type LeaveReported = z.infer<typeof LeaveReported>;

export const LeaveAsked = z.strictObject({
  action: z.literal('ask'),
  /** False: a preview. */
  written: z.boolean(),
  name: z.string(),
  unit: z.string(),
  sessions: z.array(z.strictObject({ id: z.string(), title: z.string(), date: z.string() })),
  /** Sessions left out, because there is leave or a request already. */
  already: z.int(),
});
export type LeaveAsked = z.infer<typeof LeaveAsked>;

export const LeaveRegisterResponse = z.discriminatedUnion('action', [
  LeaveListed,
  LeaveFound,
  LeaveDecided,
  LeavesDecided,
  LeaveAsked,
  LeaveApplied,
  LeaveReported,
]);
export type LeaveRegisterResponse = z.infer<typeof LeaveRegisterResponse>;
