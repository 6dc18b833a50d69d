// Mails in chunks between ledger writes: each write carries the results of one chunk and the intent of the next.
import type { LedgerRow } from '#core/notice/notice';
import { throttleDelay } from '#core/notice/ledger/throttle';
import type { MailerPort, SendResult } from '../../../ports/mailer';
import type { LedgerWriter } from './ledger-writer';
import type { PlannedMail } from './plan-mails';
import { createDraft, sendOne, type DraftedMail } from './send-one';
import type { Ports } from '../../runtime/use-case';

/** Mails between two ledger writes: at most this many can be in doubt after a crash. */
const CHUNK = 25;
const MINUTE_MS = 60_000;

export interface Throttle {
  readonly perMinute: number;
  /** When mails were tried before this send, in milliseconds. */
  readonly attempts: readonly number[];
  /** No chunk is begun that might not be over by then. */
  readonly deadline: Date;
}

export interface SendJob {
  readonly outgoing: readonly PlannedMail[];
  readonly ledger: LedgerWriter;
  readonly mailer: MailerPort;
  readonly throttle: Throttle;
}

export interface SentMail {
  readonly outgoing: PlannedMail;
  readonly result: SendResult;
}

export interface SendSummary {
  readonly sent: readonly SentMail[];
  /** Planned in the ledger, for the next call. */
  readonly waiting: number;
}

type TimePorts = Pick<Ports, 'clock' | 'pause'>;

export async function sendChunks(job: SendJob, ports: TimePorts): Promise<SendSummary> {
  const { ledger, outgoing, mailer, throttle } = job;
  const time = () => ports.clock.now().getTime();
  const size = Math.min(CHUNK, throttle.perMinute);
  const sent: SentMail[] = [];
  const tried = [...throttle.attempts];
  let next = 0;
  let longest = 0;
  // All are noted as planned with the first chunk, so that the ledger says what is to come.
  let pending: readonly LedgerRow[] = outgoing.map(({ row }) => row);
  while (sent.length < outgoing.length) {
    const chunk = outgoing.slice(sent.length, sent.length + size);
    const room = throttleDelay(tried, chunk.length, { perMinute: throttle.perMinute, now: time() });
    const wait = Math.round(Math.max(room, next - time()));
    if (time() + Math.max(wait, 0) + longest >= throttle.deadline.getTime()) break;
    if (wait > 0) await ports.pause(wait);
    const began = time();
    const kept = await inParallel(chunk, mailer.parallel, (one) => createDraft(one, mailer, ports));
    const stamp = ports.clock.now().toISOString();
    await ledger.write([...pending, ...kept.map((one) => intent(one, stamp))]);
    const results = await inParallel(kept, mailer.parallel, (one) => sendOne(one, mailer, ports));
    pending = results.map((one) => outcome(one, ports.clock.now().toISOString()));
    sent.push(
      ...results.map(({ kept: { outgoing: mail }, result }) => ({ outgoing: mail, result })),
    );
    tried.push(...results.map(time));
    longest = Math.max(longest, time() - began);
    next = began + (chunk.length / throttle.perMinute) * MINUTE_MS;
  }
  await ledger.write(pending);
  return { sent, waiting: outgoing.length - sent.length };
}

const intent = ({ outgoing: { row }, draftId }: DraftedMail, updatedAt: string): LedgerRow => ({
  ...row,
  state: 'sending',
  draftId,
  attempts: (row.attempts ?? 0) + 1,
  updatedAt,
});

function outcome(
  { kept, result }: { kept: DraftedMail; result: SendResult },
  updatedAt: string,
): LedgerRow {
  const reason = result.state === 'sent' ? null : result.reason;
  const tried = intent(kept, updatedAt);
  // Only what a server has refused is given up after so many attempts.
  const isOutage = result.state === 'retry' && result.isOutage === true;
  const attempts = isOutage ? kept.outgoing.row.attempts : tried.attempts;
  return { ...tried, state: result.state, reason, attempts };
}

/** Results in the order of the items; at most `width` at once. Waits for all that began before it throws. */
export async function inParallel<In, Out>(
  items: readonly In[],
  width: number,
  work: (item: In) => Promise<Out>,
): Promise<Out[]> {
  const results: Out[] = [];
  const queue = [...items.entries()];
  const worker = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [index, item] = next;
      try {
        results[index] = await work(item);
      } catch (error) {
        queue.length = 0;
        throw error;
      }
    }
  };
  const workers = await Promise.allSettled(Array.from({ length: width }, worker));
  const broken = workers.find((one) => one.status === 'rejected');
  if (broken) throw broken.reason;
  return results;
}
