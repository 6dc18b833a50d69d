/** The environment the functions are configured by, as a deployment would set it. */
import { OWNER_EMAIL } from 'sheets-emulator';
import type { IdentityIssuer } from '../identity/issuer';

export interface EnvironmentParts {
  readonly url: string;
  readonly issuer: IdentityIssuer;
  readonly spreadsheetId: string;
  readonly adminEmail: string;
  readonly schedulerEmail: string;
  readonly smtpUrl: string;
  readonly linkKey: string;
  /** The folder that the figures for the roll-up are kept in. */
  readonly factFolder: string;
  /** Null: none; every workbook of the data file is served. */
  readonly registryId: string | null;
}

export function functionEnvironment(parts: EnvironmentParts): Record<string, string> {
  return {
    LECTERN_AUDIENCES: parts.issuer.audience,
    // The registry lists the first one too.
    LECTERN_WORKBOOKS: parts.registryId === null ? parts.spreadsheetId : '',
    LECTERN_ADMINS: parts.adminEmail,
    LECTERN_SCHEDULERS: parts.schedulerEmail,
    LECTERN_SHEETS_ROOT_URL: `${parts.url}/`,
    LECTERN_SHEETS_ACCOUNT: OWNER_EMAIL,
    LECTERN_IDENTITY_CERTS_URL: `${parts.url}/identity/certs`,
    LECTERN_IDENTITY_ISSUERS: parts.issuer.issuer,
    LECTERN_SMTP_URL: parts.smtpUrl,
    LECTERN_GMAIL_ROOT_URL: `${parts.url}/`,
    // Gmail here takes mails as fast as they come, until its quota is switched on.
    LECTERN_GMAIL_PER_MINUTE: '10000',
    LECTERN_LINK_KEY: parts.linkKey,
    LECTERN_PAGES_URL: `${parts.url}/functions`,
    LECTERN_ROLL_UP: parts.factFolder,
    ...(parts.registryId !== null && { LECTERN_REGISTRY: parts.registryId }),
  };
}

/** What the commands for administrators need to know of the deployment: its settings without the links' secret. */
export function deploymentSettings(parts: EnvironmentParts): Record<string, string> {
  const settings = Object.entries(functionEnvironment(parts)).filter(
    ([name]) => name !== 'LECTERN_LINK_KEY' && name !== 'LECTERN_PAGES_URL',
  );
  return {
    ...Object.fromEntries(settings),
    DEPLOY_SERVICE_ACCOUNT: OWNER_EMAIL,
    LECTERN_API_URL: `${parts.url}/functions/api`,
  };
}
