// Each thing that can be wrong, from the data that shows it; and the sentences of all of them in each language.
import { describe, expect, test } from '@jest/globals';
import { diagnoseMail, type MailFacts } from '#core/diagnosis/diagnose-mail';
import { diagnoseRegistration } from '#core/diagnosis/diagnose-registration';
import { diagnoseWorkbook } from '#core/diagnosis/diagnose-workbook';
import {
  diagnosis,
  hasErrors,
  isHealthy,
  renderDiagnosis,
  worstFirst,
  type Diagnosis,
} from '#core/diagnosis/diagnosis';
import { DIAGNOSES, type DiagnosisCode } from '#core/diagnosis/diagnosis.texts';
import type { LedgerRow } from '#core/notice/notice';
import type { RegisteredWorkbook } from '#core/registry/registry';
import { gridOf } from '#core/workbook/cell-grid';
import type { Snapshot } from '#core/workbook/snapshot';
import type { Tables } from '#core/workbook/table';
import { TABS } from '#core/workbook/tabs/index';
import { aTable, aTableWithNames, aWorkbook } from '#test/support/builders/tables';

const snapshotOf = (tables: Tables, ownId: string | null = 'book'): Snapshot => ({
  spreadsheetId: 'book',
  title: '',
  timeZone: 'Asia/Shanghai',
  locale: 'zh_CN',
  places: [],
  tables,
  ownId,
});
const codes = (found: readonly Diagnosis[]): string[] => found.map(({ code }) => code);
const english = (found: readonly Diagnosis[]): string[] =>
  found.map((one) => renderDiagnosis(one, 'en').says);

const ROLES = [{ email: 'a@example.org', role: 'clerk' as const }];
const NOBODY = { person: null, admins: ['admin@example.org'] };

describe('diagnoseWorkbook', () => {
  const complete = (rows: Parameters<typeof aWorkbook>[0] = { roles: ROLES }): Tables => {
    const { roles, ...others } = aWorkbook(rows);
    const keys = Object.keys(others) as (keyof typeof others)[]; // of a workbook's tables
    const tables = Object.fromEntries(keys.map((key) => [key, aTableWithNames(key)]));
    return { ...tables, ...(roles && { roles }) };
  };
  const look = (tables: Tables, who: { person: string | null } = NOBODY, ownId = 'book') =>
    diagnoseWorkbook(snapshotOf(tables, ownId), { ...NOBODY, ...who });

  test('a new workbook lacks a sender only', () => {
    expect(codes(look(complete()))).toEqual(['senderIsExample']);
  });

  test('one without any of Lectern’s tabs was never set up', () => {
    expect(codes(look({}))).toEqual(['neverSetUp']);
  });

  test('names the tabs that are missing, and a copy', () => {
    const tables = Object.fromEntries(
      Object.entries(complete()).filter(([key]) => key !== 'leave'),
    );
    const found = look(tables, NOBODY, 'another');
    expect(codes(found)).toEqual(['isCopy', 'tabsMissing', 'senderIsExample']);
    expect(english(found)[1]).toBe('Tabs are missing: Leave.');
  });

  test('says which header is wrong, with what to do', () => {
    const { roles, ...tables } = complete();
    if (roles === undefined) throw new Error('the sample has no roles');
    const spoiled = {
      ...roles,
      cells: gridOf([
        ['邮箱', '别的'],
        ['a@example.org', '经办人'],
      ]),
    };
    const [wrong] = look({ ...tables, roles: spoiled });
    expect(wrong && renderDiagnosis(wrong, 'zh-CN').says).toContain('表头不对：');
    expect(wrong && renderDiagnosis(wrong, 'en').next).not.toContain('{');
  });

  test('says which columns an earlier version did not make', () => {
    const { notices, ...tables } = complete();
    if (notices === undefined) throw new Error('the sample has no ledger');
    const labels = Object.entries(TABS.notices.columns).flatMap(([key, column]) =>
      key === 'draftId' ? [] : column.label['zh-CN'],
    );
    const found = look({ ...tables, notices: { ...notices, cells: gridOf([labels]) } });
    expect(english(found)[0]).toBe(
      'The workbook was set up by an earlier version and lacks columns: Draft ID in Notices.',
    );
  });

  test.each([
    ['a@example.org', ['roleIs']],
    ['admin@example.org', []],
    ['nobody@example.org', ['roleMissing']],
  ])('says what %s may do', (person, expected) => {
    expect(codes(look(complete(), { person }))).toEqual([...expected, 'senderIsExample']);
  });

  test('misses somebody who may do the work', () => {
    const viewer = [{ email: 'a@example.org', role: 'viewer' as const }];
    expect(codes(look(complete({ roles: viewer })))).toEqual(['nobodyHasRole', 'senderIsExample']);
  });
});

describe('diagnoseMail', () => {
  const NOW = new Date('2026-03-02T01:00:00Z');
  const row = (part: Partial<LedgerRow>, index: number): Partial<LedgerRow> => ({
    key: `book|S01|weekly|R${index}`,
    sessionId: 'S01',
    kind: 'weekly',
    memberId: `R${index}`,
    updatedAt: '2026-03-01T01:00:00.000Z',
    ...part,
  });
  const look = (rows: readonly Partial<LedgerRow>[], facts: Partial<MailFacts> = {}) =>
    diagnoseMail(snapshotOf({ notices: aTable('notices', rows.map(row)) }), {
      lease: null,
      now: NOW,
      timeZone: 'Asia/Shanghai',
      ...facts,
    });

  test('is silent about what went well', () => {
    expect(look([{ state: 'sent' }, { state: 'planned' }, { state: 'skipped' }])).toEqual([]);
  });

  test.each([
    ['x.1|2026-03-02T00:59:59.000Z', ['leaseStale', 'mailsInDoubt']],
    ['x.1|2026-03-02T01:00:00.000Z', ['leaseHeld']],
    ['unreadable', ['mailsInDoubt']],
    [null, ['mailsInDoubt']],
  ])('under the lease %s', (lease, expected) => {
    expect(codes(look([{ state: 'sending' }], { lease }))).toEqual(expected);
  });

  test('shows the lease in the workbook’s time', () => {
    const [found] = look([], { lease: 'x.1|2026-03-02T01:04:00.000Z' });
    expect(found?.facts).toEqual({ until: '2026-03-02 09:04' });
  });

  test('counts refusals by reason, the most frequent first', () => {
    const refused = (reason: string) => ({ state: 'failed' as const, reason });
    const found = look([
      refused('refused (550)'),
      refused('refused (535)'),
      refused('refused (535)'),
    ]);
    expect(english(found)).toEqual([
      '2 mails were refused by the server (refused (535)): Notice.',
      '1 mails were refused by the server (refused (550)): Notice.',
    ]);
  });

  test.each([
    [4, []],
    [5, ['mailsGivenUp']],
  ])('after %d tries', (attempts, expected) => {
    expect(codes(look([{ state: 'retry', attempts }]))).toEqual(expected);
  });

  test('counts what came back and what is in doubt', () => {
    const found = look([{ state: 'bounced' }, { state: 'unknown' }, { state: 'unknown' }]);
    expect(found.map(({ code, facts }) => [code, facts['count']])).toEqual([
      ['mailsInDoubt', 2],
      ['mailsBounced', 1],
    ]);
  });
});

describe('diagnoseRegistration', () => {
  const NOW = new Date('2026-03-02T01:00:00Z');
  const entry = (part: Partial<RegisteredWorkbook>): RegisteredWorkbook => ({
    id: 'book',
    name: '',
    district: '',
    region: '',
    state: 'active',
    contact: '',
    scriptId: null,
    clientIds: [],
    account: null,
    nextDue: null,
    queuedAt: null,
    lastRun: null,
    lastError: null,
    row: 2,
    ...part,
  });
  test.each<[string, Partial<RegisteredWorkbook> | null, DiagnosisCode[]]>([
    ['no row', null, ['notRegistered']],
    ['all well', { nextDue: new Date('2026-03-02T02:00:00Z') }, []],
    ['closed', { state: 'closed', lastError: 'x' }, ['closed']],
    ['paused', { state: 'paused', nextDue: new Date('2026-03-01T01:00:00Z') }, ['paused']],
    ['due for less than an hour', { nextDue: new Date('2026-03-02T00:00:01Z') }, []],
    ['due for an hour', { nextDue: new Date('2026-03-02T00:00:00Z') }, ['overdue']],
    ['failed', { lastError: 'The workbook is gone.' }, ['lastRunFailed']],
  ])('%s', (_, part, expected) => {
    const facts = { isListed: false, now: NOW, timeZone: 'Asia/Shanghai' };
    const found = diagnoseRegistration({ entry: part && entry(part), ...facts });
    expect(codes(found)).toEqual(expected);
  });

  test('a workbook in LECTERN_WORKBOOKS needs no row', () => {
    const facts = { isListed: true, now: NOW, timeZone: 'Asia/Shanghai' };
    expect(diagnoseRegistration({ entry: null, ...facts })).toEqual([]);
  });
});

describe('the sentences', () => {
  const CODES = Object.keys(DIAGNOSES) as DiagnosisCode[]; // the keys of the table itself
  test.each(CODES)('%s has the same places in each language', (code) => {
    const { says, next } = DIAGNOSES[code];
    for (const words of [says, next]) {
      const [cn, ...others] = Object.values(words).map((text) =>
        (text.match(/\{\w+\}/g) ?? []).sort(),
      );
      for (const other of others) expect(other).toEqual(cn);
    }
  });

  test('errors come first, and only notes are healthy', () => {
    const found = [diagnosis('nothingFound'), diagnosis('quotaReached'), diagnosis('sheetsDown')];
    expect(codes(worstFirst(found))).toEqual(['sheetsDown', 'quotaReached', 'nothingFound']);
    expect([hasErrors(found), hasErrors(found.slice(0, 2))]).toEqual([true, false]);
    expect([isHealthy(found.slice(0, 2)), isHealthy(found.slice(0, 1))]).toEqual([false, true]);
  });
});
