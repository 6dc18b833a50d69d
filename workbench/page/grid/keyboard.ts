// Keys that the grid component lacks: Enter and Alt+Down open a drop-down, arrows choose in it, and Tab leaves the grid after Escape.
import { activeTab, type Component } from './component';
import type { DropDown } from './drop-downs';
import type { TabState } from './tab-state';

type Tabs = ReadonlyMap<number, TabState>;

/** Called before the component is made, whose own shortcuts listen at the same place; answers how to begin. */
export function listenForKeys(container: HTMLElement): (component: Component, tabs: Tabs) => void {
  let take: ((event: KeyboardEvent) => boolean) | null = null;
  window.addEventListener(
    'keydown',
    (event) => {
      if (take?.(event) !== true) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    { capture: true },
  );
  return (component, tabs) => {
    take = keysOf(container, component, tabs);
  };
}

/** Answers whether the component must not see the key. */
function keysOf(container: HTMLElement, component: Component, tabs: Tabs) {
  let mayLeave = false;
  return (event: KeyboardEvent): boolean => {
    if (!isInGrid(container)) return false;
    if (event.key === 'Shift') return false;
    const wasFree = mayLeave;
    mayLeave = false;
    // Escape closes an open list first.
    if (chooseInList(component, event)) return true;
    mayLeave = event.key === 'Escape' && !component.workbook.isCellEditing();
    if (event.key === 'Tab' && wasFree) return leave(container, event.shiftKey);
    return opensDropDown(event) && openDropDown(component, tabs);
  };
}

/** The component puts the focus on the page's body or on its hidden editor when a cell is chosen. */
function isInGrid(container: HTMLElement): boolean {
  const focused = document.activeElement;
  return focused === document.body || container.contains(focused);
}

const FOCUSABLE =
  'a[href], button:not([disabled]), input:not([disabled]), select, textarea, iframe, [tabindex="0"]';

/** To what comes after the grid on the page, or before it; false when there is nothing. */
function leave(container: HTMLElement, backwards: boolean): boolean {
  const wanted = backwards ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING;
  const outside = [...document.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(
    (element) =>
      !container.contains(element) &&
      element.checkVisibility() &&
      (container.compareDocumentPosition(element) & wanted) !== 0,
  );
  const next = backwards ? outside.at(-1) : outside[0];
  next?.focus();
  return next !== undefined;
}

function opensDropDown({ key, altKey, ctrlKey, metaKey, shiftKey, isComposing }: KeyboardEvent) {
  if (isComposing || ctrlKey || metaKey || shiftKey) return false;
  return altKey ? key === 'ArrowDown' : key === 'Enter';
}

/** False when the cell has none, or is being typed in, or its list is open already. */
function openDropDown(component: Component, tabs: ReadonlyMap<number, TabState>): boolean {
  const { api, workbook } = component;
  if (workbook.isCellEditing()) return false;
  const cell = workbook.getActiveCell();
  const tab = tabs.get(activeTab(component));
  if (cell === null || tab === undefined) return false;
  const place = { row: cell.getRow(), column: cell.getColumn() };
  if (!tab.validations.some((rule) => listsFor(rule, place))) return false;
  const unitId = workbook.getId();
  const subUnitId = workbook.getActiveSheet().getSheetId();
  api.syncExecuteCommand('sheet.operation.show-data-validation-dropdown', {
    unitId,
    subUnitId,
    ...place,
  });
  markWhenDrawn();
  return true;
}

/** The list as the component draws it; its options can only be pressed. */
const OPTIONS = '[data-u-comp="sheets-dropdown-list"] div.univer-cursor-pointer';
const MARK = 'option-marked';
const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

function options(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(OPTIONS)];
}

/** Marks an option `step` further; the first time the one that is chosen already, or the first. */
function markOption(step: number): HTMLElement | undefined {
  const all = options();
  const before = all.findIndex((option) => option.classList.contains(MARK));
  const chosen = all.findIndex((option) => isChosen(option));
  const index = before < 0 ? Math.max(0, chosen) : before + step;
  const marked = all[Math.min(Math.max(0, index), all.length - 1)];
  for (const option of all) {
    option.classList.toggle(MARK, option === marked);
    option.setAttribute('role', 'option');
    option.setAttribute('aria-selected', String(option === marked));
  }
  marked?.parentElement?.setAttribute('role', 'listbox');
  marked?.scrollIntoView({ block: 'nearest' });
  return marked;
}

const FRAMES = 60;

/** The component draws the list some frames later. */
function markWhenDrawn(frames = FRAMES): void {
  if (markOption(0) !== undefined || frames === 0) return;
  requestAnimationFrame(() => markWhenDrawn(frames - 1));
}

/** The component draws a tick into it. */
const isChosen = (option: HTMLElement): boolean => option.querySelector('svg') !== null;

/** Whether the key was for an open list. */
function chooseInList({ api, workbook }: Component, { key }: KeyboardEvent): boolean {
  if (options().length === 0) return false;
  const step = STEPS[key];
  if (step !== undefined) {
    markOption(step);
    return true;
  }
  const marked = options().find((option) => option.classList.contains(MARK));
  // To press the chosen one would empty the cell.
  if (key === 'Enter' && marked !== undefined && !isChosen(marked)) marked.click();
  const unitId = workbook.getId();
  api.syncExecuteCommand('sheet.operation.hide-data-validation-dropdown', { unitId });
  return key === 'Enter' || key === 'Escape';
}

function listsFor(
  { type, showDropDown, ranges }: DropDown,
  { row, column }: { readonly row: number; readonly column: number },
): boolean {
  return (
    type === 'list' &&
    showDropDown &&
    ranges.some(
      ({ startRow, endRow, startColumn, endColumn }) =>
        row >= startRow && row <= endRow && column >= startColumn && column <= endColumn,
    )
  );
}
