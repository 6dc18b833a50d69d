import { describe, expect, it, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { ALL_RULES } from '#core/checks/all-rules';
import { documentRules } from '#core/checks/rules-document';
import { LANGUAGES } from '#core/text/language';
import { documentWorkbook } from '#core/workbook/workbook-document';
import { RULE_CASES } from './rule-table';

describe('the written documents', () => {
  test.each([
    ['docs/rules.md', () => documentRules(RULE_CASES)],
    ['docs/workbook.md', documentWorkbook],
  ])('%s is what `npm run docs` writes', (path, write) => {
    expect(readFileSync(path, 'utf8')).toBe(write());
  });
});

/** Places to be filled in, by name. */
const placesOf = (words: string): string[] => [...new Set(words.match(/\{\w+\}/g) ?? [])].sort();

describe('every rule', () => {
  test.each(ALL_RULES)('$code says the same in every language', ({ code, message, suggestion }) => {
    expect(code).toMatch(/^[VWN]\d\d$/);
    for (const words of [message, suggestion])
      for (const language of LANGUAGES) {
        expect(words[language].trim()).not.toBe('');
        expect(placesOf(words[language])).toEqual(placesOf(words['zh-CN']));
      }
  });

  it('is listed once', () => {
    const words = ALL_RULES.map(({ code, message }) => `${code} ${message.en}`);
    expect(new Set(words).size).toBe(words.length);
  });

  it('of notices has a code of its own', () => {
    const codes = ALL_RULES.flatMap(({ code }) => (code.startsWith('N') ? [code] : []));
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('covers V01 to V34', () => {
    const codes = new Set(ALL_RULES.map(({ code }) => code));
    const missing = Array.from(
      { length: 34 },
      (_, index) => `V${String(index + 1).padStart(2, '0')}`,
    ).filter((code) => !codes.has(code));
    expect(missing).toEqual([]);
  });
});
