// The Apps Script services the script uses, as recorders, and the built script running among them.
import { createContext, runInContext, type Context } from 'node:vm';

export interface Reply {
  readonly status: number;
  readonly body: string;
}

export interface InstalledTrigger {
  readonly handler: string;
  readonly workbookId: string;
  readonly email: string;
}

/** May be changed between two calls: another user, another workbook. */
export interface World {
  locale: string;
  email: string;
  token: string | null;
  /** The workbook that is open. */
  workbookId: string;
  /** Of the script: for a script that serves several workbooks the same in all of them. */
  properties: Record<string, string>;
  /** Of each workbook. */
  documents: Record<string, Record<string, string>>;
  /** The functions' answer; an Error is thrown by UrlFetchApp.fetch. */
  reply: Reply | Error;
  sheetIds: number[];
  triggers: InstalledTrigger[];
  /** NONE: an add-on that nobody has allowed anything yet. */
  authMode: 'FULL' | 'NONE';
}

export interface Fetched {
  readonly url: string;
  readonly options: {
    readonly method: string;
    readonly contentType: string;
    readonly payload: string;
    readonly headers: Record<string, string>;
    readonly muteHttpExceptions: boolean;
    readonly followRedirects: boolean;
  };
}

export interface Recorded {
  /** Without a title: under Extensions, with the add-on's name. */
  readonly menus: { title: string | null; items: { label: string; run: string }[] }[];
  readonly sidebars: { file: string; title: string }[];
  readonly alerts: { title: string; text: string }[];
  readonly fetched: Fetched[];
  readonly selected: string[];
  readonly toasts: string[];
  readonly errors: string[];
  /** Stores that were read or written. */
  readonly stores: ('script' | 'document' | 'user cache')[];
}

export const WORKBOOK_ID = 'workbook-of-the-tests-0001';

const DEFAULT_WORLD: World = {
  locale: 'zh_CN',
  email: 'clerk@example.org',
  token: 'header.claims.signature',
  workbookId: WORKBOOK_ID,
  properties: { LECTERN_API_URL: 'https://api-1234.a.run.app' },
  documents: {},
  reply: { status: 200, body: '{}' },
  sheetIds: [0, 7],
  triggers: [],
  authMode: 'FULL',
};

export function runScript(code: string, changes: Partial<World> = {}) {
  const given = { ...DEFAULT_WORLD, ...changes };
  const world: World = structuredClone({ ...given, reply: DEFAULT_WORLD.reply });
  world.reply = given.reply;
  const recorded: Recorded = {
    menus: [],
    sidebars: [],
    alerts: [],
    fetched: [],
    selected: [],
    toasts: [],
    errors: [],
    stores: [],
  };
  const context = createContext({ ...createServices(world, recorded) });
  const before = new Set(Object.getOwnPropertyNames(context));
  runInContext(code, context);
  const globals = Object.getOwnPropertyNames(context).filter((name) => !before.has(name));
  return { context, globals, recorded, world, call: caller(context) };
}

/** Like google.script.run: values cross as JSON. */
function caller(context: Context) {
  return (name: string, ...values: unknown[]): unknown => {
    const target: unknown = context[name];
    if (typeof target !== 'function') throw new Error(`${name} is no function of the script`);
    const value: unknown = Reflect.apply(target, undefined, values);
    return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
  };
}

function createServices(world: World, recorded: Recorded) {
  const allowed = <T>(value: T): T => {
    if (world.authMode === 'NONE') throw new Error('You do not have permission to call this.');
    return value;
  };
  return {
    ...createWorkbook(world, recorded, allowed),
    ...createWeb(world, recorded, allowed),
    Session: {
      getActiveUserLocale: () => world.locale,
      getActiveUser: () => allowed({ getEmail: () => world.email }),
      getEffectiveUser: () => allowed({ getEmail: () => world.email }),
    },
    CacheService: createCache(world, recorded, allowed),
    PropertiesService: {
      getScriptProperties: () => {
        recorded.stores.push('script');
        return allowed(createProperties(world.properties));
      },
      getDocumentProperties: () => {
        recorded.stores.push('document');
        return allowed(createProperties((world.documents[world.workbookId] ??= {})));
      },
    },
    console: { error: (line: string) => recorded.errors.push(line) },
  };
}

type Allowed = <T>(value: T) => T;

function createProperties(kept: Record<string, string>) {
  return {
    getProperty: (key: string) => kept[key] ?? null,
    setProperty: (key: string, value: string) => (kept[key] = value),
    deleteProperty: (key: string) => Reflect.deleteProperty(kept, key),
  };
}

function createWorkbook(world: World, recorded: Recorded, allowed: Allowed) {
  const sheets = world.sheetIds.map((id) => ({
    getSheetId: () => id,
    getRange: (a1: string) => ({ activate: () => recorded.selected.push(`${id}!${a1}`) }),
  }));
  const spreadsheet = {
    getId: () => world.workbookId,
    getName: () => '周末讲堂 2026',
    getSheets: () => sheets,
    toast: (message: string) => recorded.toasts.push(message),
    setActiveSheet: (sheet: (typeof sheets)[number]) =>
      recorded.selected.push(String(sheet.getSheetId())),
  };
  const ui = {
    ButtonSet: { OK: 'OK' },
    createMenu: (title: string) => createMenu(title, recorded),
    createAddonMenu: () => createMenu(null, recorded),
    showSidebar: (page: { file: string; title: string }) =>
      recorded.sidebars.push({ file: page.file, title: page.title }),
    alert: (title: string, text: string) => recorded.alerts.push({ title, text }),
  };
  return {
    SpreadsheetApp: { getActiveSpreadsheet: () => allowed(spreadsheet), getUi: () => ui },
    HtmlService: {
      createHtmlOutputFromFile: (file: string) => ({
        setTitle: (title: string) => ({ file, title }),
      }),
    },
  };
}

function createMenu(title: string | null, recorded: Recorded) {
  const items: { label: string; run: string }[] = [];
  const menu = {
    addItem: (label: string, run: string) => {
      items.push({ label, run });
      return menu;
    },
    addSeparator: () => menu,
    addToUi: () => recorded.menus.push({ title, items }),
  };
  return menu;
}

function createWeb(world: World, recorded: Recorded, allowed: Allowed) {
  return {
    ScriptApp: { getIdentityToken: () => allowed(world.token), ...createTriggers(world) },
    UrlFetchApp: {
      fetch: (url: string, options: Fetched['options']) => {
        recorded.fetched.push({ url, options });
        const { reply } = world;
        if (reply instanceof Error) throw reply;
        return { getResponseCode: () => reply.status, getContentText: () => reply.body };
      },
    },
  };
}

/** Google's limit for add-ons: one trigger of a kind for each user in each document. */
function createTriggers(world: World) {
  const wrap = (installed: InstalledTrigger) => ({
    installed,
    getHandlerFunction: () => installed.handler,
  });
  const ofUser = () => world.triggers.filter(({ email }) => email === world.email);
  const inWorkbook = (id: string) => ofUser().filter(({ workbookId }) => workbookId === id);
  return {
    /** Of all workbooks that use the script. */
    getProjectTriggers: () => ofUser().map(wrap),
    getUserTriggers: (spreadsheet: { getId: () => string }) =>
      inWorkbook(spreadsheet.getId()).map(wrap),
    deleteTrigger: ({ installed }: ReturnType<typeof wrap>) => {
      world.triggers = world.triggers.filter((one) => one !== installed);
    },
    newTrigger: (handler: string) => ({
      forSpreadsheet: (spreadsheet: { getId: () => string }) => ({
        onEdit: () => ({
          create: () => {
            const workbookId = spreadsheet.getId();
            if (inWorkbook(workbookId).length > 0)
              throw new Error(
                'This add-on has too many edit triggers for this user in this document.',
              );
            world.triggers.push({ handler, workbookId, email: world.email });
          },
        }),
      }),
    }),
  };
}

/** Each user's, the same in all workbooks that use the script. */
function createCache(world: World, recorded: Recorded, allowed: Allowed) {
  const kept = new Map<string, string>();
  const own = (key: string) => `${world.email} ${key}`;
  const cache = {
    get: (key: string) => kept.get(own(key)) ?? null,
    put: (key: string, value: string) => kept.set(own(key), value),
    remove: (key: string) => kept.delete(own(key)),
  };
  return {
    getUserCache: () => {
      recorded.stores.push('user cache');
      return allowed(cache);
    },
  };
}
