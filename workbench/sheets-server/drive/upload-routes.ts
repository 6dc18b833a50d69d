/** Uploads of CSV that become spreadsheets: v3 create and update, and v2's PUT with conversion. */
import { notEmulated } from '../api-error';
import { json } from '../http/answer';
import { parseJson } from '../http/exchange';
import type { JsonObject } from '../json';
import type { Spreadsheet } from '../model/spreadsheet';
import { asObject, fileOf, type DriveCall, type DriveRoute } from './drive-call';
import { driveFile } from './drive-file';
import { applyMetadata, createFile, fileAnswer } from './file-routes';
import { importCsv } from './import-csv';

interface Upload {
  readonly metadata: JsonObject;
  readonly type: string;
  readonly text: string;
}

/** multipart/related: metadata as JSON, then the content. */
function readMultipart({ bytes, contentType }: DriveCall): Upload {
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1] ?? '';
  const parts = bytes.toString('utf8').split(`--${boundary}`).slice(1, -1);
  const [metadata, content] = parts.map((part) => {
    const [head = '', ...rest] = part.replace(/^\r?\n/, '').split(/\r?\n\r?\n/);
    const type = /content-type:\s*([^\r\n;]+)/i.exec(head)?.[1] ?? '';
    return { type, text: rest.join('\r\n\r\n').replace(/\r?\n$/, '') };
  });
  return {
    metadata: asObject(parseJson(metadata?.text ?? '')),
    type: content?.type ?? '',
    text: content?.text ?? '',
  };
}

function readUpload(call: DriveCall): Upload {
  const kind = call.parameters.get('uploadType');
  if (kind !== 'media' && kind !== 'multipart') throw notEmulated(`uploadType=${kind ?? ''}`);
  const upload =
    kind === 'multipart'
      ? readMultipart(call)
      : { metadata: {}, type: call.contentType, text: call.bytes.toString('utf8') };
  if (!upload.type.startsWith('text/csv')) throw notEmulated(`uploads of ${upload.type}`);
  return upload;
}

async function store(call: DriveCall, spreadsheetId: string, upload: Upload): Promise<Spreadsheet> {
  const changed = await call.context.store.change(spreadsheetId, (draft) => {
    applyMetadata(draft, { ...call, body: upload.metadata });
    importCsv(draft, upload.text);
  });
  return changed.spreadsheet;
}

const update = async (call: DriveCall): Promise<Spreadsheet> =>
  store(call, fileOf(call).spreadsheetId, readUpload(call));

export const uploadRoutes: readonly DriveRoute[] = [
  {
    verb: 'POST',
    pattern: /^\/upload\/drive\/v3\/files$/,
    async run(call) {
      const upload = readUpload(call);
      const { spreadsheetId } = await createFile(call, upload.metadata);
      return fileAnswer(call, await store(call, spreadsheetId, upload));
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
      const { name, ...file } = driveFile(await update(call));
      return json({ ...file, kind: 'drive#file', title: name });
    },
  },
];
