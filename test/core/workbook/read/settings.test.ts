import { SETTING_TEXTS, type SettingTexts } from '#core/workbook/read/settings.texts';
import { describe, expect, it, test } from '@jest/globals';
import { renderFinding } from '#core/workbook/finding';
import { LANGUAGES } from '#core/text/language';
import { readSettings, settingOf } from '#core/model/read-settings';
import {
  defaultSettings,
  initialCell,
  SETTING_DECLARATIONS,
  SETTING_KEYS,
} from '#core/workbook/read/settings';
import { parseSlots } from '#core/workbook/read/slots';
import { aTable } from '#test/support/builders/tables';

const read = (name: string, value: string) => readSettings(aTable('settings', [{ name, value }]));

describe('settings', () => {
  it('are the defaults where the tab says nothing', () => {
    expect(readSettings(undefined)).toEqual({ settings: defaultSettings('zh-CN'), findings: [] });
    expect(readSettings(aTable('settings', [])).settings).toEqual(defaultSettings('zh-CN'));
  });

  test.each(SETTING_KEYS)('%s is meant by each of its names, and by no other setting’s', (key) => {
    const { label, formerLabels = [] }: SettingTexts = SETTING_TEXTS[key];
    const names = [key, ...LANGUAGES.map((language) => label[language]), ...formerLabels];
    expect(names.map(settingOf)).toEqual(names.map(() => key));
  });

  test.each([
    ['迟到界限(分钟)', '0', 'lateMinutes', 0],
    ['Late after (minutes)', '10', 'lateMinutes', 10],
    ['lateMinutes', '10', 'lateMinutes', 10],
    ['出勤率目标', '95%', 'attendanceTarget', 0.95],
    ['出勤率目标', '0.95', 'attendanceTarget', 0.95],
    ['时区', 'Asia/Urumqi', 'timeZone', 'Asia/Urumqi'],
    ['语言', 'EN', 'language', 'en'],
    ['年度', '2027', 'year', 2027],
    ['请假比例界限', '1/7', 'leaveShare', { numerator: 1, denominator: 7 }],
    ['请假比例界限', '1／10', 'leaveShare', { numerator: 1, denominator: 10 }],
    ['免补课的请假类型', '公差、 病 假', 'makeUpExempt', ['official', 'sick']],
    ['免补课的请假类型', 'personal', 'makeUpExempt', ['personal']],
    ['请假比例界限', '15%', 'leaveShare', { numerator: 1500, denominator: 10_000 }],
  ] as const)('%s %s is read as %s %p', (name, value, key, expected) => {
    const { settings, findings } = read(name, value);
    expect(settings[key]).toEqual(expected);
    expect(findings).toEqual([]);
  });

  test.each([
    ['迟到界限(分钟)', '五', 'lateMinutes'],
    ['免补课的请假类型', '公差、年假', 'makeUpExempt'],
    ['迟到界限(分钟)', '-1', 'lateMinutes'],
    ['出勤率目标', '101%', 'attendanceTarget'],
    ['时区', 'Mars/Olympus', 'timeZone'],
    ['上课时段', '每周五', 'slots'],
    ['发件地址', 'not an address', 'sender'],
    ['语言', 'fr', 'language'],
    ['请假比例界限', '8/7', 'leaveShare'],
    ['请假比例界限', '1/0', 'leaveShare'],
    ['签到码有效(秒)', '0', 'checkInValid'],
  ] as const)('%s %s is a finding, and the default holds', (name, value, key) => {
    const { settings, findings } = read(name, value);
    expect(findings.map(({ rule, row, column }) => [rule.code, row, column])).toEqual([
      ['W10', 2, 'value'],
    ]);
    expect(settings[key]).toEqual(defaultSettings('zh-CN')[key]);
  });

  test.each([
    ['迟到界限(分钟)', 'lateMinutes', ['0', '120'], ['-1', '120.5', '500']],
    ['出勤率目标', 'attendanceTarget', ['1%', '100%'], ['0', '0%', '0.9%', '100.1%', '90', '-0.1']],
    ['每学时分钟', 'minutesPerClassHour', ['20', '120'], ['19', '121', '0']],
    ['预算提醒线', 'budgetWarning', ['1%', '1'], ['0', '0%', '0.9%', '1.01', '90']],
    ['连续缺席次数', 'absencesInARow', ['1', '100'], ['0', '101']],
    ['通知提前天数', 'noticeLeadDays', ['0', '60'], ['61', '-1']],
    ['补课期限(天)', 'makeUpDays', ['1', '366'], ['0', '367']],
    ['签到码更换(秒)', 'checkInRenew', ['5', '600'], ['4', '601']],
    ['年度', 'year', ['2000', '2200'], ['1999', '26']],
  ] as const)('W10 %s has limits, and outside the default holds', (name, key, inside, outside) => {
    for (const value of inside) expect(read(name, value).findings).toEqual([]);
    for (const value of outside) {
      const { settings, findings } = read(name, value);
      expect(findings.map(({ rule, column }) => [rule.code, column])).toEqual([['W10', 'value']]);
      expect(settings[key]).toBe(defaultSettings('zh-CN')[key]);
    }
  });

  it('W10 names the limits and the value that holds instead', () => {
    const [found] = read('迟到界限(分钟)', '500').findings;
    expect(found && renderFinding(found, 'zh-CN')).toEqual({
      message: '设置“迟到界限(分钟)”的值“500”不在 0 到 120 之间。',
      suggestion: '改正以前按“5”计算。开始后超过这么多分钟记为迟到。',
    });
  });

  test.each([
    ['Papers kept from', 'Supporting documents from', 'papersFrom', '2026-03-01', '2026-03-01'],
    ['Leave asked ahead (days)', 'Leave request lead (days)', 'leaveLeadDays', '3', 3],
    ['Absences a year (limit)', 'Absences per year (limit)', 'absenceLimit', '7', 7],
    ['Late a year (limit)', 'Late or left early per year (limit)', 'lateLimit', '8', 8],
    ['Mails a day', 'Mails per day', 'mailsPerDay', '99', 99],
    ['Mails a minute', 'Mails per minute', 'mailsPerMinute', '50', 50],
    [
      'Leave share limit',
      'Leave limit (share of sessions)',
      'leaveShare',
      '1/4',
      { numerator: 1, denominator: 4 },
    ],
  ] as const)('“%s” is read as well as “%s”', (...[former, present, key, cell, value]) => {
    for (const name of [former, present, former.toUpperCase()])
      expect(read(name, cell)).toMatchObject({ settings: { [key]: value }, findings: [] });
    expect(SETTING_TEXTS[key].label.en).toBe(present);
  });

  test.each(LANGUAGES)('of a new workbook in %s are read without a finding', (language) => {
    const keys = Object.keys(SETTING_DECLARATIONS) as (keyof typeof SETTING_DECLARATIONS)[];
    const rows = keys.map((key) => ({
      name: SETTING_TEXTS[key].label[language],
      value: initialCell(key, language),
    }));
    expect(readSettings(aTable('settings', rows, language)).findings).toEqual([]);
  });
});

describe('slots', () => {
  const friday = { weekday: 5, start: '14:30', end: '17:00' };
  const saturday = { weekday: 6, start: '09:00', end: '11:30' };

  test.each([
    ['周五 14:30-17:00；周六 09:00-11:30', [friday, saturday]],
    ['星期五 14：30—17：00', [friday]],
    ['Fri 14:30-17:00; Saturday 9:00-11:30', [friday, saturday]],
    ['5 14:30~17:00', [friday]],
    ['周日 9:00-10:00', [{ weekday: 7, start: '09:00', end: '10:00' }]],
    ['周天 9:00-10:00', [{ weekday: 7, start: '09:00', end: '10:00' }]],
  ])('%s', (cell, slots) => {
    expect(parseSlots(cell)).toEqual(slots);
  });

  test.each([
    '',
    '周五',
    '周五 17:00-14:30',
    '周五 14:30-14:30',
    '周八 9:00-10:00',
    '周五 9:00-24:30',
    '周五 9:70-10:00',
    '周五 14:30-17:00；随便',
  ])('%j is not understood', (cell) => {
    expect(parseSlots(cell)).toBeUndefined();
  });
});
