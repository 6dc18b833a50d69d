// A mail server that keeps drafts, as Gmail does: a draft that is sent is gone.
import type { DraftPort, Mail, SendResult } from '#functions/ports/mailer';
import { RecordingMailer } from './recording-mailer';

export class DraftingMailer extends RecordingMailer {
  private waiting = new Map<string, Mail>();
  private made = 0;
  private sent = 0;
  /** The answer to this send, counted from 1, does not arrive. */
  losesAnswer = 0;
  override copy(): DraftingMailer {
    const other = new DraftingMailer();
    other.mails.push(...this.mails);
    other.waiting = new Map(this.waiting);
    other.made = this.made;
    return other;
  }

  override readonly drafts: DraftPort = {
    create: (mail) => {
      this.made += 1;
      const id = `draft-${this.made}`;
      this.waiting.set(id, mail);
      return Promise.resolve({ state: 'created', id });
    },
    send: async (id): Promise<SendResult> => {
      const mail = this.waiting.get(id);
      if (!mail) return { state: 'unknown', reason: 'no such draft' };
      const result = await super.send(mail);
      if (result.state === 'sent') this.waiting.delete(id);
      this.sent += 1;
      return this.sent === this.losesAnswer
        ? { state: 'unknown', reason: 'connection lost' }
        : result;
    },
    isWaiting: (id) => Promise.resolve(this.waiting.has(id)),
  };
}
