import { describe, expect, it } from '@jest/globals';
import { isListed, type MessageSummary } from '#workbench/page/inbox/mail';

const message = (id: string, receivedAt: string): MessageSummary => ({
  id,
  receivedAt,
  from: 'lectern@example.org',
  to: ['chen.an@example.org'],
  named: ['陈安 <chen.an@example.org>'],
  subject: '周五讲座通知',
});

describe('the open message after the list was fetched anew', () => {
  const open = message('1', '2026-03-02T01:00:00Z');

  it.each([
    ['stays while it is listed', [message('2', '2026-03-02T01:05:00Z'), { ...open }], true],
    ['is gone from an empty list', [], false],
    ['is gone from a list of others', [message('2', '2026-03-02T01:05:00Z')], false],
    [
      'is not the one with its id in another data file',
      [message('1', '2026-03-09T01:00:00Z')],
      false,
    ],
  ])('%s', (_, messages, expected) => {
    expect(isListed(open, messages)).toBe(expected);
  });
});
