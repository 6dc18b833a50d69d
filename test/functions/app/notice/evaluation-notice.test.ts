// The mail with the link to an evaluation, and the mail with a bulletin.
import { describe, expect, test } from '@jest/globals';
import type { NoticePreview } from '#core/contract/weekly-notice';
import { bulletinApp } from '#test/support/bulletin-app';
import { answer, evaluationApp, OVER, tokenOf } from '#test/support/evaluation-app';
import type { TestApplication } from '#test/support/application';

async function preview(
  app: TestApplication,
  request: { kind: 'evaluation' | 'bulletin'; occasionId?: string },
): Promise<NoticePreview> {
  const answered = await app.call('weeklyNotice', { action: 'preview', ...request });
  if (answered.action !== 'preview') throw new Error('a preview was asked for');
  return answered;
}

describe('the mail with the link to an evaluation', () => {
  test('goes to those who came to the last held session, with a link of their own', async () => {
    const app = evaluationApp({ listeners: 2 });
    const shown = await preview(app, { kind: 'evaluation' });
    expect(shown.recipients.map(({ address }) => address)).toEqual([
      'r001@example.org',
      'r002@example.org',
    ]);
    expect(shown.skipped).toMatchObject([{ name: '听课人R901', reason: '没有到课' }]);
    const { fingerprint, occasion } = shown;
    await app.call('weeklyNotice', {
      action: 'send',
      kind: 'evaluation',
      occasionId: occasion.id,
      fingerprint,
    });
    const [mail] = app.mailer.mails;
    expect(mail?.subject).toBe('【教学评价】领导干部理论学习第1期：区域经济协调发展');
    expect(mail?.text).toContain('截止：2026年3月13日（星期五）');
    expect(mail?.text).toContain(`https://pages.example.org/evaluate?t=${tokenOf()}`);
    expect(mail?.html).toContain('>填写评价</a>');
    expect(app.mailer.mails).toHaveLength(2);
  });

  test('is not sent once the evaluation is over', async () => {
    const app = evaluationApp();
    app.setNow(OVER);
    const { findings, messages } = await preview(app, { kind: 'evaluation' });
    expect(findings.map(({ rule }) => rule)).toEqual(['N09']);
    expect(messages).toBe(6);
    const { fingerprint, occasion } = await preview(app, { kind: 'evaluation' });
    const send = {
      action: 'send',
      kind: 'evaluation',
      occasionId: occasion.id,
      fingerprint,
    } as const;
    await expect(app.call('weeklyNotice', send)).rejects.toMatchObject({ refusal: 'entriesBlock' });
    expect(app.mailer.mails).toEqual([]);
  });

  test('says nothing of who has answered', async () => {
    const app = evaluationApp({ listeners: 3 });
    const before = await preview(app, { kind: 'evaluation' });
    await answer(app, 'R001', '55555');
    expect((await preview(app, { kind: 'evaluation' })).recipients).toEqual(before.recipients);
  });
});

describe('the mail with a bulletin', () => {
  const contacts = [
    { id: 'C01', name: '贺知行', email: 'he@example.org', receives: 'summary' as const },
    { id: 'C02', name: '单位联络人', email: 'unit@example.org', receives: 'digest' as const },
  ];
  const MARCH = '2026-03-01/2026-03-31/区组通〔2026〕3号';

  test('goes to the leaders with the document in it, once', async () => {
    const app = bulletinApp({ contacts });
    const made = await app.call('bulletin', {
      length: 'month',
      number: '区组通〔2026〕3号',
    });
    expect(made.occasionId).toBe(MARCH);
    const shown = await preview(app, { kind: 'bulletin', occasionId: MARCH });
    expect(shown.recipients).toEqual([expect.objectContaining({ address: 'he@example.org' })]);
    await app.call('weeklyNotice', {
      action: 'send',
      kind: 'bulletin',
      occasionId: MARCH,
      fingerprint: shown.fingerprint,
    });
    const [mail] = app.mailer.mails;
    expect(mail?.subject).toBe('关于2026年3月领导干部理论学习情况的通报');
    expect(mail?.text).toContain(made.document.text.split('\n').slice(4, 9).join('\n'));
    expect(mail?.html).toContain('<table');
    expect(mail?.html).toContain('55.6%');
    const again = await preview(app, { kind: 'bulletin', occasionId: MARCH });
    expect([again.messages, again.skipped[0]?.reason]).toEqual([0, '已发过']);
  });

  test('is outdated when a figure has changed since the preview', async () => {
    const app = bulletinApp({ contacts });
    const { fingerprint } = await preview(app, { kind: 'bulletin', occasionId: MARCH });
    app.setNow('2026-03-24T01:00:00Z');
    await expect(
      app.call('weeklyNotice', {
        action: 'send',
        kind: 'bulletin',
        occasionId: MARCH,
        fingerprint,
      }),
    ).rejects.toMatchObject({ code: 'preview-outdated' });
    expect(app.mailer.mails).toEqual([]);
  });

  test.each([
    ['no period', '2026-03-01'],
    ['days that are no month, quarter or year', '2026-03-01/2026-03-30'],
    ['nothing', undefined],
  ])('needs a period, not %s', async (_, occasionId) => {
    const app = bulletinApp({ contacts });
    await expect(
      preview(app, { kind: 'bulletin', ...(occasionId !== undefined && { occasionId }) }),
    ).rejects.toMatchObject({ refusal: 'noPeriod' });
  });
});
