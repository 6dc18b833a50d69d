import type { TabKey } from '#core/workbook/tab-keys';
import { prepareNotice } from './prepare-notice';
import { continueNotice, sendNotice } from './send-notice';
import { settleMail } from './send/settle-mail';
import { showNotice } from './show-notice';
import { testNotice } from './test-notice';
import { callEnd, type UseCase } from '../runtime/use-case';

/** All that a notice of any kind is made from. */
export const NOTICE_TABS: readonly TabKey[] = [
  'schedule',
  'roster',
  'speakers',
  'leave',
  'notices',
  'settings',
  'topics',
  'holidays',
  'rates',
  'statuses',
  'attendance',
  'templates',
  'contacts',
  'replies',
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
    const { kind = 'weekly', sessionId } = request;
    const { reread } = opened;
    if (request.action === 'settle') return settleMail(request, reread, ports);
    const { clock, links } = ports;
    const now = clock.now();
    if (request.action === 'send' || request.action === 'continue') {
      const until = callEnd(opened, now, request.seconds);
      const call = { ...request, kind, language: opened.language, until, reread };
      return 'digest' in call ? sendNotice(call, ports) : continueNotice(call, ports);
    }
    const prepared = prepareNotice({ ...opened, kind, sessionId, now, links });
    const { memberId } = request;
    return request.action === 'test'
      ? testNotice(prepared, { opened, memberId }, ports)
      : showNotice(prepared, opened, memberId);
  },
};
