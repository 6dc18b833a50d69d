// `node bench/run.mjs import-rows`: ten thousand people of a .csv file, previewed and written, over a workbook in memory.
import { anApplication } from '#test/support/application';
import { aMember } from '#test/support/builders/rows';
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

async function measure(
  words: string,
  roster: readonly ReturnType<typeof aMember>[],
): Promise<void> {
  const app = anApplication(aWorkbook({ roles: ROLES, roster }));
  // The workbook in memory has tabs of a thousand rows; writes to what is below them are refused.
  const { places } = await app.workbook.read('', []);
  for (const { sheetId, rowCount } of places)
    await app.workbook.edit([
      { kind: 'growTab', sheetId, rowCount, addRows: 3 * PEOPLE, addColumns: 0 },
    ]);
  const request = { kind: 'roster', source, units } as const;
  const started = performance.now();
  const shown = await app.call('importRows', { action: 'preview', ...request });
  const previewed = performance.now();
  if (shown.action !== 'preview') throw new Error('no preview');
  const { fingerprint, counts, canApply } = shown;
  if (canApply) await app.call('importRows', { action: 'apply', ...request, fingerprint });
  const written = performance.now();
  console.log(
    `${words}: preview ${Math.round(previewed - started)} ms, write ${Math.round(written - previewed)} ms`,
    counts,
  );
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
  await measure('a tenth moved, a third with another post', known);
}

void run();
