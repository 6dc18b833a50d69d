/** Calls the function `worker/runDue` over HTTP as Cloud Scheduler does, with one token in one header, and returns the result. */
import { Problem } from '#core/contract/problem';
import { RunDueResponse } from '#core/contract/run-due';

export interface RunDueCall {
  readonly url: string;
  readonly spreadsheetId: string;
  readonly token: string;
}

export async function callRunDue({ url, spreadsheetId, token }: RunDueCall): Promise<string> {
  const response = await fetch(`${url}/functions/worker/runDue`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'user-agent': 'Google-Cloud-Scheduler',
      authorization: `Bearer ${token}`,
    },
    body: JSON.stringify({ spreadsheetId }),
  });
  const text = await response.text();
  if (!response.ok) return `runDue answered ${response.status}${reasonIn(text)}`;
  return RunDueResponse.parse(JSON.parse(text))
    .notices.map(({ kind, occasionId, sent, failed, unknown, waiting, refused }) => {
      const toGo = waiting === 0 ? '' : `, ${waiting} to go`;
      const counts = `${sent} sent, ${failed} failed, ${unknown} in doubt${toGo}`;
      return `${kind} ${occasionId}: ${refused ?? counts}`;
    })
    .join('; ');
}

/** The function's own words; Google's own pages say nothing that helps. */
function reasonIn(body: string): string {
  if (!body.startsWith('{')) return '';
  const { detail, nextStep } = Problem.parse(JSON.parse(body));
  return `: ${detail} ${nextStep}`;
}
