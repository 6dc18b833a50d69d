import { describe, expect, it } from '@jest/globals';
import { GroupCommit } from '#workbench/sheets-server/store/group-commit';

/** Writes that finish when they are told to. */
function heldWrites() {
  const finish: ((error?: Error) => void)[] = [];
  const write = () =>
    new Promise<void>((resolve, reject) => {
      finish.push((error) => {
        if (error === undefined) resolve();
        else reject(error);
      });
    });
  return { finish, write };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('GroupCommit', () => {
  it('puts all changes that arrive during one write into the next', async () => {
    const { finish, write } = heldWrites();
    const commits = new GroupCommit(write);
    const first = commits.commit();
    await turn();
    const later = [commits.commit(), commits.commit(), commits.commit()];
    finish[0]?.();
    await first;
    await turn();
    expect(finish).toHaveLength(2);
    finish[1]?.();
    await Promise.all(later);
  });

  it('refuses exactly the changes of a write that failed', async () => {
    const { finish, write } = heldWrites();
    const commits = new GroupCommit(write);
    const first = commits.commit();
    const refused = expect(first).rejects.toThrow('disk full');
    await turn();
    const second = commits.commit();
    finish[0]?.(new Error('disk full'));
    await refused;
    await turn();
    finish[1]?.();
    await expect(second).resolves.toBeUndefined();
  });

  it('settles when nothing is left to write', async () => {
    const { finish, write } = heldWrites();
    const commits = new GroupCommit(write);
    await commits.settle();
    const commit = commits.commit();
    await turn();
    finish[0]?.();
    await commits.settle();
    await expect(commit).resolves.toBeUndefined();
  });
});
