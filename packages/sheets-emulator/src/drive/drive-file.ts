/** A spreadsheet as Drive sees it: a file. */
import { OWNER_EMAIL } from '../model/defaults';
import type { Spreadsheet } from '../model/spreadsheet';
import { spreadsheetUrl } from '../view/spreadsheet-view';

export const SPREADSHEET_TYPE = 'application/vnd.google-apps.spreadsheet';

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export interface DriveFile {
  readonly kind: 'drive#file';
  readonly id: string;
  readonly name: string;
  readonly mimeType: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, string>>;
  readonly starred: boolean;
  readonly trashed: boolean;
  readonly parents: readonly string[];
  readonly version: string;
  readonly webViewLink: string;
  readonly createdTime: string;
  readonly modifiedTime: string;
  readonly owners: readonly object[];
  readonly ownedByMe: boolean;
  readonly permissions: readonly object[];
  readonly shared: boolean;
}

/** `email` is that of the caller, if it has one. */
export function driveFile(spreadsheet: Spreadsheet, email: string | undefined): DriveFile {
  const { spreadsheetId, properties, description, parents, permissions } = spreadsheet;
  const { fileProperties = {} } = spreadsheet;
  const owner = permissions.find(({ role }) => role === 'owner')?.emailAddress ?? OWNER_EMAIL;
  const me = owner === email;
  return {
    kind: 'drive#file',
    id: spreadsheetId,
    name: properties.title,
    mimeType: SPREADSHEET_TYPE,
    ...(description !== '' && { description }),
    ...(Object.keys(fileProperties).length > 0 && { properties: fileProperties }),
    starred: false,
    trashed: spreadsheet.trashed,
    parents,
    version: String(spreadsheet.revision),
    webViewLink: spreadsheetUrl(spreadsheetId),
    createdTime: spreadsheet.createdTime,
    modifiedTime: spreadsheet.modifiedTime,
    owners: [
      {
        kind: 'drive#user',
        displayName: 'Owner',
        me,
        permissionId: 'owner',
        emailAddress: owner,
      },
    ],
    ownedByMe: me,
    permissions: permissions.map((permission) => ({ kind: 'drive#permission', ...permission })),
    shared: permissions.length > 1,
  };
}
