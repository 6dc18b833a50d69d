// A workbook with an export of attendance pasted into a tab, and the import of it.
import type { AttendanceImportPreview } from '#core/contract/import-records';
import type { ImportRowsRequest } from '#core/contract/import-rows';
import type { Cell } from '#core/workbook/table';
import { anApplication, type TestApplication } from '#test/support/application';
import { aMember, aSession, aStatus } from '#test/support/builders/rows';
import { aWorkbook } from '#test/support/builders/tables';

export type Rows = readonly (readonly Cell[])[];
type Wishes = Partial<
  Omit<
    Extract<ImportRowsRequest, { action: 'preview'; kind: 'attendance' }>,
    'action' | 'kind' | 'source'
  >
>;
type Tables = NonNullable<Parameters<typeof aWorkbook>[0]>;

const ROLES = [{ email: 'clerk@example.org', role: 'clerk' as const }];
const STATUSES = [
  aStatus(),
  aStatus({ code: 'late', label: '迟到' }),
  aStatus({ code: 'leftEarly', label: '早退' }),
  aStatus({ code: 'personal', label: '事假', credit: 0 }),
  aStatus({ code: 'absent', label: '缺席', credit: 0 }),
];

const member = (id: string, name: string, unit: string, phone: string | null = null) =>
  aMember({ id, name, unit, phone, category: 'department', post: '局长' });

const ROSTER = [
  member('R001', '周文远', '区委', '13900000001'),
  member('R002', '张伟', '区住建局', '13900000002'),
  member('R003', '张伟', '区教育局', '13900000003'),
  member('R004', '李娜', '区委宣传部'),
  member('R005', '钱进', '区数据局'),
];

export interface Importing {
  readonly app: TestApplication;
  readonly preview: (wishes?: Wishes) => Promise<AttendanceImportPreview>;
  readonly apply: (wishes?: Wishes) => Promise<object>;
  readonly marks: () => Cell[][];
}

export async function importing(rows: Rows, tables: Tables = {}): Promise<Importing> {
  const app = anApplication(
    aWorkbook({
      roles: ROLES,
      statuses: STATUSES,
      roster: ROSTER,
      schedule: [aSession()],
      ...tables,
    }),
  );
  // Seven in the evening of the session's day.
  app.setNow('2026-03-06T11:00:00Z');
  const sheetId = await app.workbook.addTab('会议导出', rows);
  const request = {
    kind: 'attendance',
    source: { from: 'tab', sheetId },
    sessionId: 'S01',
  } as const;
  const preview = async (wishes: Wishes = {}): Promise<AttendanceImportPreview> => {
    const shown = await app.call('importRows', { action: 'preview', ...request, ...wishes });
    if (shown.action !== 'preview' || shown.kind !== 'attendance') throw new Error('no preview');
    return shown;
  };
  return {
    app,
    preview,
    async apply(wishes = {}) {
      const { fingerprint } = await preview(wishes);
      return app.call('importRows', { action: 'apply', ...request, ...wishes, fingerprint });
    },
    marks: () => app.workbook.rowsOf('attendance'),
  };
}

/** As the cell of a time has it. */
export const time = (clock: string): number => {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return (hour * 60 + minute) / 1440;
};
