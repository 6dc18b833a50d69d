/** The part of Drive that spreadsheets need: files, permissions, uploads. */
import type { IncomingMessage } from 'node:http';
import { notEmulated } from '../api-error';
import type { Answer } from '../http/answer';
import { callerOf } from '../http/caller';
import { parseJson, readBytes } from '../http/exchange';
import { SharedStore } from '../http/shared-store';
import type { JsonObject } from '../json';
import { MAX_PAYLOAD_BYTES, MAX_UPLOAD_BYTES } from '../limits';
import type { ApiContext } from '../methods/api-method';
import { asObject, type DriveRoute } from './drive-call';
import { insufficientPermissions } from './drive-error';
import { fileRoutes } from './file-routes';
import { permissionRoutes } from './permission-routes';
import { uploadRoutes } from './upload-routes';

export const DRIVE_ROUTES: readonly DriveRoute[] = [
  ...fileRoutes,
  ...permissionRoutes,
  ...uploadRoutes,
];

function decoded(groups: Record<string, string> | undefined): Record<string, string> {
  const entries = Object.entries(groups ?? {});
  return Object.fromEntries(entries.map(([name, part]) => [name, decodeURIComponent(part)]));
}

function jsonBody(contentType: string, bytes: Buffer): JsonObject {
  const isJson = contentType === '' || contentType.includes('json');
  return isJson && bytes.length > 0 ? asObject(parseJson(bytes.toString('utf8'))) : {};
}

export class DriveApi {
  constructor(private readonly context: ApiContext) {}

  async answer(
    request: IncomingMessage,
    target: { path: string; parameters: URLSearchParams },
  ): Promise<Answer> {
    const { parameters } = target;
    const path = target.path.replace(/\/+$/, '');
    const verb = request.method ?? 'GET';
    const caller = callerOf(request, parameters, verb === 'GET' ? 'read' : 'write');
    const store = new SharedStore(this.context.store, caller, insufficientPermissions);
    for (const route of DRIVE_ROUTES) {
      const match = route.verb === verb ? route.pattern.exec(path) : null;
      if (match === null) continue;
      const contentType = request.headers['content-type'] ?? '';
      const isUpload = path.startsWith('/upload/');
      const bytes = await readBytes(request, isUpload ? MAX_UPLOAD_BYTES : MAX_PAYLOAD_BYTES);
      return route.run({
        context: { ...this.context, store },
        email: caller.kind === 'key' ? undefined : caller.email,
        path: decoded(match.groups),
        parameters,
        contentType,
        bytes,
        body: jsonBody(contentType, bytes),
      });
    }
    throw notEmulated(`${verb} ${path}`);
  }
}
