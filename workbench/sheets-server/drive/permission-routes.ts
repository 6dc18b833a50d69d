/** Who a file is shared with: kept and listed; the local server lets every caller in all the same. */
import { randomInt } from 'node:crypto';
import { EMPTY, json } from '../http/answer';
import type { Permission } from '../model/spreadsheet';
import { selectFields } from '../schema/apply-mask';
import { parseLooseMask } from '../schema/field-mask';
import { fileOf, textField, type DriveCall, type DriveRoute } from './drive-call';
import { DriveError, invalidParameter } from './drive-error';

const FIELDS = 'kind,id,type,role';
const PERMISSIONS = '^/drive/v3/files/(?<fileId>[^/]+)/permissions';

const view = (permission: Permission) => ({ kind: 'drive#permission', ...permission });

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
      const mask = parseLooseMask(call.parameters.get('fields') ?? FIELDS);
      return json(selectFields<object>(view(permission), mask));
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
    verb: 'DELETE',
    pattern: new RegExp(`${PERMISSIONS}/(?<permissionId>[^/]+)$`),
    async run(call) {
      const { permissions, spreadsheetId } = fileOf(call);
      const wanted = call.path['permissionId'] ?? '';
      if (!permissions.some(({ id }) => id === wanted)) {
        throw new DriveError('NOT_FOUND', `Permission not found: ${wanted}.`, {
          reason: 'notFound',
        });
      }
      await call.context.store.change(spreadsheetId, ({ record }) => {
        record.permissions = record.permissions.filter(({ id }) => id !== wanted);
      });
      return EMPTY;
    },
  },
];
