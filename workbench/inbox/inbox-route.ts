/** `/inbox` (page), `/inbox/messages` (JSON) and below it one message: JSON, `/raw`, `/html`, `/files/<place>`. */
import type { ServerResponse } from 'node:http';
import type { MessageSummary, ParsedMessage } from './message';
import { HttpProblem } from '../server/problem';
import type { Exchange, Route } from '../server/route';
import { sendBytes, sendJson } from '../server/send';

/** HTML of a message may show its own styles and embedded pictures: no script, no request, no form. */
const MESSAGE_POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  'sandbox',
].join('; ');

export interface Mailbox {
  list(): Promise<MessageSummary[]>;
  read(id: string): Promise<ParsedMessage> | undefined;
  raw(id: string): Buffer | undefined;
  clear(): Promise<void>;
}

export function inboxRoute(mailbox: Mailbox, page: Route): Route {
  return async (exchange) => {
    const { request, response, rest } = exchange;
    if (rest === '' || rest === '/') return page(exchange);
    if (rest === '/messages' && request.method === 'DELETE') {
      await mailbox.clear();
      response.writeHead(204).end();
      return;
    }
    refuseOtherThanGet(exchange);
    if (rest === '/messages') {
      sendJson(response, 200, await mailbox.list());
      return;
    }
    const [, id, part = ''] = /^\/messages\/(\d+)(\/raw|\/html|\/files\/\d+)?$/.exec(rest) ?? [];
    if (id === undefined) throw new HttpProblem(404, 'There is no such page in the inbox.');
    await sendMessage(response, mailbox, { id, part });
  };
}

function refuseOtherThanGet({ request, rest }: Exchange): void {
  if (request.method === 'GET') return;
  const allow = rest === '/messages' ? 'GET, DELETE' : 'GET';
  throw new HttpProblem(405, `Use ${allow}.`, { allow });
}

async function sendMessage(
  response: ServerResponse,
  mailbox: Mailbox,
  { id, part }: { id: string; part: string },
): Promise<void> {
  const raw = mailbox.raw(id);
  const message = await mailbox.read(id);
  if (raw === undefined || message === undefined) {
    throw new HttpProblem(404, `There is no message ${id}.`);
  }
  if (part === '/raw') {
    sendBytes(response, raw, { headers: { 'content-type': 'message/rfc822' } });
  } else if (part === '/html') {
    sendHtml(response, message.html);
  } else if (part !== '') {
    sendFile(response, message, Number(part.slice('/files/'.length)));
  } else {
    sendJson(response, 200, message.detail);
  }
}

/** Always to be kept or opened by another program: a file of a message is no page of this address. */
function sendFile(response: ServerResponse, { detail, files }: ParsedMessage, place: number): void {
  const [facts, content] = [detail.attachments[place], files[place]];
  if (facts === undefined || content === undefined) {
    throw new HttpProblem(404, 'The message has no such attachment.');
  }
  const name = encodeURIComponent(facts.filename ?? nameByType(facts.contentType)).replaceAll(
    "'",
    '%27',
  );
  sendBytes(response, content, {
    headers: {
      'content-type': facts.contentType,
      'content-disposition': `attachment; filename*=UTF-8''${name}`,
      'content-security-policy': MESSAGE_POLICY,
      'x-content-type-options': 'nosniff',
    },
  });
}

function sendHtml(response: ServerResponse, html: string | null): void {
  if (html === null) throw new HttpProblem(404, 'The message has no HTML part.');
  sendBytes(response, html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': MESSAGE_POLICY,
      'referrer-policy': 'no-referrer',
    },
  });
}

/** The calendar part of a mail has no name: mail programs take it by its type, as the invitation. */
const nameByType = (contentType: string): string =>
  contentType === 'text/calendar' ? 'invite.ics' : 'attachment';
