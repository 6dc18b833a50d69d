/** The global objects a script finds in Apps Script. */
import { inspect } from 'node:util';
import type { Emulate } from '../emulate';
import type { HostCalls } from '../protocol';
import { createHtmlService, type HtmlParts } from './html-service';
import { createScriptApp } from './script-app';
import { createSpreadsheetApp } from './spreadsheet-app';
import { createCacheService, createLockService, createPropertiesService } from './stores';
import { createUi, type Shown } from './ui';
import { createUrlFetchApp } from './url-fetch-app';
import { createUtilities } from './utilities';

export interface ServiceParts {
  readonly emulate: Emulate;
  readonly host: HostCalls;
  readonly shown: Shown;
  readonly html: HtmlParts;
  readonly language: string;
  readonly timeZone: string;
}

/** Google has these as well; a script that uses one gets an error at once. */
const NOT_EMULATED = [
  'AdminDirectory',
  'BigQuery',
  'Browser',
  'Calendar',
  'CalendarApp',
  'CardService',
  'Charts',
  'ContactsApp',
  'ContentService',
  'DocumentApp',
  'Drive',
  'DriveApp',
  'FormApp',
  'Gmail',
  'GmailApp',
  'GroupsApp',
  'Jdbc',
  'LanguageApp',
  'MailApp',
  'Maps',
  'People',
  'Sheets',
  'SitesApp',
  'SlidesApp',
  'Tasks',
  'XmlService',
];

export function createServices(parts: ServiceParts): Record<string, object> {
  const { emulate, host } = parts;
  const absent = NOT_EMULATED.map((name) => [name, emulate(name, {})] as const);
  return {
    ...Object.fromEntries(absent),
    SpreadsheetApp: createSpreadsheetApp(emulate, host, createUi(emulate, host, parts.shown)),
    HtmlService: createHtmlService(emulate, parts.html),
    UrlFetchApp: createUrlFetchApp(emulate, host),
    ScriptApp: createScriptApp(emulate, host),
    PropertiesService: createPropertiesService(emulate, host),
    CacheService: createCacheService(emulate, host),
    LockService: createLockService(emulate, host),
    Utilities: createUtilities(emulate),
    Session: createSession(parts),
    ...createLogs(emulate, host),
  };
}

function createSession({ emulate, host, language, timeZone }: ServiceParts): object {
  const user = emulate('User', { getEmail: () => host.userEmail() });
  return emulate('Session', {
    getActiveUser: () => user,
    getEffectiveUser: () => user,
    getActiveUserLocale: () => language,
    getScriptTimeZone: () => timeZone,
  });
}

function createLogs(emulate: Emulate, host: HostCalls): { Logger: object; console: object } {
  const print =
    (level: 'log' | 'error') =>
    (...values: unknown[]): void => {
      const texts = values.map((value) => (typeof value === 'string' ? value : inspect(value)));
      host.print({ level, text: texts.join(' ') });
    };
  return {
    Logger: emulate('Logger', { log: print('log') }),
    console: emulate('console', {
      log: print('log'),
      info: print('log'),
      warn: print('error'),
      error: print('error'),
    }),
  };
}
