import { describe, expect, test } from '@jest/globals';
import { toDay } from '#core/calendar/day';
import { findTemplate } from '#core/notice/words/find-template';
import type { NoticePlan, Recipient } from '#core/notice/notice';
import { renderNotice, type RenderedNotice } from '#core/notice/words/render-notice';
import { sessionOccasion } from '#core/notice/occasion';
import { defaultSettings, type Settings } from '#core/workbook/read/settings';
import { aSession, aSpeaker } from '#test/support/builders/rows';
import { aSnapshot } from '#test/support/builders/snapshots';
import { aWorkbook } from '#test/support/builders/tables';

const settings: Settings = {
  ...defaultSettings('zh-CN'),
  contact: '区委组织部干部教育科 000-1234567',
};
const recipient: Recipient = {
  memberId: 'R001',
  name: '周文远',
  post: null,
  unit: '区委',
  address: 'r001@example.org',
  hasAddress: true,
  notify: true,
  due: true,
  place: { tab: 'roster', row: 2 },
  key: 'book|S01|weekly|R001',
  sequence: 0,
  before: null,
};
const plan: NoticePlan = {
  kind: 'weekly',
  occasion: sessionOccasion(aSession()),
  row: 2,
  speaker: aSpeaker(),
  recipients: [recipient],
  skipped: [],
  turnout: [],
};
const LINK = 'https://pages.example.org/reply?t=x&y';
const render = (changes: Partial<NoticePlan> = {}, used: Settings = settings): RenderedNotice => {
  const changed = { ...plan, ...changes };
  const template = findTemplate(aSnapshot(aWorkbook()), changed.kind, used.language);
  return renderNotice(changed, recipient, { template, settings: used });
};

describe('renderNotice', () => {
  test.each([
    ['zh-CN', '2026年11月27日'],
    ['zh-TW', '2026年11月27日'],
    ['en', '27 November 2026'],
  ] as const)('dates a notice under its signature in %s', (language, day) => {
    const used = { ...settings, language };
    const { text, html } = render({ issued: toDay('2026-11-27') }, used);
    expect(text.trimEnd().split('\n').slice(-2)).toEqual([used.organiser, day]);
    expect(html).toContain(`${used.organiser}<br />${day}`);
  });

  test.each(['成文日期', 'date of issue', 'issued'])('takes the date as {{%s}}', (name) => {
    const body = `通知\n{{${name}}}`;
    const template = findTemplate(
      aSnapshot(
        aWorkbook({ templates: [{ kind: 'weekly', language: 'zh-CN', subject: 'x', body }] }),
      ),
      'weekly',
      'zh-CN',
    );
    const { text } = renderNotice({ ...plan, issued: toDay('2026-11-27') }, recipient, {
      template,
      settings,
    });
    expect(text).toBe('通知\n2026年11月27日\n');
  });

  test('names session, time, venue, speaker and contact in plain text', () => {
    const { subject, text } = render();
    expect(subject).toBe('【领导干部理论学习】第1期：区域经济协调发展');
    expect(text.split('\n')).toEqual([
      '周文远同志：',
      '',
      '现将本期领导干部理论学习有关事项通知如下：',
      '',
      '题目：区域经济协调发展',
      '时间：2026年3月6日（星期五）下午2:30—5:00',
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

  test('speaks English when the settings do, and leaves out the line of a missing speaker', () => {
    const { subject, text } = render({ speaker: null }, { ...settings, ...defaultSettings('en') });
    expect(subject).toBe('Leading cadres’ study programme: session 1, 区域经济协调发展');
    expect(text).toContain('Time: Friday, 6 March 2026, 14:30–17:00\n');
    expect(text).not.toContain('Speaker');
  });

  test('leaves the number out of the subject when the session has none', () => {
    expect(render({ occasion: sessionOccasion(aSession({ number: null })) }).subject).toBe(
      '【领导干部理论学习】区域经济协调发展',
    );
  });

  test('sets label and value apart in the HTML part', () => {
    expect(render().html).toMatch(/<th [^>]*>地点<\/th>\s*<td [^>]*>区委礼堂<\/td>/);
  });

  test('begins a paragraph with its first word, and keeps its lines and their indents', () => {
    const body = '\u3000\u3000请{{姓名}}同志参加。\n\u3000\u3000联系人：某\n\n特此通知';
    const templates = [{ kind: 'weekly', language: 'zh-CN', subject: '通知', body }] as const;
    const template = findTemplate(aSnapshot(aWorkbook({ templates })), 'weekly', 'zh-CN');
    const { text, html } = renderNotice(plan, recipient, { template, settings });
    expect(text).toBe('\u3000\u3000请周文远同志参加。\n\u3000\u3000联系人：某\n\n特此通知\n');
    expect(html.match(/<p>[^]*?<\/p>/g)).toEqual([
      '<p>\u3000\u3000请周文远同志参加。<br />\u3000\u3000联系人：某</p>',
      '<p>特此通知</p>',
    ]);
  });

  test.each([
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['<img src=x onerror=alert(1)>', '&lt;img src=x onerror=alert(1)&gt;'],
    ['"quoted" & \'single\'', '&quot;quoted&quot; &amp; &#39;single&#39;'],
    ['[click](https://evil.example)', '[click](https://evil.example)'],
    ['{programme} {{姓名}} {{name|x}}', '{programme} {{姓名}} {{name|x}}'],
  ])('shows %s as text, never as markup, link or field', (title, shown) => {
    const { html } = render({ occasion: sessionOccasion(aSession({ title })) });
    expect(html).toContain(shown);
    expect(html).not.toMatch(/<(script|img|a)\b/);
  });

  test('asks for an answer with the recipient’s own link, once as text and once as a button', () => {
    const { text, html } = renderNotice(
      plan,
      { ...recipient, link: LINK },
      { template: findTemplate(aSnapshot(aWorkbook()), 'weekly', 'zh-CN'), settings },
    );
    expect(text).toContain(`书面请假手续。\n\n请点此回复：${LINK}\n\n区委组织部\n`);
    expect(html.match(/<a [^>]*>[^<]*<\/a>/g)).toEqual([
      expect.stringMatching(
        /^<a href="https:\/\/pages\.example\.org\/reply\?t=x&amp;y" .*>参加 \/ 请假<\/a>$/,
      ),
    ]);
  });

  test.each([
    ['a link of another page', 'https://evil.example/reply?t=x'],
    ['the name of the field', '{{回复链接}} {{reply link|https://evil.example}}'],
    ['the recipient’s own link', `"><a href="https://evil.example">${LINK}</a>`],
  ])('makes no second link of a title that is %s', (_, title) => {
    const { html } = renderNotice(
      { ...plan, occasion: sessionOccasion(aSession({ title })) },
      { ...recipient, link: LINK },
      { template: findTemplate(aSnapshot(aWorkbook()), 'weekly', 'zh-CN'), settings },
    );
    expect(html.match(/<a href="[^"]*"/g)).toEqual([`<a href="${LINK.replace('&', '&amp;')}"`]);
  });

  test('keeps a subject on one line whatever the title holds', () => {
    const { subject } = render({
      occasion: sessionOccasion(aSession({ title: 'a\r\nBcc: x@example.org' })),
    });
    expect(subject).toBe('【领导干部理论学习】第1期：a Bcc: x@example.org');
  });
});
