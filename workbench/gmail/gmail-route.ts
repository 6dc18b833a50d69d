/** `/gmail/v1/users/me`: drafts that are made, looked at and sent, and messages that are sent, into the workbench's inbox. */
import * as z from 'zod';
import { HttpProblem } from '../server/problem';
import { readJson } from '../server/read-body';
import type { Exchange, Route } from '../server/route';
import { sendJson } from '../server/send';
import { draftStore, type Deliver, type DraftStore } from './draft-store';

const Raw = z.object({ raw: z.string().min(1) });
const NewDraft = z.object({ message: Raw });
const Sending = z.object({ id: z.string().regex(/^[\w-]+$/) });

export function gmailRoute(folder: string, deliver: Deliver): Route {
  const drafts = draftStore(folder, deliver);
  return async (exchange) => {
    answer(exchange, await carryOut(drafts, exchange));
  };
}

async function carryOut(drafts: DraftStore, exchange: Exchange): Promise<object | undefined> {
  const { request, rest } = exchange;
  const action = `${request.method ?? ''} ${rest.replace(/^\/v1\/users\/[^/]+/, '')}`;
  const [, id] = /^GET \/drafts\/([\w-]+)$/.exec(action) ?? [];
  if (id !== undefined) return drafts.find(id);
  if (action === 'POST /drafts') {
    const { message } = await body(exchange, NewDraft);
    return drafts.create(message.raw);
  }
  if (action === 'POST /drafts/send') return drafts.send((await body(exchange, Sending)).id);
  if (action === 'POST /messages/send') return drafts.sendAtOnce((await body(exchange, Raw)).raw);
  throw new HttpProblem(501, `Not emulated: ${action}.`);
}

async function body<T>({ request }: Exchange, schema: z.ZodType<T>): Promise<T> {
  const parsed = schema.safeParse(await readJson(request));
  if (!parsed.success) throw new HttpProblem(400, 'The body is not what this method takes.');
  return parsed.data;
}

/** In the shape in which Google says that something is not there. */
function answer({ response }: Exchange, found: object | undefined): void {
  if (found) sendJson(response, 200, found);
  else {
    const message = 'Requested entity was not found.';
    sendJson(response, 404, { error: { code: 404, message, status: 'NOT_FOUND' } });
  }
}
