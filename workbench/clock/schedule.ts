/** Acts as Cloud Scheduler: calls what is due every minute, and at once when the clock is set. One call at a time. */

export interface RunSchedule {
  /** The time has jumped: looks again as soon as it can. */
  runSoon(): void;
  close(): void;
}

interface ScheduleParts {
  /** Returns in a few words what was done; empty: nothing. */
  readonly dispatch: () => Promise<string>;
  readonly print: (text: string) => void;
}

const MINUTE_MILLISECONDS = 60_000;

/** What is said once is not said again until something else is. */
export function openSchedule({ dispatch, print }: ScheduleParts): RunSchedule {
  const state = { isRunning: false, isAskedAgain: false, isClosed: false, said: '' };
  const run = async (): Promise<void> => {
    state.isRunning = true;
    while (state.isAskedAgain && !state.isClosed) {
      state.isAskedAgain = false;
      tell(await dispatch().catch(String));
    }
    state.isRunning = false;
  };
  const tell = (text: string): void => {
    if (!state.isClosed && text !== '' && text !== state.said) print(`schedule: ${text}`);
    state.said = text;
  };
  const runSoon = (): void => {
    state.isAskedAgain = true;
    if (!state.isRunning) void run();
  };
  const timer = setInterval(runSoon, MINUTE_MILLISECONDS);
  timer.unref();
  return {
    runSoon,
    close() {
      state.isClosed = true;
      clearInterval(timer);
    },
  };
}
