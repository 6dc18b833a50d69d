/** Received messages in memory and, one `.eml` file each, in a folder beside the data file. */
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Envelope } from './message';

export interface StoredMessage {
  readonly id: string;
  readonly raw: Buffer;
  readonly envelope: Envelope;
}

export interface MessageStore {
  /** Oldest first. */
  all(): readonly StoredMessage[];
  find(id: string): StoredMessage | undefined;
  /** Resolves when the message is safely on disk, so that an accepted message is never lost. */
  add(raw: Buffer, envelope: Envelope): Promise<StoredMessage>;
  clear(): Promise<void>;
}

export async function openMessageStore(folder: string): Promise<MessageStore> {
  await mkdir(folder, { recursive: true });
  const messages = new Map<string, StoredMessage>();
  for (const message of await readFolder(folder)) messages.set(message.id, message);
  let last = Math.max(0, ...[...messages.keys()].map(Number));

  return {
    all: () => [...messages.values()],
    find: (id) => messages.get(id),
    async add(raw, envelope) {
      last += 1;
      const message = { id: String(last).padStart(6, '0'), raw, envelope };
      // The envelope goes first: a message exists once its .eml does.
      await writeSafely(join(folder, `${message.id}.json`), JSON.stringify(envelope));
      await writeSafely(join(folder, `${message.id}.eml`), raw);
      messages.set(message.id, message);
      return message;
    },
    async clear() {
      const ids = [...messages.keys()];
      messages.clear();
      for (const id of ids) {
        await rm(join(folder, `${id}.eml`), { force: true });
        await rm(join(folder, `${id}.json`), { force: true });
      }
    },
  };
}

async function readFolder(folder: string): Promise<StoredMessage[]> {
  const names = (await readdir(folder)).filter((name) => /^\d+\.eml$/.test(name)).sort();
  return Promise.all(
    names.map(async (name) => {
      const id = name.slice(0, -'.eml'.length);
      const envelope = await readFile(join(folder, `${id}.json`), 'utf8');
      // Written by add() above.
      return {
        id,
        raw: await readFile(join(folder, name)),
        envelope: JSON.parse(envelope) as Envelope,
      };
    }),
  );
}

async function writeSafely(file: string, content: string | Buffer): Promise<void> {
  const handle = await open(`${file}.part`, 'w');
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(`${file}.part`, file);
}
