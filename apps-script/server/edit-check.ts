// Check while typing: an installed trigger checks the edited rows. It runs as the user who turned it on.
import type { CheckRowsResponse } from '#core/contract/check-rows';
import { fill, type Language } from '#core/text/language';
import { columnLetters } from '#core/workbook/cell-name';
import { callFunction } from './call-function';
import { userLanguage } from './context';
import { editCheckOwner, isCheckingEdits, setEditCheckOwner } from './edit-check-owner';
import type { SidebarCalls } from './sidebar-calls';
import { TITLE, ON, OFF, ENTERED, FOUND, MORE_ENTERED, NOT_CHECKED } from './edit-check.texts';

const HANDLER = 'checkEdit';
const TOAST_SECONDS = 8;

/** Returns whether edits are checked from now on. */
export const setCheckingEdits: SidebarCalls['setCheckingEdits'] = (isOn) => {
  if (!isOn) {
    ownTriggers().forEach((trigger) => ScriptApp.deleteTrigger(trigger));
    setEditCheckOwner(null);
  } else if (editCheckOwner() === '') {
    if (ownTriggers().length === 0) {
      ScriptApp.newTrigger(HANDLER)
        .forSpreadsheet(SpreadsheetApp.getActiveSpreadsheet())
        .onEdit()
        .create();
    }
    setEditCheckOwner(Session.getEffectiveUser().getEmail());
  }
  return isOn;
};

export function toggleCheckingEdits(): void {
  const language = userLanguage();
  const isOn = setCheckingEdits(!isCheckingEdits());
  toast((isOn ? ON : OFF)[language], language);
}

/** Called by the trigger. Findings are shown to the person who typed; a failure of the check itself is only logged. */
export function checkEdit({ range }: Pick<GoogleAppsScript.Events.SheetsOnEdit, 'range'>): void {
  try {
    if (editCheckOwner() !== Session.getEffectiveUser().getEmail()) return;
    const answer = callFunction('checkRows', {
      sheetId: range.getSheet().getSheetId(),
      firstRow: range.getRow(),
      lastRow: range.getLastRow(),
      firstColumn: range.getColumn(),
      lastColumn: range.getLastColumn(),
    });
    const language = userLanguage();
    if (answer.ok) toast(messageOf(answer.value, columnsOf(range), language), language);
    else console.error(`${HANDLER}: ${answer.problem.code} ${answer.problem.requestId}`);
  } catch (error) {
    console.error(`${HANDLER}: ${String(error)}`);
  }
}

/** The letters of the columns that were typed in. */
function columnsOf(range: GoogleAppsScript.Spreadsheet.Range): ReadonlySet<string> {
  const columns = new Set<string>();
  for (let column = range.getColumn(); column <= range.getLastColumn(); column++) {
    columns.add(columnLetters(column - 1));
  }
  return columns;
}

/** Empty when nothing was found and nothing entered. What was just typed comes first, then the rest of its rows. */
function messageOf(
  { findings, counts, notChecked, entered, enteredCount }: CheckRowsResponse,
  columns: ReadonlySet<string>,
  language: Language,
): string {
  const typed = findings.filter(({ cell }) => columns.has((cell ?? '').replace(/\d+$/, '')));
  const worst = worstOf(typed) ?? worstOf(findings);
  const found = worst && {
    cell: worst.cell ?? worst.tabTitle,
    message: worst.message,
    suggestion: worst.suggestion,
    count: counts.error + counts.warning,
  };
  const [first] = entered;
  const lines = [
    first ? fill(ENTERED[language], first) : '',
    enteredCount > 1 ? fill(MORE_ENTERED[language], { count: enteredCount - 1 }) : '',
    found ? fill(FOUND[language], found) : '',
    notChecked > 0 ? fill(NOT_CHECKED[language], { count: notChecked }) : '',
  ];
  return lines.filter((line) => line !== '').join('\n');
}

function worstOf(findings: CheckRowsResponse['findings']) {
  return (
    findings.find(({ severity }) => severity === 'error') ??
    findings.find(({ severity }) => severity === 'warning')
  );
}

function toast(message: string, language: Language): void {
  if (message === '') return;
  SpreadsheetApp.getActiveSpreadsheet().toast(message, TITLE[language], TOAST_SECONDS);
}

/**
 * This user's in this workbook, and no other's: the add-on may have one such trigger in each, and the project's own list
 * names those of other workbooks too.
 */
function ownTriggers(): GoogleAppsScript.Script.Trigger[] {
  return ScriptApp.getUserTriggers(SpreadsheetApp.getActiveSpreadsheet()).filter(
    (trigger) => trigger.getHandlerFunction() === HANDLER,
  );
}
