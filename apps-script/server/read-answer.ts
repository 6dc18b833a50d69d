// Turns an HTTP response into the function's value or a problem.
import type { FunctionName, ResponseOf } from '#core/contract/functions';
import type { Problem } from '#core/contract/problem';
import type { Language } from '#core/text/language';
import { localProblem, type LocalProblem } from './local-problem';
import type { CallAnswer } from './sidebar-calls';

export function readAnswer<Name extends FunctionName>(
  status: number,
  body: string,
  language: Language,
): CallAnswer<Name> {
  const value = parseJson(body);
  if (status === 200 && isObject(value)) {
    // The function checked its own response against the contract; zod is too heavy for this side.
    return { ok: true, value: value as ResponseOf<Name> };
  }
  if (isProblem(value)) return { ok: false, problem: value };
  return { ok: false, problem: localProblem(kindOf(status), language, `HTTP ${status}`) };
}

/** Google's own front end answers in HTML, before the call reaches the function. */
function kindOf(status: number): LocalProblem {
  switch (status) {
    case 401:
    case 403:
      return 'refused';
    case 404:
    case 405:
      return 'wrong-address';
    case 429:
      return 'overloaded';
    case 500:
    case 502:
    case 503:
    case 504:
      return 'unavailable';
    default:
      return 'unreadable';
  }
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null; // not JSON: the status decides
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isProblem(value: unknown): value is Problem {
  return (
    isObject(value) &&
    ['code', 'detail', 'nextStep', 'requestId'].every((field) => typeof value[field] === 'string')
  );
}
