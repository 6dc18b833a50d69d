import { describe, expect, it, test } from '@jest/globals';
import { LANGUAGES, type Language, type Text } from '#core/text/language';
import { sayIn } from '../../../apps-script/sidebar/say';
import { openingTexts, type OpeningText } from '../../../apps-script/sidebar/opening.texts';
import { TEXTS, textsIn } from '../../../apps-script/server/sidebar.texts';

const say = (language: Language) => sayIn(language, textsIn(language));

describe('the texts', () => {
  const opening = LANGUAGES.map((language) => [language, openingTexts(language)] as const);
  const entries = [
    ...Object.entries<Text>(TEXTS),
    ...Object.keys(openingTexts('en')).map((key): [string, Text] => [
      key,
      Object.fromEntries(
        opening.map(([language, texts]) => [language, texts[key as OpeningText]]),
      ) as Text, // each language once
    ]),
  ];

  test.each(entries)('%s is there in every language', (_, text) => {
    for (const language of LANGUAGES) expect(text[language].trim()).not.toBe('');
    expect(Object.keys(text)).toEqual([...LANGUAGES]);
  });

  test.each(entries)('%s names the same values in every language', (_, text) => {
    const expected = valuesIn(text['zh-CN']);
    for (const language of LANGUAGES) expect(valuesIn(text[language])).toEqual(expected);
  });

  it('differ between simplified and traditional characters where the characters do', () => {
    expect(TEXTS['notice.sent']['zh-TW']).toBe('已傳送 {n} 封。');
    const simplifiedOnly = /[这们为会对讲台应发实报办务单员类项补并]/;
    const wrong = entries.filter(([, text]) =>
      simplifiedOnly.test(text['zh-TW'].replace('台', '')),
    );
    expect(wrong.map(([key]) => key)).toEqual([]);
  });
});

describe('sayIn', () => {
  it('groups the digits of numbers', () => {
    expect(say('zh-CN')('check.rows', { n: 1842 })).toBe('共检查 1,842 行。');
  });

  it('keeps half attendances', () => {
    const values = { numerator: 12.5, denominator: 14 };
    expect(say('en')('rate.basis', values)).toBe('12.5 of 14');
  });

  test.each([
    [0, 'Send to 0 people'],
    [1, 'Send to 1 person'],
    [2, 'Send to 2 people'],
  ])('uses the right word for %i', (n, expected) => {
    expect(say('en')('notice.send', { n })).toBe(expected);
  });

  it('never expands a value again', () => {
    expect(say('en')('broken', { message: '{n} $& {message}' })).toBe(
      'The action was not completed: {n} $& {message}',
    );
  });

  it('knows what is said while the sidebar opens without the others', () => {
    expect(sayIn('zh-TW')('retry')).toBe('重試');
    expect(() => sayIn('en')('check.title')).toThrow('no text "check.title"');
  });

  it('fails loudly when a value is missing', () => {
    expect(() => say('en')('check.rows')).toThrow('no value for {n} in "check.rows"');
  });
});

function valuesIn(template: string): string[] {
  const names = Array.from(template.matchAll(/\{(\w+)/g), (match) => match[1] ?? '');
  return [...new Set(names)].sort();
}
