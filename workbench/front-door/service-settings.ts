/** How the services stand at Google; test/deploy compares it with deploy.sh and main.tf. */
import { PAGE_NAMES } from '#functions/http/functions';
import { REGISTERED_NAMES } from '#functions/register';

export interface ServiceSettings {
  /** The invoker check: Cloud Run lets in only who may invoke the service. */
  readonly checksInvoker: boolean;
  /** Requests that one instance takes at a time. */
  readonly concurrency: number;
  readonly maxInstances: number;
  /** How long a request may take; then 504, while the function goes on. */
  readonly timeoutSeconds: number;
  /** How long a request waits for a place; then 429. */
  readonly pendingSeconds: number;
}

/** "3.5 times the average startup time or 10 seconds, whichever is greater"; these functions start in a fifth of a second. */
const PENDING = { pendingSeconds: 10 };

export const DEPLOYED = {
  /** The sidebar's script sends its token twice, so one arrives whole behind the check. */
  api: { checksInvoker: true, concurrency: 4, maxInstances: 3, timeoutSeconds: 540, ...PENDING },
  /** Cloud Scheduler sends one token, which the check would spoil: the function verifies it alone. */
  worker: {
    checksInvoker: false,
    concurrency: 1,
    maxInstances: 15,
    timeoutSeconds: 540,
    ...PENDING,
  },
  /** A person with a link has no token: the function verifies the link. */
  pages: { checksInvoker: false, concurrency: 8, maxInstances: 2, timeoutSeconds: 60, ...PENDING },
} as const satisfies Record<string, ServiceSettings>;

/** Every name that can be deployed; a function or page alone is served as the service over all of them. */
export function deployedServices(): Map<string, ServiceSettings> {
  const pages: readonly string[] = PAGE_NAMES;
  const alone = (name: string): ServiceSettings =>
    pages.includes(name) ? DEPLOYED.pages : DEPLOYED.api;
  return new Map<string, ServiceSettings>([
    ...REGISTERED_NAMES.map((name) => [name, alone(name)] as const),
    ...Object.entries(DEPLOYED),
  ]);
}
