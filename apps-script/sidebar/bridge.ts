// google.script.run as promises, typed by the functions that the script exports.
import type { FunctionName, ResponseOf } from '#core/contract/functions';
import type { Problem } from '#core/contract/problem';
import type { CallRequest, SidebarCalls } from '../server/sidebar-calls';

type Calls = Record<keyof SidebarCalls, (...values: readonly unknown[]) => void>;

interface Runner extends Calls {
  withSuccessHandler(handler: (value: unknown) => void): Runner;
  withFailureHandler(handler: (error: Error) => void): Runner;
}

declare const google: { readonly script: { readonly run: Runner } };

/** The function answered with a problem. */
export class RefusedCall extends Error {
  override readonly name = 'RefusedCall';

  constructor(readonly problem: Problem) {
    super(problem.detail);
  }
}

/** Calls the script; rejects when the script could not be reached or threw. */
export function run<Name extends keyof SidebarCalls>(
  name: Name,
  ...values: Parameters<SidebarCalls[Name]>
): Promise<ReturnType<SidebarCalls[Name]>> {
  return new Promise((resolve, reject) => {
    const runner = google.script.run
      // The script is compiled with the same SidebarCalls.
      .withSuccessHandler((value) => resolve(value as ReturnType<SidebarCalls[Name]>))
      .withFailureHandler(reject);
    runner[name](...values);
  });
}

/** Actions that write nothing, whatever the function, and functions that never do. */
const READING: readonly unknown[] = [
  'preview',
  'list',
  'find',
  'read',
  'figures',
  'week',
  'sources',
  'card',
  'screen',
  'link',
  'test',
  'bulletin',
  'activityPlan',
];

let writes = 0;

/** How many calls so far may have written. */
export const writeCount = (): number => writes;

/** Calls one of Lectern's functions; rejects with RefusedCall when it answers with a problem. */
export async function callFunction<Name extends FunctionName>(
  name: Name,
  request: CallRequest<Name>,
): Promise<ResponseOf<Name>> {
  const isRead = READING.includes('action' in request ? request.action : name);
  if (!isRead) writes += 1;
  const answer = await run('callFunction', name, request);
  if (!answer.ok) throw new RefusedCall(answer.problem);
  // The response belongs to the name that was called; the type of the promise above has lost the name.
  return answer.value as ResponseOf<Name>;
}
