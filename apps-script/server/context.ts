import { toLanguage, type Language } from '#core/text/language';
import type { SidebarCalls, StartPanel } from './sidebar-calls';

const START_KEY = 'start-panel';
/** Long enough for a slow sidebar to open, short enough not to surprise anybody later. */
const START_SECONDS = 60;

export function userLanguage(): Language {
  return toLanguage(Session.getActiveUserLocale());
}

export const getContext: SidebarCalls['getContext'] = () => {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  return {
    spreadsheetId: spreadsheet.getId(),
    title: spreadsheet.getName(),
    language: userLanguage(),
    userEmail: Session.getActiveUser().getEmail(),
    start: takeStartPanel(),
  };
};

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
