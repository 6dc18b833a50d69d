import { describe, expect, it } from '@jest/globals';
import { GroupCommit } from '#src/store/group-commit';

/** Writes that finish when the test says so. */
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

  it('refuses the changes of a write that failed and those made on top of them, then goes on', async () => {
    const { finish, write } = heldWrites();
    let undone = 0;
    const commits = new GroupCommit(write, () => undone++);
    const first = commits.commit();
    await turn();
    const second = commits.commit();
    const refused = [first, second].map((one) => expect(one).rejects.toThrow('disk full'));
    finish[0]?.(new Error('disk full'));
    await Promise.all(refused);
    expect(undone).toBe(1);
    const third = commits.commit();
    await turn();
    finish[1]?.();
    await expect(third).resolves.toBeUndefined();
    expect(undone).toBe(1);
  });

  it('resolves when nothing is left to write', async () => {
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
