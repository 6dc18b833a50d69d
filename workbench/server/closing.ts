/** Remembers what was opened, to close it in the same order: first the doors, then what is behind them. */

interface Closable {
  close(): void | Promise<void>;
}

export interface Closing {
  keep<T extends Closable>(part: T): T;
  close(): Promise<void>;
}

export function createClosing(): Closing {
  const parts: Closable[] = [];
  return {
    keep(part) {
      parts.push(part);
      return part;
    },
    async close() {
      for (const part of parts.splice(0)) await part.close();
    },
  };
}
