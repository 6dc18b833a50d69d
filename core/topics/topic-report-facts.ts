// What the reports on orders are made of, and what their tabs have in common.
import { joined } from '../text/listed';
import type { ReportColumn } from '../report/report-table';
import { fill } from '../text/language';
import type { Settings } from '../workbook/read/settings';
import type { Tables } from '../workbook/table';
import type { TabKey } from '../workbook/tab-keys';
import type { UnitCoverage } from './coverage';
import type { TopicRanking } from './rank-topics';
import type { SourceBalance } from './source-balance';
import { TOPIC_TEXTS } from './topics.texts';

export interface TopicReportFacts {
  readonly ranking: TopicRanking;
  readonly coverage: readonly UnitCoverage[];
  readonly balance: readonly SourceBalance[];
  readonly settings: Settings;
  readonly tables: Tables;
  /** As it is to be printed. */
  readonly generatedAt: string;
}

export type TopicColumn<Line> = ReportColumn<Line, keyof typeof TOPIC_TEXTS>;

export const COLOR = '#9334e6';
export const WHOLE = { kind: 'integer', width: 80 } as const;
export const PERCENT = { kind: 'percent', width: 80 } as const;

const TABS_READ: readonly TabKey[] = ['topics', 'orders', 'wishes', 'roster', 'schedule'];

/** When it was made, and from which tabs. */
export function originLine({
  settings: { language },
  tables,
  generatedAt,
}: TopicReportFacts): string {
  const tabs = TABS_READ.flatMap((key) => tables[key]?.title ?? []);
  const listed = joined(tabs, language);
  return fill(TOPIC_TEXTS.generated[language], { generatedAt, tabs: listed });
}
