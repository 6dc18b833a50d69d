/** Drive's files: create, list, get, update, copy, delete, export. */
import { notEmulated } from '../api-error';
import { EMPTY, json, type Answer } from '../http/answer';
import { copyOf } from '../json';
import { firstSheet, newSpreadsheetRecord } from '../model/defaults';
import type { Draft } from '../model/draft';
import type { Spreadsheet } from '../model/spreadsheet';
import { selectFields } from '../schema/apply-mask';
import { parseLooseMask } from '../schema/field-mask';
import { asObject, fileOf, textField, type DriveCall, type DriveRoute } from './drive-call';
import { exportXlsx } from '../xlsx/export-xlsx';
import { driveFile, SPREADSHEET_TYPE, XLSX_TYPE, type DriveFile } from './drive-file';
import { invalidParameter } from './drive-error';
import { exportDelimited } from './export-csv';
import { parseSearch } from './search-query';

const FILE_FIELDS = 'kind,id,name,mimeType';

export function fileAnswer({ parameters, email }: DriveCall, spreadsheet: Spreadsheet): Answer {
  const mask = parseLooseMask(parameters.get('fields') ?? FILE_FIELDS);
  return json(selectFields<object>(driveFile(spreadsheet, email), mask));
}

function textOf(name: string, value: unknown): string {
  if (typeof value === 'string') return value;
  throw invalidParameter('Invalid Value', name);
}

/** Google counts key and value together, in UTF-8. */
const MAX_PROPERTY_BYTES = 124;

/** What is not named stays; null takes a property away. */
function changedProperties(
  present: Readonly<Record<string, string>>,
  changes: unknown,
): Readonly<Record<string, string>> {
  const changed = new Map(Object.entries(present));
  for (const [key, value] of Object.entries(asObject(changes))) {
    if (value === null) {
      changed.delete(key);
      continue;
    }
    const text = textOf('properties', value);
    if (Buffer.byteLength(`${key}${text}`) > MAX_PROPERTY_BYTES)
      throw invalidParameter('The property is too long.', 'properties');
    changed.set(key, text);
  }
  return Object.fromEntries(changed);
}

/** The parts of a file's metadata that the server keeps; others are refused by name. */
export function applyMetadata(draft: Draft, { body, parameters }: DriveCall): void {
  const { record } = draft;
  for (const [name, value] of Object.entries(body)) {
    if (value === null) continue;
    if (name === 'name' || name === 'title') record.properties.title = textOf(name, value);
    else if (name === 'description') record.description = textOf(name, value);
    else if (name === 'properties')
      record.fileProperties = changedProperties(record.fileProperties ?? {}, value);
    else if (name === 'trashed') record.trashed = value === true;
    else if (name === 'parents') record.parents = Array.isArray(value) ? value.map(String) : [];
    else if (name !== 'mimeType') throw notEmulated(`the Drive file field ${name}`);
  }
  const added = parameters.get('addParents')?.split(',') ?? [];
  const removed = parameters.get('removeParents')?.split(',') ?? [];
  record.parents = [...record.parents.filter((id) => !removed.includes(id)), ...added];
  draft.markRestructured();
}

export async function createFile(call: DriveCall, body = call.body): Promise<Spreadsheet> {
  const { store, now } = call.context;
  const mimeType = textField(body, 'mimeType') ?? SPREADSHEET_TYPE;
  if (mimeType !== SPREADSHEET_TYPE) throw notEmulated(`Drive files of type ${mimeType}`);
  const record = newSpreadsheetRecord(textField(body, 'name') ?? 'Untitled', now());
  await store.create({ ...record, sheets: [firstSheet()] });
  const applied = await store.change(record.spreadsheetId, (draft) => {
    applyMetadata(draft, { ...call, body });
  });
  return applied.spreadsheet;
}

const SORT_KEYS = ['name', 'createdTime', 'modifiedTime'] as const;

function fileOrder(text: string): (left: DriveFile, right: DriveFile) => number {
  const [name, direction] = text.trim().split(/\s+/);
  const key = SORT_KEYS.find((known) => known === name);
  if (key === undefined || (direction !== undefined && direction !== 'desc')) {
    throw notEmulated(`Drive orderBy ${text}`);
  }
  const sign = direction === 'desc' ? -1 : 1;
  return (left, right) => sign * left[key].localeCompare(right[key]);
}

const DEFAULT_PAGE_SIZE = 100;
const LIST_FIELDS = `kind,incompleteSearch,nextPageToken,files(${FILE_FIELDS})`;

function listFiles({ context, parameters, email }: DriveCall): Answer {
  const matches = parseSearch(parameters.get('q') ?? '');
  const compare = fileOrder(parameters.get('orderBy') ?? 'modifiedTime desc');
  const files = context.store
    .all()
    .map((spreadsheet) => driveFile(spreadsheet, email))
    .filter(matches)
    .sort(compare);
  const start = Number(parameters.get('pageToken') ?? 0);
  const pageSize = Number(parameters.get('pageSize') ?? DEFAULT_PAGE_SIZE);
  if (!Number.isInteger(start) || !Number.isInteger(pageSize) || pageSize < 1 || pageSize > 1000) {
    throw invalidParameter('Invalid Value', 'pageSize');
  }
  const end = start + pageSize;
  const list = {
    kind: 'drive#fileList',
    incompleteSearch: false,
    ...(end < files.length && { nextPageToken: String(end) }),
    files: files.slice(start, end),
  };
  return json(selectFields<object>(list, parseLooseMask(parameters.get('fields') ?? LIST_FIELDS)));
}

async function copyFile(call: DriveCall): Promise<Answer> {
  const { store, now } = call.context;
  const { sheets, ...source } = fileOf(call);
  const title = textField(call.body, 'name') ?? `Copy of ${source.properties.title}`;
  const { spreadsheetId, createdTime, modifiedTime, permissions } = newSpreadsheetRecord(
    title,
    now(),
  );
  const record = {
    ...copyOf(source),
    spreadsheetId,
    createdTime,
    modifiedTime,
    permissions,
    revision: 1,
  };
  // Versions of a sheet never change once they are kept, so the copy can share them.
  const copy = { ...record, properties: { ...record.properties, title }, sheets };
  const { spreadsheetId: copyId } = await store.create(copy);
  const { spreadsheet } = await store.change(copyId, (draft) => {
    applyMetadata(draft, call);
  });
  return fileAnswer(call, spreadsheet);
}

async function exportFile(call: DriveCall): Promise<Answer> {
  const spreadsheet = fileOf(call);
  const type = call.parameters.get('mimeType') ?? '';
  if (type === 'text/csv') {
    return { kind: 'text', type, text: exportDelimited(spreadsheet, ',') };
  }
  if (type === 'text/tab-separated-values') {
    return { kind: 'text', type, text: exportDelimited(spreadsheet, '\t') };
  }
  if (type === XLSX_TYPE) return { kind: 'text', type, text: await exportXlsx(spreadsheet) };
  throw notEmulated(`Drive export to ${type}`);
}

const FILE = '/drive/v3/files/(?<fileId>[^/]+)';

export const fileRoutes: readonly DriveRoute[] = [
  {
    verb: 'POST',
    pattern: /^\/drive\/v3\/files$/,
    run: async (call) => fileAnswer(call, await createFile(call)),
  },
  { verb: 'GET', pattern: /^\/drive\/v3\/files$/, run: listFiles },
  { verb: 'GET', pattern: new RegExp(`^${FILE}$`), run: (call) => fileAnswer(call, fileOf(call)) },
  {
    verb: 'PATCH',
    pattern: new RegExp(`^${FILE}$`),
    async run(call) {
      const { spreadsheetId } = fileOf(call);
      const { spreadsheet } = await call.context.store.change(spreadsheetId, (draft) => {
        applyMetadata(draft, call);
      });
      return fileAnswer(call, spreadsheet);
    },
  },
  {
    verb: 'DELETE',
    pattern: new RegExp(`^${FILE}$`),
    async run(call) {
      await call.context.store.delete(fileOf(call).spreadsheetId);
      return EMPTY;
    },
  },
  { verb: 'POST', pattern: new RegExp(`^${FILE}/copy$`), run: copyFile },
  { verb: 'GET', pattern: new RegExp(`^${FILE}/export$`), run: exportFile },
  {
    verb: 'GET',
    pattern: new RegExp(`^${FILE}/comments$`),
    run(call) {
      fileOf(call);
      return json({ kind: 'drive#commentList', comments: [] });
    },
  },
];
