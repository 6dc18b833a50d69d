/** Runs one method of an API for one HTTP request, and cuts the answer to the fields asked for. */
import type { IncomingMessage } from 'node:http';
import { notEmulated } from '../api-error';
import type { ApiContext } from '../methods/api-method';
import { selectFields } from '../schema/apply-mask';
import { parseFieldMask, type FieldMask } from '../schema/field-mask';
import { readMessage } from '../schema/read-message';
import { json, jsonBytes, type Answer } from './answer';
import { ConditionalStore } from './conditional-store';
import { parseJson, readBody } from './exchange';
import type { Route } from './match-route';
import { Query } from './query';
import { readRevision } from './read-revision';

function answerMask(query: Query, message: string): FieldMask {
  const fields = query.text('fields') ?? query.text('$fields');
  return fields === undefined || fields === '' ? '*' : parseFieldMask(fields, message);
}

function checkAnswerForm(query: Query): void {
  const alt = query.text('alt') ?? query.text('$alt') ?? 'json';
  if (alt !== 'json') throw notEmulated(`answers in the form alt=${alt}`);
  if (query.text('callback') !== undefined) throw notEmulated('JSONP callbacks');
}

export async function callMethod(
  context: ApiContext,
  route: Route,
  request: IncomingMessage,
  parameters: URLSearchParams,
): Promise<Answer> {
  const { method, path } = route;
  const text = await readBody(request);
  const query = new Query(parameters, method.query);
  checkAnswerForm(query);
  const body =
    method.body === undefined
      ? {}
      : readMessage(parseJson(text), method.body.message, method.body.name);
  const mask = answerMask(query, method.answer);
  const store = new ConditionalStore(context.store, unmovedSince(request));
  const answer = await method.run({ ...context, store }, { path, query, body });
  const { revision } = store;
  if (method.print !== undefined) return { ...jsonBytes(method.print(answer)), revision };
  return { ...json(selectFields(answer, mask)), revision };
}

/** Not Google's: a page that shows cells asks that they still are where it saw them. */
function unmovedSince({ headers }: IncomingMessage): number | undefined {
  const text = headers['x-sheets-unmoved-since'];
  return text === undefined ? undefined : readRevision('x-sheets-unmoved-since', String(text));
}
