import type { NoticePreview } from '#core/contract/weekly-notice';
import type { TabKey } from '#core/workbook/tab-keys';
import { describeSession, describeSkip } from './describe-notice';
import { prepareNotice, type Preparation } from './prepare-notice';
import { renderFindings } from './render-findings';
import { sendNotice } from './send-notice';
import { settleMail } from './settle-mail';
import { testNotice } from './test-notice';
import type { Opened, UseCase } from './use-case';
import { withPatience } from './with-patience';

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
    const { spreadsheetId, kind = 'weekly', sessionId } = request;
    const reread = () => withPatience(() => ports.workbook.read(spreadsheetId, NOTICE_TABS), ports);
    if (request.action === 'settle') return settleMail(request, reread, ports);
    if (request.action === 'send') {
      const { language } = opened;
      return sendNotice({ ...request, kind, language, reread }, ports);
    }
    const { clock, links } = ports;
    const now = clock.now();
    const prepared = prepareNotice({ ...opened, kind, sessionId, now, links });
    const { memberId } = request;
    return request.action === 'test'
      ? testNotice(prepared, { opened, memberId }, ports)
      : preview(prepared, opened, memberId);
  },
};

function preview(
  { plan, messages, blocking, digest }: Preparation,
  { snapshot, language }: Opened,
  memberId: string | undefined,
): NoticePreview {
  const shown = messages.find(({ recipient }) => recipient.memberId === memberId) ?? messages[0];
  return {
    action: 'preview',
    kind: plan.kind,
    session: describeSession(plan, language),
    digest,
    messages: messages.length,
    recipients: messages.map(({ recipient: { memberId: id, name, address } }) => ({
      memberId: id,
      name,
      address,
    })),
    skipped: plan.skipped.map((skip) => describeSkip(skip, language)),
    findings: renderFindings(blocking, snapshot, language),
    sample: shown
      ? { to: shown.recipient.address, subject: shown.subject, text: shown.text, html: shown.html }
      : null,
  };
}
