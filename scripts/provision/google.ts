// The ports of the commands on Google, or on the local workbench.
import { setTimeout as sleep } from 'node:timers/promises';
import {
  googleSheetsClient,
  localSheetsClient,
  type SheetsClient,
} from '#functions/adapters/google-clients';
import { googleWorkbook } from '#functions/adapters/google-sheets/google-workbook';
import { systemClock } from '#functions/adapters/system/system-clock';
import type { Ports } from '#functions/app/runtime/use-case';
import type { Deployment } from './deployment';
import { drivePort } from './drive';
import { newWorkbookPort } from './new-workbook';
import { personClients } from './person-clients';
import { registryPort } from './registry';
import { scriptPort } from './script-project';
import type { Google } from './steps';

/** Files and scripts are made by the person, because Google lets no service account make scripts; cells are written by the deployment's account. */
export function connect({ rootUrl, account, registryId }: Deployment): Google {
  const { drive, script } = personClients(rootUrl);
  const sheets = sheetsOf({ rootUrl, account });
  const ports = workbookPorts(sheets, account);
  if (registryId === null)
    throw new Error('The deployment has no registry: LECTERN_REGISTRY is the id of its workbook.');
  return {
    drive: drivePort(drive),
    script: scriptPort(script),
    workbook: newWorkbookPort(sheets, ports),
    registry: registryPort(registryId, ports),
  };
}

/** As the deployment's account, without a key: the person who runs the command may make tokens for it. */
export const sheetsOf = ({
  rootUrl,
  account,
}: Pick<Deployment, 'rootUrl' | 'account'>): SheetsClient =>
  rootUrl === null ? googleSheetsClient({ send: fetch, account }) : localSheetsClient(rootUrl);

export const workbookPorts = (
  client: SheetsClient,
  account: string,
): Pick<Ports, 'workbook' | 'clock' | 'pause'> => ({
  workbook: googleWorkbook(
    () => client,
    () => Promise.resolve(account),
  ),
  clock: systemClock,
  pause: (milliseconds) => sleep(milliseconds),
});
