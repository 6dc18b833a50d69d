// One mail: kept as a draft first where the transport can, then sent; what is in doubt is looked up, never sent blindly.
import type { MailerPort, SendResult } from '../../../ports/mailer';
import type { PlannedMail } from './plan-mails';
import type { Ports } from '../../runtime/use-case';

/** A mail that is ready to go, with its draft where there is one. */
export interface DraftedMail {
  readonly outgoing: PlannedMail;
  readonly draftId: string | null;
  /** The mail could not be kept as a draft, and will not be sent now. */
  readonly refused: SendResult | null;
}

type Pause = Pick<Ports, 'pause'>;

/** Pauses before the second and third try of what certainly did not leave. */
const WAITS_MS = [1_000, 5_000];

export async function createDraft(
  outgoing: PlannedMail,
  { drafts }: MailerPort,
  ports: Pause,
): Promise<DraftedMail> {
  if (!drafts) return { outgoing, draftId: null, refused: null };
  for (let attempt = 0; ; attempt += 1) {
    const made = await drafts.create(outgoing.mail);
    if (made.state === 'created') return { outgoing, draftId: made.id, refused: null };
    const wait = WAITS_MS[attempt];
    if (made.state === 'failed' || wait === undefined)
      return { outgoing, draftId: null, refused: draftFailed(made) };
    await ports.pause(wait);
  }
}

/** A draft that may or may not have been made has certainly not been sent. */
function draftFailed(made: SendResult): SendResult {
  return made.state === 'unknown' ? { state: 'retry', reason: made.reason, isOutage: true } : made;
}

export async function sendOne(
  kept: DraftedMail,
  mailer: MailerPort,
  ports: Pause,
): Promise<{ kept: DraftedMail; result: SendResult }> {
  if (kept.refused) return { kept, result: kept.refused };
  const { draftId, outgoing } = kept;
  const send = (): Promise<SendResult> =>
    draftId === null ? mailer.send(outgoing.mail) : sendDraft(draftId, mailer);
  let result = await send();
  for (const wait of WAITS_MS) {
    if (result.state !== 'retry') break;
    await ports.pause(wait);
    result = await send();
  }
  return { kept, result };
}

/** A draft that is gone has been sent; one that is still there has not. */
export async function sendDraft(
  id: string,
  { drafts }: Pick<MailerPort, 'drafts'>,
): Promise<SendResult> {
  if (!drafts) return { state: 'unknown', reason: 'drafts are not available' };
  const result = await drafts.send(id);
  if (result.state !== 'unknown') return result;
  const isWaiting = await drafts.isWaiting(id);
  if (isWaiting === null) return result;
  return isWaiting ? { state: 'retry', reason: result.reason } : { state: 'sent' };
}
