// What a clerk reads when an entry is refused: the field as the sidebar calls it, never as the code does.
import { describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { FUNCTIONS, type FunctionName } from '#core/contract/functions';
import { AppError } from '#functions/errors';
import { ENTERED_FIELDS } from '#functions/http/entered-fields.texts';
import { parseBody } from '#functions/http/read-body';

/** Filled in by the sidebar itself: a wrong one is a mistake of a program. */
const BY_PROGRAM = [
  'spreadsheetId',
  'language',
  'action',
  'fingerprint',
  'absence',
  'digest',
  'seconds',
  'withFile',
  'length',
  'choices',
  'tab',
  'cell',
  'before',
  'after',
  'sheetId',
  'firstRow',
  'lastRow',
  'close',
  'report',
  'kind',
  'content',
  'sheet',
  'columns',
  'position',
  'column',
  'people',
  'row',
  'as',
  'units',
  'category',
  'leaving',
  'inPlace',
  'leaveId',
  'decisions',
  'memberIds',
  'event',
  'write',
  'taxBasis',
  'present',
  'absent',
  'notRecorded',
  'bySheet',
  'byAttendance',
  'wishId',
  'wish',
  'occasionId',
  'firstColumn',
  'lastColumn',
  'byFile',
  'intoClosed',
  'hoursKind',
];

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly items?: Schema;
}

/** The names of all fields at any depth. */
function fieldsOf({ properties = {}, anyOf = [], oneOf = [], items }: Schema): string[] {
  const inner = [...Object.values(properties), ...anyOf, ...oneOf, ...(items ? [items] : [])];
  return [...Object.keys(properties), ...inner.flatMap(fieldsOf)];
}

function refused(name: FunctionName, fields: object, language: 'zh-CN' | 'en' = 'zh-CN'): AppError {
  const body = { spreadsheetId: 'workbook-of-the-tests-0001', ...fields };
  const request = { rawBody: Buffer.from(JSON.stringify(body)) };
  try {
    parseBody(request, FUNCTIONS[name].request as z.ZodType, language);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('was not refused');
}

describe('a refused entry', () => {
  const fee = (part: object) => ['lectureFees', { action: 'preview', ...part }] as const;
  const report = (part: object) => ['attendanceReport', part] as const;
  test.each([
    [...fee({ perHourCents: 1_000_001 }), '“每学时（元）”不能大于 10000。'],
    [...fee({ perHourCents: -1 }), '“每学时（元）”不能小于 0。'],
    [...fee({ perHourCents: 0.5 }), '“每学时（元）”填的内容无法识别。'],
    [...fee({ perHourCents: null }), '“每学时（元）”填的内容无法识别。'],
    [...fee({ paidOn: '12026-03-06' }), '“发放日期”不是日期。'],
    [...fee({ taxReason: ' ' }), '“单独计税的理由”没有填。'],
    [...fee({ approvalNumber: 'x'.repeat(101) }), '“审批号”最多 100 个字符。'],
    [...report({ from: '2026', to: '2026-03-0' }), '“起”不是日期、“止”不是日期。'],
    ['bulletin', { length: 'month', number: '1/2' }, '“文号”填的内容无法识别。'],
    ['hoursLedger', { year: 99 }, '“年度”不能小于 2000。'],
    ['leaveRegister', { action: 'find', wanted: '' }, '“期次编号、姓名或人员编号”没有填。'],
  ] as const)('%s %j reads %s', (name, fields, detail) => {
    const error = refused(name, fields);
    expect([error.refusal, error.explain('zh-CN').detail]).toEqual(['badEntry', detail]);
  });

  test('is explained in the language of the call', () => {
    expect(refused(...fee({ perHourCents: 1_000_001 }), 'en').explain('en').detail).toBe(
      '"Per hour (yuan)" is at most 10000.',
    );
  });

  test('keeps the code’s name where a program made the mistake', () => {
    expect(refused('dashboard', { action: 'weak' })).toMatchObject({
      refusal: 'badFields',
      facts: { fields: 'action' },
    });
    const both = refused('lectureFees', { action: 'confirm', sessionId: 'S01', perHourCents: -1 });
    expect(both.refusal).toBe('badFields');
  });
});

test('every field of every request has a name for people or is filled in by a program', () => {
  const fields = Object.values(FUNCTIONS).flatMap(({ request }) =>
    fieldsOf(z.toJSONSchema(request, { io: 'input', unrepresentable: 'any' }) as Schema),
  );
  const known = new Set([...Object.keys(ENTERED_FIELDS), ...BY_PROGRAM]);
  expect([...new Set(fields)].filter((name) => !known.has(name))).toEqual([]);
  expect([...known].filter((name) => !fields.includes(name))).toEqual([]);
});
