// Everything the menu, the triggers and the sidebar may call: the build makes each export a global function.
export { callFunction } from './call-function';
export { getContext } from './context';
export { checkEdit, setCheckingEdits, toggleCheckingEdits } from './edit-check';
export { goToCell } from './go-to-cell';
export { getLatePanels } from './late-panels';
export { onInstall, onOpen, showAbout, showSidebar, showSidebarAndCheck } from './menu';
