// `npm run bench -- import-rows`: ten thousand rows of a .csv file, of people, of their attendance and of their hours, previewed and
// written, over a workbook in memory.
import { report } from './report';
import { anApplication } from '#test/support/application';
import { aMember, aSession } from '#test/support/builders/rows';
import { aWorkbook } from '#test/support/builders/tables';

const PEOPLE = 10_000;
const UNITS = 200;
const ROLES = [{ email: 'clerk@example.org', role: 'clerk' as const }];

const unitOf = (index: number): string => `单位${index % UNITS}`;
const nameOf = (index: number): string => `人员${index}`;

const lines = Array.from({ length: PEOPLE }, (_, index) =>
  [
    index + 1,
    nameOf(index),
    unitOf(index),
    '科长',
    13_900_000_000 + index,
    `p${index}@example.org`,
  ].join(','),
);
const csv = ['序号,姓名,工作单位,职务,手机号码,电子邮箱', ...lines].join('\n');
const source = {
  from: 'file',
  name: '名单.csv',
  content: Buffer.from(csv).toString('base64'),
} as const;
const units = Array.from({ length: UNITS }, (_, index) => ({
  unit: unitOf(index),
  category: 'department' as const,
}));

const fileOf = (header: string, rows: readonly string[]) =>
  ({
    from: 'file',
    name: '导出.csv',
    content: Buffer.from([header, ...rows].join('\n')).toString('base64'),
  }) as const;

type Imported =
  | { readonly kind: 'roster'; readonly source: typeof source; readonly units: typeof units }
  | {
      readonly kind: 'attendance';
      readonly source: ReturnType<typeof fileOf>;
      readonly sessionId: string;
    }
  | { readonly kind: 'otherHours'; readonly source: ReturnType<typeof fileOf> };

async function measure(
  words: string,
  roster: readonly ReturnType<typeof aMember>[],
  request: Imported = { kind: 'roster', source, units },
): Promise<void> {
  const app = anApplication(aWorkbook({ roles: ROLES, roster, schedule: [aSession()] }));
  app.setNow('2026-03-06T11:00:00Z');
  // The workbook in memory has tabs of a thousand rows; writes to what is below them are refused.
  const { places } = await app.workbook.read('', []);
  for (const { sheetId, rowCount } of places)
    await app.workbook.edit([
      { kind: 'growTab', sheetId, rowCount, addRows: 3 * PEOPLE, addColumns: 0 },
    ]);
  const started = performance.now();
  const shown = await app.call('importRows', { action: 'preview', ...request });
  const previewed = performance.now();
  if (shown.action !== 'preview') throw new Error('no preview');
  const { fingerprint, canApply } = shown;
  if (canApply) await app.call('importRows', { action: 'apply', ...request, fingerprint });
  const written = performance.now();
  report({
    task: `Import ${words}: preview, and its writing`,
    size: `${PEOPLE.toLocaleString('en')} rows`,
    program: 'Lectern',
    result: `${Math.round(previewed - started)} ms, ${Math.round(written - previewed)} ms`,
    timesLectern: null,
    megabytes: null,
  });
}

async function run(): Promise<void> {
  await measure('into an empty roster', []);
  const known = Array.from({ length: PEOPLE }, (_, index) =>
    aMember({
      id: `R${index}`,
      name: nameOf(index),
      unit: unitOf(index % 10 === 0 ? index + 1 : index),
      category: 'department',
      post: index % 3 === 0 ? '副科长' : '科长',
      unitOrder: (index % UNITS) * 10 + 10,
      personOrder: index * 10 + 10,
      email: `p${index}@example.org`,
      phone: String(13_900_000_000 + index),
    }),
  );
  await measure('with a tenth moved, a third with another post', known);
  const attended = known.map(
    ({ name, unit }, index) =>
      `${index % 20 === 0 ? `旁听${index}` : `${unit}-${name}`},2026-03-06 14:${20 + (index % 30)}:00,2026-03-06 17:01:00`,
  );
  await measure('of an export of attendance, a twentieth not matched', known, {
    kind: 'attendance',
    source: fileOf('昵称,入会时间,退会时间', attended),
    sessionId: 'S01',
  });
  const studied = known.map(
    ({ name, unit }, index) =>
      `${name},${unit},课程${index % 50},2026-02-01至2026-03-01,${index % 9}`,
  );
  await measure('of an export of hours', known, {
    kind: 'otherHours',
    source: fileOf('姓名,单位,课程名称,起止时间,学时', studied),
  });
}

void run();
