import type { DispatchResponse } from '#core/contract/dispatch';
import type { ScheduledName } from '#core/contract/functions';

/** One call of a scheduled function that is to be made once, soon. */
export interface Task {
  readonly kind: ScheduledName;
  /** Letters, digits, hyphens and underscores. */
  readonly name: string;
  readonly spreadsheetId: string;
  /** Whom the call's identity token is made for: an audience that opens the workbook. */
  readonly audience: string;
  /** The service account that edits the workbook; null: the deployment's own. Each has a queue, because each has a quota. */
  readonly account: string | null;
}

export type TaskRun = DispatchResponse['runs'][number];

export interface TaskQueue {
  /** The tasks outlast the call; otherwise `add` carries them out before it returns, as far as the deadline allows. */
  readonly isLasting: boolean;
  /**
   * Takes tasks; one of a name that was taken lately is left out. A task may be carried out late, or twice. Returns what the tasks did that
   * were carried out within the call.
   *
   * @throws AppError queueDown when the queue cannot be reached. Those before may have been taken.
   */
  add(tasks: readonly Task[], deadline: Date): Promise<readonly TaskRun[]>;
}
