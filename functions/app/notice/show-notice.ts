import { toLocalTime } from '#core/calendar/zone';
import type { NoticePreview } from '#core/contract/weekly-notice';
import { readBook } from '#core/model/book';
import type { NoticePlan, Skip } from '#core/notice/notice';
import { SKIP_REASONS } from '#core/notice/skip-reasons.texts';
import { describeOccasion } from '#core/notice/occasion';
import { invitationWarnings } from '#core/planning/invitation-warnings';
import type { Language } from '#core/text/language';
import { NOTICE_KINDS } from '#core/workbook/tabs/notice-kinds';
import type { PreparedNotice } from './prepare-notice';
import { renderFindings } from '../checks/render-findings';
import type { OpenedWorkbook } from '../runtime/use-case';

interface ShownFor {
  readonly now: Date;
  /** Whose mail is the sample; undefined: the first. */
  readonly memberId?: string | undefined;
}

/** A prepared notice as its preview. */
export function showNotice(
  { plan, choices, messages, blocking, fingerprint }: PreparedNotice,
  opened: OpenedWorkbook,
  { now, memberId }: ShownFor,
): NoticePreview {
  const { snapshot, language } = opened;
  const shown = messages.find(({ recipient }) => recipient.memberId === memberId) ?? messages[0];
  return {
    action: 'preview',
    kind: plan.kind,
    occasion: describePlanned(plan, language),
    sessions: [...choices],
    fingerprint,
    messages: messages.length,
    recipients: messages.map(({ recipient: { memberId: id, name, address } }) => ({
      memberId: id,
      name,
      address,
    })),
    skipped: plan.skipped.map((skip) => describeSkip(skip, language)),
    findings: renderFindings(blocking, snapshot, language),
    warnings: warningsOf(plan, opened, now),
    sample: shown
      ? { to: shown.recipient.address, subject: shown.subject, text: shown.text, html: shown.html }
      : null,
  };
}

/** The same sentences as on the speaker's card. */
function warningsOf(
  { kind, row }: NoticePlan,
  { snapshot, settings, language }: OpenedWorkbook,
  now: Date,
): string[] {
  if (NOTICE_KINDS[kind].page !== 'speaker') return [];
  const { book } = readBook(snapshot.tables, toLocalTime(now, settings.timeZone).day);
  const session = book.entries.schedule.find((entry) => entry.row === row);
  return session ? invitationWarnings(book, session, language) : [];
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
