import { describe, expect, it, test } from '@jest/globals';
import { readConfig } from '#functions/config';

const [A, B] = ['111-a.apps.example.org', '222-b.apps.example.org'];
const [ONE, TWO] = ['one'.repeat(10), 'two'.repeat(10)];

const read = (audiences: string, workbooks: string) =>
  readConfig({ LECTERN_AUDIENCES: audiences, LECTERN_WORKBOOKS: workbooks });

describe('the workbooks of a deployment', () => {
  test.each<[string, string, string, [string, string[]][]]>([
    ['one script, one workbook', A, ONE, [[ONE, [A]]]],
    [
      'one script for all workbooks',
      A,
      `${ONE},${TWO}`,
      [
        [ONE, [A]],
        [TWO, [A]],
      ],
    ],
    ['one script, written out', A, `${ONE}@${A}`, [[ONE, [A]]]],
    [
      'a script for each workbook',
      `${A},${B}`,
      `${ONE}@${A},${TWO}@${B}`,
      [
        [ONE, [A]],
        [TWO, [B]],
      ],
    ],
    ['two scripts for one workbook', `${A},${B}`, `${ONE}@${A},${ONE}@${B}`, [[ONE, [A, B]]]],
    ['an audience named twice', `${A},${A}`, ONE, [[ONE, [A]]]],
    ['an address as audience', 'https://w.example.org', ONE, [[ONE, ['https://w.example.org']]]],
  ])('%s', (_, audiences, workbooks, expected) => {
    expect([...read(audiences, workbooks).workbooks]).toEqual(expected);
  });

  test.each([
    [
      'no id where several audiences are',
      `${A},${B}`,
      ONE,
      'entry 1 must be ID@AUDIENCE, because LECTERN_AUDIENCES names several',
    ],
    [
      'an audience that is not accepted',
      A,
      `${ONE},${TWO}@${B}`,
      'entry 2 names an audience that is not in LECTERN_AUDIENCES',
    ],
    [
      'an audience that serves nothing',
      `${A},${B}`,
      `${ONE}@${A}`,
      'LECTERN_AUDIENCES: entry 2 serves no workbook',
    ],
    [
      'an address in place of an id',
      A,
      'https://docs.google.com/spreadsheets',
      'entry 1 is not of the form ID or ID@AUDIENCE',
    ],
    ['an audience without an id', A, `@${A}`, 'entry 1 is not of the form ID or ID@AUDIENCE'],
    [
      'an id without its audience',
      A,
      `${ONE}@`,
      'entry 1 names an audience that is not in LECTERN_AUDIENCES',
    ],
    [
      'two audiences in one entry',
      `${A},${B}`,
      `${ONE}@${A}@${B}`,
      'entry 1 is not of the form ID or ID@AUDIENCE',
    ],
    ['no audience at all', '', ONE, 'LECTERN_AUDIENCES: must name at least one audience'],
  ])('are refused with %s', (_, audiences, workbooks, words) => {
    expect(() => read(audiences, workbooks)).toThrow(words);
  });

  it('are all checked, and no caller gets a value', () => {
    const attempt = () => read(`${A},${B}`, `${ONE},short,${TWO}@secret`);
    expect(attempt).toThrow(/entry 1 must.*entry 2 is not.*entry 3 names/);
    expect(attempt).not.toThrow(new RegExp(`${ONE}|secret|${A}`));
  });
});
