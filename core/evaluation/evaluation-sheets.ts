// The evaluation as report tabs: sessions, speakers, comments.
import { percentCell } from '../report/percent-cell';
import { dayToSerial, type Day } from '../calendar/day';
import { columnsLabelled, reportSheet, type ReportColumn } from '../report/report-table';
import { fill } from '../text/language';
import type { Settings } from '../workbook/read/settings';
import type { Cell } from '../workbook/table';
import type { ReportSheet } from '../workbook/write/change';
import { EVALUATION_TEXTS } from './evaluation.texts';
import { hundredthsOf, tenthsOfPoints, type EvaluationFigures, type Mean } from './figures';
import {
  resultLabel,
  type EvaluationResults,
  type SessionResult,
  type SpeakerResult,
} from './results';

export interface EvaluationReportFacts {
  readonly results: EvaluationResults;
  readonly settings: Settings;
  readonly period: { readonly from: Day; readonly to: Day };
  /** As it is to be printed. */
  readonly generatedAt: string;
  /** Sealed answers that cannot be opened. */
  readonly broken: number;
}

const COLOR = '#9334e6';

export function sessionResultsSheet(facts: EvaluationReportFacts): ReportSheet {
  const { results, settings } = facts;
  const { language, programme } = settings;
  const column = columnsLabelled(EVALUATION_TEXTS, language);
  const text = { kind: 'text' } as const;
  return reportSheet({
    title: EVALUATION_TEXTS.sessions[language],
    color: COLOR,
    heading: [
      fill(EVALUATION_TEXTS.sessionsHeading[language], { programme }),
      ...originLines(facts),
      EVALUATION_TEXTS.meaning[language],
      fill(EVALUATION_TEXTS.leastMeaning[language], { least: settings.evaluationLeast }),
      ...leftOutLines(facts),
    ],
    columns: [
      column('number', {
        kind: 'integer',
        width: 60,
        cell: ({ number }: SessionResult) => number,
      }),
      column('date', {
        kind: 'day',
        width: 100,
        cell: ({ date }: SessionResult) => dayToSerial(date),
      }),
      column('title', { ...text, width: 260, cell: ({ title }: SessionResult) => title }),
      column('speaker', { ...text, width: 100, cell: ({ speaker }: SessionResult) => speaker }),
      column('came', { kind: 'integer', width: 64, cell: ({ came }: SessionResult) => came }),
      column('received', {
        kind: 'integer',
        width: 64,
        cell: ({ received }: SessionResult) => received,
      }),
      column('response', {
        kind: 'percent',
        width: 80,
        cell: ({ received, came }: SessionResult) =>
          percentCell({ numerator: received, denominator: came }),
      }),
      ...figureColumns<SessionResult>(settings, ({ figures }) => figures),
      column('state', {
        ...text,
        width: 180,
        cell: (result: SessionResult) => resultLabel(result, language),
      }),
    ],
    lines: results.sessions,
    charts: [
      {
        title: EVALUATION_TEXTS.chartSessions[language],
        type: 'COLUMN',
        rows: 'lines',
        labels: 'number',
        series: ['points'],
      },
    ],
    identity: ['date', 'title'],
    frozenThrough: 'title',
  });
}

export function speakerResultsSheet(facts: EvaluationReportFacts): ReportSheet {
  const { results, settings } = facts;
  const { language, programme } = settings;
  const column = columnsLabelled(EVALUATION_TEXTS, language);
  return reportSheet({
    title: EVALUATION_TEXTS.speakers[language],
    color: COLOR,
    heading: [
      fill(EVALUATION_TEXTS.speakersHeading[language], { programme }),
      ...originLines(facts),
      EVALUATION_TEXTS.meaning[language],
      fill(EVALUATION_TEXTS.rankMeaning[language], { least: settings.rankingLeast }),
    ],
    columns: [
      column('rank', {
        kind: 'text',
        width: 60,
        cell: ({ rank }: SpeakerResult) => (rank === null ? null : String(rank)),
      }),
      column('speaker', {
        kind: 'text',
        width: 120,
        cell: ({ speaker }: SpeakerResult) => speaker,
      }),
      column('given', {
        kind: 'integer',
        width: 70,
        cell: ({ sessions }: SpeakerResult) => sessions,
      }),
      column('received', {
        kind: 'integer',
        width: 64,
        cell: ({ figures }: SpeakerResult) => figures.answers,
      }),
      ...figureColumns<SpeakerResult>(settings, ({ figures }) => figures),
      column('state', {
        kind: 'text',
        width: 120,
        cell: ({ rank }: SpeakerResult) =>
          rank === null ? EVALUATION_TEXTS.tooFew[language] : null,
      }),
    ],
    lines: results.speakers,
    identity: ['speaker'],
    frozenThrough: 'speaker',
  });
}

/** A comment of one session. */
interface CommentLine {
  readonly session: SessionResult;
  readonly comment: string;
}

export function commentsSheet(facts: EvaluationReportFacts): ReportSheet {
  const { results, settings } = facts;
  const { language, programme } = settings;
  const column = columnsLabelled(EVALUATION_TEXTS, language);
  const lines = results.sessions.flatMap((session) =>
    session.comments.map((comment): CommentLine => ({ session, comment })),
  );
  return reportSheet({
    title: EVALUATION_TEXTS.comments[language],
    color: COLOR,
    heading: [
      fill(EVALUATION_TEXTS.commentsHeading[language], { programme }),
      ...originLines(facts),
      EVALUATION_TEXTS.commentsMeaning[language],
    ],
    columns: [
      column('number', {
        kind: 'integer',
        width: 60,
        cell: ({ session }: CommentLine) => session.number,
      }),
      column('date', {
        kind: 'day',
        width: 100,
        cell: ({ session }: CommentLine) => dayToSerial(session.date),
      }),
      column('title', {
        kind: 'text',
        width: 260,
        cell: ({ session }: CommentLine) => session.title,
      }),
      column('comment', { kind: 'text', width: 480, cell: ({ comment }: CommentLine) => comment }),
    ],
    lines,
    identity: ['date', 'title', 'comment'],
    frozenThrough: 'title',
  });
}

type FigureKey = 'mean' | 'points' | 'satisfied' | 'excellent' | `item-${number}`;

/** A mean for each item under the name that the settings give it, then the figures over all items. */
function figureColumns<Line>(
  { evaluationItems, language }: Settings,
  of: (line: Line) => EvaluationFigures | null,
): ReportColumn<Line, FigureKey>[] {
  const column = columnsLabelled(EVALUATION_TEXTS, language);
  const mean = { kind: 'decimal', width: 90 } as const;
  const rate = { kind: 'percent', width: 80 } as const;
  return [
    ...evaluationItems.map((label, item): ReportColumn<Line, FigureKey> => ({
      key: `item-${item}`,
      label,
      ...mean,
      cell: (line) => meanCell(of(line)?.items[item]),
    })),
    column('mean', { ...mean, cell: (line) => meanCell(of(line)?.overall) }),
    column('points', { ...mean, cell: (line) => pointsCell(of(line)?.overall) }),
    column('satisfied', { ...rate, cell: (line) => rateCell(of(line)?.satisfied) }),
    column('excellent', { ...rate, cell: (line) => rateCell(of(line)?.excellent) }),
  ];
}

function meanCell(mean: Mean | undefined): Cell {
  const hundredths = mean ? hundredthsOf(mean) : null;
  return hundredths === null ? null : hundredths / 100;
}

function pointsCell(mean: Mean | undefined): Cell {
  const tenths = mean ? tenthsOfPoints(mean) : null;
  return tenths === null ? null : tenths / 10;
}

const rateCell = (rate: EvaluationFigures['satisfied'] | undefined): Cell =>
  rate ? percentCell(rate) : null;

function originLines({ results, settings, period, generatedAt }: EvaluationReportFacts): string[] {
  const { language } = settings;
  const shown = results.sessions.filter(({ state }) => state === 'shown').length;
  const facts = { from: period.from, to: period.to, shown, sessions: results.sessions.length };
  return [
    fill(EVALUATION_TEXTS.period[language], facts),
    fill(EVALUATION_TEXTS.generated[language], { generatedAt }),
  ];
}

function leftOutLines({
  results,
  broken,
  settings: { language },
}: EvaluationReportFacts): string[] {
  return [
    ...(results.leftOut > 0
      ? [fill(EVALUATION_TEXTS.leftOut[language], { count: results.leftOut })]
      : []),
    ...(broken > 0 ? [fill(EVALUATION_TEXTS.broken[language], { count: broken })] : []),
  ];
}
