// The use cases over fakes: an in-memory workbook, a recording mailer, a fixed clock.
import type { FunctionName, RequestOf, ResponseOf } from '#core/contract/functions';
import type { Tables } from '#core/workbook/table';
import {
  runUseCase,
  type Admission,
  type Application,
  type Ports,
} from '#functions/app/runtime/use-case';
import { keyedBallots } from '#functions/adapters/links/keyed-ballots';
import { docxWriter } from '#functions/adapters/documents/docx-writer';
import { fileReader } from '#functions/adapters/files/file-reader';
import { signedLinks } from '#functions/adapters/links/signed-links';
import { absenceFollowUp } from '#functions/app/notice/absence-follow-up';
import { attendanceReport } from '#functions/app/reports/attendance-report';
import { budgetReport } from '#functions/app/money/budget-report';
import { bulletin } from '#functions/app/bulletin/bulletin';
import { applySuggestions } from '#functions/app/checks/apply-suggestions';
import { checkEntries } from '#functions/app/checks/check-entries';
import { checkRows } from '#functions/app/checks/check-rows';
import { dashboard } from '#functions/app/dashboard/dashboard';
import { evaluationReport } from '#functions/app/evaluation/evaluation-report';
import { importRows } from '#functions/app/import/import-rows';
import { hoursLedger } from '#functions/app/reports/hours-ledger';
import { leaveRegister } from '#functions/app/leave/leave-register';
import { lectureFees } from '#functions/app/money/lecture-fees';
import { topicOrders } from '#functions/app/topics/topic-orders';
import { topicRanking } from '#functions/app/topics/topic-ranking';
import { noticeProgress } from '#functions/app/notice/notice-progress';
import { activityPlan } from '#functions/app/planning/activity-plan';
import { planQuarter } from '#functions/app/planning/plan-quarter';
import { speakerCard } from '#functions/app/speakers/speaker-card';
import { yearPlan } from '#functions/app/planning/year-plan';
import { rollUp } from '#functions/app/roll-up/roll-up';
import { runDue } from '#functions/app/notice/run-due';
import { setUpWorkbook } from '#functions/app/set-up/set-up-workbook';
import { startYear } from '#functions/app/new-year/start-year';
import { signInSheet } from '#functions/app/sign-in/sign-in-sheet';
import { weeklyNotice } from '#functions/app/notice/weekly-notice';
import type { FactStore } from '#functions/ports/fact-store';
import { InMemoryWorkbook, WORKBOOK_ID } from './in-memory-workbook';
import { RecordingMailer } from './recording-mailer';

/** Of the script whose tokens open the workbook. */
export const AUDIENCE = 'script-of-the-tests.apps.example.org';
export const CLERK = { email: 'clerk@example.org', audience: AUDIENCE };
export const ADMIN = { email: 'admin@example.org', audience: AUDIENCE };

/** Of each alternative of a request, everything but the id. */
type WithoutId<Request> = Request extends unknown ? Omit<Request, 'spreadsheetId'> : never;

export interface TestApplication {
  /** As work.ts makes it, over the fakes. */
  readonly application: Application;
  readonly workbook: InMemoryWorkbook;
  readonly mailer: RecordingMailer;
  /** Sets what the clock shows. */
  setNow(iso: string): void;
  call<Name extends FunctionName>(
    name: Name,
    request: WithoutId<RequestOf<Name>> & { spreadsheetId?: string },
    email?: string,
  ): Promise<ResponseOf<Name>>;
}

const LINK_KEY = 'key-of-the-tests-0123456789abcdef';

export const BALLOTS = keyedBallots(LINK_KEY);

/** Signs as a deployment with a public address does. */
export const LINKS = signedLinks({
  key: LINK_KEY,
  pagesUrl: 'https://pages.example.org/',
});

/** Monday 2 March 2026, nine o'clock in Shanghai. */
const NOW = '2026-03-02T01:00:00Z';

export interface TestParts {
  readonly mailer?: RecordingMailer;
  /** In place of a new one with the tables. */
  readonly workbook?: InMemoryWorkbook;
  readonly workbooks?: Admission['workbooks'];
  readonly afterCall?: Application['afterCall'];
  /** How long one call goes on sending. */
  readonly sendSeconds?: number;
  /** Without one there is no place for figures. */
  readonly factStore?: FactStore;
  /** Puts something between the use cases and their ports. */
  readonly between?: (ports: Ports) => Ports;
}

export function anApplication(tables: Tables, parts: TestParts = {}): TestApplication {
  const workbook = parts.workbook ?? new InMemoryWorkbook(tables);
  const { mailer = new RecordingMailer(), between = (ports: Ports): Ports => ports } = parts;
  let now = new Date(NOW);
  const application: Application = {
    useCases: {
      dashboard,
      attendanceReport,
      absenceFollowUp,
      hoursLedger,
      evaluationReport,
      importRows,
      bulletin,
      checkEntries,
      checkRows,
      applySuggestions,
      setUpWorkbook,
      startYear,
      weeklyNotice,
      noticeProgress,
      runDue,
      rollUp: rollUp({
        store: parts.factStore ?? null,
        placeOf: (workbook) => Promise.resolve({ workbook, district: '示范区', region: '' }),
      }),
      leaveRegister,
      signInSheet,
      lectureFees,
      budgetReport,
      topicOrders,
      topicRanking,
      planQuarter,
      yearPlan,
      activityPlan,
      speakerCard,
    },
    admission: () =>
      Promise.resolve({
        workbooks: parts.workbooks ?? new Map([[WORKBOOK_ID, [AUDIENCE]]]),
        admins: [ADMIN.email],
        schedulers: ['scheduler@example.org'],
      }),
    ...(parts.afterCall && { afterCall: parts.afterCall }),
    sendSeconds: parts.sendSeconds ?? 400,
    ports: between({
      workbook,
      mailer: () => mailer,
      links: LINKS,
      ballots: BALLOTS,
      documents: docxWriter(),
      files: fileReader(),
      clock: { now: () => now },
      pause: (milliseconds) => {
        now = new Date(now.getTime() + milliseconds);
        return Promise.resolve();
      },
    }),
  };
  return {
    application,
    workbook,
    mailer,
    setNow: (iso) => (now = new Date(iso)),
    call(name, request, email = CLERK.email) {
      // Only the id is added: the rest is the function's own request.
      const whole = { spreadsheetId: WORKBOOK_ID, ...request } as unknown as RequestOf<typeof name>;
      return runUseCase(
        name,
        { request: whole, caller: { email, audience: AUDIENCE } },
        application,
      );
    },
  };
}
