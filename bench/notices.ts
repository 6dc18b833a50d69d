// 3,000 weekly notices (text, HTML, calendar entry) over SMTP on loopback, against nodemailer's own pool with the same content.
// `npm run bench -- notices`
import { createServer, type Server, type Socket, type AddressInfo } from 'node:net';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { createTransport } from 'nodemailer';
import { calendarEvent, eventTimes } from '#core/notice/calendar-event';
import { findTemplate } from '#core/notice/words/find-template';
import type { NoticePlan, Recipient } from '#core/notice/notice';
import { sessionOccasion } from '#core/notice/occasion';
import { renderNotice } from '#core/notice/words/render-notice';
import { defaultSettings } from '#core/workbook/read/settings';
import { smtpMailer } from '#functions/adapters/smtp/smtp-mailer';
import { inParallel } from '#functions/app/notice/send/send-chunks';
import type { Mail } from '#functions/ports/mailer';
import { aSession, aSpeaker } from '#test/support/builders/rows';
import { median, report } from './report';
import { aSnapshot } from '#test/support/builders/snapshots';
import { aWorkbook } from '#test/support/builders/tables';

const MAILS = 3000;
const CHUNK = 25;
const ROUNDS = 3;

if (isMainThread) void main();
else serve();

/** A minimal mail server: accepts and counts. It has its own thread, so that it takes no time from the senders. */
function serve(): void {
  const counts = { mails: 0, bytes: 0 };
  const server: Server = createServer((socket) => answer(socket, counts));
  server.listen(0, '127.0.0.1', () => {
    parentPort?.postMessage((server.address() as AddressInfo).port); // listening on TCP
  });
  parentPort?.on('message', () => {
    parentPort?.postMessage({ ...counts });
    counts.mails = counts.bytes = 0;
  });
}

function answer(socket: Socket, counts: { mails: number; bytes: number }): void {
  let [inData, tail] = [false, ''];
  socket.setNoDelay(true);
  socket.setEncoding('latin1');
  socket.on('error', () => undefined); // a sender that disconnects has finished
  socket.write('220 bench\r\n');
  socket.on('data', (chunk: string) => {
    if (inData) {
      counts.bytes += chunk.length;
      tail = (tail + chunk).slice(-5);
      if (tail !== '\r\n.\r\n') return;
      [inData, tail] = [false, ''];
      counts.mails += 1;
      socket.write('250 ok\r\n');
    } else if (chunk.startsWith('DATA')) {
      inData = true;
      socket.write('354 go\r\n');
    } else socket.write(chunk.startsWith('QUIT') ? '221 bye\r\n' : '250 ok\r\n');
  });
}

const settings = { ...defaultSettings('zh-CN'), contact: '干部教育科 000-1234567' };
const session = aSession();
const plan: NoticePlan = {
  kind: 'weekly',
  occasion: sessionOccasion(session),
  row: 2,
  speaker: aSpeaker(),
  recipients: [],
  skipped: [],
  turnout: [],
};
const template = findTemplate(aSnapshot(aWorkbook()), 'weekly', 'zh-CN');

const times = eventTimes(session, settings.timeZone);

function aMail(index: number): Mail {
  const recipient: Recipient = {
    memberId: `R${index}`,
    name: `某${index}`,
    post: null,
    unit: null,
    address: `r${index}@example.org`,
    hasAddress: true,
    notify: true,
    due: true,
    place: { tab: 'roster', row: 2 },
    key: String(index),
    sequence: 0,
    before: null,
    link: `https://pages.example.org/reply?t=${'x'.repeat(160)}${index}`,
  };
  const now = new Date('2026-03-02T01:00:00Z');
  return {
    from: { name: settings.organiser, address: settings.sender },
    replyTo: null,
    to: { name: recipient.name, address: recipient.address },
    ...renderNotice(plan, recipient, { template, settings }),
    event: calendarEvent(plan, recipient, { uid: 'bench@example.org', now, settings, times }),
    messageId: `${index}@example.org`,
    date: now,
  };
}

/** As Lectern sends: in chunks, a few mails at once. */
async function lectern(url: string): Promise<void> {
  const mailer = smtpMailer(url);
  for (let start = 0; start < MAILS; start += CHUNK) {
    const indexes = Array.from({ length: CHUNK }, (_, at) => start + at);
    const results = await inParallel(indexes, mailer.parallel, (at) => mailer.send(aMail(at)));
    if (results.some(({ state }) => state !== 'sent')) throw new Error('a mail was not sent');
  }
  await mailer.close();
}

/** As nodemailer's documentation shows it: a pool, and every mail handed to it. */
async function plainPool(url: string): Promise<void> {
  const transport = createTransport({ url, pool: true });
  const send = async (index: number): Promise<void> => {
    const { from, to, subject, text, html, event } = aMail(index);
    const icalEvent = event && { method: event.method, content: event.content };
    await transport.sendMail({ from, to, subject, text, html, ...(icalEvent && { icalEvent }) });
  };
  await Promise.all(Array.from({ length: MAILS }, (_, index) => send(index)));
  transport.close();
}

interface Measured {
  readonly seconds: number;
  readonly grownMb: number;
}

async function measure(send: (url: string) => Promise<void>, url: string): Promise<Measured> {
  global.gc?.();
  const before = process.memoryUsage().rss;
  let peak = before;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 20);
  const began = performance.now();
  await send(url);
  clearInterval(watch);
  return { seconds: (performance.now() - began) / 1000, grownMb: (peak - before) / 2 ** 20 };
}

async function main(): Promise<void> {
  const server = new Worker(__filename);
  const heard = <T>(): Promise<T> => new Promise((resolve) => server.once('message', resolve));
  const url = `smtp://127.0.0.1:${await heard<number>()}`;
  const contenders = [
    ['Lectern', lectern],
    ['nodemailer pool', plainPool],
  ] as const;
  const rounds: Measured[][] = [];
  // The first round warms up, and is not counted.
  for (let round = 0; round <= ROUNDS; round += 1) {
    const measured: Measured[] = [];
    for (const [name, send] of contenders) {
      measured.push(await measure(send, url));
      server.postMessage('counts');
      const { mails } = await heard<{ mails: number; bytes: number }>();
      if (mails !== MAILS) throw new Error(`${name}: ${mails} mails arrived`);
    }
    if (round > 0) rounds.push(measured);
  }
  contenders.forEach(([name], index) => {
    const of = (read: (one: Measured, ours: Measured) => number): number =>
      median(
        rounds.flatMap(([ours, ...rest]) => {
          const one = [ours, ...rest][index];
          return ours && one ? [read(one, ours)] : [];
        }),
      );
    report({
      task: 'Notices over SMTP, with text, HTML and a calendar entry',
      size: `${MAILS.toLocaleString('en')} mails`,
      program: name,
      result: `${of(({ seconds }) => MAILS / seconds).toFixed(0)} mails/s`,
      timesLectern: of(({ seconds }, ours) => seconds / ours.seconds),
      megabytes: of(({ grownMb }) => grownMb),
    });
  });
  await server.terminate();
}
