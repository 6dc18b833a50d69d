import { toLanguage, type Language } from '#core/text/language';
import type { SidebarCalls, StartPanel } from './sidebar-calls';
import { textsIn } from './sidebar-texts';

const START_KEY = 'start-panel';
/** Long enough for a slow sidebar to open, short enough not to surprise anybody later. */
const START_SECONDS = 60;

export function userLanguage(): Language {
  return toLanguage(Session.getActiveUserLocale());
}

export const getContext: SidebarCalls['getContext'] = () => {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const language = userLanguage();
  return {
    spreadsheetId: spreadsheet.getId(),
    title: spreadsheet.getName(),
    language,
    texts: textsIn(language),
    userEmail: Session.getActiveUser().getEmail(),
    start: takeStartPanel(),
    isCheckingEdits: isCheckingEdits(),
  };
};

/** Script property: as whom the check while typing runs. Of all users one runs it, however many triggers were installed. */
export const EDIT_CHECK_OWNER = 'CHECKS_EDITS_AS';

/** Empty when edits are not checked. */
export function editCheckOwner(): string {
  return PropertiesService.getScriptProperties().getProperty(EDIT_CHECK_OWNER) ?? '';
}

export const isCheckingEdits = (): boolean => editCheckOwner() !== '';

/** The next sidebar of this user starts with this panel. */
export function rememberStartPanel(panel: StartPanel): void {
  CacheService.getUserCache().put(START_KEY, panel, START_SECONDS);
}

function takeStartPanel(): StartPanel | null {
  const cache = CacheService.getUserCache();
  const panel = cache.get(START_KEY);
  if (panel !== 'check') return null;
  cache.remove(START_KEY);
  return panel;
}
