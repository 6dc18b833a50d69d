// The Apps Script services the script uses, as recorders, and the built script running among them.
import { createContext, runInContext, type Context } from 'node:vm';

export interface Reply {
  readonly status: number;
  readonly body: string;
}

export interface World {
  locale: string;
  email: string;
  token: string | null;
  properties: Record<string, string>;
  /** The functions' answer; an Error is thrown by UrlFetchApp.fetch. */
  reply: Reply | Error;
  sheetIds: number[];
  /** Handlers of the triggers this user installed. */
  triggers: string[];
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
  readonly menus: { title: string; items: { label: string; run: string }[] }[];
  readonly sidebars: { file: string; title: string }[];
  readonly alerts: { title: string; text: string }[];
  readonly fetched: Fetched[];
  readonly selected: string[];
  readonly toasts: string[];
  readonly errors: string[];
}

export const WORKBOOK_ID = 'workbook-of-the-tests-0001';

const DEFAULT_WORLD: World = {
  locale: 'zh_CN',
  email: 'clerk@example.org',
  token: 'header.claims.signature',
  properties: { LECTERN_API_URL: 'https://api-1234.a.run.app' },
  reply: { status: 200, body: '{}' },
  sheetIds: [0, 7],
  triggers: [],
};

export function runScript(code: string, changes: Partial<World> = {}) {
  const given = { ...DEFAULT_WORLD, ...changes };
  const world = { ...given, properties: { ...given.properties }, triggers: [...given.triggers] };
  const recorded: Recorded = {
    menus: [],
    sidebars: [],
    alerts: [],
    fetched: [],
    selected: [],
    toasts: [],
    errors: [],
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
  return {
    ...createWorkbook(world, recorded),
    ...createWeb(world, recorded),
    Session: {
      getActiveUserLocale: () => world.locale,
      getActiveUser: () => ({ getEmail: () => world.email }),
      getEffectiveUser: () => ({ getEmail: () => world.email }),
    },
    CacheService: createCache(),
    PropertiesService: {
      getScriptProperties: () => ({
        getProperty: (key: string) => world.properties[key] ?? null,
        setProperty: (key: string, value: string) => (world.properties[key] = value),
        deleteProperty: (key: string) => Reflect.deleteProperty(world.properties, key),
      }),
    },
    console: { error: (line: string) => recorded.errors.push(line) },
  };
}

function createWorkbook(world: World, recorded: Recorded) {
  const sheets = world.sheetIds.map((id) => ({
    getSheetId: () => id,
    getRange: (a1: string) => ({ activate: () => recorded.selected.push(`${id}!${a1}`) }),
  }));
  const spreadsheet = {
    getId: () => WORKBOOK_ID,
    getName: () => '周末讲堂 2026',
    getSheets: () => sheets,
    toast: (message: string) => recorded.toasts.push(message),
    setActiveSheet: (sheet: (typeof sheets)[number]) =>
      recorded.selected.push(String(sheet.getSheetId())),
  };
  const ui = {
    ButtonSet: { OK: 'OK' },
    createMenu: (title: string) => createMenu(title, recorded),
    showSidebar: (page: { file: string; title: string }) =>
      recorded.sidebars.push({ file: page.file, title: page.title }),
    alert: (title: string, text: string) => recorded.alerts.push({ title, text }),
  };
  return {
    SpreadsheetApp: { getActiveSpreadsheet: () => spreadsheet, getUi: () => ui },
    HtmlService: {
      createHtmlOutputFromFile: (file: string) => ({
        setTitle: (title: string) => ({ file, title }),
      }),
    },
  };
}

function createMenu(title: string, recorded: Recorded) {
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

function createWeb(world: World, recorded: Recorded) {
  return {
    ScriptApp: { getIdentityToken: () => world.token, ...createTriggers(world) },
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

function createTriggers(world: World) {
  const trigger = (handler: string) => ({ getHandlerFunction: () => handler });
  return {
    getProjectTriggers: () => world.triggers.map(trigger),
    deleteTrigger: (gone: ReturnType<typeof trigger>) =>
      (world.triggers = world.triggers.filter((one) => one !== gone.getHandlerFunction())),
    newTrigger: (handler: string) => ({
      forSpreadsheet: () => ({
        onEdit: () => ({ create: () => world.triggers.push(handler) }),
      }),
    }),
  };
}

function createCache() {
  const kept = new Map<string, string>();
  const cache = {
    get: (key: string) => kept.get(key) ?? null,
    put: (key: string, value: string) => kept.set(key, value),
    remove: (key: string) => kept.delete(key),
  };
  return { getUserCache: () => cache };
}
