// A workbook → the notice of one session: who gets which words, who does not, what is in the way, and a digest of all that.
import { createHash } from 'node:crypto';
import { toLocalTime } from '#core/calendar/zone';
import { checkWorkbook } from '#core/checks/check-workbook';
import type { Finding } from '#core/finding';
import type { NoticePlan, Recipient } from '#core/notice/notice';
import { findSession, planNotice } from '#core/notice/plan-notice';
import { renderNotice, type RenderedNotice } from '#core/notice/render-notice';
import { parseTable } from '#core/workbook/parse-table';
import type { Settings } from '#core/workbook/settings';
import { tableOf, type Snapshot } from '#core/workbook/snapshot';
import { TABS } from '#core/workbook/tabs/index';
import { AppError } from '../errors';

export interface Message extends RenderedNotice {
  readonly recipient: Recipient;
}

export interface Preparation {
  readonly plan: NoticePlan;
  readonly messages: readonly Message[];
  /** Errors among the session's own entries; nothing is sent while there are any. */
  readonly blocking: readonly Finding[];
  readonly digest: string;
}

export interface NoticeQuestion {
  readonly snapshot: Snapshot;
  readonly settings: Settings;
  readonly sessionId: string | undefined;
  readonly now: Date;
}

export function prepareNotice({ snapshot, settings, sessionId, now }: NoticeQuestion): Preparation {
  const today = toLocalTime(now, settings.timeZone).day;
  const entry = findSession(snapshot, sessionId, today);
  if (!entry) throw new AppError('noSession');
  const found = checkWorkbook(snapshot.tables, today).findings;
  const blocking = found.filter(
    (one) => one.rule.severity === 'error' && concerns(one, snapshot, entry),
  );
  if (!entry.whole)
    throw new AppError('entriesBlock', { facts: { count: Math.max(1, blocking.length) } });
  const plan = planNotice(snapshot, entry.whole);
  const messages = plan.recipients.map((recipient) => ({
    recipient,
    ...renderNotice(plan, recipient, settings),
  }));
  return { plan, messages, blocking, digest: digestOf(messages) };
}

/** The session's own row, its speaker's row, and the settings. */
function concerns(
  found: Finding,
  snapshot: Snapshot,
  session: { row: number; cells: { speakerId?: string | null } },
): boolean {
  if (found.tab === 'settings') return true;
  if (found.tab === 'schedule') return found.row === session.row;
  if (found.tab !== 'speakers') return false;
  const speakers = parseTable(TABS.speakers, tableOf(snapshot, 'speakers')).entries;
  return speakers.some(
    (speaker) => speaker.row === found.row && speaker.cells.id === session.cells.speakerId,
  );
}

function digestOf(messages: readonly Message[]): string {
  const content = messages.map(({ recipient, subject, text, html }) => [
    recipient.memberId,
    recipient.address,
    subject,
    text,
    html,
  ]);
  return sha256(JSON.stringify(content));
}

export function sha256(value: string): string {
  return createHash('sha256').update(value).digest('hex');
}
