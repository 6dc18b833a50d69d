import type { NoticePreview } from '#core/contract/weekly-notice';
import type { TabKey } from '#core/workbook/tab-keys';
import { describeSession, describeSkip } from './describe-notice';
import { prepareNotice, type Preparation } from './prepare-notice';
import { renderFindings } from './render-findings';
import { sendNotice } from './send-notice';
import type { Opened, UseCase } from './use-case';

const TABS: readonly TabKey[] = [
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
];
const REQUIRED: readonly TabKey[] = ['schedule', 'roster', 'speakers', 'leave', 'notices'];

/** Preview first: what it showed, and nothing else, can then be sent. */
export const weeklyNotice: UseCase<'weeklyNotice'> = {
  tabs: TABS,
  required: REQUIRED,
  exact: REQUIRED,
  async run(request, opened, ports) {
    if (request.action === 'send') {
      const reread = () => ports.workbook.read(request.spreadsheetId, TABS);
      return sendNotice({ request, opened, reread }, ports);
    }
    const prepared = prepareNotice({
      ...opened,
      sessionId: request.sessionId,
      now: ports.clock.now(),
    });
    return preview(prepared, opened, request.memberId);
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
