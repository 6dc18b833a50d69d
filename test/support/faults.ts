// Breaks the world at one numbered call: the process dies, the call fails, or it is carried out and its answer is lost.
import type { Ports } from '#functions/app/runtime/use-case';
import type { DraftPort, MailerPort } from '#functions/ports/mailer';

/** A process that is gone: nothing of it runs any more. */
export class Killed extends Error {}

export type FaultPlace = 'workbook' | 'mail' | 'pause';
type Breaks = (place: FaultPlace) => Error;

export interface Faults {
  between(ports: Ports): Ports;
  /** Calls so far. */
  count(): number;
  /** From now on everything works. */
  mend(): void;
}

export interface FaultPlan {
  /** The call that breaks, from 1. */
  readonly at: number;
  /** Whether the broken call is carried out all the same. */
  readonly carriedOut: boolean;
  readonly error: Breaks;
  /** The process dies with the call. */
  readonly fatal: boolean;
  /** Calls that are counted. */
  readonly places: readonly FaultPlace[];
}

export function faultsAt(plan: FaultPlan): Faults {
  let [count, isDead, isMended] = [0, false, false];
  async function guard<T>(place: FaultPlace, work: () => Promise<T>): Promise<T> {
    if (isMended) return work();
    if (isDead) throw plan.error(place);
    if (!plan.places.includes(place)) return work();
    count += 1;
    if (count !== plan.at) return work();
    isDead = plan.fatal;
    if (plan.carriedOut) await work();
    throw plan.error(place);
  }
  return { between: wrapping(guard), count: () => count, mend: () => void (isMended = true) };
}

/** Called after every call that was carried out, whatever it was for. */
export function afterEachCall(look: () => void): (ports: Ports) => Ports {
  return wrapping(async (_, work) => {
    const result = await work();
    look();
    return result;
  });
}

type Guard = <T>(place: FaultPlace, work: () => Promise<T>) => Promise<T>;

/** Puts `guard` around every call to the workbook, the mail server and the clock's pauses. */
function wrapping(guard: Guard): (ports: Ports) => Ports {
  const guarded = (drafts: DraftPort): DraftPort => ({
    create: (mail) => guard('mail', () => drafts.create(mail)),
    send: (id) => guard('mail', () => drafts.send(id)),
    isWaiting: (id) => guard('mail', () => drafts.isWaiting(id)),
  });
  const mailer = (inner: MailerPort): MailerPort => ({
    parallel: inner.parallel,
    perMinute: inner.perMinute,
    drafts: inner.drafts && guarded(inner.drafts),
    send: (mail) => guard('mail', () => inner.send(mail)),
    close: () => inner.close(),
  });
  return (ports) => ({
    ...ports,
    workbook: {
      read: (id, tabs, own) => guard('workbook', () => ports.workbook.read(id, tabs, own)),
      readAgain: (known, tabs) => guard('workbook', () => ports.workbook.readAgain(known, tabs)),
      readCells: (id, title) => guard('workbook', () => ports.workbook.readCells(id, title)),
      findNotes: (id, sheetIds, text) =>
        guard('workbook', () => ports.workbook.findNotes(id, sheetIds, text)),
      readDecorations: (id, areas) =>
        guard('workbook', () => ports.workbook.readDecorations(id, areas)),
      readLease: (id, lease) => guard('workbook', () => ports.workbook.readLease(id, lease)),
      apply: (basis, changes) => guard('workbook', () => ports.workbook.apply(basis, changes)),
    },
    mailer: (settings) => mailer(ports.mailer(settings)),
    pause: (milliseconds) => guard('pause', () => ports.pause(milliseconds)),
  });
}
