// Those who check in at the same moment are written together.
import { toLocalTime } from '#core/calendar/zone';
import { readBook } from '#core/model/book';
import { planCheckIns, type ArrivalClaim, type CheckedIn } from '#core/check-in/plan-check-in';
import { statusWords } from '#core/model/attendance-rows';
import type { Snapshot } from '#core/workbook/snapshot';
import type { TabKey } from '#core/workbook/tab-keys';
import { toTimedSession } from '#core/model/session';
import { AppError } from '../../errors';
import { createBatcher, type Batcher } from '../runtime/batching';
import { checkTabs, type Ports } from '../runtime/use-case';
import { optimisticWrite } from '../runtime/optimistic-write';
import { createWriteMemory, type WriteMemory } from '../runtime/write-memory';

/** Without these nobody can be checked in. */
const REQUIRED: readonly TabKey[] = ['schedule', 'roster', 'attendance', 'statuses', 'log'];

export const CHECK_IN_TABS: readonly TabKey[] = ['settings', 'leave', ...REQUIRED];

export interface CheckInTarget {
  readonly spreadsheetId: string;
  readonly sessionId: string;
}

export type CheckInBatcher = Batcher<CheckInTarget, ArrivalClaim, CheckedIn>;

/** Made once for a process. */
export function createCheckInBatcher(): CheckInBatcher {
  const memory = createWriteMemory();
  return createBatcher({
    keyOf: ({ spreadsheetId, sessionId }) => JSON.stringify([spreadsheetId, sessionId]),
    write: (target, claims, ports) => writeBatch(target, claims, { memory, ports }),
  });
}

function writeBatch(
  { spreadsheetId, sessionId }: CheckInTarget,
  claims: readonly ArrivalClaim[],
  { memory, ports }: { readonly memory: WriteMemory; readonly ports: Ports },
): Promise<readonly CheckedIn[]> {
  const checked = (snapshot: Snapshot): Snapshot => {
    checkTabs({ required: REQUIRED, exact: ['attendance'] }, snapshot);
    return snapshot;
  };
  const { workbook } = ports;
  const read = async () => checked(await workbook.read(spreadsheetId, CHECK_IN_TABS));
  const again = {
    memory,
    read: async (known: Snapshot) => checked(await workbook.readAgain(known, CHECK_IN_TABS)),
  };
  const decide = (snapshot: Snapshot) => {
    const { book } = readBook(snapshot.tables, todayIn(snapshot, ports));
    const entry = book.sessions.get(sessionId);
    const session = entry ? toTimedSession(entry) : null;
    if (!session || session.state !== 'planned') throw new AppError('checkInClosed');
    if (statusWords(book).labelOf('present') === null) throw new AppError('noPresent');
    const { changes, results } = planCheckIns({ book, snapshot, session }, claims);
    return { changes, result: results };
  };
  return optimisticWrite(spreadsheetId, { read, decide, whenBusy: 'answersBusy', again }, ports);
}

/** In the spreadsheet's own zone; nothing here depends on the day being exact. */
function todayIn({ timeZone }: Snapshot, { clock }: Pick<Ports, 'clock'>) {
  return toLocalTime(clock.now(), timeZone === '' ? 'UTC' : timeZone).day;
}
