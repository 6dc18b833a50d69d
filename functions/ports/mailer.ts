/** One mail to one person. Addresses are objects, never parsed text. */
export interface Mail {
  readonly from: { readonly name: string; readonly address: string };
  readonly replyTo: string | null;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly event: { readonly method: 'REQUEST' | 'CANCEL'; readonly content: string } | null;
  /** Deterministic, so that a mail in doubt can be recognised; without angle brackets. */
  readonly messageId: string;
  readonly date: Date;
}

/** What became of a mail: sent, refused for good, refused for now, or unknown. */
export type SendResult =
  | { readonly state: 'sent' }
  | { readonly state: 'failed' | 'unknown'; readonly reason: string }
  | {
      readonly state: 'retry';
      readonly reason: string;
      /** The server could not be reached or was out of service, so it has refused nothing. */
      readonly isOutage?: boolean;
    };

/** Mails that are kept before they are sent, so that a crash in between can be decided. */
export interface DraftPort {
  /** Keeping a mail twice does no harm: an unused draft is never sent. */
  create(mail: Mail): Promise<{ readonly state: 'created'; readonly id: string } | SendResult>;
  send(id: string): Promise<SendResult>;
  /** Whether the draft is still there, and so was not sent; null when that is unknown now. */
  isWaiting(id: string): Promise<boolean | null>;
}

export interface MailerPort {
  /** Mails that may be on their way at once. */
  readonly parallel: number;
  /** Mails a minute that the transport takes at most; null when only the settings limit them. */
  readonly perMinute: number | null;
  /** Null when the transport cannot keep a mail before sending it. */
  readonly drafts: DraftPort | null;
  send(mail: Mail): Promise<SendResult>;
  close(): Promise<void>;
}
