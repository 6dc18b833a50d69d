// The corrections a clerk chose → the cells to write and the log's lines; what cannot be written any more is listed with the reason.
import { groupBy } from '../text/group-by';
import type { SuggestionChoice } from '../contract/apply-suggestions';
import { renderFinding, type Finding, type Fix } from '../workbook/finding';
import { text, type Language, type Text } from '../text/language';
import { appendRows } from '../workbook/write/append-rows';
import type { WorkbookChange } from '../workbook/write/change';
import type { Snapshot } from '../workbook/snapshot';
import { locatorOf, type Locator } from './locate';

/** Who chose, and when (ISO 8601), for the log. */
export interface Chooser {
  readonly who: string;
  readonly at: string;
  readonly language: Language;
}

export interface PlannedSuggestions {
  readonly changes: readonly WorkbookChange[];
  readonly written: readonly SuggestionChoice[];
  readonly refused: readonly { readonly choice: SuggestionChoice; readonly reason: Text }[];
}

export const APPLIED = text('采纳更正建议', '採納更正建議', 'Suggestion applied');
const CHANGED = text(
  '这个单元格刚才被改过，没有写入。',
  '這個儲存格剛才被改過，沒有寫入。',
  'The cell was changed meanwhile; nothing was written.',
);
const NOT_OFFERED = text(
  '这个单元格已经没有这条更正建议，没有写入。',
  '這個儲存格已經沒有這條更正建議，沒有寫入。',
  'This correction is no longer offered for the cell; nothing was written.',
);

const SEVERAL = text(
  '这个单元格勾选了不止一条建议，没有写入；请只选一条。',
  '這個儲存格勾選了不止一條建議，沒有寫入；請只選一條。',
  'More than one correction was chosen for the cell; nothing was written. Choose one.',
);

interface Offer {
  readonly found: Finding;
  readonly fix: Fix;
}

/** `findings` are of the workbook as it was just read: what is written is worked out anew, never taken from the request. */
export function planSuggestions(
  findings: readonly Finding[],
  choices: readonly SuggestionChoice[],
  { snapshot, ...chooser }: Chooser & { readonly snapshot: Snapshot },
): PlannedSuggestions {
  const locator = locatorOf(snapshot.tables);
  const offers = offersByCell(findings, locator);
  const cells = distinct(choices);
  const byCell = groupBy(cells, keyOf);
  const choiceResults = cells.map((choice) => ({
    choice,
    ...((byCell.get(keyOf(choice))?.length ?? 0) > 1
      ? { reason: SEVERAL }
      : matchOffer(choice, offers.get(keyOf(choice)))),
  }));
  const accepted = choiceResults.flatMap(({ choice, offer }) => (offer ? [{ choice, offer }] : []));
  const rows = accepted.map(({ choice, offer }) => ({
    at: chooser.at,
    who: chooser.who,
    action: APPLIED[chooser.language],
    target: `${snapshot.tables[offer.fix.place.tab]?.title ?? ''}!${choice.cell}`,
    before: choice.before,
    after: choice.after,
    reason: `${offer.found.rule.code} ${renderFinding(offer.found, chooser.language).message}`,
  }));
  return {
    changes: [
      ...accepted.flatMap(({ offer }) => writeOf(offer.fix, snapshot, locator)),
      ...appendRows(snapshot, 'log', { rows, language: chooser.language }),
    ],
    written: accepted.map(({ choice }) => choice),
    refused: choiceResults.flatMap(({ choice, reason }) => (reason ? [{ choice, reason }] : [])),
  };
}

const keyOf = ({ tab, cell }: Pick<SuggestionChoice, 'tab' | 'cell'>): string => `${tab}!${cell}`;

/** A correction is written once, however often it was sent. */
function distinct(choices: readonly SuggestionChoice[]): SuggestionChoice[] {
  return [
    ...new Map(choices.map((choice) => [`${keyOf(choice)} ${choice.after}`, choice])).values(),
  ];
}

function offersByCell(
  findings: readonly Finding[],
  locator: Locator,
): Map<string, readonly Offer[]> {
  const offers = new Map<string, readonly Offer[]>();
  for (const found of findings) {
    const { fix } = found;
    const cell = fix ? locator.address(fix.place) : null;
    if (!fix || cell === null) continue;
    const key = keyOf({ tab: fix.place.tab, cell });
    offers.set(key, [...(offers.get(key) ?? []), { found, fix }]);
  }
  return offers;
}

function matchOffer(
  { before, after }: SuggestionChoice,
  offers: readonly Offer[] = [],
): { readonly offer?: Offer; readonly reason?: Text } {
  const same = offers.filter(({ found }) => found.value === before);
  const offer = same.find(({ fix }) => fix.shown === after);
  if (offer) return { offer };
  return { reason: offers.length > 0 && same.length === 0 ? CHANGED : NOT_OFFERED };
}

function writeOf({ place, after }: Fix, { tables }: Snapshot, locator: Locator): WorkbookChange[] {
  const sheetId = tables[place.tab]?.sheetId;
  const at = locator.cell(place);
  if (sheetId === undefined || at === null) return [];
  return [
    { kind: 'writeCells', sheetId, firstRow: at.row, firstColumn: at.column, rows: [[after]] },
  ];
}
