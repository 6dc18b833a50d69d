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
  // Google asks for https, a full domain and a path; a wildcard matches subdomains only.
  urlFetchWhitelist: z.array(z.string().regex(/^https:\/\/(\*\.)?[a-z0-9.-]+\.[a-z]+\//)).min(1),
});

describe('the manifest', () => {
  const general = buildProject();
  const narrow = buildProject('--api-url', 'https://api-1234.a.run.app/');
  const addOn = buildProject('--add-on', '--api-url', 'https://api-1234.a.run.app');
  afterAll(() => {
    for (const project of [general, narrow, addOn]) project.remove();
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

  it('of the add-on asks for the same, and has the full address, as Google demands of published versions', () => {
    const manifest = JSON.parse(addOn.read('appsscript.json')) as unknown;
    expect(Manifest.parse(manifest).urlFetchWhitelist).toEqual(['https://api-1234.a.run.app/']);
    expect(manifest).toEqual(JSON.parse(narrow.read('appsscript.json')));
  });

  it('of the add-on is not built without the address', () => {
    expect(() => build(addOn.folder, '--add-on')).toThrow('needs the address of the functions');
  });

  it.each([
    'https://*.run.app',
    'https://api.example.org/?x=1',
    'https://api example.org',
    'https:///x',
  ])('is not built for %s', (address) => {
    expect(() => build(general.folder, '--api-url', address)).toThrow('must start with https://');
  });

  it('is not built for an address without https', () => {
    expect(() => build(general.folder, '--api-url', 'http://127.0.0.1.example.org')).toThrow(
      'must start with https://',
    );
    expect(() => build(general.folder, '--api-url', 'http://api.example.org')).toThrow(
      'must start with https://',
    );
  });
});
