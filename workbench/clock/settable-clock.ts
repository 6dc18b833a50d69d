/** The workbench's clock: the system's time, or a time one has set and that keeps ticking. */
export interface SettableClock {
  now(): Date;
  /** Sets the time, or with null returns to the system's. */
  set(now: Date | null): void;
  readonly isSet: boolean;
}

export function createSettableClock(systemNow: () => Date = () => new Date()): SettableClock {
  let offset: number | null = null;
  return {
    now: () => new Date(systemNow().getTime() + (offset ?? 0)),
    set(now) {
      offset = now === null ? null : now.getTime() - systemNow().getTime();
    },
    get isSet() {
      return offset !== null;
    },
  };
}
