// A workbook → one notice: who gets which mail, who does not, what prevents it, and a fingerprint of all that.
import { toLocalTime } from '#core/calendar/zone';
import { checkWorkbook } from '#core/checks/check-workbook';
import { finding, type Finding } from '#core/workbook/finding';
import { findTemplate, type NoticeTemplate } from '#core/notice/words/find-template';
import type { NoticeKind, NoticePlan } from '#core/notice/notice';
import {
  EVALUATION_OVER,
  NO_CONTACT,
  NO_SPEAKER,
  WRONG_STATE,
} from '#core/notice/notice-rules.texts';
import { issueDay } from '#core/notice/ledger/issue-day';
import { linkExpiry } from '#core/notice/occasion';
import { planNotice, planOtherNotice } from '#core/notice/plan-notice';
import { noticeDetails } from '#core/notice/select-recipients';
import { emptyFields, renderNotice, type Message } from '#core/notice/words/render-notice';
import { filledRow } from '#core/workbook/read/filled-row';
import type { Settings } from '#core/workbook/read/settings';
import type { Snapshot } from '#core/workbook/snapshot';
import { TABS } from '#core/workbook/tabs/index';
import { NOTICE_KINDS, NOTICE_PAGES } from '#core/workbook/tabs/notice-kinds';
import { rowsIn, type EntryOf } from '#core/model/book';
import { evaluationEnd } from '#core/model/evaluation-time';
import { findSession, sessionChoices, type SessionChoice } from '#core/model/session';
import { AppError } from '../../errors';
import type { LinkPort } from '../../ports/links';
import { bulletinOf } from '../bulletin/bulletin-of';
import { findOtherOccasion } from './other-occasion';
import { noticeFingerprint } from './notice-fingerprint';

export interface PreparedNotice {
  readonly plan: NoticePlan;
  /** Sessions that the kind can be about. */
  readonly choices: readonly SessionChoice[];
  readonly messages: readonly Message[];
  /** Errors among the entries the notice is made from and the words; nothing is sent while there are any. */
  readonly blocking: readonly Finding[];
  readonly fingerprint: string;
}

export interface NoticeQuestion {
  readonly snapshot: Snapshot;
  readonly settings: Settings;
  readonly kind: NoticeKind;
  /** Of what it is about; undefined: what the kind calls for now. */
  readonly occasionId: string | undefined;
  readonly now: Date;
  /** A send that was begun goes on, with its own day of issue. */
  readonly isContinued?: true;
  /** Null: no mail has a link. */
  readonly links: LinkPort | null;
}

type Entry = EntryOf<'schedule'>;

/** Throws `AppError` noSession, noHeldSession, noCancelledSession, entriesBlock, or what `findOtherOccasion` throws. */
export function prepareNotice(question: NoticeQuestion): PreparedNotice {
  const { snapshot, settings, kind } = question;
  const template = findTemplate(snapshot, kind, settings.language);
  const {
    plan: planned,
    findings,
    choices,
  } = NOTICE_KINDS[kind].about === 'session'
    ? planForSession(question, template)
    : planForOther(question, template);
  const plan = withLinks(dated(planned, question), question);
  const messages = plan.recipients.map((recipient) => ({
    recipient,
    ...renderNotice(plan, recipient, { template, settings }),
  }));
  const blocking = [
    ...findings,
    // Those of the words are among the wrong entries where the check reads the tab too.
    ...template.findings.filter(
      ({ rule, row, column }) =>
        !findings.some((one) => one.rule === rule && one.row === row && one.column === column),
    ),
    ...unsuitable(plan, question),
    ...withoutContacts(plan),
    ...emptyFields(plan, { template, settings }),
  ];
  const fingerprint = noticeFingerprint({ plan, messages }, settings);
  return { plan, choices, messages, blocking, fingerprint };
}

/** A document that the mail carries has the same date as the mail. */
function dated(plan: NoticePlan, question: NoticeQuestion): NoticePlan {
  const { snapshot, settings, now, isContinued = false } = question;
  const { kind, occasion } = plan;
  const { timeZone } = settings;
  const told = noticeDetails(plan);
  const about = { kind, occasionId: occasion.id, told };
  const issued = issueDay(snapshot, { ...about, isContinued, now, timeZone });
  const carriesBulletin = NOTICE_KINDS[kind].fields.includes('bulletin');
  return carriesBulletin
    ? { ...plan, issued, document: bulletinOf(snapshot, occasion, issued) }
    : { ...plan, issued };
}

interface Planned {
  readonly plan: NoticePlan;
  readonly choices: readonly SessionChoice[];
  /** Errors among the entries it is made from. */
  readonly findings: readonly Finding[];
}

const NO_SESSION = {
  planned: 'noSession',
  held: 'noHeldSession',
  cancelled: 'noCancelledSession',
} as const;

function planForSession(question: NoticeQuestion, template: NoticeTemplate): Planned {
  const { snapshot, settings, kind, occasionId, now } = question;
  const today = toLocalTime(now, settings.timeZone).day;
  const purpose = NOTICE_KINDS[kind].state;
  if (purpose === null) throw new Error(`${kind} is about no session`);
  const schedule = rowsIn(snapshot, 'schedule');
  const entry = findSession(schedule, { purpose, sessionId: occasionId, today });
  if (!entry) throw new AppError(NO_SESSION[purpose]);
  const findings = errorsAmong(question, (one) => concerns(one, { snapshot, entry, template }));
  const session = filledRow(TABS.schedule, entry.cells);
  if (!session)
    throw new AppError('entriesBlock', { facts: { count: Math.max(1, findings.length) } });
  return {
    plan: planNotice(snapshot, kind, { row: entry.row, session }),
    choices: sessionChoices(schedule, [purpose], today),
    findings,
  };
}

function planForOther(question: NoticeQuestion, template: NoticeTemplate): Planned {
  const { snapshot, settings, kind, now } = question;
  const { occasion, findings } = findOtherOccasion(question);
  const today = toLocalTime(now, settings.timeZone).day;
  const wrong = errorsAmong(question, (one) => isOfWords(one, template));
  return {
    choices: [],
    plan: planOtherNotice(snapshot, kind, { occasion, today }),
    findings: [...wrong, ...findings],
  };
}

function errorsAmong(
  { snapshot, settings, now }: NoticeQuestion,
  isConcerned: (one: Finding) => boolean,
): Finding[] {
  const today = toLocalTime(now, settings.timeZone).day;
  return checkWorkbook(snapshot.tables, today, snapshot.locale).findings.filter(
    (one) => one.rule.severity === 'error' && one.isFurtherChoice !== true && isConcerned(one),
  );
}

/** The same link in the preview and in the mail: it depends on what the notice is about and on the person alone. */
function withLinks(plan: NoticePlan, { links, snapshot, settings }: NoticeQuestion): NoticePlan {
  const { page } = NOTICE_KINDS[plan.kind];
  if (!links || page === null) return plan;
  const { spreadsheetId } = snapshot;
  const expires = linkExpiry(page, plan.occasion, settings);
  const recipients = plan.recipients.map((recipient) => {
    if (recipient.place.tab !== NOTICE_PAGES[page].holders) return recipient;
    const { memberId } = recipient;
    const claims = { spreadsheetId, occasionId: plan.occasion.id, memberId, expires };
    const link = links.address(page, claims);
    return link === null ? recipient : { ...recipient, link };
  });
  return { ...plan, recipients };
}

/** The session's own row, its speaker's row, the words, and the settings. */
function concerns(
  one: Finding,
  at: { snapshot: Snapshot; entry: Entry; template: NoticeTemplate },
): boolean {
  const { tab, row } = one;
  if (isOfWords(one, at.template)) return true;
  if (tab === 'schedule') return row === at.entry.row;
  if (tab !== 'speakers') return false;
  const speakers = rowsIn(at.snapshot, 'speakers');
  return speakers.some(
    (speaker) => speaker.row === row && speaker.cells.id === at.entry.cells.speakerId,
  );
}

/** The settings, and the template's row. */
function isOfWords({ tab, row }: Finding, template: NoticeTemplate): boolean {
  return tab === 'settings' || (tab === 'templates' && row !== null && row === template.row);
}

/** Nobody to choose from: a notice to contacts names the tab that has none, in place of an empty list. */
function withoutContacts({ kind, recipients, skipped }: NoticePlan): Finding[] {
  const { recipients: whom, label } = NOTICE_KINDS[kind];
  if (whom !== 'unitContacts' && whom !== 'leaders') return [];
  if (recipients.length + skipped.length > 0) return [];
  const place = { tab: 'contacts', row: null, column: null } as const;
  return [finding(NO_CONTACT, place, '', { tab: TABS.contacts.title, kind: label })];
}

/** The session is in no state for this kind, has nobody to confirm, or can no longer be evaluated. */
function unsuitable(
  { kind, occasion, row, speaker }: NoticePlan,
  { settings, now }: Pick<NoticeQuestion, 'settings' | 'now'>,
): Finding[] {
  const { state: needed, label, recipients, page } = NOTICE_KINDS[kind];
  if (occasion.about !== 'session' || needed === null) return [];
  const { session } = occasion;
  const states = TABS.schedule.columns.state.choices;
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
    ...(page === 'evaluate' && now >= evaluationEnd(session.date, settings)
      ? [finding(EVALUATION_OVER, { tab: 'schedule', row, column: 'date' }, session.date)]
      : []),
  ];
}
