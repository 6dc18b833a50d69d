// The details of a session that a mail announced, as one line that a clerk can read in the ledger and the program can compare.
import { tidy } from '../text/clean';
import type { Language } from '../text/language';
import type { ScheduleRow } from './notice';
import { LABELS, PARTS, TAKEN_UP_AGAIN } from './announced-details.texts';

const SEPARATOR = '｜';
/** A cell must be readable as one line of text; no part needs to be longer. */
const LONGEST_PART = 300;
/** The details that a cancellation announces: changes to a cancelled session are not announced again. */
export const CANCELLED_DETAILS = '×';

/** `2026-03-06｜14:30-17:00｜区委礼堂｜陆明哲｜区域经济协调发展` */
export function announcedDetails(session: ScheduleRow, speakerName: string | null): string {
  const parts = [
    session.date,
    `${session.start}-${session.end}`,
    session.venue,
    speakerName ?? '',
    session.title,
  ];
  return parts.map(toPart).join(SEPARATOR);
}

/** Lines such as `地点：区委礼堂 → 二楼会议室`; empty when the former line cannot be compared. */
export function changesBetween(before: string, now: string, language: Language): string[] {
  if (before === CANCELLED_DETAILS) return [TAKEN_UP_AGAIN[language]];
  const [old, fresh] = [before.split(SEPARATOR), now.split(SEPARATOR)];
  if (old.length !== PARTS.length) return [];
  const colon = language === 'en' ? ': ' : '：';
  return PARTS.flatMap((part, index) => {
    const [from = '', to = ''] = [old[index], fresh[index]];
    return from === to ? [] : [`${LABELS[part][language]}${colon}${from || '—'} → ${to || '—'}`];
  });
}

function toPart(value: string): string {
  return Array.from(tidy(value.replaceAll(SEPARATOR, '|')))
    .slice(0, LONGEST_PART)
    .join('');
}
