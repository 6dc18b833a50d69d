// All that works behind the doors: the use cases and pages over their adapters. A call that is refused at the door does without it.
import { setTimeout } from 'node:timers/promises';
import { scheduledRequest } from '#core/contract/functions';
import { googleWorkbook } from './adapters/google-sheets/google-workbook';
import { docxWriter } from './adapters/documents/docx-writer';
import { fileReader } from './adapters/files/file-reader';
import { keyedBallots } from './adapters/links/keyed-ballots';
import { signedLinks } from './adapters/links/signed-links';
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
import { rollUp } from './app/roll-up/roll-up';
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
  type Ports,
  type RegisteredWorkbooks,
  type UseCases,
} from './app/runtime/use-case';
import { weeklyNotice } from './app/notice/weekly-notice';
import { chooseFacts } from './choose-facts';
import { chooseMailer } from './choose-mailer';
import { chooseRegistry, type ChosenRegistry } from './choose-registry';
import { chooseSheets } from './choose-sheets';
import type { Config } from './config';
import type { Functions, PageName } from './http/functions';
import type { Clock } from './ports/clock';
import type { Logger } from './ports/logger';

/** All but those that are made from the configuration. */
const USE_CASES: Omit<UseCases, 'rollUp'> = {
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

export interface Work extends Pick<Functions, 'run' | 'page' | 'runScheduled' | 'dispatch'> {
  /** Audiences besides those of the environment. */
  readonly moreAudiences: () => Promise<readonly string[]>;
}

export interface WorkParts {
  readonly config: Config;
  readonly clock: Clock;
  readonly logger: Logger;
  /** In place of those that the configuration or the registry names. */
  readonly workbooks: RegisteredWorkbooks | undefined;
}

export function startWork({ config, clock, logger, workbooks }: WorkParts): Work {
  // Asked with each call only: the registry is read through these clients itself.
  const sheets = chooseSheets(config, (spreadsheetId) => registry.accountOf(spreadsheetId));
  const ports: Ports = {
    workbook: googleWorkbook(sheets.client, sheets.ownAddress),
    mailer: (settings) => chooseMailer(settings, config, clock),
    links: config.links && signedLinks(config.links),
    ballots: config.links && keyedBallots(config.links.key),
    documents: docxWriter(),
    files: fileReader(),
    clock,
    pause: (milliseconds) => setTimeout(milliseconds),
  };
  const facts = chooseFacts(config.rollUp);
  const registry: ChosenRegistry = chooseRegistry({
    config,
    ports,
    logger,
    factTable: facts.table,
    run: (name, spreadsheetId, caller) =>
      runUseCase(name, { request: scheduledRequest(spreadsheetId), caller }, application),
  });
  const application: Application = {
    useCases: {
      ...USE_CASES,
      rollUp: rollUp({ store: facts.store, placeOf: registry.placeOf }),
    },
    admission: async () => {
      const admitted = await registry.admission();
      return workbooks ? { ...admitted, workbooks } : admitted;
    },
    sendSeconds: config.sendSeconds,
    afterCall: registry.afterCall,
    ports,
  };
  return {
    run: (name, request, caller) => runUseCase(name, { request, caller }, application),
    page: (name, request) => runPage(PAGES[name], request, application),
    runScheduled: registry.runScheduled,
    dispatch: registry.dispatch,
    moreAudiences: registry.moreAudiences,
  };
}
