// Brings the drop-downs and conditional colours of one tab to what the server holds.
import type { Area } from './a1';
import type { SheetContext } from './sheet-context';
import { change } from './component';
import type { DropDown } from './drop-downs';

/** The component's number for an update that only moves a rule's ranges. */
const RANGES = 1;

export function applyRules(here: SheetContext): void {
  applyValidations(here);
  applyConditions(here);
}

function applyValidations(here: SheetContext): void {
  const { component, tab, subUnitId } = here;
  const held = new Map(
    component.workbook
      .getSheetBySheetId(subUnitId)
      ?.getDataValidations()
      .map(({ rule }) => [rule.uid, rule.ranges as Area[]]),
  );
  const wanted = new Set(tab.validations.map(({ uid }) => uid));
  const ruleId = [...held.keys()].filter((uid) => !wanted.has(uid));
  if (ruleId.length > 0) {
    change(component, 'data-validation.mutation.removeRule', { subUnitId, ruleId });
  }
  for (const rule of tab.validations) applyValidation(here, rule, held.get(rule.uid));
}

function applyValidation(
  { component, subUnitId }: SheetContext,
  rule: DropDown,
  ranges: readonly Area[] | undefined,
): void {
  if (ranges === undefined) {
    change(component, 'data-validation.mutation.addRule', { subUnitId, rule });
  } else if (!sameRanges(ranges, rule.ranges)) {
    const payload = { type: RANGES, payload: rule.ranges };
    const params = { subUnitId, ruleId: rule.uid, payload };
    change(component, 'data-validation.mutation.updateRule', params);
  }
}

/** The component puts each new rule first, and the first that fits wins: so the last goes in first. */
function applyConditions({ component, tab, subUnitId }: SheetContext): void {
  const sheet = component.workbook.getSheetBySheetId(subUnitId);
  const held = sheet?.getConditionalFormattingRules() ?? [];
  const sameRules =
    held.map(({ cfId }) => cfId).join() === tab.conditions.map(({ cfId }) => cfId).join();
  if (sameRules) {
    for (const [index, rule] of tab.conditions.entries()) {
      if (sameRanges(held[index]?.ranges ?? [], rule.ranges)) continue;
      change(component, 'sheet.mutation.set-conditional-rule', { subUnitId, rule });
    }
    return;
  }
  for (const { cfId } of held) {
    change(component, 'sheet.mutation.delete-conditional-rule', { subUnitId, cfId });
  }
  for (const rule of [...tab.conditions].reverse()) {
    change(component, 'sheet.mutation.add-conditional-rule', { subUnitId, rule });
  }
}

function sameRanges(left: readonly Area[], right: readonly Area[]): boolean {
  const text = (ranges: readonly Area[]) =>
    ranges
      .map(({ startRow, endRow, startColumn, endColumn }) =>
        [startRow, endRow, startColumn, endColumn].join(':'),
      )
      .join();
  return text(left) === text(right);
}
