// The sources of topics and their shares, as a tab.
import { percentCell } from '../report/percent-cell';
import { columnsLabelled, reportSheet } from '../report/report-table';
import { fill } from '../text/language';
import { TOPICS } from '../workbook/tabs/topics';
import type { ReportSheet } from '../workbook/write/change';
import type { SourceBalance } from './source-balance';
import { COLOR, originLine, PERCENT, WHOLE, type TopicReportFacts } from './topic-report-facts';
import { TOPIC_TEXTS } from './topics.texts';

/** One row a source, with its share of the year's sessions against the one that is set. */
export function sourceSheet(facts: TopicReportFacts): ReportSheet {
  const { balance, settings } = facts;
  const { language, programme, year } = settings;
  const column = columnsLabelled(TOPIC_TEXTS, language);
  const nameOf = ({ source }: SourceBalance): string =>
    (source ? TOPICS.columns.source.choices[source] : TOPIC_TEXTS.noSource)[language];
  return reportSheet({
    title: TOPIC_TEXTS.sources[language],
    color: COLOR,
    heading: [
      fill(TOPIC_TEXTS.headingSources[language], { programme, year }),
      originLine(facts),
      TOPIC_TEXTS.sourcesMeaning[language],
    ],
    columns: [
      column('source', { kind: 'text', width: 120, cell: nameOf }),
      column('open', { ...WHOLE, cell: ({ open }: SourceBalance) => open.numerator }),
      column('openOf', { ...WHOLE, cell: ({ open }: SourceBalance) => open.denominator }),
      column('heads', { ...WHOLE, cell: ({ heads }: SourceBalance) => heads }),
      column('points', {
        kind: 'decimal',
        width: 80,
        cell: ({ points }: SourceBalance) => points.numerator,
      }),
      column('pointsOf', {
        kind: 'decimal',
        width: 80,
        cell: ({ points }: SourceBalance) => points.denominator,
      }),
      column('pointsShare', {
        ...PERCENT,
        cell: ({ points }: SourceBalance) => percentCell(points),
      }),
      column('sessions', { ...WHOLE, cell: ({ sessions }: SourceBalance) => sessions.numerator }),
      column('sessionsOf', {
        ...WHOLE,
        cell: ({ sessions }: SourceBalance) => sessions.denominator,
      }),
      column('sessionShare', {
        ...PERCENT,
        cell: ({ sessions }: SourceBalance) => percentCell(sessions),
      }),
      column('target', { ...PERCENT, cell: ({ target }: SourceBalance) => target }),
      column('surplus', {
        kind: 'decimal',
        width: 100,
        cell: ({ surplus }: SourceBalance) => surplus,
      }),
    ],
    lines: balance,
    charts: [
      {
        title: TOPIC_TEXTS.chartSources[language],
        type: 'COLUMN',
        rows: 'lines',
        labels: 'source',
        series: ['sessions'],
      },
    ],
    identity: ['source'],
  });
}
