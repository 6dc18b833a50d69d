// The calls between the sidebar and this script over google.script.run: plain JSON values only.
import type { FunctionName, RequestOf, ResponseOf } from '#core/contract/functions';
import type { Problem } from '#core/contract/problem';
import type { Language } from '#core/text/language';
import type { LeaveKind } from '#core/workbook/tabs/leave-kinds';
import type { NoticeKind } from '#core/workbook/tabs/notice-kinds';
import type { PanelText } from './sidebar.texts';

/** `Omit` for each member of a union. */
type Without<T, Keys extends PropertyKey> = T extends unknown ? Omit<T, Keys> : never;

/** What the sidebar sends; the script adds the workbook and the language. */
export type CallRequest<Name extends FunctionName> = Without<
  RequestOf<Name>,
  'spreadsheetId' | 'language'
>;

export type CallAnswer<Name extends FunctionName> =
  | { readonly ok: true; readonly value: ResponseOf<Name> }
  | { readonly ok: false; readonly problem: Problem };

/** Which panel of the sidebar a menu item may start. */
export type StartPanel = 'check';

export interface SidebarStart {
  readonly spreadsheetId: string;
  readonly title: string;
  /** The user's own language, not the workbook's. */
  readonly language: Language;
  /** In that language. */
  readonly texts: Readonly<Record<PanelText, string>>;
  /** The kinds that a clerk may choose from, in the order of the drop-downs. */
  readonly noticeKinds: readonly NoticeKind[];
  readonly leaveKinds: readonly LeaveKind[];
  readonly userEmail: string;
  /** The panel that a menu item starts; only the sidebar that opens next gets it. */
  readonly start: StartPanel | null;
  /** Whether a row is checked as soon as it is edited. */
  readonly isCheckingEdits: boolean;
}

export interface SidebarCalls {
  callFunction<Name extends FunctionName>(name: Name, request: CallRequest<Name>): CallAnswer<Name>;
  getContext(): SidebarStart;
  /** The script of the panels Import and New year, which is not part of the page. */
  getLatePanels(): string;
  /** Without a cell it goes to the tab. False when the tab no longer exists. */
  goToCell(sheetId: number, cell: string | null): boolean;
  /** Turns the check while typing on or off, and returns whether it is on now. */
  setCheckingEdits(isOn: boolean): boolean;
}
