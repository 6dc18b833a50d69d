/** A real SMTP server on the loopback interface that accepts every recipient and keeps every message. */
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault, TakeFault } from 'sheets-emulator';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';

export interface SmtpListener {
  readonly url: string;
  close(): Promise<void>;
}

export type Accept = (raw: Buffer, recipients: readonly string[]) => Promise<void>;

const LOOPBACK = '127.0.0.1';
const SIZE_LIMIT = 10 * 1024 * 1024;

/** `takeFault` says which commands are to fail: `smtp.mail`, `smtp.rcpt`, `smtp.data`. */
export async function openSmtpListener(
  accept: Accept,
  takeFault: TakeFault,
): Promise<SmtpListener> {
  const sockets = new Map<number | undefined, Socket>();
  const failing = async (command: string, { remotePort }: SMTPServerSession): Promise<Failing> => {
    const fault = takeFault(`smtp.${command}`);
    if (fault?.kind === 'slow') await sleep(fault.delayMilliseconds);
    return fault ? failureFor(fault, () => sockets.get(remotePort)?.destroy()) : null;
  };
  const server = new SMTPServer({
    banner: 'Lectern inbox',
    size: SIZE_LIMIT,
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    // A reverse look-up would ask the network for a name.
    disableReverseLookup: true,
    logger: false,
    onMailFrom: (_, session, callback) => settle(failing('mail', session), callback),
    onRcptTo: (_, session, callback) => settle(failing('rcpt', session), callback),
    onData: (stream, session, callback) => {
      const failure = failing('data', session);
      settle(receiveUnlessRefused(stream, session, { accept, failure }), callback);
    },
  });
  // A client that hangs up in the middle is its own business; the message was not accepted.
  server.on('error', () => undefined);
  server.server.on('connection', (socket) => {
    const { remotePort } = socket;
    sockets.set(remotePort, socket);
    socket.on('close', () => sockets.delete(remotePort));
  });
  await new Promise<void>((resolve) => server.listen(0, LOOPBACK, resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://${LOOPBACK}:${port}`,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** A refusal, or what breaks the connection instead of an answer. */
type Failing = Error | (() => void) | null;

/** Google's kinds as a mail server says them. A mail that is refused was not kept, so `afterCommit` means nothing here. */
const SMTP_CODES = { '429': 451, '500': 554, '503': 421 } as const;

function failureFor(fault: Fault, breakConnection: () => void): Failing {
  if (fault.kind === 'lost-answer') return breakConnection;
  if (fault.kind === 'slow') return null;
  const responseCode = SMTP_CODES[fault.kind];
  return Object.assign(new Error('Ordered at /faults.'), { responseCode });
}

function settle(failing: Promise<Failing>, callback: (error?: Error | null) => void): void {
  failing.then((failure) => {
    if (typeof failure === 'function') failure();
    else callback(failure);
  }, callback);
}

async function receiveUnlessRefused(
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
  { accept, failure }: { accept: Accept; failure: Promise<Failing> },
): Promise<Failing> {
  const failing = await failure;
  const isRefused = failing instanceof Error;
  await receive(stream, session, isRefused ? () => Promise.resolve() : accept);
  return failing;
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
