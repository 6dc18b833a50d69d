import { toLanguage, type Language } from '#core/text/language';
import { LEAVE_KIND_KEYS } from '#core/workbook/tabs/leave-kinds';
import { NOTICE_KIND_KEYS } from '#core/workbook/tabs/notice-kinds';
import { isCheckingEdits } from './edit-check-owner';
import type { SidebarCalls, StartPanel } from './sidebar-calls';
import { textsIn } from './sidebar.texts';

const START_KEY = 'start-panel';
/** Long enough for a slow sidebar to open; short enough that a sidebar opened later does not start with it. */
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
    noticeKinds: NOTICE_KIND_KEYS,
    leaveKinds: LEAVE_KIND_KEYS,
    userEmail: Session.getActiveUser().getEmail(),
    start: takeStartPanel(),
    isCheckingEdits: isCheckingEdits(),
  };
};

/** The next sidebar of this user in this workbook starts with this panel. */
export function rememberStartPanel(panel: StartPanel): void {
  CacheService.getUserCache().put(startKey(), panel, START_SECONDS);
}

/** In the add-on, a user has one cache for all workbooks. */
const startKey = (): string => `${START_KEY}/${SpreadsheetApp.getActiveSpreadsheet().getId()}`;

function takeStartPanel(): StartPanel | null {
  const cache = CacheService.getUserCache();
  const panel = cache.get(startKey());
  if (panel !== 'check') return null;
  cache.remove(startKey());
  return panel;
}
