import type { NoticePreview } from '#core/contract/weekly-notice';
import type { NoticePlan, Skip } from '#core/notice/notice';
import { SKIP_REASONS } from '#core/notice/notice.texts';
import { formatNoticeSpan } from '#core/notice/words/notice-date';
import type { Language } from '#core/text/language';

export function describeSession(
  { session }: NoticePlan,
  language: Language,
): NoticePreview['session'] {
  return {
    id: session.id,
    title: session.title,
    when: formatNoticeSpan(session.date, session, language),
    venue: session.venue,
  };
}

export function describeSkip(
  { memberId, name, code }: Skip,
  language: Language,
): NoticePreview['skipped'][number] {
  return { memberId, name, code, reason: SKIP_REASONS[code][language] };
}
