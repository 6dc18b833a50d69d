import { describe, expect, test } from '@jest/globals';
import { renderNotice } from '#core/notice/render-notice';
import { defaultSettings, type Settings } from '#core/workbook/settings';
import { aSession, aSpeaker } from '#test/support/builders/rows';

const settings: Settings = {
  ...defaultSettings('zh-CN'),
  contact: '区委组织部干部教育科 000-1234567',
};
const recipient = { memberId: 'R001', name: '周文远', post: null, address: 'r001@example.org' };
const plan = { session: aSession(), speaker: aSpeaker(), recipients: [recipient], skipped: [] };

describe('renderNotice', () => {
  test('names session, time, venue, speaker and contact in plain text', () => {
    const { subject, text } = renderNotice(plan, recipient, settings);
    expect(subject).toBe('【领导干部理论学习】第1期：区域经济协调发展');
    expect(text.split('\n')).toEqual([
      '周文远同志：',
      '',
      '现将本期领导干部理论学习有关事项通知如下：',
      '',
      '题目：区域经济协调发展',
      '时间：2026年3月6日(星期五)下午2:30—5:00',
      '地点：区委礼堂',
      '主讲人：陆明哲（省委党校）',
      '联系人：区委组织部干部教育科 000-1234567',
      '',
      '请提前10分钟到场签到。确因工作不能参加的，请按规定办理书面请假手续。',
      '',
      '区委组织部',
      '',
    ]);
  });

  test('speaks English when the settings do', () => {
    const { subject, text } = renderNotice({ ...plan, speaker: null }, recipient, {
      ...settings,
      ...defaultSettings('en'),
    });
    expect(subject).toBe('Leading cadres’ study programme, session 1: 区域经济协调发展');
    expect(text).toContain('Time: Friday, 6 March 2026, 14:30–17:00\n');
    expect(text).not.toContain('Speaker');
  });

  test('leaves the number out of the subject when the session has none', () => {
    const { subject } = renderNotice(
      { ...plan, session: aSession({ number: null }) },
      recipient,
      settings,
    );
    expect(subject).toBe('【领导干部理论学习】区域经济协调发展');
  });

  test.each([
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['<img src=x onerror=alert(1)>', '&lt;img src=x onerror=alert(1)&gt;'],
    ['"quoted" & \'single\'', '&quot;quoted&quot; &amp; &#39;single&#39;'],
    ['{programme} {{name}}', '{programme} {{name}}'],
  ])('shows %s as text, never as markup or as a field', (title, shown) => {
    const { html } = renderNotice({ ...plan, session: aSession({ title }) }, recipient, settings);
    expect(html).toContain(shown);
    expect(html).not.toMatch(/<(script|img)/);
  });
});
