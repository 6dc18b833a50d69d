import { describe, expect, test } from '@jest/globals';
import { pageLanguage } from '#workbench/page/language';

describe('pageLanguage', () => {
  test.each([
    ['?lang=en', 'zh-CN', 'en'],
    ['?lang=zh', 'en-GB', 'zh-CN'],
    ['?lang=zh-TW', 'en-GB', 'zh-TW'],
    ['', 'zh-Hant-HK', 'zh-TW'],
    ['', 'zh-Hans-CN', 'zh-CN'],
    ['', 'de-DE', 'en'],
  ])('with address %p and browser %s speaks %s', (search, preferred, language) => {
    expect(pageLanguage(search, preferred)).toBe(language);
  });
});
