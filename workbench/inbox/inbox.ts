/** The workbench's mailbox: an SMTP server, a store, and what `/inbox` answers. */
import type { TakeFault } from 'sheets-emulator';
import type { SettableClock } from '../clock/settable-clock';
import type { Publish } from '../server/event-feed';
import type { Route } from '../server/route';
import { inboxRoute, type Mailbox } from './inbox-route';
import { parseMessage, summaryOf, type MessageSummary, type ParsedMessage } from './message';
import { openMessageStore, type MessageStore, type StoredMessage } from './message-store';
import { openSmtpListener } from './smtp-listener';

export interface Inbox {
  readonly smtpUrl: string;
  readonly route: Route;
  /** Keeps a message that came in another way than by SMTP. */
  deliver(raw: Buffer, recipients: readonly string[]): Promise<void>;
  /** As they came, oldest first. */
  received(): readonly StoredMessage[];
  /** Newest first. */
  messages(): Promise<MessageSummary[]>;
  close(): Promise<void>;
}

interface InboxParts {
  readonly folder: string;
  readonly clock: Pick<SettableClock, 'now'>;
  readonly publish: Publish;
  /** Which SMTP commands are to fail. */
  readonly takeFault: TakeFault;
  /** Answers `/inbox` itself. */
  readonly page: Route;
}

export async function openInbox({
  folder,
  clock,
  publish,
  page,
  takeFault,
}: InboxParts): Promise<Inbox> {
  const store = await openMessageStore(folder);
  const mailbox = createMailbox(store, publish);
  const deliver = async (raw: Buffer, recipients: readonly string[]): Promise<void> => {
    const message = await store.add(raw, { receivedAt: clock.now().toISOString(), recipients });
    publish('mail', { id: message.id });
  };
  const listener = await openSmtpListener(deliver, takeFault);
  return {
    smtpUrl: listener.url,
    route: inboxRoute(mailbox, page),
    deliver,
    received: () => store.all(),
    messages: () => mailbox.list(),
    close: () => listener.close(),
  };
}

/** Reads each message once, when somebody first asks for it. */
function createMailbox(store: MessageStore, publish: Publish): Mailbox {
  const read = new WeakMap<StoredMessage, Promise<ParsedMessage>>();
  const readOnce = (message: StoredMessage): Promise<ParsedMessage> => {
    const known = read.get(message) ?? parseMessage(message.id, message.raw, message.envelope);
    read.set(message, known);
    return known;
  };
  return {
    async list() {
      const messages = await Promise.all(store.all().map(readOnce));
      return messages.map(({ detail }) => summaryOf(detail)).reverse();
    },
    read(id) {
      const message = store.find(id);
      return message === undefined ? undefined : readOnce(message);
    },
    raw: (id) => store.find(id)?.raw,
    async clear() {
      await store.clear();
      publish('mail', { id: null });
    },
  };
}
