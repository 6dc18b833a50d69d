import type { TabKey } from '#core/workbook/tab-keys';
import { prepareNotice } from './prepare-notice';
import { continueNotice, sendNotice } from './send-notice';
import { resolveMails } from './send/resolve-mails';
import { showNotice } from './show-notice';
import { testNotice } from './test-notice';
import { callDeadline, type UseCase } from '../runtime/use-case';

/** All that a notice of any kind is made from. */
export const NOTICE_TABS: readonly TabKey[] = [
  'schedule',
  'roster',
  'speakers',
  'leave',
  'notices',
  'settings',
  'topics',
  'orders',
  'wishes',
  'holidays',
  'standards',
  'statuses',
  'attendance',
  'templates',
  'contacts',
  'replies',
  // what a bulletin is made from besides
  'budget',
  'expenses',
  'otherHours',
  'evaluations',
];
export const REQUIRED_TABS: readonly TabKey[] = [
  'schedule',
  'roster',
  'speakers',
  'leave',
  'notices',
];

/** Preview first: what it showed, and nothing else, can then be sent. */
export const weeklyNotice: UseCase<'weeklyNotice'> = {
  tabs: NOTICE_TABS,
  required: REQUIRED_TABS,
  exact: REQUIRED_TABS,
  async run(request, opened, ports) {
    const { kind = 'weekly', occasionId } = request;
    const { reread } = opened;
    if (request.action === 'resolve') return resolveMails(request, reread, ports);
    const { clock, links } = ports;
    const now = clock.now();
    if (request.action === 'send' || request.action === 'continue') {
      const deadline = callDeadline(opened, now, request.seconds);
      const { spreadsheetId } = request;
      const call = { ...request, spreadsheetId, kind, language: opened.language, deadline, reread };
      return request.action === 'send'
        ? sendNotice({ ...call, fingerprint: request.fingerprint }, ports)
        : continueNotice(call, ports);
    }
    const prepared = prepareNotice({ ...opened, kind, occasionId, now, links });
    const { memberId } = request;
    return request.action === 'test'
      ? testNotice(prepared, { opened, memberId }, ports)
      : showNotice(prepared, opened, { now, memberId });
  },
};
