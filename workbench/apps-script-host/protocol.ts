/** What the thread that runs the script and the main thread say to each other. */

/** One call of a script function, as `google.script.run` or the workbench makes it. */
export interface ScriptCall {
  readonly functionName: string;
  /** A JSON array. */
  readonly args: string;
  /** For a trigger's call: the edit that its event object describes, instead of `args`. */
  readonly edit?: EditFacts;
  readonly language: string;
}

/** Cells that somebody edited by hand. */
export interface EditFacts {
  readonly sheetId: number;
  readonly a1: string;
  /** The page's own name for this edit. */
  readonly sender?: string | undefined;
}

/** A function to be called on every edit. */
export interface TriggerFacts {
  readonly id: string;
  readonly functionName: string;
}

export interface ExecutionOutcome {
  readonly result:
    | { readonly ok: true; readonly value: unknown }
    | { readonly ok: false; readonly name: string; readonly message: string };
  /** The functions that may be called by name. */
  readonly functions: readonly string[];
  readonly sidebar: SidebarHtml | null;
  readonly menus: readonly Menu[];
}

export interface SidebarHtml {
  readonly title: string;
  readonly html: string;
}

export interface Menu {
  readonly title: string;
  readonly entries: readonly MenuEntry[];
}

export type MenuEntry =
  | { readonly kind: 'item'; readonly title: string; readonly functionName: string }
  | { readonly kind: 'separator' }
  | { readonly kind: 'menu'; readonly menu: Menu };

/** The built Apps Script project. */
export interface ScriptProject {
  readonly code: string;
  /** Content by file name without `.html`. */
  readonly htmlFiles: Readonly<Record<string, string>>;
  readonly timeZone: string;
}

export type PropertyScope = 'script' | 'user' | 'document';

/**
 * What the script asks of the world. The script waits for each answer, as everything in Apps Script
 * does; the main thread answers when it can.
 */
export interface HostCalls {
  fetch(request: FetchRequest): FetchReply;
  identityToken(): string;
  userEmail(): string;
  spreadsheet(): SpreadsheetFacts;
  select(selection: { sheetId: number; a1: string }): void;
  readProperties(scope: PropertyScope): Record<string, string>;
  toast(message: string): void;
  readTriggers(): readonly TriggerFacts[];
  addTrigger(functionName: string): TriggerFacts;
  removeTrigger(id: string): void;
  /** A null deletes the property. */
  changeProperties(change: PropertyChange): void;
  readCache(entry: { scope: PropertyScope; key: string }): string | null;
  changeCache(entry: CacheEntry): void;
  acquireLock(wish: { scope: PropertyScope; milliseconds: number }): boolean;
  releaseLock(scope: PropertyScope): void;
  print(line: { level: 'log' | 'error'; text: string }): void;
}

export interface FetchRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | null;
}

export interface FetchReply {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Uint8Array;
}

export interface SpreadsheetFacts {
  readonly id: string;
  readonly title: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly sheets: readonly SheetFacts[];
}

export interface SheetFacts {
  readonly sheetId: number;
  readonly title: string;
  readonly hidden: boolean;
}

export interface PropertyChange {
  readonly scope: PropertyScope;
  readonly changes: Readonly<Record<string, string | null>>;
}

export interface CacheEntry {
  readonly scope: PropertyScope;
  readonly key: string;
  /** A null removes the entry. */
  readonly value: string | null;
  readonly seconds: number;
}
