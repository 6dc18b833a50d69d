/** addConditionalFormatRule, updateConditionalFormatRule, deleteConditionalFormatRule. Rules are kept and returned in order. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import { invalid } from '../api-error';
import { copyOf } from '../json';
import type { Draft } from '../model/draft';
import { storedCopy } from '../schema/store-colors';
import type { RequestHandlers } from './reply';
import { required, targetArea, targetSheet } from './target';

type Rule = sheets_v4.Schema$ConditionalFormatRule;

/** All ranges of a rule lie on one sheet. */
function sheetOf(draft: Draft, rule: Rule): number {
  const sheetIds = new Set((rule.ranges ?? []).map((range) => targetArea(draft, range).sheetId));
  const [sheetId, second] = sheetIds;
  if (sheetId === undefined) throw invalid('At least one range must be specified.');
  if (second !== undefined) throw invalid('All ranges of a rule must be on the same sheet.');
  if (rule.booleanRule === undefined && rule.gradientRule === undefined) {
    throw invalid('A rule must have a booleanRule or a gradientRule.');
  }
  return sheetId;
}

const stored = (rule: Rule): Rule => storedCopy('ConditionalFormatRule', rule);

function ruleAt(rules: readonly Rule[], index: number, sheetId: number): Rule {
  const rule = rules[index];
  if (rule === undefined) {
    throw invalid(`No conditional format on sheet: ${sheetId} at index: ${index}`);
  }
  return rule;
}

export const conditionalFormatRequests: RequestHandlers = {
  addConditionalFormatRule(draft, { rule, index }) {
    const added = stored(required(rule, 'rule'));
    const { conditionalFormats } = draft.edit(sheetOf(draft, added));
    const place = index ?? 0;
    if (place < 0 || place > conditionalFormats.length) {
      throw invalid(
        `There is no place at index ${place}: the sheet has ${conditionalFormats.length} rules.`,
      );
    }
    conditionalFormats.splice(place, 0, added);
  },

  updateConditionalFormatRule(draft, { index, newIndex, rule, sheetId }) {
    const ownSheet =
      rule === undefined ? targetSheet(draft, sheetId).properties.sheetId : sheetOf(draft, rule);
    const { conditionalFormats } = draft.edit(ownSheet);
    const oldIndex = index ?? 0;
    const oldRule = ruleAt(conditionalFormats, oldIndex, ownSheet);
    const newRule = rule === undefined ? oldRule : stored(rule);
    const place = rule === undefined ? required(newIndex, 'rule or newIndex') : oldIndex;
    ruleAt(conditionalFormats, place, ownSheet);
    conditionalFormats.splice(oldIndex, 1);
    conditionalFormats.splice(place, 0, newRule);
    return {
      updateConditionalFormatRule: {
        oldRule: copyOf(oldRule),
        oldIndex,
        newRule: copyOf(newRule),
        newIndex: place,
      },
    };
  },

  deleteConditionalFormatRule(draft, { index, sheetId }) {
    const ownSheet = targetSheet(draft, sheetId).properties.sheetId;
    const { conditionalFormats } = draft.edit(ownSheet);
    const rule = ruleAt(conditionalFormats, index ?? 0, ownSheet);
    conditionalFormats.splice(index ?? 0, 1);
    return { deleteConditionalFormatRule: { rule } };
  },
};
