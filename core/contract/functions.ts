// The table of everything that can be called: name, request, response, who may.
import type * as z from 'zod';
import { AbsenceFollowUpRequest, AbsenceFollowUpResponse } from './absence-follow-up';
import { ActivityPlanRequest, ActivityPlanResponse } from './activity-plan';
import { ApplySuggestionsRequest, ApplySuggestionsResponse } from './apply-suggestions';
import { AttendanceReportRequest, AttendanceReportResponse } from './attendance-report';
import { BudgetReportRequest, BudgetReportResponse } from './budget-report';
import { BulletinRequest, BulletinResponse } from './bulletin';
import { CheckEntriesRequest, CheckEntriesResponse } from './check-entries';
import { CheckRowsRequest, CheckRowsResponse } from './check-rows';
import { DashboardRequest, DashboardResponse } from './dashboard';
import { EvaluationReportRequest, EvaluationReportResponse } from './evaluation-report';
import { HoursLedgerRequest, HoursLedgerResponse } from './hours-ledger';
import { ImportRowsRequest, ImportRowsResponse } from './import-rows';
import { LeaveRegisterRequest, LeaveRegisterResponse } from './leave-register';
import { LectureFeesRequest, LectureFeesResponse } from './lecture-fees';
import { NoticeProgressRequest, NoticeProgressResponse } from './notice-progress';
import { PlanQuarterRequest, PlanQuarterResponse } from './plan-quarter';
import { RollUpRequest, RollUpResponse } from './roll-up';
import { RunDueRequest, RunDueResponse } from './run-due';
import { SetUpWorkbookRequest, SetUpWorkbookResponse } from './set-up-workbook';
import { SignInSheetRequest, SignInSheetResponse } from './sign-in-sheet';
import { StartYearRequest, StartYearResponse } from './start-year';
import { TopicOrdersRequest, TopicOrdersResponse } from './topic-orders';
import { TopicRankingRequest, TopicRankingResponse } from './topic-ranking';
import { SpeakerCardRequest, SpeakerCardResponse } from './speaker-card';
import { WeeklyNoticeRequest, WeeklyNoticeResponse } from './weekly-notice';
import { YearPlanRequest, YearPlanResponse } from './year-plan';

export const ROLE_NAMES = ['viewer', 'clerk', 'admin'] as const;
/** Each role may do all that the ones before it may. */
export type Role = (typeof ROLE_NAMES)[number];

/**
 * `role` is the least that may call. `viewerActions` are those actions of a clerk's function that only read: a viewer may call them.
 * An action that gives the caller something to act with is not among them: a mail with its link and fingerprint, the code of the hall.
 */
export const FUNCTIONS = {
  setUpWorkbook: { request: SetUpWorkbookRequest, response: SetUpWorkbookResponse, role: 'admin' },
  // It writes settings and roles, which are the administrators'.
  startYear: { request: StartYearRequest, response: StartYearResponse, role: 'admin' },
  checkEntries: { request: CheckEntriesRequest, response: CheckEntriesResponse, role: 'clerk' },
  checkRows: { request: CheckRowsRequest, response: CheckRowsResponse, role: 'clerk' },
  applySuggestions: {
    request: ApplySuggestionsRequest,
    response: ApplySuggestionsResponse,
    role: 'clerk',
  },
  dashboard: {
    request: DashboardRequest,
    response: DashboardResponse,
    role: 'clerk',
    viewerActions: ['week', 'figures'],
  },
  importRows: {
    request: ImportRowsRequest,
    response: ImportRowsResponse,
    role: 'clerk',
    takesFile: true,
  },
  attendanceReport: {
    request: AttendanceReportRequest,
    response: AttendanceReportResponse,
    role: 'clerk',
    viewerActions: ['read'],
  },
  absenceFollowUp: {
    request: AbsenceFollowUpRequest,
    response: AbsenceFollowUpResponse,
    role: 'clerk',
  },
  hoursLedger: {
    request: HoursLedgerRequest,
    response: HoursLedgerResponse,
    role: 'clerk',
    viewerActions: ['read'],
  },
  budgetReport: {
    request: BudgetReportRequest,
    response: BudgetReportResponse,
    role: 'clerk',
    viewerActions: ['read'],
  },
  lectureFees: {
    request: LectureFeesRequest,
    response: LectureFeesResponse,
    role: 'clerk',
    viewerActions: ['preview'],
  },
  planQuarter: {
    request: PlanQuarterRequest,
    response: PlanQuarterResponse,
    role: 'clerk',
    viewerActions: ['preview'],
  },
  evaluationReport: {
    request: EvaluationReportRequest,
    response: EvaluationReportResponse,
    role: 'clerk',
  },
  bulletin: { request: BulletinRequest, response: BulletinResponse, role: 'viewer' },
  yearPlan: { request: YearPlanRequest, response: YearPlanResponse, role: 'clerk' },
  activityPlan: { request: ActivityPlanRequest, response: ActivityPlanResponse, role: 'viewer' },
  speakerCard: {
    request: SpeakerCardRequest,
    response: SpeakerCardResponse,
    role: 'clerk',
    viewerActions: ['card'],
  },
  signInSheet: { request: SignInSheetRequest, response: SignInSheetResponse, role: 'clerk' },
  leaveRegister: {
    request: LeaveRegisterRequest,
    response: LeaveRegisterResponse,
    role: 'clerk',
    viewerActions: ['list', 'find'],
  },
  weeklyNotice: { request: WeeklyNoticeRequest, response: WeeklyNoticeResponse, role: 'clerk' },
  noticeProgress: {
    request: NoticeProgressRequest,
    response: NoticeProgressResponse,
    role: 'viewer',
  },
  topicOrders: { request: TopicOrdersRequest, response: TopicOrdersResponse, role: 'clerk' },
  topicRanking: { request: TopicRankingRequest, response: TopicRankingResponse, role: 'clerk' },
  runDue: { request: RunDueRequest, response: RunDueResponse, role: 'clerk' },
  rollUp: { request: RollUpRequest, response: RollUpResponse, role: 'clerk' },
} as const satisfies Record<string, FunctionFacts>;

export interface FunctionFacts {
  readonly request: z.ZodType;
  readonly response: z.ZodType;
  readonly role: Role;
  readonly viewerActions?: readonly string[];
  /** Its requests may hold a file: they may be larger. */
  readonly takesFile?: boolean;
}

/** The least role that may make this request. */
export function neededRole<Name extends FunctionName>(name: Name, request: RequestOf<Name>): Role {
  const { role, viewerActions = [] }: FunctionFacts = FUNCTIONS[name];
  return 'action' in request && viewerActions.some((action) => action === request.action)
    ? 'viewer'
    : role;
}

/** What a scheduler may call, whatever the roles tab says. */
export const SCHEDULED_NAMES = [
  'runDue',
  'rollUp',
] as const satisfies readonly (keyof typeof FUNCTIONS)[];
export type ScheduledName = (typeof SCHEDULED_NAMES)[number];
export const isScheduled = (name: FunctionName): name is ScheduledName =>
  SCHEDULED_NAMES.some((one) => one === name);

export type FunctionName = keyof typeof FUNCTIONS;
export type RequestOf<Name extends FunctionName> = z.infer<(typeof FUNCTIONS)[Name]['request']>;
export type ResponseOf<Name extends FunctionName> = z.infer<(typeof FUNCTIONS)[Name]['response']>;

/** What the schedule sends: each scheduled function takes it. */
export const scheduledRequest = <Name extends ScheduledName>(
  spreadsheetId: string,
): RequestOf<Name> => ({ spreadsheetId }) satisfies RequestOf<ScheduledName> as RequestOf<Name>; // as just checked
