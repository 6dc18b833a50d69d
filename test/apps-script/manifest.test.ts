import { afterAll, describe, expect, it } from '@jest/globals';
import * as z from 'zod';
import { build, buildProject } from './built-project';

/** Everything the script may be granted; a new scope is a decision, not a side effect. */
const Manifest = z.strictObject({
  timeZone: z.literal('Asia/Shanghai'),
  runtimeVersion: z.literal('V8'),
  exceptionLogging: z.literal('STACKDRIVER'),
  dependencies: z.strictObject({}),
  oauthScopes: z.tuple([
    z.literal('https://www.googleapis.com/auth/spreadsheets.currentonly'),
    z.literal('https://www.googleapis.com/auth/script.container.ui'),
    z.literal('https://www.googleapis.com/auth/script.external_request'),
    z.literal('https://www.googleapis.com/auth/script.scriptapp'), // the trigger of the check while typing
    z.literal('https://www.googleapis.com/auth/userinfo.email'),
    z.literal('openid'),
  ]),
  // Google asks for https, a full domain and a path; a wildcard stands for subdomains only.
  urlFetchWhitelist: z.array(z.string().regex(/^https:\/\/(\*\.)?[a-z0-9.-]+\.[a-z]+\//)).min(1),
});

describe('the manifest', () => {
  const general = buildProject();
  const narrow = buildProject('--api-url', 'https://api-1234.a.run.app/');
  afterAll(() => {
    general.remove();
    narrow.remove();
  });

  it('asks for the listed scopes and nothing else', () => {
    expect(Manifest.parse(JSON.parse(general.read('appsscript.json')))).toBeTruthy();
  });

  it('lets the script fetch from Google’s function hosts unless the address is known', () => {
    const { urlFetchWhitelist } = Manifest.parse(JSON.parse(general.read('appsscript.json')));
    expect(urlFetchWhitelist).toEqual(['https://*.cloudfunctions.net/', 'https://*.run.app/']);
  });

  it('lets the script fetch from the one address it is built for', () => {
    const { urlFetchWhitelist } = Manifest.parse(JSON.parse(narrow.read('appsscript.json')));
    expect(urlFetchWhitelist).toEqual(['https://api-1234.a.run.app/']);
  });

  it('is not built for an address without https', () => {
    expect(() => build(general.folder, '--api-url', 'http://api.example.org')).toThrow(
      'must start with https://',
    );
  });
});
