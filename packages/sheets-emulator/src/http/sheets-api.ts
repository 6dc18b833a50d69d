/** The Sheets API below /v4/spreadsheets: credentials, quota, faults on order, then the method. */
import type { IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { notEmulated } from '../api-error';
import type { ApiContext } from '../methods/api-method';
import { SHEETS_METHODS } from '../methods/sheets-methods';
import { LOST, type Answer } from './answer';
import { callMethod } from './call-method';
import { callerOf, type Caller } from './caller';
import { faultError, Faults } from './faults';
import { Routes, type Route } from './match-route';
import { Quota } from './quota';
import { SharedStore } from './shared-store';

const routes = new Routes(SHEETS_METHODS);

export interface Target {
  /** As it came, below the API's prefix; not decoded. */
  readonly path: string;
  readonly parameters: URLSearchParams;
}

export class SheetsApi {
  readonly faults = new Faults();
  private readonly quota: Quota;

  constructor(private readonly context: ApiContext) {
    this.quota = new Quota(context.now);
  }

  async answer(request: IncomingMessage, { path, parameters }: Target): Promise<Answer> {
    const verb = request.method ?? 'GET';
    const route = routes.match(verb, path);
    const caller = callerOf(request, parameters, route?.method.quota ?? 'read');
    if (route === undefined) throw notEmulated(`${verb} /v4/spreadsheets${path}`);
    if (this.faults.quotaIsOn) {
      this.quota.count(route.method.quota, request.headers.authorization ?? '');
    }
    return this.callWithFaults(route, request, { parameters, caller });
  }

  private async callWithFaults(
    route: Route,
    request: IncomingMessage,
    { parameters, caller }: { parameters: URLSearchParams; caller: Caller },
  ): Promise<Answer> {
    const fault = this.faults.take(route.method.name);
    const error = fault && faultError(fault);
    if (error !== undefined && fault?.afterCommit !== true) throw error;
    if (fault?.kind === 'slow') await sleep(fault.delayMilliseconds);
    const store = new SharedStore(this.context.store, caller);
    const answer = await callMethod({ ...this.context, store }, route, request, parameters);
    if (error !== undefined) throw error;
    return fault?.kind === 'lost-answer' ? LOST : answer;
  }
}
