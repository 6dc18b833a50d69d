import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { foldName, foldNameOrId, foldWord, tidy, tidyLines, withoutSpaces } from '#core/text/clean';
import { fill, text, toLanguage } from '#core/text/language';
import { maskNumbers } from '#core/text/mask';

describe('spaces', () => {
  test.each([
    ['  区委 礼堂  ', '区委 礼堂', '区委礼堂'],
    ['某\u3000某', '某 某', '某某'],
    ['a\u00A0\u2000\u200B\uFEFFb', 'a b', 'ab'],
    ['two\nlines', 'two lines', 'twolines'],
    ['e\u0301', 'é', 'é'],
    ['𠮷田', '𠮷田', '𠮷田'],
    ['', '', ''],
  ])('of %j: tidy %j, without %j', (words, tidied, bare) => {
    expect(tidy(words)).toBe(tidied);
    expect(withoutSpaces(words)).toBe(bare);
  });
});

describe('the forms in which words are compared', () => {
  test.each([
    [' Sick\u3000 Leave ', 'sickleave'],
    ['病 假', '病假'],
  ])('of the word %j: %j', (word, folded) => {
    expect(foldWord(word)).toBe(folded);
  });

  test.each([
    [' 周 文远 ', '周文远'],
    ['r００１', 'r001'],
    ['Anna  Berg', 'anna berg'],
  ])('of the name or id %j: %j', (typed, folded) => {
    expect(foldNameOrId(typed)).toBe(folded);
  });
});

describe('tidyLines', () => {
  test.each([
    [
      '\u3000\u3000各单位：\n\u3000\u3000请准时参加。  ',
      '\u3000\u3000各单位：\n\u3000\u3000请准时参加。',
    ],
    [' \u3000 \u3000a', '\u3000\u3000a'],
    ['  a\r\n\t b ', 'a\nb'],
    ['\n\u3000\n\u3000a\n\u3000\nb\n \n', '\u3000a\n\nb'],
    ['某\u3000某', '某 某'],
    ['\u3000', ''],
    ['', ''],
  ])('of %j gives %j: an indent of ideographic spaces stays', (words, tidied) => {
    expect(tidyLines(words)).toBe(tidied);
  });
});

describe('foldName', () => {
  test.each([
    ['陆\u3000明 哲', '陆明哲'],
    ['John  Smith ', 'John Smith'],
    ['JohnSmith', 'JohnSmith'],
    ['Ｊｏｈｎ\u00A0Ｓｍｉｔｈ', 'John Smith'],
    ['Jo\u200Bhn', 'John'],
    ['王 John', '王John'],
    ['J. K. O’Neil', 'J. K. O’Neil'],
    ['Иван Петров', 'Иван Петров'],
    ['买买提\u2022吐尔逊', '买买提·吐尔逊'],
    ['买买提\u30FB吐尔逊', '买买提·吐尔逊'],
    ['买买提\u2027吐尔逊', '买买提·吐尔逊'],
    ['买买提 \uFF65 吐尔逊', '买买提·吐尔逊'],
    ['买买提．吐尔逊', '买买提·吐尔逊'],
    ['李\u2F74', '李立'],
    ['\u2EE2\u2EF0', '马龙'],
    ['\uF9D0', '類'],
    ['陳國棟', '陳國棟'],
    ['', ''],
  ])('of %j is %j', (name, folded) => {
    expect(foldName(name)).toBe(folded);
  });

  it('of what is folded is the same', () => {
    const parts = fc.constantFrom(
      '陆',
      '\u2F74',
      '\u2EE2',
      ' ',
      '\u3000',
      '·',
      '•',
      '．',
      '.',
      'A',
      'é',
      'e\u0301',
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 8 }), (characters) => {
        const once = foldName(characters.join(''));
        expect(foldName(once)).toBe(once);
      }),
    );
  });
});

describe('toLanguage', () => {
  test.each([
    ['zh-CN', 'zh-CN'],
    ['zh_CN', 'zh-CN'],
    ['zh', 'zh-CN'],
    ['zh-Hans-SG', 'zh-CN'],
    ['zh_TW', 'zh-TW'],
    ['zh-Hant-HK', 'zh-TW'],
    ['zh-MO', 'zh-TW'],
    ['en-GB', 'en'],
    ['fr', 'en'],
    ['', 'en'],
  ])('takes %j for %s', (locale, language) => {
    expect(toLanguage(locale)).toBe(language);
  });
});

describe('fill', () => {
  it('puts values in as they are and never expands them again', () => {
    expect(fill('{a} and {b}', { a: '{b} $& $1', b: 2 })).toBe('{b} $& $1 and 2');
  });

  it('takes a place without a value for our own mistake', () => {
    expect(() => fill('{missing}', {})).toThrow('no value for {missing}');
  });

  it('takes its three texts in order', () => {
    expect(text('简', '繁', 'en')).toEqual({ 'zh-CN': '简', 'zh-TW': '繁', en: 'en' });
  });
});

describe('maskNumbers', () => {
  test.each([
    ['a card’s number', '6222021234567890123', '622…23'],
    ['a card’s number in groups of four', '卡号 6222 0212 3456 7890 123。', '卡号 622…23。'],
    ['one of sixteen digits', '6222 0212 3456 7890', '622…90'],
    ['one with dashes', '6222-0212-3456-7890-123', '622…23'],
    ['one with wide dashes and digits', '６２２２－０２１２－３４５６－７８９０', '６２２…９０'],
    ['one with ideographic spaces', '6222\u30000212\u30003456\u30007890\u3000123', '622…23'],
    ['one with spaces round the dashes', '6222 – 0212 – 3456 – 7890', '622…90'],
    ['one with points', '6222.0212.3456.7890', '622…90'],
    ['one on two lines', '6222 0212\n3456 7890 123', '622…23'],
    ['one after a first group of six', '622202 1234 5678 9012 3', '622…23'],
    ['one of seventeen digits', '6222 0212 3456 7890 1', '622…01'],
    ['one before a telephone number', '6222 0212 3456 7890 13800000000', '622…90 13800000000'],
    ['a citizen’s number', '110101199003074258', '110…58'],
    ['a citizen’s number in its parts', '110101 19900307 425X', '110…5X'],
    ['one with dashes in its parts', '110101–19900307–4258', '110…58'],
    ['a citizen’s number in groups of four', '1101-0119-9003-0742-5X', '110…5X'],
    ['one after its place', '110101 1990 0307 4258', '110…58'],
    ['two numbers', '6222 0212 3456 7890，110101199003074258', '622…90，110…58'],
  ])('masks %s', (_, words, shown) => {
    expect(maskNumbers(words)).toBe(shown);
    expect(maskNumbers(shown)).toBe(shown);
  });

  test.each([
    ['an invoice’s number', '26112000000123456789'],
    ['days', '2026-10-02 2026-10-09、2026-10-16'],
    ['days without their dashes', '2026-1002 2026-1009'],
    ['years', '2023 2024 2025 2026'],
    ['spans of time', '1430-1700 0900-1130'],
    ['times of day', '14:30—17:00 09:00—11:30'],
    ['telephone numbers', '0512-6512-3456，13800000000 13900000000'],
    ['three groups', '6222 0212 3456'],
    ['a plan’s number', '云理学〔2026〕12号'],
  ])('leaves %s', (_, words) => {
    expect(maskNumbers(words)).toBe(words);
  });
});
