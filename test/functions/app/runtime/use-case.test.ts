import { describe, expect, test } from '@jest/globals';
import { aMember, aSession, aSpeaker } from '#test/support/builders/rows';
import { aWorkbook, withCellIn } from '#test/support/builders/tables';
import { anApplication } from '#test/support/application';
import { languageOfError } from '#functions/errors';
import { WORKBOOK_ID } from '#test/support/in-memory-workbook';

const ROLES = [
  { email: 'clerk@example.org', role: 'clerk' as const },
  { email: 'viewer@example.org', role: 'viewer' as const },
  { email: 'head@example.org', role: 'admin' as const },
];
const tables = aWorkbook({
  roles: ROLES,
  roster: [aMember()],
  speakers: [aSpeaker()],
  schedule: [aSession()],
});

describe('runUseCase', () => {
  test.each([
    ['clerk@example.org', 'checkEntries', true],
    ['head@example.org', 'checkEntries', true],
    ['viewer@example.org', 'checkEntries', false],
    ['stranger@example.org', 'checkEntries', false],
    ['clerk@example.org', 'setUpWorkbook', false],
    ['head@example.org', 'setUpWorkbook', true],
    ['admin@example.org', 'setUpWorkbook', true],
  ] as const)('lets %s call %s: %s', async (email, name, allowed) => {
    const app = anApplication(tables);
    const call = app.call(name, {}, email);
    if (allowed) await expect(call).resolves.toBeDefined();
    else await expect(call).rejects.toMatchObject({ refusal: 'roleTooLow' });
    // A check that finds nothing has nothing to write.
    expect(app.workbook.applied).toHaveLength(allowed && name === 'setUpWorkbook' ? 1 : 0);
  });

  test('does not know a workbook that is not registered', async () => {
    const app = anApplication(tables);
    await expect(
      app.call('checkEntries', { spreadsheetId: 'workbook-of-somebody-else' }),
    ).rejects.toMatchObject({ refusal: 'unknownWorkbook' });
  });

  test('does not know a workbook that another script’s tokens open', async () => {
    const app = anApplication(tables, { workbooks: new Map([[WORKBOOK_ID, ['another-script']]]) });
    await expect(app.call('checkEntries', {})).rejects.toMatchObject({
      refusal: 'unknownWorkbook',
    });
    expect(app.workbook.applied).toEqual([]);
  });

  test.each([
    ['clerk@example.org', false],
    ['admin@example.org', true],
  ])('tells %s whether the account administers the deployment: %s', async (email, expected) => {
    const answer = await anApplication(tables).call('noticeProgress', {}, email);
    expect(answer).toEqual({ sends: [], isDeploymentAdmin: expected });
  });

  test.each([
    [{}, 'zh-CN'],
    [{ language: 'en' }, 'en'],
  ] as const)('refuses %j in the language %s', async (request, language) => {
    const refused: unknown = await anApplication(tables)
      .call('checkEntries', request, 'viewer@example.org')
      .catch((error: unknown) => error);
    expect(languageOfError(refused)).toBe(language);
  });

  test('names the tab that is missing and writes nothing', async () => {
    const rest = Object.fromEntries(Object.entries(tables).filter(([key]) => key !== 'schedule'));
    const app = anApplication(rest);
    const refused = app.call('attendanceReport', { language: 'zh-CN' });
    await expect(refused).rejects.toMatchObject({
      refusal: 'tabMissing',
      code: 'workbook-incomplete',
    });
    await expect(refused).rejects.toThrow('The workbook lacks the tab 日程.');
    expect(app.workbook.applied).toEqual([]);
  });

  test('names the column that is missing when the work needs it', async () => {
    const broken = withCellIn(tables, { tab: 'roster', row: 1, column: 'unit' }, '栏目甲');
    const app = anApplication(broken);
    await expect(app.call('attendanceReport', {})).rejects.toThrow('“花名册”缺少“单位”列。');
    await expect(app.call('checkEntries', {})).resolves.toMatchObject({ counts: { error: 1 } });
  });
});
