/** Calls `worker/dispatch` over HTTP as Cloud Scheduler does, with one token in one header, and returns what was done. */
import { DispatchResponse } from '#core/contract/dispatch';
import { Problem } from '#core/contract/problem';
import type { RollUpResponse } from '#core/contract/roll-up';
import type { RunDueResponse } from '#core/contract/run-due';

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
  return runs.flatMap(linesOf).join('; ');
}

type Run = DispatchResponse['runs'][number];

function linesOf(run: Run): string[] {
  const { failed } = run.result;
  return [
    ...(failed === undefined ? [] : [`${run.spreadsheetId}: ${failed}`]),
    ...(run.kind === 'runDue' ? noticeLines(run.result) : rollUpLines(run.result)),
  ];
}

const noticeLines = ({ notices }: RunDueResponse): string[] =>
  notices.map(({ kind, occasionId, sent, failed, unknown, waiting, refused }) => {
    const toGo = waiting === 0 ? '' : `, ${waiting} to go`;
    const counts = `${sent} sent, ${failed} failed, ${unknown} in doubt${toGo}`;
    return `${kind} ${occasionId}: ${refused ?? counts}`;
  });

const rollUpLines = ({ weeks, written, removed }: RollUpResponse): string[] =>
  written + removed === 0
    ? []
    : [`roll-up: ${weeks} weeks, ${written} written, ${removed} removed`];

/** The function's own words; Google's own pages say nothing that helps. */
function reasonIn(body: string): string {
  if (!body.startsWith('{')) return '';
  const { detail, nextStep } = Problem.parse(JSON.parse(body));
  return `: ${detail} ${nextStep}`;
}
