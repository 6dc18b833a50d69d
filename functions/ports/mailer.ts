/** One mail to one person. Addresses are objects, never parsed text. */
export interface Mail {
  readonly from: { readonly name: string; readonly address: string };
  readonly replyTo: string | null;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Deterministic, so that a mail in doubt can be recognised; without angle brackets. */
  readonly messageId: string;
  readonly date: Date;
}

/** What became of a mail: refused for good, refused for now, or nobody can tell. */
export type SendResult =
  | { readonly state: 'sent' }
  | { readonly state: 'failed' | 'retry' | 'unknown'; readonly reason: string };

export interface MailerPort {
  send(mail: Mail): Promise<SendResult>;
  close(): Promise<void>;
}
