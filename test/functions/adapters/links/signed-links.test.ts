import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { signedLinks } from '#functions/adapters/links/signed-links';
import type { LinkClaims } from '#functions/ports/links';

const KEY = 'key-of-the-tests-0123456789abcdef';
const links = signedLinks({ key: KEY, pagesUrl: 'https://pages.example.org' });
const CLAIMS: LinkClaims = {
  spreadsheetId: 'workbook-of-the-tests-0001',
  occasionId: 'S01',
  memberId: 'R001',
  expires: new Date('2026-03-06T06:30:00Z'),
};
const BEFORE = new Date('2026-03-06T06:29:59Z');
const TOKEN = links.token('reply', CLAIMS);

describe('a signed link', () => {
  test('carries what was signed until it expires', () => {
    expect(links.verify('reply', TOKEN, BEFORE)).toEqual(CLAIMS);
    expect(links.address('reply', CLAIMS)).toBe(`https://pages.example.org/reply?t=${TOKEN}`);
  });

  test('is the same for the same claims, so that a preview shows the mail that is sent', () => {
    expect(links.token('reply', { ...CLAIMS })).toBe(TOKEN);
  });

  test.each([
    ['at its last second', '2026-03-06T06:30:00Z'],
    ['long after', '2027-01-01T00:00:00Z'],
  ])('is refused %s', (_, now) => {
    expect(() => links.verify('reply', TOKEN, new Date(now))).toThrow('no longer valid');
  });

  const [payload = '', signature = ''] = TOKEN.split('.');
  const forged = Buffer.from(JSON.stringify(['x', 'S02', 'R001', 4e9])).toString('base64url');
  test.each([
    ['nothing', ''],
    ['no signature', payload],
    ['an empty signature', `${payload}.`],
    ['a signature cut short', `${payload}.${signature.slice(0, -4)}`],
    ['other claims with the old signature', `${forged}.${signature}`],
    [
      'a later time, unsigned',
      `${Buffer.from(JSON.stringify(['w', 'S01', null, 4e9])).toString('base64url')}.AAAA`,
    ],
    ['another key', signedLinks({ key: KEY.toUpperCase(), pagesUrl: null }).token('reply', CLAIMS)],
    ['another purpose', links.token('checkIn', CLAIMS)],
    ['a very long text', 'x'.repeat(100_000)],
  ])('is refused: %s', (_, token) => {
    expect(() => links.verify('reply', token, BEFORE)).toThrow('not valid');
  });

  test('with any character changed is refused', () => {
    fc.assert(
      fc.property(
        fc.nat(TOKEN.length - 2),
        fc.constantFrom('A', 'a', '0', '_', '-', '.'),
        (at, character) => {
          fc.pre(TOKEN[at] !== character);
          const changed = TOKEN.slice(0, at) + character + TOKEN.slice(at + 1);
          expect(() => links.verify('reply', changed, BEFORE)).toThrow();
        },
      ),
    );
  });

  test('keeps ids of any letters', () => {
    const claims = { ...CLAIMS, occasionId: '第1期|reply', memberId: null };
    expect(links.verify('checkIn', links.token('checkIn', claims), BEFORE)).toEqual(claims);
  });
});

test('a short key is no key', () => {
  expect(() => signedLinks({ key: 'x'.repeat(31), pagesUrl: null })).toThrow('32 characters');
});

test('without a public address there are no addresses', () => {
  expect(signedLinks({ key: KEY, pagesUrl: null }).address('reply', CLAIMS)).toBeNull();
});
