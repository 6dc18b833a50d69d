/** A spreadsheet as Drive sees it: a file. */
import { OWNER_EMAIL } from '../model/defaults';
import type { Spreadsheet } from '../model/spreadsheet';
import { spreadsheetUrl } from '../view/spreadsheet-view';

export const SPREADSHEET_TYPE = 'application/vnd.google-apps.spreadsheet';

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const OWNER = {
  kind: 'drive#user',
  displayName: 'Owner',
  me: true,
  permissionId: 'owner',
  emailAddress: OWNER_EMAIL,
};

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

export function driveFile(spreadsheet: Spreadsheet): DriveFile {
  const { spreadsheetId, properties, description, parents, permissions } = spreadsheet;
  const { fileProperties = {} } = spreadsheet;
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
    owners: [OWNER],
    ownedByMe: true,
    permissions: permissions.map((permission) => ({ kind: 'drive#permission', ...permission })),
    shared: permissions.length > 1,
  };
}
