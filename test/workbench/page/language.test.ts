import { describe, expect, test } from '@jest/globals';
import { pageLanguage } from '#workbench/page/language';

describe('pageLanguage', () => {
  test.each([
    ['?lang=en', 'zh-CN', 'en'],
    ['?lang=zh', 'en-GB', 'zh'],
    ['?lang=zh-TW', 'en-GB', 'zh'],
    ['', 'zh-Hans-CN', 'zh'],
    ['', 'de-DE', 'en'],
  ])('with address %p and browser %s speaks %s', (search, preferred, language) => {
    expect(pageLanguage(search, preferred)).toBe(language);
  });
});
