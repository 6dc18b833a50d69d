/** A real SMTP server on the loopback interface that accepts every recipient and keeps every message. */
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';

export interface SmtpListener {
  readonly url: string;
  close(): Promise<void>;
}

export type Accept = (raw: Buffer, recipients: readonly string[]) => Promise<void>;

const LOOPBACK = '127.0.0.1';
const SIZE_LIMIT = 10 * 1024 * 1024;

export async function openSmtpListener(accept: Accept): Promise<SmtpListener> {
  const server = new SMTPServer({
    banner: 'Lectern inbox',
    size: SIZE_LIMIT,
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    // A reverse look-up would ask the network for a name.
    disableReverseLookup: true,
    logger: false,
    onData(stream, session, callback) {
      receive(stream, session, accept).then(() => callback(), callback);
    },
  });
  // A client that hangs up in the middle is its own business; the message was not accepted.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, LOOPBACK, resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://${LOOPBACK}:${port}`,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

async function receive(
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
  accept: Accept,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    if (!stream.sizeExceeded) chunks.push(chunk);
  }
  if (stream.sizeExceeded) {
    throw Object.assign(new Error(`The message is over ${SIZE_LIMIT} bytes.`), {
      responseCode: 552,
    });
  }
  const recipients = session.envelope.rcptTo.map(({ address }) => address);
  await accept(Buffer.concat(chunks), recipients);
}
