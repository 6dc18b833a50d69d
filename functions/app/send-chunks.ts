// Mails in chunks between ledger writes: each write carries the results of one chunk and the intent of the next.
import type { LedgerRow } from '#core/notice/notice';
import type { MailerPort, SendResult } from '../ports/mailer';
import type { LedgerWriter } from './ledger-writer';
import type { Outgoing } from './outgoing';
import { keepDraft, sendOne, type Kept } from './send-one';
import type { Ports } from './use-case';

/** Mails between two ledger writes: at most this many can be in doubt after a crash. */
const CHUNK = 25;
const MINUTE_MS = 60_000;

export interface SendJob {
  readonly outgoing: readonly Outgoing[];
  readonly ledger: LedgerWriter;
  readonly mailer: MailerPort;
  readonly mailsPerMinute: number;
}

export interface Sent {
  readonly outgoing: Outgoing;
  readonly result: SendResult;
}

export async function sendChunks(
  job: SendJob,
  ports: Pick<Ports, 'clock' | 'pause'>,
): Promise<Sent[]> {
  const { ledger, outgoing, mailer } = job;
  const sent: Sent[] = [];
  // All are noted as planned with the first chunk, so that the ledger says what is to come.
  let pending: readonly LedgerRow[] = outgoing.map(({ row }) => row);
  for (let start = 0; start < outgoing.length; start += CHUNK) {
    const began = ports.clock.now().getTime();
    const chunk = outgoing.slice(start, start + CHUNK);
    const kept = await inParallel(chunk, mailer.parallel, (one) => keepDraft(one, mailer, ports));
    const stamp = ports.clock.now().toISOString();
    await ledger.write([...pending, ...kept.map((one) => intent(one, stamp))]);
    const results = await inParallel(kept, mailer.parallel, (one) => sendOne(one, mailer, ports));
    pending = results.map((one) => outcome(one, ports.clock.now().toISOString()));
    sent.push(
      ...results.map(({ kept: { outgoing: mail }, result }) => ({ outgoing: mail, result })),
    );
    const isLast = start + CHUNK >= outgoing.length;
    if (!isLast) await keepPace(chunk.length, began, { job, ports });
  }
  await ledger.write(pending);
  return sent;
}

/** Waits until the chunk has taken as long as the mail server's limit wants. */
async function keepPace(
  mails: number,
  began: number,
  { job, ports }: { job: SendJob; ports: Pick<Ports, 'clock' | 'pause'> },
): Promise<void> {
  const due = (mails / job.mailsPerMinute) * MINUTE_MS;
  const rest = due - (ports.clock.now().getTime() - began);
  if (rest > 0) await ports.pause(Math.round(rest));
}

const intent = ({ outgoing: { row }, draftId }: Kept, updatedAt: string): LedgerRow => ({
  ...row,
  state: 'sending',
  draftId,
  attempts: (row.attempts ?? 0) + 1,
  updatedAt,
});

function outcome(
  { kept, result }: { kept: Kept; result: SendResult },
  updatedAt: string,
): LedgerRow {
  const reason = result.state === 'sent' ? null : result.reason;
  return { ...intent(kept, updatedAt), state: result.state, reason };
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
