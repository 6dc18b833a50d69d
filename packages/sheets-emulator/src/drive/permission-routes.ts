/** Who a file is shared with, and as what: src/http/shared-store.ts acts on it. */
import { randomInt } from 'node:crypto';
import { notEmulated } from '../api-error';
import { EMPTY, json, type Answer } from '../http/answer';
import type { Permission } from '../model/spreadsheet';
import { selectFields } from '../schema/apply-mask';
import { parseLooseMask } from '../schema/field-mask';
import { fileOf, textField, type DriveCall, type DriveRoute } from './drive-call';
import { DriveError, invalidParameter } from './drive-error';

/** Drive answers `allowFileDiscovery` only for permissions of no particular person or group. */
const FIELDS = 'kind,id,type,role,allowFileDiscovery';
const PERMISSIONS = '^/drive/v3/files/(?<fileId>[^/]+)/permissions';

/** Drive answers other fields for a person or a group than for a domain or for anyone. */
const view = (permission: Permission) => ({
  kind: 'drive#permission',
  ...permission,
  ...(permission.emailAddress === undefined
    ? { allowFileDiscovery: false }
    : { deleted: false, pendingOwner: permission.pendingOwner === true }),
});

function newPermission({ body }: DriveCall): Permission {
  const type = textField(body, 'type');
  const role = textField(body, 'role');
  if (type === undefined || role === undefined) {
    throw invalidParameter('The permission type and role fields are required.', 'permission.type');
  }
  const emailAddress = textField(body, 'emailAddress');
  const domain = textField(body, 'domain');
  const id = type === 'anyone' ? 'anyoneWithLink' : String(randomInt(1e12, 1e13));
  return {
    id,
    type,
    role,
    ...(emailAddress !== undefined && { emailAddress }),
    ...(domain !== undefined && { domain }),
  };
}

/** An owner is made in two steps: someone is named, and then accepts. */
const CHANGEABLE = new Set(['role', 'pendingOwner']);

function permissionAnswer({ parameters }: DriveCall, permission: Permission): Answer {
  const mask = parseLooseMask(parameters.get('fields') ?? FIELDS);
  return json(selectFields<object>(view(permission), mask));
}

/** Throws Drive's 404. */
function permissionOf(call: DriveCall): Permission {
  const wanted = call.path['permissionId'] ?? '';
  const found = fileOf(call).permissions.find(({ id }) => id === wanted);
  if (found !== undefined) return found;
  throw new DriveError('NOT_FOUND', `Permission not found: ${wanted}.`, { reason: 'notFound' });
}

export const permissionRoutes: readonly DriveRoute[] = [
  {
    verb: 'POST',
    pattern: new RegExp(`${PERMISSIONS}$`),
    async run(call) {
      const permission = newPermission(call);
      await call.context.store.change(fileOf(call).spreadsheetId, ({ record }) => {
        record.permissions = [
          ...record.permissions.filter(({ id }) => id !== permission.id),
          permission,
        ];
      });
      return permissionAnswer(call, permission);
    },
  },
  {
    verb: 'GET',
    pattern: new RegExp(`${PERMISSIONS}$`),
    run(call) {
      const list = {
        kind: 'drive#permissionList',
        permissions: fileOf(call).permissions.map(view),
      };
      const mask = parseLooseMask(call.parameters.get('fields') ?? `kind,permissions(${FIELDS})`);
      return json(selectFields<object>(list, mask));
    },
  },
  {
    verb: 'PATCH',
    pattern: new RegExp(`${PERMISSIONS}/(?<permissionId>[^/]+)$`),
    async run(call) {
      const other = Object.keys(call.body).find((name) => !CHANGEABLE.has(name));
      if (other !== undefined) throw notEmulated(`changing a permission's ${other}`);
      const permission = permissionOf(call);
      const changed = {
        ...permission,
        role: textField(call.body, 'role') ?? permission.role,
        pendingOwner: call.body['pendingOwner'] === true,
      };
      await call.context.store.change(fileOf(call).spreadsheetId, ({ record }) => {
        record.permissions = record.permissions.map((one) =>
          one.id === changed.id ? changed : one,
        );
      });
      return permissionAnswer(call, changed);
    },
  },
  {
    verb: 'DELETE',
    pattern: new RegExp(`${PERMISSIONS}/(?<permissionId>[^/]+)$`),
    async run(call) {
      const gone = permissionOf(call);
      await call.context.store.change(fileOf(call).spreadsheetId, ({ record }) => {
        record.permissions = record.permissions.filter(({ id }) => id !== gone.id);
      });
      return EMPTY;
    },
  },
];
