// A notice to sixty people, of whom a call of 70 seconds reaches fifty, and what tests of it ask.
import { expect } from '@jest/globals';
import type { NoticePreview, NoticeSent } from '#core/contract/weekly-notice';
import type { TABS } from '#core/workbook/tabs/index';
import type { TestApplication } from '#test/support/application';
import { aMember, aSession, aSpeaker } from '#test/support/builders/rows';
import { aWorkbook, columnsOf } from '#test/support/builders/tables';

const PEOPLE = 60;
export const ids = Array.from(
  { length: PEOPLE },
  (_, index) => `R${String(index + 1).padStart(3, '0')}`,
);
export const addressOf = (id: string): string => `${id.toLowerCase()}@example.org`;
/** 25 mails a minute: two chunks fit into a call of 70 seconds. */
export const tables = aWorkbook({
  roles: [{ email: 'clerk@example.org', role: 'clerk' }],
  settings: [{ name: '每分钟邮件数', value: '25' }],
  speakers: [aSpeaker()],
  schedule: [aSession()],
  roster: ids.map((id, index) =>
    aMember({ id, name: `某${id}`, personOrder: index, email: addressOf(id) }),
  ),
});

export const preview = async (app: TestApplication): Promise<NoticePreview> =>
  (await app.call('weeklyNotice', { action: 'preview' })) as NoticePreview; // a preview was asked for
export const begin = async (app: TestApplication): Promise<NoticeSent> => {
  const { fingerprint } = await preview(app);
  const send = { action: 'send', occasionId: 'S01', fingerprint, seconds: 70 } as const;
  return (await app.call('weeklyNotice', send)) as NoticeSent; // a send was asked for
};
export const goOn = async (app: TestApplication): Promise<NoticeSent> => {
  const request = { action: 'continue', occasionId: 'S01', seconds: 70 } as const;
  return (await app.call('weeklyNotice', request)) as NoticeSent;
};

export const column = (name: keyof typeof TABS.notices.columns): number =>
  columnsOf('notices').indexOf(name);
export const states = (app: TestApplication): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const row of app.workbook.rowsOf('notices')) {
    const state = String(row[column('state')]);
    counts[state] = (counts[state] ?? 0) + 1;
  }
  return counts;
};

export const everybodyOnce = (app: TestApplication): void =>
  expect(app.mailer.mails.map(({ to }) => to.address)).toEqual(ids.map(addressOf));
