import { checkWorkbook } from '#core/checks/check-workbook';
import { limitFindings } from '#core/checks/limit-findings';
import { planChecksTab } from '#core/checks/plan-checks-tab';
import { planNames } from '#core/names/shown-names';
import { toLocalTime } from '#core/calendar/zone';
import { placeOf, type Snapshot } from '#core/workbook/snapshot';
import type { ResponseOf } from '#core/contract/functions';
import { TAB_KEYS, type TabKey } from '#core/workbook/tab-keys';
import type { WorkbookChange } from '#core/workbook/write/change';
import { countSeverities } from '#core/checks/count-severities';
import {
  areHighlightsRefused,
  highlightCells,
  notHighlightedFinding,
  withoutHighlights,
  type HighlightWrites,
} from './highlight-cells';
import { renderFindings } from './render-findings';
import { writeWithRetry, type PlannedWrite } from '../runtime/write-with-retry';
import type { OpenedWorkbook, UseCase } from '../runtime/use-case';

/** How many findings the answer carries; the checks tab has more. */
const SHOWN = 200;
/** Tabs that a programme cannot do without. */
const REQUIRED: readonly TabKey[] = [
  'schedule',
  'attendance',
  'roster',
  'budget',
  'statuses',
  'settings',
  'checks',
];

/** Checks every tab, writes the findings tab anew, marks the wrong cells and brings the names beside ids up to date. */
export const checkEntries: UseCase<'checkEntries'> = {
  tabs: TAB_KEYS,
  required: REQUIRED,
  exact: ['checks'],
  async run(_request, opened, ports) {
    const today = toLocalTime(ports.clock.now(), opened.settings.timeZone).day;
    const { reread } = opened;
    const decide = async (snapshot: Snapshot, withMarks: boolean) => {
      const checked = checkWorkbook(snapshot.tables, today, snapshot.locale);
      const marks = await highlightCells(
        checked.findings,
        { snapshot, settings: opened.settings },
        { workbook: ports.workbook, scope: null },
      );
      return withMarks
        ? written({ snapshot, checked, marks, names: planNames(snapshot.tables) }, opened)
        : written({ snapshot, checked, marks: withoutHighlights(marks), names: [] }, opened);
    };
    try {
      return await writeWithRetry(
        opened.snapshot,
        { reread, decide: (snapshot) => decide(snapshot, true), maySplit: true },
        ports,
      );
    } catch (error) {
      // Of a write with marks and names: without them nothing of the clerks' cells is touched.
      if (!areHighlightsRefused(error)) throw error;
      return writeWithRetry(
        opened.snapshot,
        { reread, decide: (snapshot) => decide(snapshot, false), maySplit: true },
        ports,
      );
    }
  },
};

interface Checked {
  readonly snapshot: Snapshot;
  readonly checked: ReturnType<typeof checkWorkbook>;
  readonly marks: HighlightWrites;
  readonly names: readonly WorkbookChange[];
}

function written(
  { snapshot, checked, marks, names }: Checked,
  { settings, language }: Pick<OpenedWorkbook, 'settings' | 'language'>,
): PlannedWrite<ResponseOf<'checkEntries'>> {
  const findings = [...checked.findings, ...notHighlightedFinding(marks)];
  const rendered = renderFindings(limitFindings(findings), snapshot, settings.language);
  const list = planChecksTab(snapshot, rendered, settings.language);
  const shown =
    language === settings.language
      ? rendered
      : renderFindings(findings.slice(0, SHOWN), snapshot, language);
  const place = placeOf(snapshot, 'checks');
  return {
    // The list comes last: it says what the check found.
    changes: [...names, ...marks.writes, ...list],
    result: {
      counts: countSeverities(findings),
      rows: checked.rows,
      marked: marks.highlighted,
      notMarked: marks.notHighlighted,
      findings: shown.slice(0, SHOWN),
      notShown: Math.max(0, findings.length - SHOWN),
      tab: { title: place?.title ?? '', sheetId: place?.sheetId ?? 0 },
    },
  };
}
