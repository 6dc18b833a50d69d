// The deployment files and the documents name the same variables as functions/config.ts.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readConfig } from '#functions/config';
import { toEnvironment } from './env-file';

const read = (file: string): string => readFileSync(join(process.cwd(), file), 'utf8');
const namesIn = (text: string): string[] => [...new Set(text.match(/LECTERN_[A-Z_]+/g))].sort();

const KNOWN = namesIn(read('functions/config.ts'));
/** A deployed function refuses to start with these. */
const LOCAL = [
  'LECTERN_GMAIL_ROOT_URL',
  'LECTERN_IDENTITY_CERTS_URL',
  'LECTERN_IDENTITY_ISSUERS',
  'LECTERN_SHEETS_ROOT_URL',
  'LECTERN_SHEETS_ACCOUNT',
];
/** A password and a key, so they come from Secret Manager. */
const SECRETS = ['LECTERN_SMTP_URL', 'LECTERN_LINK_KEY'];
const PLAIN = KNOWN.filter((name) => !LOCAL.includes(name) && !SECRETS.includes(name));

describe('the names of the environment variables', () => {
  it('all stand in the example and in the operations manual', () => {
    expect(namesIn(read('deploy/.env.example'))).toEqual(KNOWN);
    expect(namesIn(read('docs/operations.md'))).toEqual([...KNOWN, 'LECTERN_API_URL'].sort());
  });

  it.each(['deploy/deploy.sh', 'deploy/main.tf'])('%s passes on all but the local ones', (file) => {
    const passed = namesIn(read(file)).filter((name) => name !== 'LECTERN_API_URL');
    expect(passed).toEqual([...PLAIN, ...SECRETS].sort());
  });

  it('cloudbuild.yaml hands every plain one, and every DEPLOY_ name of the example, to deploy.sh', () => {
    const handed = [...read('deploy/cloudbuild.yaml').matchAll(/^ +- ([A-Z_]+)=\$/gm)];
    const expected = Object.keys(toEnvironment(read('deploy/.env.example')));
    expect(handed.map(([, name]) => name).sort()).toEqual(expected.sort());
    expect(expected.filter((name) => name.startsWith('LECTERN_')).sort()).toEqual(PLAIN);
  });
});

describe('the example environment', () => {
  it('is one that a deployed function starts with', () => {
    const environment = toEnvironment(read('deploy/.env.example'));
    const config = readConfig({ ...environment, K_SERVICE: 'api' });
    expect(config.audiences).toEqual(['000000000000-example.apps.googleusercontent.com']);
    expect(config.admins).toEqual(['admin@example.org']);
    expect(config.isGoogle).toBe(true);
    // 54 mails fit into Gmail's minute; 540 seconds are the function's time limit
    expect([config.gmail.perMinute, config.sendSeconds]).toEqual([50, 400]);
  });

  it('takes another pace and another time for sending', () => {
    const own = { LECTERN_GMAIL_PER_MINUTE: '130', LECTERN_SEND_SECONDS: '1600' };
    const config = readConfig({ ...toEnvironment(read('deploy/.env.example')), ...own });
    expect([config.gmail.perMinute, config.sendSeconds]).toEqual([130, 1600]);
  });

  it('shows a mail server’s address and a link key in the form that is accepted', () => {
    const text = read('deploy/.env.example').replace(/# (LECTERN_(SMTP_URL|LINK_KEY)=)/g, '$1');
    const { smtpUrl, links } = readConfig(toEnvironment(text));
    expect(smtpUrl).toBe('smtps://user:password@smtp.example.org:465');
    expect(links).toEqual({
      key: 'at-least-32-characters-that-nobody-can-guess',
      pagesUrl: null,
    });
  });
});

describe('a deployment refuses', () => {
  const example = toEnvironment(read('deploy/.env.example'));
  const key = 'x'.repeat(32);
  it.each([
    ['a pace of nothing', { LECTERN_GMAIL_PER_MINUTE: '0' }],
    ['a pace that is no whole number', { LECTERN_GMAIL_PER_MINUTE: '50 a minute' }],
    ['a time for sending in which nothing can be sent', { LECTERN_SEND_SECONDS: '29' }],
    ['a time for sending that no function has', { LECTERN_SEND_SECONDS: '3401' }],
    ['a short link key', { LECTERN_LINK_KEY: 'short' }],
    ['public pages without a key', { LECTERN_PAGES_URL: 'https://pages.example.org' }],
    [
      'pages that anybody can read on the way',
      { LECTERN_LINK_KEY: key, LECTERN_PAGES_URL: 'http://pages.example.org' },
    ],
  ])('%s', (_, part) => {
    expect(() => readConfig({ ...example, ...part, K_SERVICE: 'api' })).toThrow(/LECTERN_/);
  });
});
