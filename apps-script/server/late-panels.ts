// The part of the sidebar that only some clerks need: it is sent when they ask for it, so that the sidebar opens as fast without it.
import type { SidebarCalls } from './sidebar-calls';

/** Set by the build: the script of `sidebar/late-panels.ts`. */
declare const LECTERN_LATE_PANELS: string;

export const getLatePanels: SidebarCalls['getLatePanels'] = () => LECTERN_LATE_PANELS;
