// After a session: the list of those absent without leave, a mail to each, and a digest to each unit's contact.
import { streakPeriod, streaksOf } from '#core/attendance/absences';
import { personRecords } from '#core/attendance/person-record';
import { readAttendanceData } from '#core/attendance/attendance-data';
import type {
  AbsenceFollowUpRequest,
  FollowUpPreview,
  FollowUpSent,
} from '#core/contract/absence-follow-up';
import type { NoticeSent } from '#core/contract/weekly-notice';
import type { NoticePlan, ScheduleRow, SkipCode } from '#core/notice/notice';
import type { TabKey } from '#core/workbook/tab-keys';
import { AppError } from '../../errors';
import { prepareNotice } from './prepare-notice';
import { sendNotice } from './send-notice';
import { describePlanned, describeSkip, showNotice } from './show-notice';
import { callDeadline, type OpenedWorkbook, type Ports, type UseCase } from '../runtime/use-case';
import { NOTICE_TABS, REQUIRED_TABS } from './weekly-notice';

const REQUIRED: readonly TabKey[] = [...REQUIRED_TABS, 'attendance', 'statuses'];

type Send = Extract<AbsenceFollowUpRequest, { action: 'send' }>;
type Kind = 'absence' | 'digest';

/** Preview first, as with every notice; the ledger keeps anybody from getting a mail twice. */
export const absenceFollowUp: UseCase<'absenceFollowUp'> = {
  tabs: NOTICE_TABS,
  required: REQUIRED,
  exact: REQUIRED,
  async run(request, opened, ports) {
    return request.action === 'send'
      ? send(request, opened, ports)
      : preview(opened, request.sessionId, ports);
  },
};

function preview(
  opened: OpenedWorkbook,
  sessionId: string | undefined,
  { clock, links }: Ports,
): FollowUpPreview {
  const now = clock.now();
  const prepare = (kind: Kind, id: string | undefined) =>
    prepareNotice({ ...opened, kind, occasionId: id, now, links });
  const absence = prepare('absence', sessionId);
  const { turnout } = absence.plan;
  const session = sessionIn(absence.plan);
  return {
    action: 'preview',
    session: describePlanned(absence.plan, opened.language),
    sessions: [...absence.choices],
    absent: absentOf(absence.plan, opened),
    notRecorded: turnout.filter(({ outcome }) => outcome === 'notRecorded').length,
    unclear: turnout.flatMap(({ outcome, name }) => (outcome === 'unclear' ? [name] : [])),
    absence: showNotice(absence, opened, { now }),
    digest: showNotice(prepare('digest', session.id), opened, { now }),
  };
}

function absentOf(
  plan: NoticePlan,
  { snapshot, language }: OpenedWorkbook,
): FollowUpPreview['absent'] {
  const inARow = absencesInARow(plan, snapshot.tables);
  const reasons = new Map(
    plan.skipped.map((skip) => [skip.memberId, describeSkip(skip, language).reason]),
  );
  return plan.turnout.flatMap(({ memberId, name, unit, outcome }) =>
    outcome === 'absent'
      ? [
          {
            memberId,
            name,
            unit: unit ?? '',
            inARow: inARow.get(memberId) ?? 1,
            noMail: reasons.get(memberId) ?? null,
          },
        ]
      : [],
  );
}

function sessionIn({ occasion }: NoticePlan): ScheduleRow {
  if (occasion.about !== 'session') throw new Error('absences are of a session');
  return occasion.session;
}

/** By person: how long the streak of absences is that this session belongs to. */
function absencesInARow(
  plan: NoticePlan,
  tables: OpenedWorkbook['snapshot']['tables'],
): Map<string, number> {
  const session = sessionIn(plan);
  const period = streakPeriod({ from: session.date, to: session.date });
  const records = personRecords(readAttendanceData(tables), period, tables);
  return new Map(
    records.flatMap((record) =>
      streaksOf(record, 1)
        .filter(({ sessions }) => sessions.some((missed) => missed.session.id === session.id))
        .map(({ sessions }) => [record.person.id, sessions.length] as const),
    ),
  );
}

/** A refusal after the first mails have left is reported beside them, not instead of them. */
async function send(request: Send, opened: OpenedWorkbook, ports: Ports): Promise<FollowUpSent> {
  const { absence, digest } = request;
  const deadline = callDeadline(opened, ports.clock.now(), request.seconds);
  const call = { opened: { ...opened, deadline }, ports };
  const first = absence === undefined ? null : await sendKind('absence', request, call);
  if (digest === undefined) return { action: 'send', absence: first, digest: null, refused: null };
  try {
    const second = await sendKind('digest', request, call);
    return { action: 'send', absence: first, digest: second, refused: null };
  } catch (error) {
    if (first === null || !(error instanceof AppError)) throw error;
    const { detail, nextStep } = error.explain(opened.language);
    return { action: 'send', absence: first, digest: null, refused: `${detail} ${nextStep}` };
  }
}

/** Neither kind of mail is for these people: they can be a hundred, and no clerk expects them to get one. */
const NOT_CONCERNED: ReadonlySet<string> = new Set<SkipCode>([
  'notDue',
  'attended',
  'excused',
  'unclear',
  'notRecorded',
  'nobodyDue',
]);

async function sendKind(
  kind: Kind,
  request: Send,
  {
    opened: { language, reread, deadline },
    ports,
  }: { readonly opened: OpenedWorkbook; readonly ports: Ports },
): Promise<NoticeSent> {
  const { spreadsheetId, sessionId } = request;
  const sent = await sendNotice(
    {
      spreadsheetId,
      kind,
      occasionId: sessionId,
      fingerprint: request[kind] ?? null,
      language,
      deadline,
      reread,
    },
    ports,
  );
  return { ...sent, skipped: sent.skipped.filter(({ code }) => !NOT_CONCERNED.has(code)) };
}
