// Results of the evaluations: opens what is over, writes the report tabs, and drafts what the speakers are told.
import { programmeYear } from '#core/attendance/periods';
import { readAttendanceData } from '#core/attendance/attendance-data';
import { personRecords } from '#core/attendance/person-record';
import type { Day } from '#core/calendar/day';
import { toLocalTime } from '#core/calendar/zone';
import type {
  EvaluationReportRequest,
  EvaluationReportResponse,
} from '#core/contract/evaluation-report';
import {
  commentsSheet,
  sessionResultsSheet,
  speakerResultsSheet,
} from '#core/evaluation/evaluation-sheets';
import { planOpening } from '#core/evaluation/open-answers';
import { evaluationResults } from '#core/evaluation/results';
import { readBook } from '#core/model/book';
import { planReports } from '#core/report/plan-reports';
import type { Settings } from '#core/workbook/read/settings';
import type { Snapshot } from '#core/workbook/snapshot';
import type { TabKey } from '#core/workbook/tab-keys';
import { AppError } from '../../errors';
import { periodBetween } from '../runtime/period-between';
import { optimisticWrite } from '../runtime/optimistic-write';
import type { OpenedWorkbook, Ports, UseCase } from '../runtime/use-case';
import type { PlannedWrite } from '../runtime/write-with-retry';
import { tabOf } from '../runtime/write-report';
import { evaluatedSession } from './evaluated-session';

const REQUIRED: readonly TabKey[] = [
  'schedule',
  'roster',
  'attendance',
  'statuses',
  'evaluations',
  'ballots',
];
const SESSIONS = 'report-evaluation-sessions';
const SPEAKERS = 'report-evaluation-speakers';
const COMMENTS = 'report-evaluation-comments';

export const evaluationReport: UseCase<'evaluationReport'> = {
  tabs: [...REQUIRED, 'leave', 'speakers'],
  reports: () => [SESSIONS, SPEAKERS, COMMENTS],
  required: REQUIRED,
  exact: REQUIRED,
  run(request, opened, ports) {
    const period = periodOf(request, opened.settings);
    const decide = (snapshot: Snapshot) => report(snapshot, { request, period, opened, ports });
    const read = () => opened.reread();
    return optimisticWrite(
      request.spreadsheetId,
      { read, decide, whenBusy: 'writeConflict' },
      ports,
    );
  },
};

interface Call {
  readonly request: EvaluationReportRequest;
  readonly period: { readonly from: Day; readonly to: Day };
  readonly opened: Pick<OpenedWorkbook, 'settings' | 'language'>;
  readonly ports: Pick<Ports, 'clock' | 'ballots'>;
}

function report(
  snapshot: Snapshot,
  { request, period, opened, ports }: Call,
): PlannedWrite<EvaluationReportResponse> {
  const { settings, language } = opened;
  const { spreadsheetId, close = null } = request;
  const now = ports.clock.now();
  const local = toLocalTime(now, settings.timeZone);
  const { book } = readBook(snapshot.tables, local.day);
  const opening = planOpening(snapshot, {
    now,
    settings,
    closeNow: close,
    open: (sealed, sessionId) => ports.ballots?.open(sealed, { spreadsheetId, sessionId }) ?? null,
  });
  if (close !== null && !opening.opened.includes(close)) throw new AppError('evaluationNotClosed');
  const records = personRecords(readAttendanceData(snapshot.tables), period, snapshot.tables);
  const results = evaluationResults(book, period, {
    records,
    rows: opening.rows,
    tooFew: opening.tooFew,
  });
  const generatedAt = `${local.day} ${local.time}`;
  const facts = { results, settings, period, generatedAt, broken: opening.broken };
  const reports = planReports(
    snapshot,
    [
      { key: SESSIONS, sheet: sessionResultsSheet(facts) },
      { key: SPEAKERS, sheet: speakerResultsSheet(facts) },
      { key: COMMENTS, sheet: commentsSheet(facts) },
    ],
    settings.language,
  );
  return {
    changes: [...opening.changes, ...reports],
    result: {
      ...period,
      sessions: results.sessions
        .filter(({ received }) => received > 0)
        .map((session) =>
          evaluatedSession(session, { settings, language, closable: opening.closable }),
        )
        .toReversed(),
      opened: opening.opened.length,
      broken: opening.broken,
      leftOut: results.leftOut,
      tabs: reports.map(tabOf),
    },
  };
}

/** What was asked for; else the settings' year. Throws `AppError` badPeriod. */
function periodOf(request: EvaluationReportRequest, settings: Settings): Call['period'] {
  const usual = programmeYear(settings);
  const { from = usual.from, to = usual.to } = request;
  return periodBetween(from, to);
}
