// The registry as the commands use it: workbooks are looked up and entered.
import { enterWorkbook, type NewWorkbook } from '#core/registry/change-registry';
import { readRegistry, type RegisteredWorkbook } from '#core/registry/registry';
import type { Snapshot } from '#core/workbook/snapshot';
import { writeWithRetry } from '#functions/app/runtime/write-with-retry';
import type { Ports } from '#functions/app/runtime/use-case';

export interface RegistryPort {
  workbooks(): Promise<readonly RegisteredWorkbook[]>;
  /** A workbook without a row gets one; returns whether anything had to be written. */
  enter(workbook: NewWorkbook): Promise<boolean>;
}

export function registryPort(
  registryId: string,
  ports: Pick<Ports, 'workbook' | 'clock' | 'pause'>,
): RegistryPort {
  const read = () => ports.workbook.read(registryId, ['workbooks']);
  return {
    async workbooks() {
      const snapshot = await read();
      if (snapshot.tables.workbooks === undefined)
        throw new Error(
          `The registry ${registryId} has no tab 工作簿 (Workbooks): it is not set up.`,
        );
      return [...readRegistry(snapshot).workbooks.values()];
    },
    async enter(workbook) {
      const decide = (snapshot: Snapshot) => {
        const changes = enterWorkbook(snapshot, workbook);
        return { changes, result: changes.length > 0 };
      };
      return writeWithRetry(await read(), { reread: read, decide }, ports);
    },
  };
}
