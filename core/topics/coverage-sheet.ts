// Who was heard, as a tab.
import { joined } from '../text/listed';
import { dayToSerial } from '../calendar/day';
import { percentCell } from '../report/percent-cell';
import { columnsLabelled, reportSheet } from '../report/report-table';
import { fill, type Language } from '../text/language';
import type { Cell } from '../workbook/table';
import type { ReportSheet } from '../workbook/write/change';
import type { UnitCoverage } from './coverage';
import { COLOR, originLine, PERCENT, WHOLE, type TopicReportFacts } from './topic-report-facts';
import { TOPIC_TEXTS } from './topics.texts';

/** One row a unit, the least heard first. */
export function coverageSheet(facts: TopicReportFacts): ReportSheet {
  const { coverage, settings } = facts;
  const { language, programme } = settings;
  const column = columnsLabelled(TOPIC_TEXTS, language);
  return reportSheet({
    title: TOPIC_TEXTS.coverage[language],
    color: COLOR,
    heading: [
      fill(TOPIC_TEXTS.headingCoverage[language], { programme }),
      originLine(facts),
      TOPIC_TEXTS.coverageMeaning[language],
    ],
    columns: [
      column('unit', { kind: 'text', width: 200, cell: ({ unit }: UnitCoverage) => unit }),
      column('asked', { ...WHOLE, cell: ({ ordered }: UnitCoverage) => ordered.denominator }),
      column('ordered', { ...WHOLE, cell: ({ ordered }: UnitCoverage) => ordered.numerator }),
      column('share', { ...PERCENT, cell: ({ ordered }: UnitCoverage) => percentCell(ordered) }),
      column('wishes', { ...WHOLE, cell: ({ heard }: UnitCoverage) => heard.denominator }),
      column('heard', { ...WHOLE, cell: ({ heard }: UnitCoverage) => heard.numerator }),
      column('heardShare', { ...PERCENT, cell: ({ heard }: UnitCoverage) => percentCell(heard) }),
      column('lastHeard', {
        kind: 'day',
        width: 110,
        cell: ({ lastHeard }: UnitCoverage) => lastHeard && dayToSerial(lastHeard),
      }),
      column('best', { ...WHOLE, cell: ({ best }: UnitCoverage) => best?.rank ?? null }),
      column('bestTitles', {
        kind: 'text',
        width: 260,
        cell: ({ best }: UnitCoverage) => (best ? joined(best.titles, language) : null),
      }),
      column('note', {
        kind: 'text',
        width: 140,
        cell: (unit: UnitCoverage) => noteCell(unit, language),
      }),
    ],
    lines: coverage,
    isBold: ({ isUnheard }) => isUnheard,
    identity: ['unit'],
    frozenThrough: 'unit',
  });
}

function noteCell({ isUnheard, heard }: UnitCoverage, language: Language): Cell {
  if (isUnheard) return TOPIC_TEXTS.unheard[language];
  return heard.denominator === 0 ? TOPIC_TEXTS.silent[language] : null;
}
