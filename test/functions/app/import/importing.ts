// A workbook with a list pasted into a tab, and the import of it.
import type { RosterImportPreview } from '#core/contract/import-roster';
import type { ImportRowsRequest } from '#core/contract/import-rows';
import type { Cell } from '#core/workbook/table';
import { anApplication, type TestApplication } from '#test/support/application';
import { aMember } from '#test/support/builders/rows';
import { aWorkbook } from '#test/support/builders/tables';

export type Rows = readonly (readonly Cell[])[];
export type Wishes = Partial<
  Omit<
    Extract<ImportRowsRequest, { action: 'preview'; kind: 'roster' }>,
    'action' | 'kind' | 'source'
  >
>;

const CLERK_ROLE = [{ email: 'clerk@example.org', role: 'clerk' as const }];

export const TITLE = ['云溪区参训人员花名册'];
export const HEADER = ['序号', '姓名', '工作单位', '职务职级', '手机号码', '电子邮箱'];

export const KNOWN = [
  aMember({ id: 'R001', name: '周文远', unit: '区委', post: '书记', phone: '13900000001' }),
  aMember({
    id: 'R002',
    name: '张伟',
    unit: '区住建局',
    unitOrder: 20,
    phone: '13900000002',
    category: 'department',
  }),
  aMember({
    id: 'R003',
    name: '李娜',
    unit: '区教育局',
    unitOrder: 30,
    phone: '13900000003',
    category: 'department',
  }),
];

export interface Importing {
  readonly app: TestApplication;
  readonly preview: (wishes?: Wishes) => Promise<RosterImportPreview>;
  readonly apply: (wishes?: Wishes) => Promise<object>;
  readonly roster: () => Cell[][];
}

export async function importing(rows: Rows, roster = KNOWN): Promise<Importing> {
  const app = anApplication(aWorkbook({ roles: CLERK_ROLE, roster }));
  const sheetId = await app.workbook.addTab('粘贴的名单', rows);
  const request = { kind: 'roster', source: { from: 'tab', sheetId } } as const;
  const preview = async (wishes: Wishes = {}): Promise<RosterImportPreview> => {
    const shown = await app.call('importRows', { action: 'preview', ...request, ...wishes });
    if (shown.action !== 'preview' || shown.kind !== 'roster') throw new Error('no preview');
    return shown;
  };
  return {
    app,
    preview,
    async apply(wishes = {}) {
      const { fingerprint } = await preview(wishes);
      return app.call('importRows', { action: 'apply', ...request, ...wishes, fingerprint });
    },
    roster: () => app.workbook.rowsOf('roster'),
  };
}
