// What only the local workbench may set: a deployment that has it refuses to start.
import { describe, expect, test } from '@jest/globals';
import { readConfig } from '#functions/config';

const DEPLOYED = {
  K_SERVICE: 'api',
  LECTERN_AUDIENCES: 'script.apps.example.org',
  LECTERN_WORKBOOKS: 'workbook-of-the-tests-0001',
};

describe('a deployment', () => {
  test('starts without the settings of the workbench', () => {
    expect(readConfig(DEPLOYED).isGoogle).toBe(true);
  });

  test.each([
    ['LECTERN_SHEETS_ROOT_URL', 'http://127.0.0.1:8420/'],
    ['LECTERN_SHEETS_ACCOUNT', 'owner@example.org'],
    ['LECTERN_IDENTITY_CERTS_URL', 'http://127.0.0.1:8420/certs'],
    ['LECTERN_IDENTITY_ISSUERS', 'http://127.0.0.1:8420'],
    ['LECTERN_GMAIL_ROOT_URL', 'http://127.0.0.1:8420/'],
  ])('does not start with %s', (name, value) => {
    expect(() => readConfig({ ...DEPLOYED, [name]: value })).toThrow('for local use only');
    expect(() => readConfig({ ...DEPLOYED, K_SERVICE: undefined, [name]: value })).not.toThrow();
  });
});
