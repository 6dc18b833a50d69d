// The composition root: configuration → adapters → use cases.
import { setTimeout } from 'node:timers/promises';
import {
  googleSheetsClient,
  localSheetsClient,
  type SheetsClient,
} from './adapters/google-clients';
import { googleWorkbook } from './adapters/google-sheets/google-workbook';
import { googleIdentity } from './adapters/identity/google-identity';
import { signedLinks } from './adapters/links/signed-links';
import { jsonLogger } from './adapters/system/json-logger';
import { ownAddressOf } from './adapters/own-address';
import { systemClock } from './adapters/system/system-clock';
import { absenceFollowUp } from './app/absence-follow-up';
import { attendanceReport } from './app/attendance-report';
import { budgetReport } from './app/budget-report';
import { applySuggestions } from './app/apply-suggestions';
import { checkEntries } from './app/check-entries';
import { checkInPage } from './app/check-in-page';
import { checkInScreen } from './app/check-in-screen';
import { checkRows } from './app/check-rows';
import { hoursLedger } from './app/hours-ledger';
import { leaveRegister } from './app/leave-register';
import { lectureFees } from './app/lecture-fees';
import { runPage, type PageCase } from './app/page-case';
import { noticeProgress } from './app/notice-progress';
import { replyPage } from './app/reply-page';
import { runDue } from './app/run-due';
import { setUpWorkbook } from './app/set-up-workbook';
import { signInSheet } from './app/sign-in-sheet';
import { runUseCase, type Application, type UseCases } from './app/use-case';
import { weeklyNotice } from './app/weekly-notice';
import { chooseMailer } from './choose-mailer';
import type { Config } from './config';
import type { Functions } from './http/define-endpoint';
import type { Clock } from './ports/clock';
import type { PageName } from './http/define-page';
import type { Logger } from './ports/logger';

const USE_CASES: UseCases = {
  setUpWorkbook,
  checkEntries,
  checkRows,
  applySuggestions,
  attendanceReport,
  absenceFollowUp,
  hoursLedger,
  weeklyNotice,
  noticeProgress,
  runDue,
  leaveRegister,
  signInSheet,
  lectureFees,
  budgetReport,
};

const PAGES: Readonly<Record<PageName, PageCase>> = {
  reply: replyPage(),
  checkIn: checkInPage(),
  checkInScreen,
};

/** What the local workbench puts in place of the real thing. */
export interface Overrides {
  readonly clock?: Clock;
  readonly logger?: Logger;
}

export function wire(config: Config, overrides: Overrides = {}): Functions {
  const clock = overrides.clock ?? systemClock;
  const application: Application = {
    useCases: USE_CASES,
    registry: config,
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
      clock,
      pause: (milliseconds) => setTimeout(milliseconds),
    },
  };
  return {
    identity: googleIdentity(config),
    schedulers: config.schedulers,
    logger: overrides.logger ?? jsonLogger(),
    run: (name, request, caller) => runUseCase(name, { request, caller }, application),
    page: (name, request) => runPage(PAGES[name], request, application),
    milliseconds: () => performance.now(),
  };
}

/** Google's clients are made on first use: a cold start does not wait for them. */
function lazily(make: () => SheetsClient): () => SheetsClient {
  let client: SheetsClient | undefined;
  return () => (client ??= make());
}
