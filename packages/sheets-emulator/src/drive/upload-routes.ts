/** Uploads of CSV and .xlsx that become spreadsheets: v3 create and update, and v2's PUT with conversion. */
import { notEmulated } from '../api-error';
import { json } from '../http/answer';
import { parseJson } from '../http/exchange';
import type { JsonObject } from '../json';
import type { Draft } from '../model/draft';
import type { Spreadsheet } from '../model/spreadsheet';
import { asObject, fileOf, type DriveCall, type DriveRoute } from './drive-call';
import { importXlsx } from '../xlsx/import/import-xlsx';
import type { LeftOut } from '../xlsx/import/left-out';
import { readXlsx } from '../xlsx/import/read-xlsx';
import { driveFile, XLSX_TYPE } from './drive-file';
import { applyMetadata, createFile, fileAnswer } from './file-routes';
import { importCsv } from './import-csv';

interface Upload {
  readonly metadata: JsonObject;
  readonly type: string;
  readonly content: Buffer;
}

const HEAD_END = /\r?\n\r?\n/;

/** One part of a multipart body: its content type and its bytes, without the line break before the boundary. */
function readPart(part: Buffer): { type: string; content: Buffer } {
  const text = part.toString('latin1');
  const end = HEAD_END.exec(text);
  const head = text.slice(0, end?.index ?? 0);
  const start = (end?.index ?? 0) + (end?.[0].length ?? 0);
  const stop = text.endsWith('\r\n') ? part.length - 2 : part.length - 1;
  const type = /content-type:\s*([^\r\n;]+)/i.exec(head)?.[1] ?? '';
  return { type, content: part.subarray(start, stop) };
}

/** multipart/related: metadata as JSON, then the content, which may be binary. */
function readMultipart({ bytes, contentType }: DriveCall): Upload {
  const boundary = `--${/boundary="?([^";]+)"?/i.exec(contentType)?.[1] ?? ''}`;
  const places: number[] = [];
  for (let at = bytes.indexOf(boundary); at >= 0; at = bytes.indexOf(boundary, at + 1)) {
    places.push(at);
  }
  const [metadata, content] = places
    .slice(0, -1)
    .map((place, index) => readPart(bytes.subarray(place + boundary.length, places[index + 1])));
  return {
    metadata: asObject(parseJson(metadata?.content.toString('utf8') ?? '')),
    type: content?.type ?? '',
    content: content?.content ?? Buffer.alloc(0),
  };
}

function readUpload(call: DriveCall): Upload {
  const kind = call.parameters.get('uploadType');
  if (kind !== 'media' && kind !== 'multipart') throw notEmulated(`uploadType=${kind ?? ''}`);
  if (kind === 'multipart') return readMultipart(call);
  return { metadata: {}, type: call.contentType, content: call.bytes };
}

/** Puts the content into a draft and returns what of it is left out. */
type Importer = (draft: Draft) => readonly LeftOut[];

/** Other kinds of files are refused. */
async function importerOf({ type, content }: Upload): Promise<Importer> {
  if (type.startsWith('text/csv')) {
    return (draft) => {
      importCsv(draft, content.toString('utf8'));
      return [];
    };
  }
  if (!type.startsWith(XLSX_TYPE)) throw notEmulated(`uploads of ${type}`);
  const workbook = await readXlsx(content);
  return (draft) => importXlsx(draft, workbook);
}

interface Import {
  readonly metadata: JsonObject;
  readonly importInto: Importer;
}

async function store(
  call: DriveCall,
  spreadsheetId: string,
  { metadata, importInto }: Import,
): Promise<Spreadsheet> {
  const { spreadsheet, result } = await call.context.store.change(spreadsheetId, (draft) => {
    applyMetadata(draft, { ...call, body: metadata });
    return importInto(draft);
  });
  call.context.imports.set(spreadsheetId, result);
  return spreadsheet;
}

async function update(call: DriveCall): Promise<Spreadsheet> {
  const { spreadsheetId } = fileOf(call);
  const upload = readUpload(call);
  return store(call, spreadsheetId, { ...upload, importInto: await importerOf(upload) });
}

export const uploadRoutes: readonly DriveRoute[] = [
  {
    verb: 'POST',
    pattern: /^\/upload\/drive\/v3\/files$/,
    async run(call) {
      const upload = readUpload(call);
      // A file that is refused leaves no spreadsheet behind.
      const importInto = await importerOf(upload);
      const { spreadsheetId } = await createFile(call, upload.metadata);
      return fileAnswer(call, await store(call, spreadsheetId, { ...upload, importInto }));
    },
  },
  {
    verb: 'PATCH',
    pattern: /^\/upload\/drive\/v3\/files\/(?<fileId>[^/]+)$/,
    run: async (call) => fileAnswer(call, await update(call)),
  },
  {
    verb: 'PUT',
    pattern: /^\/upload\/drive\/v2\/files\/(?<fileId>[^/]+)$/,
    async run(call) {
      const { name, ...file } = driveFile(await update(call), call.email);
      return json({ ...file, kind: 'drive#file', title: name });
    },
  },
];
