// Those who check in at the same moment are written together.
import { toLocalTime } from '#core/calendar/zone';
import { readBook } from '#core/model/book';
import { planCheckIns, type ArrivalClaim, type CheckedIn } from '#core/check-in/plan-check-in';
import { statusWords } from '#core/model/attendance-rows';
import { toSession } from '#core/model/due-people';
import type { Snapshot } from '#core/workbook/snapshot';
import type { TabKey } from '#core/workbook/tab-keys';
import { AppError } from '../../errors';
import { gathering, type Gather } from '../runtime/gathering';
import { checkTabs, type Ports } from '../runtime/use-case';
import { writeInTurn } from '../runtime/write-in-turn';

/** Without these nobody can be checked in. */
const REQUIRED: readonly TabKey[] = ['schedule', 'roster', 'attendance', 'statuses', 'log'];

export const CHECK_IN_TABS: readonly TabKey[] = ['settings', 'leave', ...REQUIRED];

export interface CheckInAt {
  readonly spreadsheetId: string;
  readonly sessionId: string;
}

export type CheckIn = Gather<CheckInAt, ArrivalClaim, CheckedIn>;

/** Made once for a process. */
export function checkInGathering(): CheckIn {
  return gathering({
    keyOf: ({ spreadsheetId, sessionId }) => JSON.stringify([spreadsheetId, sessionId]),
    write: writeTogether,
  });
}

function writeTogether(
  { spreadsheetId, sessionId }: CheckInAt,
  claims: readonly ArrivalClaim[],
  ports: Ports,
): Promise<readonly CheckedIn[]> {
  const read = async (): Promise<Snapshot> => {
    const snapshot = await ports.workbook.read(spreadsheetId, CHECK_IN_TABS);
    checkTabs({ required: REQUIRED, exact: ['attendance'] }, snapshot);
    return snapshot;
  };
  const decide = (snapshot: Snapshot) => {
    const { book } = readBook(snapshot.tables, todayIn(snapshot, ports));
    const entry = book.sessions.get(sessionId);
    const session = entry ? toSession(entry) : null;
    if (!session || session.state !== 'planned') throw new AppError('checkInClosed');
    if (statusWords(book).labelOf('present') === null) throw new AppError('noPresent');
    const { changes, results } = planCheckIns({ book, snapshot, session }, claims);
    return { changes, result: results };
  };
  return writeInTurn(spreadsheetId, { read, decide }, ports);
}

/** In the spreadsheet's own zone; nothing here depends on the day being exact. */
function todayIn({ timeZone }: Snapshot, { clock }: Pick<Ports, 'clock'>) {
  return toLocalTime(clock.now(), timeZone === '' ? 'UTC' : timeZone).day;
}
