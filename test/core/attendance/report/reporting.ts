import { buildAttendanceReport, type AttendanceReport } from '#core/attendance/report/report';
import { toDay } from '#core/calendar/day';
import type { Language } from '#core/text/language';
import type { ReportSheet } from '#core/workbook/write/change';
import { defaultSettings } from '#core/workbook/read/settings';
import type { Tables } from '#core/workbook/table';

export const PERIOD = { from: toDay('2026-01-01'), to: toDay('2026-03-31') };

export function report(tables: Tables, language: Language = 'zh-CN'): AttendanceReport {
  const settings = { ...defaultSettings(language), programme: '每周一学', attendanceTarget: 0.8 };
  return buildAttendanceReport({
    tables,
    settings,
    period: PERIOD,
    generatedAt: '2026-03-31 09:00',
  });
}

export function sheet(given: AttendanceReport, key: 'person' | 'unit' | 'session'): ReportSheet {
  const found = given.sheets.find((one) => one.key === `report-attendance-${key}`);
  if (!found) throw new Error(`no report by ${key}`);
  return found.sheet;
}

/** A row by the labels of its columns, blank cells left out. */
export function row(given: ReportSheet, index: number): Record<string, unknown> {
  const cells = given.columns.map(({ label }, at) => [label, given.rows[index]?.[at] ?? null]);
  return Object.fromEntries(cells.filter(([, cell]) => cell !== null)) as Record<string, unknown>;
}
