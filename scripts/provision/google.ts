// The ports of the commands on Google, or on the local workbench.
import { setTimeout as sleep } from 'node:timers/promises';
import {
  localSheetsClient,
  personClients,
  sheetsClientAs,
  type SheetsClient,
} from '#functions/adapters/google-clients';
import { googleWorkbook } from '#functions/adapters/google-sheets/google-workbook';
import { systemClock } from '#functions/adapters/system/system-clock';
import type { Ports } from '#functions/app/runtime/use-case';
import type { Deployment } from './deployment';
import { drivePort } from './drive';
import { newWorkbookPort } from './new-workbook';
import { registryPort } from './registry';
import { scriptPort } from './script-project';
import type { Google } from './steps';

/** Files and scripts are made by the person, because Google lets no service account make scripts; cells are written by the deployment's account. */
export async function connect({ rootUrl, account, registryId }: Deployment): Promise<Google> {
  const { drive, script } = await personClients(rootUrl);
  const sheets = await sheetsOf({ rootUrl, account });
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

export const sheetsOf = ({
  rootUrl,
  account,
}: Pick<Deployment, 'rootUrl' | 'account'>): Promise<SheetsClient> =>
  rootUrl === null ? sheetsClientAs(account) : Promise.resolve(localSheetsClient(rootUrl));

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
