import type { NoticePreview } from '#core/contract/weekly-notice';
import type { NoticePlan, Skip } from '#core/notice/notice';
import { SKIP_REASONS } from '#core/notice/notice.texts';
import { describeOccasion } from '#core/notice/occasion';
import type { Language } from '#core/text/language';
import type { PreparedNotice } from './prepare-notice';
import { renderFindings } from '../checks/render-findings';
import type { OpenedWorkbook } from '../runtime/use-case';

/** A prepared notice as its preview, with this member's mail as the sample; without one the first. */
export function showNotice(
  { plan, messages, blocking, fingerprint }: PreparedNotice,
  { snapshot, language }: OpenedWorkbook,
  memberId?: string,
): NoticePreview {
  const shown = messages.find(({ recipient }) => recipient.memberId === memberId) ?? messages[0];
  return {
    action: 'preview',
    kind: plan.kind,
    occasion: describePlanned(plan, language),
    digest: fingerprint,
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

export function describePlanned(
  { occasion }: NoticePlan,
  language: Language,
): NoticePreview['occasion'] {
  return { id: occasion.id, ...describeOccasion(occasion, language) };
}

export function describeSkip(
  { memberId, name, code }: Skip,
  language: Language,
): NoticePreview['skipped'][number] {
  return { memberId, name, code, reason: SKIP_REASONS[code][language] };
}
