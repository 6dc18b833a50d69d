/** `/v1/projects`: the part of the Apps Script API that puts a script into a spreadsheet. Nothing here runs it. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Script } from 'node:vm';
import { faultError, type TakeFault } from 'sheets-emulator';
import * as z from 'zod';
import { readJson } from '../server/read-body';
import type { Exchange, Route } from '../server/route';
import { sendJson } from '../server/send';
import { Content, type ProjectStore, type ScriptFile, type StoredProject } from './project-store';

interface ScriptApi {
  readonly projects: ProjectStore;
  readonly takeFault: TakeFault;
  /** Whether there is such a spreadsheet, for a script that is bound to it. */
  readonly isSpreadsheet: (id: string) => boolean;
}

interface Answer {
  readonly status: number;
  readonly body: object;
}

const NewProject = z.object({ title: z.string().min(1), parentId: z.string().optional() });

export function scriptRoute(api: ScriptApi): Route {
  return async (exchange) => {
    const { response } = exchange;
    const call = readCall(exchange);
    if (call === null) {
      sendRefusal(response, 501, `Not emulated: ${exchange.request.method ?? ''} ${exchange.rest}`);
      return;
    }
    if (exchange.request.headers.authorization === undefined) {
      sendRefusal(response, 401, 'Request is missing required authentication credential.');
      return;
    }
    const fault = api.takeFault(`script.${call.method}`);
    const error = fault && faultError(fault);
    if (fault?.kind === 'slow') await sleep(fault.delayMilliseconds);
    const isDone = error === undefined || fault?.afterCommit === true;
    const answer = isDone ? await carryOut(call, exchange, api) : null;
    if (error !== undefined) sendJson(response, error.code, error.body());
    else if (fault?.kind === 'lost-answer' || answer === null) response.destroy();
    else sendJson(response, answer.status, answer.body);
  };
}

interface ScriptCall {
  /** As in Google's reference. */
  readonly method:
    'projects.create' | 'projects.get' | 'projects.getContent' | 'projects.updateContent';
  readonly scriptId: string;
}

function readCall({ request, rest }: Exchange): ScriptCall | null {
  const match = /^\/projects(?:\/([\w-]+))?(\/content)?$/.exec(rest);
  if (match === null) return null;
  const [, scriptId = '', below = ''] = match;
  switch (`${request.method ?? ''} ${scriptId === '' ? '' : 'ID'}${below}`) {
    case 'POST ':
      return { method: 'projects.create', scriptId };
    case 'GET ID':
      return { method: 'projects.get', scriptId };
    case 'GET ID/content':
      return { method: 'projects.getContent', scriptId };
    case 'PUT ID/content':
      return { method: 'projects.updateContent', scriptId };
    default:
      return null;
  }
}

async function carryOut(
  { method, scriptId }: ScriptCall,
  { request }: Exchange,
  { projects, isSpreadsheet }: ScriptApi,
): Promise<Answer> {
  if (method === 'projects.create') {
    const wish = NewProject.safeParse(await readJson(request)).data;
    if (wish === undefined) return refusal(400, 'Request contains an invalid argument.');
    if (wish.parentId !== undefined && !isSpreadsheet(wish.parentId)) return NOT_FOUND;
    return { status: 200, body: viewOf(await projects.create(wish)) };
  }
  if (method === 'projects.updateContent') {
    const files = Content.safeParse(await readJson(request)).data?.files;
    const wrong = files === undefined ? 'Request contains an invalid argument.' : faultIn(files);
    if (files === undefined || wrong !== null) return refusal(400, wrong ?? '');
    return contentAnswer(await projects.replaceFiles(scriptId, files));
  }
  const project = await projects.find(scriptId);
  if (method === 'projects.getContent') return contentAnswer(project);
  return project === undefined ? NOT_FOUND : { status: 200, body: viewOf(project) };
}

/** Google compiles what it is given. Null: nothing is wrong. */
function faultIn(files: readonly ScriptFile[]): string | null {
  if (new Set(files.map(({ name, type }) => `${name}.${type}`)).size < files.length)
    return 'A file with this name already exists in the current project.';
  const json = files.filter(({ type }) => type === 'JSON');
  if (json.length !== 1 || json[0]?.name !== 'appsscript')
    return 'The project must have exactly one manifest, named appsscript.';
  for (const { name, type, source } of files) {
    try {
      if (type === 'JSON') JSON.parse(source);
      else if (type === 'SERVER_JS') new Script(source);
    } catch (error) {
      return `Syntax error: ${String(error)} file: ${name}`;
    }
  }
  return null;
}

function viewOf({ scriptId, title, parentId, createTime, updateTime }: StoredProject): object {
  return { scriptId, title, parentId, createTime, updateTime };
}

function contentAnswer(project: StoredProject | undefined): Answer {
  if (project === undefined) return NOT_FOUND;
  const { scriptId, files } = project;
  return { status: 200, body: { scriptId, files } };
}

const STATUSES: Readonly<Record<number, string>> = {
  400: 'INVALID_ARGUMENT',
  401: 'UNAUTHENTICATED',
  404: 'NOT_FOUND',
  501: 'UNIMPLEMENTED',
};

const refusal = (code: number, message: string): Answer => ({
  status: code,
  body: { error: { code, message, status: STATUSES[code] } },
});

const NOT_FOUND = refusal(404, 'Requested entity was not found.');

function sendRefusal(response: Exchange['response'], code: number, message: string): void {
  const { status, body } = refusal(code, message);
  sendJson(response, status, body);
}
