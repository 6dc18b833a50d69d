// The page behind a notice's link: "I attend" or "I ask for leave", for one person and one session.
import { toLocalTime } from '#core/calendar/zone';
import { planReply, type GivenAnswer } from '#core/reply/plan-reply';
import { readReplyState, type LeaveKind, type ReplyState } from '#core/reply/reply-state';
import { tidy } from '#core/text/clean';
import { readSettings } from '#core/workbook/settings';
import type { Snapshot } from '#core/workbook/snapshot';
import type { TabKey } from '#core/workbook/tab-keys';
import { LEAVE } from '#core/workbook/tabs/programme';
import { AppError } from '../errors';
import type { PageCase, Visit } from './page-case';
import { LONGEST_REASON, replyView } from './reply-view';
import { writeInTurn } from './write-in-turn';

const TABS: readonly TabKey[] = ['settings', 'schedule', 'roster', 'leave', 'replies'];

export const replyPage: PageCase = {
  purpose: 'reply',
  tabs: TABS,
  required: ['schedule', 'roster', 'leave', 'replies'],
  show(visit) {
    return replyView(openState(visit.snapshot, visit), visit);
  },
  async submit(visit, form, ports) {
    openState(visit.snapshot, visit);
    const given = readAnswer(form);
    const { spreadsheetId } = visit.claims;
    const read = () => ports.workbook.read(spreadsheetId, TABS);
    await writeInTurn(spreadsheetId, { read, decide: answerTo(visit, given) }, ports);
    return replyView(openState(await read(), visit), visit);
  },
};

function answerTo(visit: Visit, given: GivenAnswer) {
  return (snapshot: Snapshot) => {
    const { settings } = readSettings(snapshot.tables.settings);
    const { now } = visit;
    const today = toLocalTime(now, settings.timeZone).day;
    const at = { now, today, language: settings.language };
    const changes = planReply(snapshot, openState(snapshot, visit), given, at);
    return { changes, result: undefined };
  };
}

/** Throws `AppError` badLink for somebody who is not on that day's roster, replyClosed from the session's beginning on. */
function openState(snapshot: Snapshot, { claims, settings, now }: Visit): ReplyState {
  const { sessionId, memberId } = claims;
  const { timeZone } = settings;
  const state =
    memberId === null ? null : readReplyState(snapshot, { sessionId, memberId, now, timeZone });
  if (!state) throw new AppError('badLink');
  if (!state.isOpen) throw new AppError('replyClosed');
  return state;
}

/** Throws `AppError` badAnswer. */
function readAnswer(form: URLSearchParams): GivenAnswer {
  const action = form.get('action');
  if (action === 'attend') return { answer: 'attend' };
  const kind = kindOf(form.get('kind') ?? '');
  const reason = Array.from(tidy(form.get('reason') ?? ''));
  if (action !== 'leave' || !kind || reason.length === 0 || reason.length > LONGEST_REASON)
    throw new AppError('badAnswer');
  return { answer: 'leave', kind, reason: reason.join('') };
}

function kindOf(word: string): LeaveKind | undefined {
  const kinds = Object.keys(LEAVE.columns.kind.choices) as LeaveKind[]; // the choices' own codes
  return kinds.find((kind) => kind === word);
}
