// Once every morning the files of all workbooks become the one table; called with every dispatch.
import { factLoadName, type DispatchTime } from '#core/registry/task-kinds';
import { AppError } from '../../errors';
import type { FactTable } from '../../ports/fact-store';
import type { Logger } from '../../ports/logger';

/** Never throws: notices do not wait for figures. A failure is logged, and the table keeps what it had. */
export async function loadFacts(table: FactTable, at: DispatchTime, logger: Logger): Promise<void> {
  const name = factLoadName(at);
  if (name === null) return;
  try {
    const state = await table.load(name);
    if (state.is === 'failed') logger.error('facts.loadFailed', { name, reason: state.reason });
    else logger.info('facts.load', { name, state: state.is });
  } catch (error) {
    const reason = error instanceof AppError ? error.message : String(error);
    logger.error('facts.loadFailed', { name, reason });
  }
}
