// All that the endpoints and pages need, made once by wire.ts.
import type { DispatchResponse } from '#core/contract/dispatch';
import type { FunctionName, RequestOf, ResponseOf, ScheduledName } from '#core/contract/functions';
import type { PageAnswer, PageRequest } from '../app/runtime/page-case';
import type { Caller, IdentityPort } from '../ports/identity';
import type { Logger } from '../ports/logger';

/** Pages that can be deployed, each named as the links to it are. */
export const PAGE_NAMES = [
  'reply',
  'order',
  'orderHall',
  'orderScreen',
  'speaker',
  'checkIn',
  'checkInScreen',
  'evaluate',
  'dashboard',
] as const;
export type PageName = (typeof PAGE_NAMES)[number];

export type PageRunner = (name: PageName, request: PageRequest) => Promise<PageAnswer>;

/** What one function does for a caller, once workbook and role are known to be right. */
export type Runner = <Name extends FunctionName>(
  name: Name,
  request: RequestOf<Name>,
  caller: Caller,
) => Promise<ResponseOf<Name>>;

/** What one function does for a workbook, as the schedule calls it. */
export type ScheduledRunner = <Name extends ScheduledName>(
  name: Name,
  spreadsheetId: string,
  caller: Caller,
) => Promise<ResponseOf<Name>>;

/** All that the endpoints need; made once by wire.ts. */
export interface Functions {
  readonly identity: IdentityPort;
  /** Accounts that `worker` admits. */
  readonly schedulers: readonly string[];
  readonly logger: Logger;
  readonly run: Runner;
  readonly runScheduled: ScheduledRunner;
  /** Hands out work over all workbooks. */
  readonly dispatch: () => Promise<DispatchResponse>;
  readonly page: PageRunner;
  /** A running count for durations in the log. */
  milliseconds(): number;
}

/** Only for a configuration so broken that no logger could be made. */
export const FALLBACK_LOGGER: Logger = {
  info: () => undefined,
  error: (event, facts) => console.error(JSON.stringify({ severity: 'ERROR', event, ...facts })),
};
