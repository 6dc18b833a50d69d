/** Gmail's quota for a project made since 1 May 2026: units a minute and user. Off unless switched on, as the quota of Sheets is. */

const UNITS_PER_MINUTE_PER_USER = 6_000;
const MINUTE_MILLISECONDS = 60_000;

/** By the names of Google's reference. */
const UNITS: Readonly<Record<string, number>> = {
  'drafts.create': 10,
  'drafts.get': 5,
  'drafts.send': 100,
  'messages.get': 5,
  'messages.list': 5,
  'messages.send': 100,
};

export interface QuotaRefusal {
  readonly code: number;
  readonly body: object;
}

/** Counts one call of this user's, or says how it is refused; what is refused is not counted. */
export type CountUnits = (method: string, user: string) => QuotaRefusal | undefined;

interface User {
  /** Of the last minute, the oldest first. */
  calls: { readonly at: number; readonly units: number }[];
  refused: number;
}

/** The minute is the one before each call: a client that keeps to it keeps to any way of counting minutes. */
export function gmailQuota(now: () => Date, isOn: () => boolean): CountUnits {
  const users = new Map<string, User>();
  return (method, name) => {
    if (!isOn()) return undefined;
    const user = users.get(name) ?? { calls: [], refused: 0 };
    users.set(name, user);
    const at = now().getTime();
    user.calls = user.calls.filter((call) => call.at > at - MINUTE_MILLISECONDS);
    const used = user.calls.reduce((sum, call) => sum + call.units, 0);
    const units = UNITS[method] ?? 0;
    if (used + units <= UNITS_PER_MINUTE_PER_USER) {
      user.calls.push({ at, units });
      user.refused = 0;
      return undefined;
    }
    user.refused += 1;
    return user.refused === 1 ? EXHAUSTED : EXCEEDED;
  };
}

/** Both forms are seen in public: the first call too many is answered with 429, those after it with 403. */
const EXHAUSTED: QuotaRefusal = refusal(429, {
  message: 'Resource has been exhausted (e.g. check quota).',
  domain: 'global',
  status: 'RESOURCE_EXHAUSTED',
});
const EXCEEDED: QuotaRefusal = refusal(403, {
  message:
    "Quota exceeded for quota metric 'Queries' and limit 'Queries per minute per user' of service 'gmail.googleapis.com' for consumer 'project_number:123'.",
  domain: 'usageLimits',
  status: 'PERMISSION_DENIED',
});

function refusal(
  code: number,
  { message, domain, status }: { message: string; domain: string; status: string },
): QuotaRefusal {
  const errors = [{ message, domain, reason: 'rateLimitExceeded' }];
  return { code, body: { error: { code, message, errors, status } } };
}
