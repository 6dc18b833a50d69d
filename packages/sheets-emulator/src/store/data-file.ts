/** One file that is only ever replaced whole: written beside it first, then put in its place. */
import { realDisk, type Disk } from './disk';
import type { Pieces } from './stored-file';

export class DataFile {
  constructor(
    readonly path: string,
    private readonly disk: Disk = realDisk,
  ) {}

  /** Undefined when there is no file yet. What a killed process left half-written is removed. */
  async read(): Promise<string | undefined> {
    await this.disk.remove(this.temporary);
    return this.disk.read(this.path);
  }

  /** When this fails, the file still holds what it held. */
  async write(pieces: Pieces): Promise<void> {
    await this.disk.writeDurably(this.temporary, pieces);
    await this.disk.replace(this.path, this.temporary);
  }

  private get temporary(): string {
    return `${this.path}.tmp`;
  }
}
