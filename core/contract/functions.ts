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
import { EvaluationReportRequest, EvaluationReportResponse } from './evaluation-report';
import { HoursLedgerRequest, HoursLedgerResponse } from './hours-ledger';
import { LeaveRegisterRequest, LeaveRegisterResponse } from './leave-register';
import { LectureFeesRequest, LectureFeesResponse } from './lecture-fees';
import { NoticeProgressRequest, NoticeProgressResponse } from './notice-progress';
import { PlanQuarterRequest, PlanQuarterResponse } from './plan-quarter';
import { RunDueRequest, RunDueResponse } from './run-due';
import { SetUpWorkbookRequest, SetUpWorkbookResponse } from './set-up-workbook';
import { SignInSheetRequest, SignInSheetResponse } from './sign-in-sheet';
import { TopicOrdersRequest, TopicOrdersResponse } from './topic-orders';
import { TopicRankingRequest, TopicRankingResponse } from './topic-ranking';
import { SpeakerCardRequest, SpeakerCardResponse } from './speaker-card';
import { WeeklyNoticeRequest, WeeklyNoticeResponse } from './weekly-notice';
import { YearPlanRequest, YearPlanResponse } from './year-plan';

export const ROLE_NAMES = ['viewer', 'clerk', 'admin'] as const;
/** Each role may do all that the ones before it may. */
export type Role = (typeof ROLE_NAMES)[number];

export const FUNCTIONS = {
  setUpWorkbook: { request: SetUpWorkbookRequest, response: SetUpWorkbookResponse, role: 'admin' },
  checkEntries: { request: CheckEntriesRequest, response: CheckEntriesResponse, role: 'clerk' },
  checkRows: { request: CheckRowsRequest, response: CheckRowsResponse, role: 'clerk' },
  applySuggestions: {
    request: ApplySuggestionsRequest,
    response: ApplySuggestionsResponse,
    role: 'clerk',
  },
  attendanceReport: {
    request: AttendanceReportRequest,
    response: AttendanceReportResponse,
    role: 'clerk',
  },
  absenceFollowUp: {
    request: AbsenceFollowUpRequest,
    response: AbsenceFollowUpResponse,
    role: 'clerk',
  },
  hoursLedger: { request: HoursLedgerRequest, response: HoursLedgerResponse, role: 'clerk' },
  budgetReport: { request: BudgetReportRequest, response: BudgetReportResponse, role: 'clerk' },
  evaluationReport: {
    request: EvaluationReportRequest,
    response: EvaluationReportResponse,
    role: 'clerk',
  },
  bulletin: { request: BulletinRequest, response: BulletinResponse, role: 'viewer' },
  lectureFees: { request: LectureFeesRequest, response: LectureFeesResponse, role: 'clerk' },
  planQuarter: { request: PlanQuarterRequest, response: PlanQuarterResponse, role: 'clerk' },
  yearPlan: { request: YearPlanRequest, response: YearPlanResponse, role: 'clerk' },
  activityPlan: { request: ActivityPlanRequest, response: ActivityPlanResponse, role: 'clerk' },
  speakerCard: { request: SpeakerCardRequest, response: SpeakerCardResponse, role: 'clerk' },
  signInSheet: { request: SignInSheetRequest, response: SignInSheetResponse, role: 'clerk' },
  leaveRegister: { request: LeaveRegisterRequest, response: LeaveRegisterResponse, role: 'clerk' },
  weeklyNotice: { request: WeeklyNoticeRequest, response: WeeklyNoticeResponse, role: 'clerk' },
  noticeProgress: {
    request: NoticeProgressRequest,
    response: NoticeProgressResponse,
    role: 'clerk',
  },
  topicOrders: { request: TopicOrdersRequest, response: TopicOrdersResponse, role: 'clerk' },
  topicRanking: { request: TopicRankingRequest, response: TopicRankingResponse, role: 'clerk' },
  runDue: { request: RunDueRequest, response: RunDueResponse, role: 'clerk' },
} as const satisfies Record<string, { request: z.ZodType; response: z.ZodType; role: Role }>;

/** What a scheduler may call, whatever the roles tab says. */
export const SCHEDULED_NAMES = ['runDue'] as const satisfies readonly (keyof typeof FUNCTIONS)[];

export type FunctionName = keyof typeof FUNCTIONS;
export type RequestOf<Name extends FunctionName> = z.infer<(typeof FUNCTIONS)[Name]['request']>;
export type ResponseOf<Name extends FunctionName> = z.infer<(typeof FUNCTIONS)[Name]['response']>;
