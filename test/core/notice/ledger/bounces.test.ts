import { describe, expect, test } from '@jest/globals';
import { matchBounces, type Bounce } from '#core/notice/ledger/bounces';
import type { LedgerRow } from '#core/notice/notice';
import type { Snapshot } from '#core/workbook/snapshot';
import { aTable } from '#test/support/builders/tables';

const mail = (memberId: string, part: Partial<LedgerRow> = {}): Partial<LedgerRow> => ({
  key: `book|S01|weekly|${memberId}`,
  sessionId: 'S01',
  kind: 'weekly',
  memberId,
  recipient: 'a@example.org',
  state: 'sent',
  messageId: `${memberId}@example.org`,
  sequence: 0,
  attempts: 1,
  updatedAt: '2026-03-02T01:00:00.000Z',
  ...part,
});
const bounce = (part: Partial<Bounce> = {}): Bounce => ({
  recipient: 'a@example.org',
  messageId: null,
  status: '5.1.1',
  diagnostic: '550 no such user',
  at: new Date('2026-03-02T02:00:00Z'),
  ...part,
});

const snapshotOf = (rows: readonly Partial<LedgerRow>[]): Snapshot => ({
  spreadsheetId: 'book',
  title: '',
  timeZone: '',
  locale: '',
  places: [],
  tables: { notices: aTable('notices', rows) },
});

const updated = (rows: readonly Partial<LedgerRow>[], ...bounces: readonly Bounce[]) =>
  matchBounces(snapshotOf(rows), bounces).rows.map(({ updatedAt }) => updatedAt);

function matched(rows: readonly Partial<LedgerRow>[], ...bounces: readonly Bounce[]) {
  const found = matchBounces(snapshotOf(rows), bounces);
  return { ...found, rows: found.rows.map(({ key, state, reason }) => [key, state, reason]) };
}

const BOUNCED = ['book|S01|weekly|R1', 'bounced', '5.1.1 550 no such user'];

describe('matchBounces', () => {
  test('finds the mail by its id, also when it came back from another address', () => {
    const rows = [mail('R1'), mail('R2', { updatedAt: '2026-03-02T01:30:00.000Z' })];
    const about = { messageId: 'R1@example.org' };
    expect(matched(rows, bounce(about))).toEqual({ rows: [BOUNCED], known: 0, others: 0 });
    const forwarded = bounce({ ...about, recipient: 'elsewhere@example.org' });
    expect(matched(rows, forwarded).rows).toEqual([BOUNCED]);
  });

  test.each([
    ['unknown', [BOUNCED], 0],
    ['sending', [BOUNCED], 0],
    ['bounced', [], 1],
    ['failed', [], 1],
    ['skipped', [], 1],
  ] as const)('a row that is %s', (state, rows, known) => {
    const about = bounce({ messageId: 'R1@example.org' });
    expect(matched([mail('R1', { state })], about)).toEqual({ rows, known, others: 0 });
  });

  test('without an id takes the last mail to the address, up to seven days before', () => {
    const early = mail('R1', { updatedAt: '2026-03-01T01:00:00.000Z', recipient: 'A@Example.org' });
    const late = mail('R2', { updatedAt: '2026-03-02T03:00:00.000Z' });
    expect(matched([early, late], bounce()).rows).toEqual([BOUNCED]);
    const at = (text: string) => bounce({ at: new Date(text) });
    expect(matched([early], at('2026-03-08T01:00:00Z')).rows).toEqual([BOUNCED]);
    expect(matched([early], at('2026-03-08T01:00:01Z'))).toEqual({ rows: [], known: 0, others: 1 });
    expect(matched([early], at('2026-03-01T00:54:59Z')).others).toBe(1);
    expect(matched([early], bounce({ recipient: 'b@example.org' })).others).toBe(1);
  });

  test('a mail that came back before the row of its chunk was written, not one sent earlier', () => {
    const before = mail('R0', { updatedAt: '2026-02-27T01:00:00.000Z' });
    const fast = mail('R1', { updatedAt: '2026-03-02T02:05:00.000Z' });
    expect(matched([before, fast], bounce()).rows).toEqual([BOUNCED]);
  });

  test.each([
    { state: 'unknown', reason: 'no answer' },
    { state: 'sent', reason: '经办人认定' },
  ] as const)('a mail that was in doubt ($state) and written later, and again', (part) => {
    const before = mail('R0', { updatedAt: '2026-02-27T01:00:00.000Z' });
    const late = mail('R1', { ...part, updatedAt: '2026-03-04T01:00:00.000Z' });
    expect(matched([before, late], bounce()).rows).toEqual([BOUNCED]);
    const recorded = mail('R1', { state: 'bounced', updatedAt: '2026-03-02T02:00:00.000Z' });
    expect(updated([before, late], bounce())).toEqual(['2026-03-02T02:00:00.000Z']);
    expect(matched([before, recorded], bounce())).toEqual({ rows: [], known: 1, others: 0 });
  });

  test('of a mail that was sent anew to a corrected address, an old one is not taken', () => {
    const part = { recipient: 'new@example.org', attempts: 2 };
    const anew = mail('R1', { ...part, updatedAt: '2026-03-02T02:00:01.000Z' });
    const about = { messageId: 'R1@example.org' };
    expect(matched([anew], bounce(about))).toEqual({ rows: [], known: 0, others: 1 });
    const again = bounce({
      ...about,
      recipient: 'new@example.org',
      at: new Date('2026-03-02T02:01:00Z'),
    });
    expect(matched([anew], bounce(about), again)).toEqual({ rows: [BOUNCED], known: 0, others: 1 });
  });

  test('read again it changes nothing, and does not reach for an earlier mail', () => {
    const before = mail('R1', { updatedAt: '2026-03-01T01:00:00.000Z' });
    const recorded = mail('R2', { state: 'bounced' });
    expect(matched([before, recorded], bounce())).toEqual({ rows: [], known: 1, others: 0 });
    const byId = bounce({ messageId: 'R2@example.org' });
    expect(matched([before, recorded], byId)).toEqual({ rows: [], known: 1, others: 0 });
  });

  test('an id of somebody else’s mail is ours only where Gmail replaces ids', () => {
    const other = bounce({ messageId: 'private@example.org' });
    expect(matched([mail('R1')], other)).toEqual({ rows: [], known: 0, others: 1 });
    expect(matched([mail('R1', { draftId: 'r-1' })], other).rows).toEqual([BOUNCED]);
  });

  test('two notifications of one mail are one row; a long reason is cut', () => {
    const about = { messageId: 'R1@example.org' };
    const twice = matched(
      [mail('R1')],
      bounce(about),
      bounce({ ...about, diagnostic: 'x'.repeat(300) }),
    );
    expect(twice).toMatchObject({ known: 1, others: 0 });
    expect(twice.rows).toEqual([[BOUNCED[0], 'bounced', `5.1.1 ${'x'.repeat(193)}…`]]);
  });

  test('a row of another workbook, which a copy brought along, is none of ours', () => {
    const copied = mail('R1', { key: 'other|S01|weekly|R1' });
    expect(matched([copied], bounce({ messageId: 'R1@example.org' })).others).toBe(1);
  });
});
