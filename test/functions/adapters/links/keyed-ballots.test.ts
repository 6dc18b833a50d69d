import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { keyedBallots } from '#functions/adapters/links/keyed-ballots';

const ballots = keyedBallots('key-of-the-tests-0123456789abcdef');
const others = keyedBallots('another-key-of-the-tests-01234567');
const SESSION = { spreadsheetId: 'workbook-of-the-tests-0001', sessionId: 'S01' };
const CLAIMS = { ...SESSION, memberId: 'R001' };

describe('a ballot', () => {
  test('is the same for the same person and session, so that nobody answers twice', () => {
    expect(ballots.ballot({ ...CLAIMS })).toBe(ballots.ballot(CLAIMS));
  });

  test.each([
    ['person', { ...CLAIMS, memberId: 'R002' }],
    ['session', { ...CLAIMS, sessionId: 'S02' }],
    ['workbook', { ...CLAIMS, spreadsheetId: 'workbook-of-the-tests-0002' }],
    ['person whose id runs into the session’s', { ...CLAIMS, sessionId: 'S0', memberId: '1R001' }],
  ])('differs for another %s', (_, claims) => {
    expect(ballots.ballot(claims)).not.toBe(ballots.ballot(CLAIMS));
  });

  test('cannot be made without the server’s key', () => {
    const plain = JSON.stringify([CLAIMS.spreadsheetId, CLAIMS.sessionId, CLAIMS.memberId]);
    const hashes = ['sha256', 'sha1', 'md5'].map((name) =>
      createHash(name).update(`lectern|ballot|${plain}`).digest('base64url'),
    );
    expect(hashes).not.toContain(ballots.ballot(CLAIMS));
    expect(others.ballot(CLAIMS)).not.toBe(ballots.ballot(CLAIMS));
  });
});

describe('a sealed answer', () => {
  test('is read again by whoever has the key', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 300 })), (words) => {
        const answer = JSON.stringify(words);
        expect(ballots.open(ballots.seal(answer, SESSION), SESSION)).toBe(answer);
      }),
    );
  });

  test('is as long for the shortest answer as for the longest, and never the same', () => {
    const [short, long] = ['[[1,1,1,1,1],null,5]', `[[5,5,5,5,5],"${'𠮷'.repeat(300)}",1000]`];
    expect(ballots.seal(long, SESSION)).toHaveLength(ballots.seal(short, SESSION).length);
    expect(ballots.seal(short, SESSION)).not.toBe(ballots.seal(short, SESSION));
  });

  const sealed = ballots.seal('[[5,5,5,5,5],null,5]', SESSION);
  test.each([
    ['with another key', others.open(sealed, SESSION)],
    ['for another session', ballots.open(sealed, { ...SESSION, sessionId: 'S02' })],
    ['once altered', ballots.open(`${sealed.slice(0, -2)}AA`, SESSION)],
    ['cut short', ballots.open(sealed.slice(0, 30), SESSION)],
    ['when it is a copy written differently', ballots.open(`${sealed}=`, SESSION)],
    ['when it is a copy with another sign in it', ballots.open(`.${sealed}`, SESSION)],
    ['when it is something else', ballots.open('=HYPERLINK("x")', SESSION)],
    ['when it is blank', ballots.open('', SESSION)],
  ])('stays closed %s', (_, opened) => {
    expect(opened).toBeNull();
  });
});
