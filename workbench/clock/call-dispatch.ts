/** Calls `worker/dispatch` over HTTP as Cloud Scheduler does, with one token in one header, and returns what was done. */
import { DispatchResponse } from '#core/contract/dispatch';
import { Problem } from '#core/contract/problem';

export interface DispatchCall {
  readonly url: string;
  readonly token: string;
}

export async function callDispatch({ url, token }: DispatchCall): Promise<string> {
  const response = await fetch(`${url}/functions/worker/dispatch`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'user-agent': 'Google-Cloud-Scheduler',
      authorization: `Bearer ${token}`,
    },
    body: '{}',
  });
  const text = await response.text();
  if (!response.ok) return `dispatch answered ${response.status}${reasonIn(text)}`;
  const { runs } = DispatchResponse.parse(JSON.parse(text));
  return runs
    .flatMap(({ spreadsheetId, result: { notices, failed } }) => [
      ...(failed === undefined ? [] : [`${spreadsheetId}: ${failed}`]),
      ...notices.map(({ kind, occasionId, sent, failed: wrong, unknown, waiting, refused }) => {
        const toGo = waiting === 0 ? '' : `, ${waiting} to go`;
        const counts = `${sent} sent, ${wrong} failed, ${unknown} in doubt${toGo}`;
        return `${kind} ${occasionId}: ${refused ?? counts}`;
      }),
    ])
    .join('; ');
}

/** The function's own words; Google's own pages say nothing that helps. */
function reasonIn(body: string): string {
  if (!body.startsWith('{')) return '';
  const { detail, nextStep } = Problem.parse(JSON.parse(body));
  return `: ${detail} ${nextStep}`;
}
