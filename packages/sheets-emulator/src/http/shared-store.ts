/** The store as one caller may use it: files are read and changed as far as their permissions let the caller. */
import { ApiError } from '../api-error';
import type { Draft } from '../model/draft';
import type { Permission, Spreadsheet } from '../model/spreadsheet';
import type { Move } from '../structure/moves';
import type { Changed } from '../store/spreadsheet-store';
import type { Caller } from './caller';
import type { MethodStore } from './conditional-store';

type Action = 'read' | 'write' | 'delete';

const ROLES: Readonly<Record<Action, readonly string[]>> = {
  read: ['reader', 'commenter', 'writer', 'fileOrganizer', 'organizer', 'owner'],
  write: ['writer', 'fileOrganizer', 'organizer', 'owner'],
  delete: ['organizer', 'owner'],
};

function isMeant({ type, emailAddress, domain }: Permission, caller: Caller): boolean {
  if (type === 'anyone') return true;
  if (caller.kind === 'key') return false;
  const email = caller.email.toLowerCase();
  if (type === 'domain') return email.endsWith(`@${domain?.toLowerCase() ?? ''}`);
  return emailAddress?.toLowerCase() === email;
}

const may = (caller: Caller, action: Action, { permissions }: Spreadsheet): boolean =>
  caller.kind === 'owner' ||
  permissions.some(
    (permission) => ROLES[action].includes(permission.role) && isMeant(permission, caller),
  );

const sheetsRefusal = (): ApiError =>
  new ApiError('PERMISSION_DENIED', 'The caller does not have permission');

export class SharedStore implements MethodStore {
  constructor(
    private readonly store: MethodStore,
    private readonly caller: Caller,
    private readonly refusal: () => ApiError = sheetsRefusal,
  ) {}

  all(): Spreadsheet[] {
    return this.store.all().filter((spreadsheet) => may(this.caller, 'read', spreadsheet));
  }

  read(id: string): Spreadsheet {
    return this.allowed(id, 'read');
  }

  /** The file is the caller's. */
  create(spreadsheet: Spreadsheet): Promise<Spreadsheet> {
    if (this.caller.kind === 'key') throw this.refusal();
    const { email } = this.caller;
    const permissions = [{ id: 'owner', type: 'user', role: 'owner', emailAddress: email }];
    return this.store.create({ ...spreadsheet, permissions });
  }

  async change<T>(id: string, edit: (draft: Draft) => T): Promise<Changed<T>> {
    this.allowed(id, 'write');
    return this.store.change(id, edit);
  }

  movesSince(id: string, revision: number): Move[] | null {
    this.allowed(id, 'read');
    return this.store.movesSince(id, revision);
  }

  async delete(id: string): Promise<void> {
    this.allowed(id, 'delete');
    await this.store.delete(id);
  }

  private allowed(id: string, action: Action): Spreadsheet {
    const spreadsheet = this.store.read(id);
    if (!may(this.caller, action, spreadsheet)) throw this.refusal();
    return spreadsheet;
  }
}
