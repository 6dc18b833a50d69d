import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LANGUAGES } from '#core/text/language';
import { defaultTemplate } from '#core/notice/words/default-templates';
import { FIELDS, type FieldName, type FieldValues } from '#core/notice/words/fields';
import { findTemplate } from '#core/notice/words/find-template';
import {
  fillTemplate,
  parseTemplate,
  requiredFields,
  withUsualForms,
} from '#core/notice/words/template';
import { NOTICE_KIND_KEYS } from '#core/workbook/tabs/notice-kinds';
import { aSnapshot } from '#test/support/builders/snapshots';
import { aWorkbook } from '#test/support/builders/tables';

const EVERY = (): boolean => true;
const NONE = Object.fromEntries(Object.keys(FIELDS).map((name) => [name, ''])) as Record<
  FieldName,
  string
>;
const values = (part: Partial<FieldValues>): FieldValues => ({ ...NONE, ...part });
const fill = (source: string, part: Partial<FieldValues> = {}): string[] =>
  fillTemplate(parseTemplate(source, EVERY), values(part)).map(({ words }) => words);

describe('parseTemplate', () => {
  test.each([
    ['{{name}}', ['name']],
    ['{{姓名}} {{ 時間 }} {{Venue}}', ['name', 'time', 'venue']],
    ['{{speaker|}}{{contact|无}}', []],
  ])('reads %s', (source, required) => {
    const template = parseTemplate(source, EVERY);
    expect(template.faults).toEqual([]);
    expect(requiredFields(template)).toEqual(required);
  });

  test.each([
    ['{{nmae}}', [{ fault: 'unknownField', name: 'nmae' }]],
    ['{{}}', [{ fault: 'unknownField', name: '' }]],
    ['{{name', [{ fault: 'openBraces', name: '{{name' }]],
    ['name}} {{name}}', [{ fault: 'openBraces', name: 'name}}' }]],
    ['{one brace}', []],
    ['{ {{name}} }', []],
    ['{{{name}}}', [{ fault: 'openBraces', name: '{{{name}}}' }]],
    ['{{{name}}', [{ fault: 'openBraces', name: '{{{name}}' }]],
    ['{{name}}}', [{ fault: 'openBraces', name: '{{name}}}' }]],
    ['{{{{name}}}}', [{ fault: 'openBraces', name: '{{{{name}}}}' }]],
    ['{{name}', [{ fault: 'otherForm', name: '{{name}', corrected: '{{name}}' }]],
    ['{name}}', [{ fault: 'otherForm', name: '{name}}', corrected: '{{name}}' }]],
    ['{姓名}', [{ fault: 'otherForm', name: '{姓名}', corrected: '{{姓名}}' }]],
    ['｛｛ 姓名 ｝｝', [{ fault: 'otherForm', name: '｛｛ 姓名 ｝｝', corrected: '{{姓名}}' }]],
    ['｛姓名｝', [{ fault: 'otherForm', name: '｛姓名｝', corrected: '{{姓名}}' }]],
    ['{｛姓名｝}', [{ fault: 'otherForm', name: '{｛姓名｝}', corrected: '{{姓名}}' }]],
    ['${name}', [{ fault: 'otherForm', name: '${name}', corrected: '{{name}}' }]],
    ['${{name}}', [{ fault: 'otherForm', name: '${{name}}', corrected: '{{name}}' }]],
    ['«姓名»', [{ fault: 'otherForm', name: '«姓名»', corrected: '{{姓名}}' }]],
    [
      '｛地点｜待定｝',
      [{ fault: 'otherForm', name: '｛地点｜待定｝', corrected: '{{地点|待定}}' }],
    ],
    ['｛｛姓明｝｝', [{ fault: 'unknownField', name: '姓明' }]],
    ['${total}', [{ fault: 'unknownField', name: 'total' }]],
    ['｛｛姓名', [{ fault: 'openBraces', name: '｛｛姓名' }]],
    ['｛一句话｝ «лекция» {1}', []],
  ])('finds fault with %s', (source, faults) => {
    expect(parseTemplate(source, EVERY).faults).toEqual(faults);
  });

  test.each([
    ['｛｛姓名｝｝同志：{地点}、${题目}、«时间»', '{{姓名}}同志：{{地点}}、{{题目}}、{{时间}}'],
    ['{{姓名}}、｛话｝、｛｛姓明｝｝', '{{姓名}}、｛话｝、｛｛姓明｝｝'],
  ])('is offered %s with the usual form of each field', (source, corrected) => {
    expect(withUsualForms(source)).toBe(corrected);
    expect(withUsualForms(corrected)).toBe(corrected);
  });

  test('refuses a field that the kind does not have', () => {
    const { faults } = parseTemplate('{{rate}}', (field) => field !== 'rate');
    expect(faults).toEqual([{ fault: 'unknownField', name: 'rate' }]);
  });
});

describe('fillTemplate', () => {
  test('takes the default when the value is empty', () => {
    expect(fill('{{venue|待定}}')).toEqual(['待定']);
    expect(fill('{{venue|待定}}', { venue: '礼堂' })).toEqual(['礼堂']);
  });

  test('leaves out a line whose fields are all empty, and no other', () => {
    expect(fill('主讲人：{{speaker|}}\n\n{{name}}、{{post|}}', { name: '某' })).toEqual([
      '',
      '某、',
    ]);
  });

  test('never looks at a value again', () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        const shown = fill('<{{name}}>', { name, title: 'SECRET' });
        expect(shown).toEqual(name === '' ? [] : [`<${name}>`]);
      }),
    );
    expect(fill('{{name}}', { name: '{{title}}', title: 'SECRET' })).toEqual(['{{title}}']);
  });

  test('takes a label from the template only', () => {
    const lines = fillTemplate(
      parseTemplate('地点：{{venue}}\n{{name}}', EVERY),
      values({ venue: '礼堂', name: '地点：别处' }),
    );
    expect(lines.map(({ pair }) => pair)).toEqual([{ label: '地点', value: '礼堂' }, null]);
  });
});

describe('findTemplate', () => {
  test.each(LANGUAGES)('has faultless words for every kind in %s', (language) => {
    for (const kind of NOTICE_KIND_KEYS) {
      const template = findTemplate(aSnapshot(aWorkbook()), kind, language);
      expect([kind, template.findings, template.row]).toEqual([kind, [], null]);
    }
  });

  test('takes the row of the templates tab, its lines kept', () => {
    const templates = [
      {
        kind: 'weekly' as const,
        language: 'zh-CN' as const,
        subject: '{{题目}}',
        body: '一\n\n二 {{姓名}}',
      },
    ];
    const template = findTemplate(aSnapshot(aWorkbook({ templates })), 'weekly', 'zh-CN');
    expect([template.row, template.body.lines.length]).toEqual([2, 3]);
  });

  test('points to the cell with the unknown field, and to the second row of one kind', () => {
    const row = {
      kind: 'weekly' as const,
      language: 'zh-CN' as const,
      ...defaultTemplate('weekly', 'zh-CN'),
    };
    const templates = [{ ...row, subject: '{{到课率}}' }, row];
    const { findings } = findTemplate(aSnapshot(aWorkbook({ templates })), 'weekly', 'zh-CN');
    expect(findings.map(({ rule, row: at, column }) => [rule.code, at, column])).toEqual([
      ['N01', 2, 'subject'],
      ['N04', 3, 'kind'],
    ]);
  });
});
