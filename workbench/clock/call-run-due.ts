/** Calls the function `worker/runDue` over HTTP with a scheduler's token, and tells what it did. */
import { RunDueResponse } from '#core/contract/run-due';

export interface RunDueCall {
  readonly url: string;
  readonly spreadsheetId: string;
  readonly token: string;
}

export async function callRunDue({ url, spreadsheetId, token }: RunDueCall): Promise<string> {
  const response = await fetch(`${url}/functions/worker/runDue`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ spreadsheetId }),
  });
  const body: unknown = await response.json();
  if (!response.ok) return `runDue answered ${response.status}`;
  return RunDueResponse.parse(body)
    .notices.map(({ kind, sessionId, sent, failed, unknown, waiting, refused }) => {
      const toGo = waiting === 0 ? '' : `, ${waiting} to go`;
      const counts = `${sent} sent, ${failed} failed, ${unknown} in doubt${toGo}`;
      return `${kind} ${sessionId}: ${refused ?? counts}`;
    })
    .join('; ');
}
