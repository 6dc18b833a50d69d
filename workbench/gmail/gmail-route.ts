/** `/gmail/v1/users/me`: drafts that are made, looked at, deleted and sent, and messages that are sent, into the workbench's inbox, and received. */
import { setTimeout as sleep } from 'node:timers/promises';
import { faultError, type TakeFault } from 'sheets-emulator';
import * as z from 'zod';
import { HttpProblem } from '../server/problem';
import { readJson } from '../server/read-body';
import type { Exchange, Route } from '../server/route';
import { sendJson } from '../server/send';
import { draftStore, type Deliver, type DraftStore } from './draft-store';
import type { StoredMessage } from '../inbox/message-store';
import type { CountUnits } from './gmail-quota';
import { readReceived } from './received-mail';

const Raw = z.object({ raw: z.string().min(1) });
const NewDraft = z.object({ message: Raw });
const Sending = z.object({ id: z.string().regex(/^[\w-]+$/) });

interface Limits {
  /** Says which calls are to fail, by the names of Google's reference. */
  readonly takeFault: TakeFault;
  readonly countUnits: CountUnits;
  /** Mails of all mailboxes; without it none can be read. */
  readonly received?: () => readonly StoredMessage[];
}

export function gmailRoute(folder: string, deliver: Deliver, limits: Limits): Route {
  const drafts = draftStore(folder, deliver);
  return async (exchange) => {
    const name = nameOf(exchange);
    const refusal = limits.countUnits(name, exchange.request.headers.authorization ?? '');
    if (refusal) {
      sendJson(exchange.response, refusal.code, refusal.body);
      return;
    }
    const fault = limits.takeFault(`gmail.${name}`);
    const error = fault && faultError(fault);
    if (fault?.kind === 'slow') await sleep(fault.delayMilliseconds);
    const isDone = error === undefined || fault?.afterCommit === true;
    const mail = isDone ? readReceived(exchange, limits.received?.() ?? []) : undefined;
    const found =
      isDone && mail === undefined ? await carryOut(drafts, exchange) : (mail ?? undefined);
    if (error !== undefined) sendJson(exchange.response, error.code, error.body());
    else if (fault?.kind === 'lost-answer') exchange.response.destroy();
    else answer(exchange, found);
  };
}

/** What follows the mailbox in the address: `POST /drafts/send`. */
function actionOf({ request, rest }: Exchange): string {
  return `${request.method ?? ''} ${rest.replace(/^\/v1\/users\/[^/]+/, '')}`;
}

const NAMES: Readonly<Record<string, string>> = {
  'POST /drafts': 'drafts.create',
  'POST /drafts/send': 'drafts.send',
  'POST /messages/send': 'messages.send',
};

function nameOf(exchange: Exchange): string {
  const action = actionOf(exchange);
  if (action === 'GET /messages') return 'messages.list';
  return NAMES[action] ?? (action.startsWith('GET /messages/') ? 'messages.get' : 'drafts.get');
}

async function carryOut(drafts: DraftStore, exchange: Exchange): Promise<object | undefined> {
  const action = actionOf(exchange);
  const [, verb, id] = /^(GET|DELETE) \/drafts\/([\w-]+)$/.exec(action) ?? [];
  // Gmail answers a deletion with nothing.
  if (id !== undefined && verb === 'DELETE') return (await drafts.discard(id)) && {};
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
