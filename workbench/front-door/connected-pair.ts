/** Two ends of a connection inside this process: what is written to one is read from the other. */
import { Duplex } from 'node:stream';

class End extends Duplex {
  other: End | null = null;
  /** Notifies the other end's writer that this end wants more. */
  private wanted: (() => void) | null = null;

  override _read(): void {
    const tell = this.wanted;
    this.wanted = null;
    tell?.();
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    if (this.other === null || this.other.push(chunk)) done();
    else this.other.wanted = done;
  }

  override _final(done: () => void): void {
    this.other?.push(null);
    done();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    const { other } = this;
    this.other = null;
    // A connection that breaks at one end breaks at the other.
    if (other !== null && !other.readableEnded) other.push(null);
    done(error);
  }
}

export function connectedPair(): [Duplex, Duplex] {
  const [near, far] = [new End(), new End()];
  near.other = far;
  far.other = near;
  return [near, far];
}
