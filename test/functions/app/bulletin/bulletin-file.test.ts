// The file is opened by a library of other authors, and its figures are compared with the reports'.
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { AttendanceReportResponse } from '#core/contract/attendance-report';
import { anApplication, type TestApplication } from '#test/support/application';
import { sampleTables } from '#test/support/builders/sample-tables';
import { bulletinApp } from '#test/support/bulletin-app';
import { openDocx, type OpenedDocx } from '#test/support/open-docx';

async function openFile(app: TestApplication, length: 'month' | 'quarter'): Promise<OpenedDocx> {
  const { document } = await app.call('bulletin', { length, withFile: true });
  return openDocx(document.file?.content ?? '');
}

describe('the file of the sample district’s quarter', () => {
  let file: OpenedDocx;
  let report: AttendanceReportResponse;
  let spent: string;

  beforeAll(async () => {
    const app = anApplication(sampleTables([]));
    app.setNow('2026-11-23T01:00:00Z');
    file = await openFile(app, 'quarter');
    report = await app.call('attendanceReport', { from: '2026-10-01', to: '2026-12-31' });
    const budget = await app.call('budgetReport', { report: 'execution' });
    if (budget.report !== 'execution') throw new Error('the execution was asked for');
    spent = budget.overall.spent.text;
  });

  test('opens without a warning', () => {
    expect(file.warnings).toEqual([]);
    expect(file.paragraphs[0]).toBe('关于2026年第四季度云溪区领导干部理论学习情况的通报');
  });

  test('has each unit in official order with the report’s rates', () => {
    const [header = [], ...rows] = file.tables[0] ?? [];
    const at = (label: string): number => header.indexOf(label);
    const [total, ...units] = rows.toReversed();
    const shown = units
      .toReversed()
      .map((row) => [row[at('单位')], row[at('到课率A')], row[at('出勤率B')]]);
    expect(shown).toHaveLength(77);
    expect(shown).toEqual(
      report.units.map(({ unit, rates }) => [unit, rates.a.text, rates.b.text]),
    );
    expect([total?.[at('到课率A')], total?.[at('出勤率B')]]).toEqual([
      report.overall.a.text,
      report.overall.b.text,
    ]);
    expect(total?.slice(2)).toEqual(['743', '743', '670', '57', '16', '90.2%', '94.2%']);
  });

  test('has the money of the budget report', () => {
    expect(file.paragraphs.find((words) => words.startsWith('本期支出'))).toContain(
      `已支${spent}元`,
    );
  });
});

test('a small bulletin’s file says what its preview says', async () => {
  const app = bulletinApp();
  const { paragraphs, tables } = await openFile(app, 'month');
  const { document } = await app.call('bulletin', { length: 'month' });
  const { text } = document;
  const lines = [...paragraphs, ...tables.flat().map((cells) => cells.join('\t'))];
  const tidied = (all: readonly string[]) =>
    all
      .map((line) => line.replace(/^\u3000+/, ''))
      .filter((line) => line !== '')
      .toSorted();
  expect(tidied(lines)).toEqual(tidied(text.split('\n')));
});
