/** `SpreadsheetApp.getUi()`: what the script shows is recorded for its caller. */
import type { Emulate } from '../emulate';
import type { HostCalls, Menu, MenuEntry, SidebarHtml } from '../protocol';
import type { HtmlOutput } from './html-service';

export interface Shown {
  sidebar: SidebarHtml | null;
  menus: Menu[];
}

const BUTTONS = { OK: 'OK', CANCEL: 'CANCEL', YES: 'YES', NO: 'NO', CLOSE: 'CLOSE' };
const BUTTON_SETS = {
  OK: 'OK',
  OK_CANCEL: 'OK_CANCEL',
  YES_NO: 'YES_NO',
  YES_NO_CANCEL: 'YES_NO_CANCEL',
};

export function createUi(emulate: Emulate, host: HostCalls, shown: Shown): object {
  return emulate('Ui', {
    Button: emulate('Button', BUTTONS),
    ButtonSet: emulate('ButtonSet', BUTTON_SETS),
    createMenu: (title: string) => createMenu(emulate, title, shown),
    showSidebar(output: HtmlOutput) {
      shown.sidebar = { title: output.getTitle(), html: output.getContent() };
    },
    /** Nobody is there to press another button. */
    alert(...said: unknown[]) {
      host.print({ level: 'log', text: `alert: ${said.join(' · ')}` });
      return BUTTONS.OK;
    },
  });
}

/** Menus given to `addSubMenu` are objects of the script; this finds what they hold. */
const entriesOf = new WeakMap<object, Menu>();

function createMenu(emulate: Emulate, title: string, shown: Shown): object {
  const entries: MenuEntry[] = [];
  const menu: Menu = { title, entries };
  const add = (entry: MenuEntry): object => {
    entries.push(entry);
    return self;
  };
  const self = emulate('Menu', {
    addItem: (caption: string, functionName: string) =>
      add({ kind: 'item', title: caption, functionName }),
    addSeparator: () => add({ kind: 'separator' }),
    addSubMenu(submenu: object) {
      const inner = entriesOf.get(submenu);
      if (inner === undefined) throw new Error('addSubMenu takes a menu made by createMenu.');
      return add({ kind: 'menu', menu: inner });
    },
    addToUi: () => void shown.menus.push(menu),
  });
  entriesOf.set(self, menu);
  return self;
}
