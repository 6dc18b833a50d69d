/** Carries out the requests of one batchUpdate in order; the first that fails undoes all. */
import { ApiError, badRequest, invalid, notEmulated } from '../api-error';
import type { Draft } from '../model/draft';
import { checkProtection } from './check-protection';
import { handlers } from './handlers';
import type { ApiRequest, Reply, RequestKind } from './reply';

function kindOf(request: ApiRequest, index: number): RequestKind {
  const [kind, second] = Object.keys(request) as RequestKind[]; // checked against the message
  if (kind === undefined) throw invalid('No request set.').within(`requests[${index}]`);
  if (second !== undefined) {
    const field = `requests[${index}]`;
    const description = `Invalid value at '${field}' (oneof), oneof field 'kind' is already set. Cannot set '${second}'`;
    throw badRequest([{ field, description }]);
  }
  return kind;
}

type AnyHandler = (draft: Draft, body: ApiRequest[RequestKind]) => Reply | undefined;

function applyRequest(draft: Draft, request: ApiRequest, kind: RequestKind): Reply {
  const handler = handlers[kind] as AnyHandler | undefined; // the table pairs each kind with its body
  if (handler === undefined) throw notEmulated(`batchUpdate request ${kind}`);
  checkProtection(draft, request, kind);
  return handler(draft, request[kind]) ?? {};
}

/** One reply per request. */
export function applyRequests(draft: Draft, requests: readonly ApiRequest[]): Reply[] {
  if (requests.length === 0) throw invalid('Must specify at least one request.');
  return requests.map((request, index) => {
    const kind = kindOf(request, index);
    try {
      return applyRequest(draft, request, kind);
    } catch (error) {
      throw error instanceof ApiError ? error.within(`requests[${index}].${kind}`) : error;
    }
  });
}
