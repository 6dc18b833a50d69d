import { checkWorkbook } from '#core/checks/check-workbook';
import { listedFindings } from '#core/checks/listed';
import { planChecksTab } from '#core/checks/plan-checks-tab';
import { toLocalTime } from '#core/calendar/zone';
import { placeOf } from '#core/workbook/snapshot';
import type { RenderedFinding } from '#core/contract/rendered-finding';
import type { Finding } from '#core/finding';
import { TAB_KEYS, type TabKey } from '#core/workbook/tab-keys';
import { countSeverities } from './count-severities';
import {
  areMarksRefused,
  markCells,
  notMarkedFinding,
  withoutMarks,
  type MarkWrites,
} from './mark-cells';
import { renderFindings } from './render-findings';
import type { UseCase } from './use-case';

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

/** Checks every tab, writes the findings tab anew and marks the wrong cells. */
export const checkEntries: UseCase<'checkEntries'> = {
  tabs: TAB_KEYS,
  required: REQUIRED,
  exact: ['checks'],
  async run(request, { snapshot, settings, language }, { workbook, clock }) {
    const today = toLocalTime(clock.now(), settings.timeZone).day;
    const checked = checkWorkbook(snapshot.tables, today);
    const planned = await markCells(
      checked.findings,
      { snapshot, settings },
      { workbook, scope: null },
    );
    const write = async (marks: MarkWrites): Promise<Written> => {
      const findings = [...checked.findings, ...notMarkedFinding(marks)];
      const written = renderFindings(listedFindings(findings), snapshot, settings.language);
      const list = planChecksTab(snapshot, written, settings.language);
      await workbook.apply(request.spreadsheetId, [...list, ...marks.writes]);
      return { marks, findings, written };
    };
    const { marks, findings, written } = await write(planned).catch((error: unknown) => {
      if (!areMarksRefused(error, planned)) throw error;
      return write(withoutMarks(planned));
    });
    const shown =
      language === settings.language
        ? written
        : renderFindings(findings.slice(0, SHOWN), snapshot, language);
    return {
      counts: countSeverities(findings),
      rows: checked.rows,
      marked: marks.marked,
      notMarked: marks.notMarked,
      findings: shown.slice(0, SHOWN),
      notShown: Math.max(0, findings.length - SHOWN),
      tab: {
        title: placeOf(snapshot, 'checks')?.title ?? '',
        sheetId: placeOf(snapshot, 'checks')?.sheetId ?? 0,
      },
    };
  },
};

interface Written {
  readonly marks: MarkWrites;
  readonly findings: readonly Finding[];
  readonly written: RenderedFinding[];
}
