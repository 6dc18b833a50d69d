/**
 * Makes many calls cheap: one run at a time, calls during it are answered by one more run, and
 * between two runs there is a pause as long as the last run took, so that the server gets to breathe.
 */
export function singleFlight(work: () => Promise<unknown>): () => void {
  let isRunning = false;
  let isWanted = false;
  const run = async () => {
    isRunning = true;
    while (isWanted) {
      isWanted = false;
      const start = performance.now();
      await work().catch(() => undefined); // the caller that can help reports it
      await pause(performance.now() - start);
    }
    isRunning = false;
  };
  return () => {
    isWanted = true;
    if (!isRunning) void run();
  };
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
