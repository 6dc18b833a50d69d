import type { NoticePreview } from '#core/contract/weekly-notice';
import type { NoticePlan, Skip } from '#core/notice/notice';
import { SKIP_REASONS } from '#core/notice/notice.texts';
import { describeOccasion } from '#core/notice/occasion';
import type { Language } from '#core/text/language';

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
