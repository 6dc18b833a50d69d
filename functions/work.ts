// All that works behind the doors: the use cases and pages over their adapters. A call that is refused at the door does without it.
import { setTimeout } from 'node:timers/promises';
import {
  googleSheetsClient,
  localSheetsClient,
  type SheetsClient,
} from './adapters/google-clients';
import { googleWorkbook } from './adapters/google-sheets/google-workbook';
import { docxWriter } from './adapters/documents/docx-writer';
import { fileReader } from './adapters/files/file-reader';
import { keyedBallots } from './adapters/links/keyed-ballots';
import { signedLinks } from './adapters/links/signed-links';
import { ownAddressOf } from './adapters/own-address';
import { absenceFollowUp } from './app/notice/absence-follow-up';
import { attendanceReport } from './app/reports/attendance-report';
import { budgetReport } from './app/money/budget-report';
import { bulletin } from './app/bulletin/bulletin';
import { applySuggestions } from './app/checks/apply-suggestions';
import { checkEntries } from './app/checks/check-entries';
import { checkInPage } from './app/sign-in/check-in-page';
import { checkInScreen } from './app/sign-in/check-in-screen';
import { createRateLimiter } from './app/sign-in/rate-limiter';
import { checkRows } from './app/checks/check-rows';
import { dashboard } from './app/dashboard/dashboard';
import { dashboardPage } from './app/dashboard/dashboard-page';
import { evaluatePage } from './app/evaluation/evaluate-page';
import { evaluationReport } from './app/evaluation/evaluation-report';
import { importRows } from './app/import/import-rows';
import { hoursLedger } from './app/reports/hours-ledger';
import { leaveRegister } from './app/leave/leave-register';
import { lectureFees } from './app/money/lecture-fees';
import { runPage, type PageCase } from './app/runtime/page-case';
import { hallPage } from './app/topics/hall-page';
import { hallScreen } from './app/topics/hall-screen';
import { orderPage } from './app/topics/order-page';
import { createOrderStore } from './app/topics/save-orders';
import { topicOrders } from './app/topics/topic-orders';
import { topicRanking } from './app/topics/topic-ranking';
import { noticeProgress } from './app/notice/notice-progress';
import { replyPage } from './app/leave/reply-page';
import { activityPlan } from './app/planning/activity-plan';
import { planQuarter } from './app/planning/plan-quarter';
import { speakerCard } from './app/speakers/speaker-card';
import { yearPlan } from './app/planning/year-plan';
import { runDue } from './app/notice/run-due';
import { setUpWorkbook } from './app/set-up/set-up-workbook';
import { startYear } from './app/new-year/start-year';
import { signInSheet } from './app/sign-in/sign-in-sheet';
import { speakerPage } from './app/speakers/speaker-page';
import {
  runUseCase,
  type Application,
  type RegisteredWorkbooks,
  type UseCases,
} from './app/runtime/use-case';
import { weeklyNotice } from './app/notice/weekly-notice';
import { chooseMailer } from './choose-mailer';
import type { Config } from './config';
import type { PageName, PageRunner, Runner } from './http/functions';
import type { Clock } from './ports/clock';

const USE_CASES: UseCases = {
  setUpWorkbook,
  startYear,
  checkEntries,
  checkRows,
  applySuggestions,
  dashboard,
  attendanceReport,
  absenceFollowUp,
  hoursLedger,
  evaluationReport,
  importRows,
  bulletin,
  weeklyNotice,
  noticeProgress,
  runDue,
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
};

const guesses = createRateLimiter();
const orders = createOrderStore();
const PAGES: Readonly<Record<PageName, PageCase>> = {
  reply: replyPage(),
  speaker: speakerPage,
  checkIn: checkInPage(guesses),
  checkInScreen,
  dashboard: dashboardPage(),
  order: orderPage(orders),
  orderHall: hallPage({ orders, guesses }),
  orderScreen: hallScreen,
  evaluate: evaluatePage(),
};

export interface Work {
  readonly run: Runner;
  readonly page: PageRunner;
}

export function startWork(
  config: Config,
  clock: Clock,
  workbooks: RegisteredWorkbooks = config.workbooks,
): Work {
  const application: Application = {
    useCases: USE_CASES,
    registry: { ...config, workbooks },
    sendSeconds: config.sendSeconds,
    ports: {
      workbook: googleWorkbook(
        lazily(() =>
          config.isGoogle ? googleSheetsClient() : localSheetsClient(config.sheetsRootUrl),
        ),
        ownAddressOf(config),
      ),
      mailer: (settings) => chooseMailer(settings, config, clock),
      links: config.links && signedLinks(config.links),
      ballots: config.links && keyedBallots(config.links.key),
      documents: docxWriter(),
      files: fileReader(),
      clock,
      pause: (milliseconds) => setTimeout(milliseconds),
    },
  };
  return {
    run: (name, request, caller) => runUseCase(name, { request, caller }, application),
    page: (name, request) => runPage(PAGES[name], request, application),
  };
}

/** Google's clients are made on first use: a cold start does not wait for them. */
function lazily(make: () => SheetsClient): () => SheetsClient {
  let client: SheetsClient | undefined;
  return () => (client ??= make());
}
