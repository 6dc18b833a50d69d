/**
 * Makes changes durable in groups: all that arrive while one write runs share the next. When a write fails,
 * those that arrived since are refused with it: they were made on top of what is not there any more.
 */

interface Waiter {
  resolve(): void;
  reject(error: unknown): void;
}

export class GroupCommit {
  private waiting: Waiter[] = [];
  private running: Promise<void> | undefined;

  /** `write` saves everything that is in memory when it starts; `undo` takes memory back to what was saved last. */
  constructor(
    private readonly write: () => Promise<void>,
    private readonly undo: () => void = () => undefined,
  ) {}

  /** Resolves when a write that began after this call has finished. */
  commit(): Promise<void> {
    const committed = new Promise<void>((resolve, reject) =>
      this.waiting.push({ resolve, reject }),
    );
    this.running ??= this.run();
    return committed;
  }

  /** Resolves when nothing is waiting to be written. */
  async settle(): Promise<void> {
    await this.running;
  }

  private async run(): Promise<void> {
    // The changes of the same turn of the event loop go into the first write.
    await Promise.resolve();
    while (this.waiting.length > 0) {
      const group = this.waiting;
      this.waiting = [];
      try {
        await this.write();
        for (const waiter of group) waiter.resolve();
      } catch (error) {
        this.undo();
        const refused = [...group, ...this.waiting];
        this.waiting = [];
        for (const waiter of refused) waiter.reject(error);
      }
    }
    this.running = undefined;
  }
}
