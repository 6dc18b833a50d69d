// Many check in at the same moment: whoever comes while a write is on its way is written together with the others in the next one.
import { toLocalTime } from '#core/calendar/zone';
import { readBook } from '#core/checks/book';
import { planCheckIns, type ArrivalClaim, type CheckedIn } from '#core/check-in/plan-check-in';
import { statusWords } from '#core/leave/attendance-rows';
import { toSession } from '#core/sign-in/due-people';
import type { Snapshot } from '#core/workbook/snapshot';
import type { TabKey } from '#core/workbook/tab-keys';
import { AppError } from '../errors';
import type { Ports } from './use-case';
import { writeInTurn } from './write-in-turn';

export const CHECK_IN_TABS: readonly TabKey[] = [
  'settings',
  'schedule',
  'roster',
  'attendance',
  'statuses',
  'log',
];

interface Waiting {
  readonly claim: ArrivalClaim;
  readonly settle: (result: CheckedIn) => void;
  readonly fail: (error: unknown) => void;
}

export interface CheckInAt {
  readonly spreadsheetId: string;
  readonly sessionId: string;
}

export type CheckIn = (at: CheckInAt, claim: ArrivalClaim, ports: Ports) => Promise<CheckedIn>;

/** Made once for a process. */
export function checkInGathering(): CheckIn {
  const queues = new Map<string, Waiting[]>();
  return (at, claim, ports) =>
    new Promise((settle, fail) => {
      const key = JSON.stringify([at.spreadsheetId, at.sessionId]);
      const queue = queues.get(key);
      if (queue) {
        queue.push({ claim, settle, fail });
        return;
      }
      const opened: Waiting[] = [{ claim, settle, fail }];
      queues.set(key, opened);
      void writeAll(at, opened, ports).finally(() => queues.delete(key));
    });
}

/** Never throws: each of those who wait is told. */
async function writeAll(at: CheckInAt, queue: Waiting[], ports: Ports): Promise<void> {
  while (queue.length > 0) {
    const together = queue.splice(0);
    try {
      const claims = together.map(({ claim }) => claim);
      const results = await writeTogether(at, claims, ports);
      together.forEach(({ settle }, index) => settle(results[index] ?? { outcome: 'unknown' }));
    } catch (error) {
      together.forEach(({ fail }) => fail(error));
    }
  }
}

function writeTogether(
  { spreadsheetId, sessionId }: CheckInAt,
  claims: readonly ArrivalClaim[],
  ports: Ports,
): Promise<readonly CheckedIn[]> {
  const read = () => ports.workbook.read(spreadsheetId, CHECK_IN_TABS);
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
