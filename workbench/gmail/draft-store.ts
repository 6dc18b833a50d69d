/** Drafts, one file each, so that they outlive the workbench. Sending one takes it away and delivers it, as Gmail does. */
import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { simpleParser, type AddressObject } from 'mailparser';

export type Deliver = (raw: Buffer, recipients: readonly string[]) => Promise<void>;

interface Draft {
  readonly id: string;
  readonly message: { readonly id: string };
}

export interface DraftStore {
  create(raw: string): Promise<Draft>;
  /** Undefined when there is no such draft. */
  find(id: string): Promise<Draft | undefined>;
  /** Undefined when there is no such draft. */
  send(id: string): Promise<Draft['message'] | undefined>;
  /** Undefined when there is no such draft. */
  discard(id: string): Promise<Draft | undefined>;
  sendAtOnce(raw: string): Promise<Draft['message']>;
}

export function draftStore(folder: string, deliver: Deliver): DraftStore {
  const fileOf = (id: string): string => join(folder, `${id}.draft`);
  const draftOf = (id: string): Draft => ({ id, message: { id: `m-${id}` } });
  const read = (id: string): Promise<string | undefined> =>
    readFile(fileOf(id), 'utf8').catch(() => undefined); // not there: no such draft
  const deliverRaw = async (raw: string): Promise<void> => {
    const bytes = Buffer.from(raw, 'base64url');
    const mail = await simpleParser(bytes, { skipTextToHtml: true });
    await deliver(bytes, [mail.to, mail.cc, mail.bcc].flatMap(addressesOf));
  };
  const leaving = new Set<string>();
  return {
    async create(raw) {
      const id = `r-${randomUUID()}`;
      await mkdir(folder, { recursive: true });
      await writeFile(fileOf(id), raw);
      return draftOf(id);
    },
    find: async (id) => ((await read(id)) === undefined ? undefined : draftOf(id)),
    async send(id) {
      if (leaving.has(id)) return undefined; // two at once: only the first sends
      leaving.add(id);
      try {
        const raw = await read(id);
        if (raw === undefined) return undefined;
        await deliverRaw(raw);
        await rm(fileOf(id), { force: true });
        return draftOf(id).message;
      } finally {
        leaving.delete(id);
      }
    },
    async discard(id) {
      if ((await read(id)) === undefined) return undefined;
      await rm(fileOf(id), { force: true });
      return draftOf(id);
    },
    async sendAtOnce(raw) {
      await deliverRaw(raw);
      return { id: `m-${randomUUID()}` };
    },
  };
}

function addressesOf(field: AddressObject | AddressObject[] | undefined): string[] {
  return [field ?? []].flat().flatMap(({ value }) => value.flatMap(({ address }) => address ?? []));
}
