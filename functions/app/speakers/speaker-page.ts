// The page behind an invitation's link: "I accept", "another day" or "I cannot come", for one speaker and one session.
import { readInvitation, type InvitationState } from '#core/speakers/invitation-state';
import { planInvitationAnswer, type GivenInvitationAnswer } from '#core/speakers/plan-answer';
import { tidy, tidyLines } from '#core/text/clean';
import { readSettings } from '#core/model/read-settings';
import type { Snapshot } from '#core/workbook/snapshot';
import type { TabKey } from '#core/workbook/tab-keys';
import { AppError } from '../../errors';
import { optimisticWrite } from '../runtime/optimistic-write';
import type { PageCase, Visit } from '../runtime/page-case';
import { checkTabs } from '../runtime/use-case';
import { LONGEST, speakerView } from './speaker-view';

const REQUIRED: readonly TabKey[] = ['schedule', 'speakers', 'invitations'];
const TABS: readonly TabKey[] = ['settings', ...REQUIRED];

export const speakerPage: PageCase = {
  purpose: 'speaker',
  tabs: TABS,
  required: REQUIRED,
  show: (visit) => speakerView(openState(visit), visit),
  async submit(visit, form, ports) {
    const { spreadsheetId } = visit.claims;
    const given = readAnswer(form);
    const read = async (): Promise<Snapshot> => {
      const snapshot = await ports.workbook.read(spreadsheetId, TABS);
      checkTabs({ required: REQUIRED, exact: REQUIRED }, snapshot);
      return snapshot;
    };
    const decide = (snapshot: Snapshot) => {
      const { settings } = readSettings(snapshot.tables.settings);
      const at = ports.clock.now().toISOString();
      const query = queryOf({ ...visit, settings, now: ports.clock.now() });
      const context = { ...query, at, language: settings.language };
      const { changes, state } = planInvitationAnswer(snapshot, given, context);
      return { changes, result: state };
    };
    const write = { read, decide, whenBusy: 'answersBusy' as const };
    const state = await optimisticWrite(spreadsheetId, write, ports);
    return speakerView(checkOpen(state), visit);
  },
};

/** Throws `AppError` testLink: a test mail's link is nobody's. */
function queryOf({ claims, settings, now }: Pick<Visit, 'claims' | 'settings' | 'now'>) {
  const { occasionId: sessionId, memberId: speakerId } = claims;
  if (speakerId === null) throw new AppError('testLink');
  return { sessionId, speakerId, now, timeZone: settings.timeZone };
}

const openState = (visit: Visit): InvitationState =>
  checkOpen(readInvitation(visit.snapshot, queryOf(visit)));

/** Throws `AppError` badLink for somebody who is not the session's speaker, replyClosed from the session's beginning on. */
function checkOpen(state: InvitationState | null): InvitationState {
  if (!state) throw new AppError('badLink');
  if (!state.isOpen) throw new AppError('replyClosed');
  return state;
}

/** Throws `AppError` badAnswer. */
function readAnswer(form: URLSearchParams): GivenInvitationAnswer {
  const line = (name: keyof typeof LONGEST, isRequired: boolean): string =>
    checkLength(tidy(form.get(name) ?? ''), { longest: LONGEST[name], isRequired });
  const lines = (name: keyof typeof LONGEST): string =>
    checkLength(tidyLines(form.get(name) ?? ''), { longest: LONGEST[name], isRequired: false });
  switch (form.get('action') ?? '') {
    case 'accepts':
      return {
        answer: 'accepts',
        title: line('title', true),
        outline: lines('outline'),
        needs: line('needs', false),
      };
    case 'otherDay':
      return { answer: 'otherDay', days: line('days', true) };
    case 'declines':
      return { answer: 'declines', reason: line('reason', false) };
    default:
      throw new AppError('badAnswer');
  }
}

function checkLength(
  words: string,
  { longest, isRequired }: { readonly longest: number; readonly isRequired: boolean },
): string {
  if ((isRequired && words === '') || Array.from(words).length > longest)
    throw new AppError('badAnswer');
  return words;
}
