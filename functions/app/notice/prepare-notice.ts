// A workbook → one notice of one session: who gets which mail, who does not, what prevents it, and a fingerprint of all that.
import { toLocalTime } from '#core/calendar/zone';
import { checkWorkbook } from '#core/checks/check-workbook';
import { finding, type Finding } from '#core/workbook/finding';
import { hasField } from '#core/notice/words/fields';
import { findTemplate, type NoticeTemplate } from '#core/notice/words/find-template';
import type { NoticeKind, NoticePlan } from '#core/notice/notice';
import { NO_SPEAKER, WRONG_STATE } from '#core/notice/notice-rules.texts';
import { planNotice } from '#core/notice/plan-notice';
import { emptyFields, renderNotice, type Message } from '#core/notice/words/render-notice';
import type { Settings } from '#core/workbook/read/settings';
import type { Snapshot } from '#core/workbook/snapshot';
import { TABS } from '#core/workbook/tabs/index';
import { NOTICE_KINDS } from '#core/workbook/tabs/notice-kinds';
import { sessionStart } from '#core/reply/reply-state';
import { rowsIn, type EntryOf } from '#core/model/book';
import { findSession } from '#core/model/session';
import { AppError } from '../../errors';
import type { LinkPort } from '../../ports/links';
import { noticeFingerprint } from './notice-fingerprint';

export interface PreparedNotice {
  readonly plan: NoticePlan;
  readonly messages: readonly Message[];
  /** Errors among the session's own entries and the words; nothing is sent while there are any. */
  readonly blocking: readonly Finding[];
  readonly fingerprint: string;
}

export interface NoticeQuestion {
  readonly snapshot: Snapshot;
  readonly settings: Settings;
  readonly kind: NoticeKind;
  readonly sessionId: string | undefined;
  readonly now: Date;
  /** Null: no mail has a reply link. */
  readonly links: LinkPort | null;
}

type Entry = EntryOf<'schedule'>;

export function prepareNotice(question: NoticeQuestion): PreparedNotice {
  const { snapshot, settings, kind, sessionId, now } = question;
  const today = toLocalTime(now, settings.timeZone).day;
  const purpose = NOTICE_KINDS[kind].state;
  const entry = findSession(rowsIn(snapshot, 'schedule'), { purpose, sessionId, today });
  if (!entry) throw new AppError(purpose === 'held' ? 'noHeldSession' : 'noSession');
  const template = findTemplate(snapshot, kind, settings.language);
  const wrongEntries = checkWorkbook(snapshot.tables, today).findings.filter(
    (one) => one.rule.severity === 'error' && concerns(one, { snapshot, entry, template }),
  );
  if (!entry.whole)
    throw new AppError('entriesBlock', { facts: { count: Math.max(1, wrongEntries.length) } });
  const planned = planNotice(snapshot, kind, { row: entry.row, session: entry.whole });
  const plan = withReplyLinks(planned, question);
  const messages = plan.recipients.map((recipient) => ({
    recipient,
    ...renderNotice(plan, recipient, { template, settings }),
  }));
  const blocking = [
    ...wrongEntries,
    // Those of the words are among the wrong entries where the check reads the tab too.
    ...template.findings.filter(
      ({ rule, row, column }) =>
        !wrongEntries.some((one) => one.rule === rule && one.row === row && one.column === column),
    ),
    ...unsuitable(plan),
    ...emptyFields(plan, { template, settings }),
  ];
  return { plan, messages, blocking, fingerprint: noticeFingerprint({ plan, messages }, settings) };
}

/** The same link in the preview and in the mail: it depends on the session and the person alone. */
function withReplyLinks(plan: NoticePlan, question: NoticeQuestion): NoticePlan {
  const { links, snapshot, settings } = question;
  if (!links || !hasField(plan.kind, 'replyLink')) return plan;
  const { spreadsheetId } = snapshot;
  const expires = sessionStart(plan.session, settings.timeZone);
  const recipients = plan.recipients.map((recipient) => {
    // Only participants are asked; a speaker who hears of a change is not.
    if (recipient.place.tab !== 'roster') return recipient;
    const { memberId } = recipient;
    const claims = { spreadsheetId, sessionId: plan.session.id, memberId, expires };
    const replyLink = links.address('reply', claims);
    return replyLink === null ? recipient : { ...recipient, replyLink };
  });
  return { ...plan, recipients };
}

/** The session's own row, its speaker's row, the words, and the settings. */
function concerns(
  { tab, row }: Finding,
  at: { snapshot: Snapshot; entry: Entry; template: NoticeTemplate },
): boolean {
  if (tab === 'settings') return true;
  if (tab === 'schedule') return row === at.entry.row;
  if (tab === 'templates') return row !== null && row === at.template.row;
  if (tab !== 'speakers') return false;
  const speakers = rowsIn(at.snapshot, 'speakers');
  return speakers.some(
    (speaker) => speaker.row === row && speaker.cells.id === at.entry.cells.speakerId,
  );
}

/** The session is in no state for this kind, or has nobody to confirm. */
function unsuitable({ kind, session, row, speaker }: NoticePlan): Finding[] {
  const states = TABS.schedule.columns.state.choices;
  const { state: needed, label, recipients } = NOTICE_KINDS[kind];
  const wrongState = finding(WRONG_STATE, { tab: 'schedule', row, column: 'state' }, '', {
    state: states[session.state],
    kind: label,
    needed: states[needed],
  });
  const noSpeaker = finding(
    NO_SPEAKER,
    { tab: 'schedule', row, column: 'speakerId' },
    session.speakerId,
  );
  return [
    ...(session.state === needed ? [] : [wrongState]),
    ...(recipients === 'speaker' && !speaker ? [noSpeaker] : []),
  ];
}
