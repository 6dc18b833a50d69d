import { describe, expect, test } from '@jest/globals';
import { toLocalTime } from '#core/calendar/zone';
import type { LedgerRow, NoticeKind } from '#core/notice/notice';
import { readProgress } from '#core/notice/ledger/progress';
import { toDay } from '#core/calendar/day';
import { aSession } from '#test/support/builders/rows';
import { aTable } from '#test/support/builders/tables';

const NOW = '2026-03-02T01:00:00Z';
const sessions = [aSession(), aSession({ id: 'S00', date: toDay('2026-02-27'), state: 'held' })];

type Row = Partial<LedgerRow>;
const rows = (part: Row, ...states: readonly LedgerRow['state'][]): Row[] =>
  states.map((state, index) => ({
    key: `book|${part.sessionId ?? 'S01'}|${part.kind ?? ''}|${index}`,
    sessionId: 'S01',
    kind: 'weekly',
    memberId: `R${index}`,
    state,
    updatedAt: '2026-03-02T00:59:00.000Z',
    ...part,
  }));

function progress(ledger: readonly Row[], isSending: boolean, now = NOW) {
  const instant = new Date(now);
  const local = toLocalTime(instant, 'Asia/Shanghai');
  const [notices, schedule] = [aTable('notices', ledger), aTable('schedule', sessions)];
  const workbook = { spreadsheetId: 'book', notices, schedule };
  return readProgress(workbook, { instant, local, isSending }).map(({ occasion, ...counts }) => ({
    sessionId: occasion.id,
    ...counts,
  }));
}

const WEEKLY = { kind: 'weekly', sessionId: 'S01' } as const;

describe('readProgress', () => {
  test('passes over the mails of another workbook, which a copy brought along', () => {
    const others = rows({}, 'sent', 'planned').map((row) => ({
      ...row,
      key: 'other|S01|weekly|R0',
    }));
    expect(progress([...others, ...rows({}, 'sent')], false)).toEqual([
      { ...WEEKLY, state: 'finished', total: 1, sent: 1, failed: 0, unknown: 0, waiting: 0 },
    ]);
  });

  test('counts what has left and what is to go while somebody sends', () => {
    const ledger = rows({}, 'sent', 'sent', 'failed', 'unknown', 'sending', 'planned', 'retry');
    expect(progress(ledger, true)).toEqual([
      { ...WEEKLY, state: 'running', total: 7, sent: 2, failed: 1, unknown: 1, waiting: 3 },
    ]);
  });

  test('counts a mail that came back among those that failed', () => {
    expect(progress(rows({}, 'sent', 'failed', 'bounced'), false)).toEqual([
      { ...WEEKLY, state: 'finished', total: 3, sent: 1, failed: 2, unknown: 0, waiting: 0 },
    ]);
  });

  test('calls a send paused whose sender is gone: the rest goes on by itself, what he was sending is in doubt', () => {
    expect(progress(rows({}, 'sent', 'sending', 'planned', 'skipped'), false)).toEqual([
      { ...WEEKLY, state: 'paused', total: 3, sent: 1, failed: 0, unknown: 1, waiting: 1 },
    ]);
  });

  test.each<[string, Row, LedgerRow['state'], string]>([
    ['is still planned', {}, 'planned', 'paused'],
    [
      'is still planned after a day',
      { updatedAt: '2026-03-01T01:00:00.000Z' },
      'planned',
      'interrupted',
    ],
    [
      'was planned a second less than a day ago',
      { updatedAt: '2026-03-01T01:00:01.000Z' },
      'planned',
      'paused',
    ],
    ['was refused for now', { attempts: 1 }, 'retry', 'paused'],
    ['was refused for now four times', { attempts: 4 }, 'retry', 'paused'],
    ['was refused for now five times', { attempts: 5 }, 'retry', 'interrupted'],
    ['is in doubt', {}, 'sending', 'interrupted'],
    ['is in doubt and has a draft that tells', { draftId: 'r-1' }, 'sending', 'paused'],
    ['got no clear answer and has a draft that tells', { draftId: 'r-1' }, 'unknown', 'paused'],
    ['got no clear answer', {}, 'unknown', 'finished'],
    ['was left out', {}, 'skipped', 'finished'],
  ])(
    'when nobody is sending and a mail %s, the send is as it should be',
    (_, part, state, expected) => {
      expect(progress([...rows(part, state)], false).map((send) => send.state)).toEqual([expected]);
    },
  );

  test.each([
    ['a quarter of an hour ago', '2026-03-02T00:45:01.000Z', 1],
    ['longer ago', '2026-03-02T00:45:00.000Z', 0],
  ])('remembers a send that ended %s', (_, updatedAt, count) => {
    expect(progress(rows({ updatedAt }, 'sent', 'failed'), false)).toHaveLength(count);
  });

  test('takes the one written last for the one that runs', () => {
    const ledger = [
      ...rows({ kind: 'speaker', updatedAt: '2026-03-02T00:00:00.000Z' }, 'planned'),
      ...rows({}, 'planned'),
    ];
    expect(progress(ledger, true).map(({ kind, state }) => [kind, state])).toEqual([
      ['weekly', 'running'],
      ['speaker', 'paused'],
    ]);
  });

  test.each([
    ['a notice of a session that began', 'weekly', 'S01', '2026-03-06T06:30:00Z', 0],
    ['a notice of a session about to begin', 'weekly', 'S01', '2026-03-06T06:29:00Z', 1],
    ['a follow-up of a held session', 'absence', 'S00', NOW, 1],
    ['a follow-up of last month', 'absence', 'S00', '2026-03-10T00:00:00Z', 0],
    ['a session that is gone', 'weekly', 'S99', NOW, 0],
    ['a kind nobody knows', 'else', 'S01', NOW, 0],
  ])(
    'an interrupted send is shown while it can still be continued: %s',
    (...[, kind, sessionId, now, count]) => {
      const written = rows({ kind: kind as NoticeKind, sessionId }, 'planned'); // also a word of another version
      expect(progress(written, false, now)).toHaveLength(count);
    },
  );
});
