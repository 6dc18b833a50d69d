/** A disk in memory that loses power at a chosen step: what was being written is cut, and nothing works any more. */
import type { Disk } from '#src/store/disk';
import type { Pieces } from '#src/store/stored-file';

export class PowerCut extends Error {}

export class CrashingDisk implements Disk {
  readonly files = new Map<string, string>();
  private steps = 0;

  /** The crash comes at this step (from 1), after this part of it was done. */
  constructor(
    private readonly crashStep = Infinity,
    private readonly partDone = 1,
  ) {}

  read(path: string): Promise<string | undefined> {
    this.step();
    return Promise.resolve(this.files.get(path));
  }

  writeDurably(path: string, pieces: Pieces): Promise<void> {
    const text = Buffer.concat([...pieces].map((piece) => Buffer.from(piece))).toString('utf8');
    if (this.isLastStep())
      this.files.set(path, text.slice(0, Math.floor(text.length * this.partDone)));
    this.step();
    this.files.set(path, text);
    return Promise.resolve();
  }

  replace(path: string, by: string): Promise<void> {
    if (this.isLastStep() && this.partDone > 0.5) this.rename(path, by);
    this.step();
    this.rename(path, by);
    return Promise.resolve();
  }

  remove(path: string): Promise<void> {
    this.step();
    this.files.delete(path);
    return Promise.resolve();
  }

  /** The same disk with the power back. */
  restarted(): CrashingDisk {
    const disk = new CrashingDisk();
    for (const [path, text] of this.files) disk.files.set(path, text);
    return disk;
  }

  private rename(path: string, by: string): void {
    this.files.set(path, this.files.get(by) ?? '');
    this.files.delete(by);
  }

  private isLastStep(): boolean {
    return this.steps + 1 === this.crashStep;
  }

  private step(): void {
    if (++this.steps >= this.crashStep) throw new PowerCut();
  }
}
