// What provisioning asks of Drive: a spreadsheet that is found again by its own mark, and who may edit it.
import * as z from 'zod';
import type { DriveClient } from './person-clients';

const SPREADSHEET = 'application/vnd.google-apps.spreadsheet';

const FileAnswer = z.object({
  id: z.string(),
  name: z.string(),
  mimeType: z.string(),
  trashed: z.boolean().default(false),
  properties: z.record(z.string(), z.string()).default({}),
});
const FIELDS = 'id,name,mimeType,trashed,properties';

export interface DriveFile {
  readonly id: string;
  readonly name: string;
  readonly isSpreadsheet: boolean;
  readonly isInBin: boolean;
  /** Marks that programs left on the file. */
  readonly properties: Readonly<Record<string, string>>;
}

const PermissionAnswer = z.object({
  id: z.string(),
  role: z.string(),
  emailAddress: z.string().optional(),
  domain: z.string().optional(),
});

export interface Share {
  readonly id: string;
  readonly role: string;
  /** In small letters; null for a domain or for anyone. */
  readonly email: string | null;
  /** For people to read: the address, the domain, or anyone. */
  readonly who: string;
}

export interface DrivePort {
  /** Files with this mark that are not in the bin. */
  find(key: string, value: string): Promise<DriveFile[]>;
  get(id: string): Promise<DriveFile>;
  create(name: string, properties: Readonly<Record<string, string>>): Promise<DriveFile>;
  /** A copy with these marks; null takes away one that the file has. Made in one call, so that it is found again by them. */
  copy(
    id: string,
    name: string,
    properties: Readonly<Record<string, string | null>>,
  ): Promise<DriveFile>;
  setProperties(id: string, properties: Readonly<Record<string, string>>): Promise<void>;
  shares(id: string): Promise<Share[]>;
  /** Lets the account edit, without a mail to it. */
  share(id: string, email: string): Promise<void>;
  /** Lets somebody edit who could only read. */
  raise(id: string, share: Share): Promise<void>;
}

/** Shared drives are asked too; a library that repeats a POST could make a file twice, so it does not. */
const EVERYWHERE = { supportsAllDrives: true } as const;

export function drivePort(client: DriveClient): DrivePort {
  return {
    async find(key, value) {
      const has = `properties has { key='${quoted(key)}' and value='${quoted(value)}' }`;
      const { data } = await client.files.list({
        ...EVERYWHERE,
        includeItemsFromAllDrives: true,
        q: `${has} and mimeType = '${SPREADSHEET}' and trashed = false`,
        fields: `files(${FIELDS})`,
      });
      return (data.files ?? []).map(toFile);
    },
    async get(fileId) {
      return toFile((await client.files.get({ ...EVERYWHERE, fileId, fields: FIELDS })).data);
    },
    async create(name, properties) {
      const requestBody = { name, mimeType: SPREADSHEET, properties };
      return toFile(
        (await client.files.create({ ...EVERYWHERE, requestBody, fields: FIELDS })).data,
      );
    },
    async copy(fileId, name, properties) {
      // The library's own type has no null, by which Drive takes a mark away.
      const requestBody = { name, properties: properties as Record<string, string> };
      return toFile(
        (await client.files.copy({ ...EVERYWHERE, fileId, requestBody, fields: FIELDS })).data,
      );
    },
    async setProperties(fileId, properties) {
      await client.files.update({ ...EVERYWHERE, fileId, requestBody: { properties } });
    },
    async shares(fileId) {
      const fields = 'nextPageToken,permissions(id,role,emailAddress,domain)';
      const found: Share[] = [];
      let pageToken: string | undefined;
      do {
        const page = { ...EVERYWHERE, fileId, fields, pageSize: 100 };
        const { data } = await client.permissions.list(
          pageToken === undefined ? page : { ...page, pageToken },
        );
        found.push(...(data.permissions ?? []).map(toShare));
        pageToken = data.nextPageToken ?? undefined;
      } while (pageToken !== undefined);
      return found;
    },
    async share(fileId, emailAddress) {
      const requestBody = { type: 'user', role: 'writer', emailAddress };
      const options = { ...EVERYWHERE, fileId, sendNotificationEmail: false };
      await client.permissions.create({ ...options, requestBody });
    },
    async raise(fileId, { id: permissionId }) {
      const requestBody = { role: 'writer' };
      await client.permissions.update({ ...EVERYWHERE, fileId, permissionId, requestBody });
    },
  };
}

/** For a text in Drive's search language. */
const quoted = (text: string): string => text.replace(/[\\']/g, '\\$&');

function toFile(answer: unknown): DriveFile {
  const { id, name, mimeType, trashed, properties } = FileAnswer.parse(answer);
  return { id, name, isSpreadsheet: mimeType === SPREADSHEET, isInBin: trashed, properties };
}

function toShare(answer: unknown): Share {
  const { id, role, emailAddress, domain } = PermissionAnswer.parse(answer);
  const email = emailAddress?.toLowerCase() ?? null;
  return { id, role, email, who: email ?? domain ?? 'anyone with the link' };
}
