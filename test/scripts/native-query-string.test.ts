// The deployed bundle's own writer of query strings, in the program that will run it.
import { execFileSync } from 'node:child_process';
import { expect, test } from '@jest/globals';

const PROGRAM = `
  import { stringify } from './scripts/native-query-string.mjs';
  const { ranges, undefinedKey, ...rest } = JSON.parse(process.argv[1]);
  console.log(stringify({ ...(ranges && { ranges }), ...(undefinedKey && { [undefinedKey]: undefined }), ...rest }));
`;
const written = (parameters: object): string =>
  execFileSync(
    process.execPath,
    ['--input-type=module', '-e', PROGRAM, JSON.stringify(parameters)],
    { encoding: 'utf8' },
  ).trim();

test.each([
  [
    { ranges: ["'日程'!A1:B2", '考勤!A:A'], majorDimension: 'COLUMNS' },
    "ranges='%E6%97%A5%E7%A8%8B'!A1%3AB2&ranges=%E8%80%83%E5%8B%A4!A%3AA&majorDimension=COLUMNS",
  ],
  [
    { includeGridData: false, pageSize: 100, fields: 'sheets(properties,data.rowData)' },
    'includeGridData=false&pageSize=100&fields=sheets(properties%2Cdata.rowData)',
  ],
  [{ undefinedKey: 'pageToken', q: 'a b&c=d' }, 'q=a%20b%26c%3Dd'],
  [{}, ''],
])('%j is written as Google’s interfaces read it', (parameters, expected) => {
  expect(written(parameters)).toBe(expected);
});
