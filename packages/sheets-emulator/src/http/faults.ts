/**
 * Faults on order, for tests of what happens when Google fails. Admin path, no credentials:
 * `POST /faults {"kind":"503","method":"spreadsheets.values.append","count":2}` lets the next two calls fail;
 * kinds are 429, 500, 503, lost-answer (done, then the connection breaks) and slow (with delayMilliseconds);
 * `"afterCommit":true` does the work before it fails; `"skip":3` lets the first three calls pass. A stand-in for another
 * service may take faults too, by a name of its own: `gmail.drafts.create`, `smtp.data`. `PUT /faults {"quota":true}`
 * counts Google's quotas.
 * `GET /faults` shows what is set, `DELETE /faults` takes all away.
 */
import * as z from 'zod';
import { ApiError, invalid } from '../api-error';
import type { Json } from '../json';
import { quotaError } from './quota';

const FaultOrder = z.strictObject({
  kind: z.enum(['429', '500', '503', 'lost-answer', 'slow']),
  /** A method's name as in Google's reference, or the start of some; without it, every method of Sheets. */
  method: z.string().default(''),
  count: z.int().min(1).default(1),
  /** Calls that pass before the first one fails. */
  skip: z.int().min(0).default(0),
  delayMilliseconds: z.int().min(0).max(600_000).default(1000),
  afterCommit: z.boolean().default(false),
});

const Settings = z.strictObject({ quota: z.boolean() });

export type Fault = z.infer<typeof FaultOrder>;
export type TakeFault = (method: string) => Fault | undefined;

export class Faults {
  private orders: Fault[] = [];
  quotaIsOn = false;

  /** The fault for this call, if one is due; it is used up by that. */
  take(method: string): Fault | undefined {
    const fault = this.orders.find((order) => fits(order, method));
    if (fault === undefined) return undefined;
    if (fault.skip > 0) {
      fault.skip--;
      return undefined;
    }
    fault.count--;
    this.orders = this.orders.filter((order) => order.count > 0);
    return fault;
  }

  administer(verb: string, body: Json): object {
    if (verb === 'POST') this.orders.push(parse(FaultOrder, body));
    else if (verb === 'PUT') this.quotaIsOn = parse(Settings, body).quota;
    else if (verb === 'DELETE') this.clear();
    else if (verb !== 'GET') throw invalid(`/faults takes GET, POST, PUT and DELETE, not ${verb}.`);
    return { faults: this.orders, quota: this.quotaIsOn };
  }

  private clear(): void {
    this.orders = [];
    this.quotaIsOn = false;
  }
}

function fits(order: Fault, method: string): boolean {
  const start = order.method === '' ? 'spreadsheets.' : order.method;
  return method.startsWith(start);
}

function parse<T>(schema: z.ZodType<T>, body: Json): T {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  throw invalid(z.prettifyError(result.error));
}

/** Undefined for kinds that answer, late or never. */
export function faultError(fault: Fault): ApiError | undefined {
  switch (fault.kind) {
    case '429':
      return quotaError({ kind: 'read', per: 'user' });
    case '500':
      return new ApiError('INTERNAL', 'Internal error encountered.');
    case '503':
      return new ApiError('UNAVAILABLE', 'The service is currently unavailable.');
    case 'lost-answer':
    case 'slow':
      return undefined;
  }
}
