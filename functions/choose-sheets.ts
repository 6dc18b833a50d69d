// Which account reads and writes a workbook, and how fast: every account has Google's limits to itself.
import {
  googleSheetsClient,
  localSheetsClient,
  type SheetsClient,
} from './adapters/google-clients';
import { pacedFetch, type PaceOptions } from './adapters/google-sheets/request-pace';
import { ownAddressOf } from './adapters/own-address';
import type { Config } from './config';

export interface ChosenSheets {
  readonly client: (spreadsheetId: string) => SheetsClient;
  readonly ownAddress: (spreadsheetId: string) => Promise<string | null>;
}

export interface SheetsOverrides extends Pick<PaceOptions, 'now' | 'pause'> {
  /** In place of Node's own `fetch`. */
  readonly send?: typeof fetch;
}

/** `accountOf`: null for the deployment's own. Clients are made on first use: a cold start does not wait for them. */
export function chooseSheets(
  config: Config,
  accountOf: (spreadsheetId: string) => string | null,
  { send: carry = fetch, ...time }: SheetsOverrides = {},
): ChosenSheets {
  const { isGoogle, sheetsRootUrl, requestsPerMinute } = config;
  const clients = new Map<string | null, SheetsClient>();
  const make = (account: string | null): SheetsClient => {
    const send =
      requestsPerMinute === null
        ? carry
        : pacedFetch({ perMinute: requestsPerMinute, ...time }, carry);
    const access = { send, account };
    return isGoogle ? googleSheetsClient(access) : localSheetsClient(sheetsRootUrl, access);
  };
  const ownAddress = ownAddressOf(config);
  return {
    client(spreadsheetId) {
      const account = accountOf(spreadsheetId);
      const known = clients.get(account);
      if (known) return known;
      const made = make(account);
      clients.set(account, made);
      return made;
    },
    async ownAddress(spreadsheetId) {
      return accountOf(spreadsheetId) ?? ownAddress();
    },
  };
}
