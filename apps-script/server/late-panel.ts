// The part of the sidebar that only some clerks need: it is sent when they ask for it, so that the sidebar opens as fast without it.
import type { SidebarCalls } from './sidebar-calls';

/** Set by the build: the script of `sidebar/import/`. */
declare const LECTERN_IMPORT_PANEL: string;

export const getImportPanel: SidebarCalls['getImportPanel'] = () => LECTERN_IMPORT_PANEL;
