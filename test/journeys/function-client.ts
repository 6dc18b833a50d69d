// Calls a function of the running workbench as the sidebar's script does: over HTTP with an identity token for Google and one for the function.
import {
  type FunctionName,
  type RequestOf,
  type ResponseOf,
  FUNCTIONS,
} from '#core/contract/functions';
import { Problem } from '#core/contract/problem';
import type { RunningWorkbench } from '#test/support/run-workbench';

type WithoutId<Request> = Request extends unknown ? Omit<Request, 'spreadsheetId'> : never;

/** The answer, checked against the function's own schema. Fails the test when the answer is a problem. */
export async function call<Name extends FunctionName>(
  workbench: RunningWorkbench,
  name: Name,
  request: WithoutId<RequestOf<Name>>,
  email = 'clerk@example.org',
): Promise<ResponseOf<Name>> {
  const response = await post(workbench, `api/${name}`, {
    body: JSON.stringify({ spreadsheetId: workbench.spreadsheetId, ...request }),
    email,
  });
  const body: unknown = await response.json();
  if (response.status !== 200)
    throw new Error(`${name} answered ${response.status}: ${JSON.stringify(body)}`);
  return FUNCTIONS[name].response.parse(body) as ResponseOf<Name>; // the schema is that function's own
}

export interface RawCall {
  readonly body: string;
  /** Whose token the function gets; null: none. */
  readonly email?: string | null;
  /** What the function gets instead of a good token. */
  readonly token?: string;
}

export async function post(
  workbench: RunningWorkbench,
  path: string,
  { body, email = 'clerk@example.org', token }: RawCall,
): Promise<Response> {
  const bearer = token ?? (email === null ? null : await workbench.token(email));
  return fetch(`${workbench.url}/functions/${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-serverless-authorization': `Bearer ${await workbench.token('clerk@example.org')}`,
      ...(bearer !== null && { authorization: `Bearer ${bearer}` }),
    },
    body,
  });
}

export async function problemOf(response: Response): Promise<Problem> {
  if (!/^application\/problem\+json/.test(response.headers.get('content-type') ?? ''))
    throw new Error(`not a problem: ${await response.text()}`);
  return Problem.parse(await response.json());
}
