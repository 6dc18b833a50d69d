import type { DraftPort, Mail, MailerPort, SendResult } from '#functions/ports/mailer';

/** Keeps every mail; `answer` decides what becomes of each. */
export class RecordingMailer implements MailerPort {
  readonly parallel: number = 1;
  readonly perMinute: number | null = null;
  readonly drafts: DraftPort | null = null;
  readonly mails: Mail[] = [];
  answer: (mail: Mail) => SendResult = () => ({ state: 'sent' });

  /** Another mailer that has sent the same so far. */
  copy(): RecordingMailer {
    const other = new RecordingMailer();
    other.mails.push(...this.mails);
    return other;
  }

  send(mail: Mail): Promise<SendResult> {
    const result = this.answer(mail);
    if (result.state === 'sent') this.mails.push(mail);
    return Promise.resolve(result);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
