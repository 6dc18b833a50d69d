// Who may write where something is protected.
import type { SheetsRequest, sheets_v4 } from '#functions/adapters/google-clients';
import { writeText, type Ground } from '../ground';
import { NotAsked, type Question } from '../question';

const protectionEditors: Question<'creatorKept' | 'asSent'> = {
  name: 'protectionEditors',
  asks: 'May the account write to what it has protected without naming itself?',
  answers: {
    creatorKept: { says: 'yes', consequence: 'none' },
    asSent: {
      says: 'no',
      consequence: 'the account must name itself among the editors of what it protects',
    },
  },
  async ask({ ground }) {
    const { sheetId } = await ground.tab();
    const range = { sheetId, startRowIndex: 0, endRowIndex: 1 };
    await ground.batch({
      addProtectedRange: { protectedRange: { range, editors: { users: [] } } },
    });
    const { refusal } = await ground.attempt(writeText(sheetId, [0, 0], 'written'));
    return { answer: refusal === null ? 'creatorKept' : 'asSent', detail: refusal };
  },
};

/** A range of another user that the account may not edit. */
async function findLocked(ground: Ground): Promise<sheets_v4.Schema$GridRange | null> {
  const fields =
    'sheets(properties.sheetId,protectedRanges(range,requestingUserCanEdit,warningOnly))';
  const { sheets = [] } = await ground.get(fields);
  for (const { properties, protectedRanges = [] } of sheets) {
    const sheetId = properties?.sheetId ?? 0;
    if (ground.isOwn(sheetId)) continue;
    const locked = protectedRanges.find(
      (one) => one.requestingUserCanEdit !== true && one.warningOnly !== true,
    );
    if (locked !== undefined) return { ...locked.range, sheetId };
  }
  return null;
}

/** The first cell pasted onto itself: this changes nothing, even if it is allowed. */
function touch({ sheetId, startRowIndex, startColumnIndex }: sheets_v4.Schema$GridRange) {
  const [row, column] = [startRowIndex ?? 0, startColumnIndex ?? 0];
  const cell: sheets_v4.Schema$GridRange = {
    sheetId: sheetId ?? 0,
    startRowIndex: row,
    endRowIndex: row + 1,
    startColumnIndex: column,
    endColumnIndex: column + 1,
  };
  const request: SheetsRequest = {
    copyPaste: { source: cell, destination: cell, pasteType: 'PASTE_NORMAL' },
  };
  return request;
}

const lockedCells: Question<'known' | 'other' | 'accepted'> = {
  name: 'lockedCells',
  asks: 'Is a write to cells that somebody else protected refused in words with “protected”?',
  answers: {
    known: { says: 'yes', consequence: 'none' },
    other: {
      says: 'refused, in other words',
      consequence: 'the sidebar says “something went wrong”: put these words into google-error.ts',
    },
    accepted: { says: 'it is not refused', consequence: 'none' },
  },
  async ask({ ground }) {
    const locked = await findLocked(ground);
    if (locked === null)
      throw new NotAsked('protect a cell against the account in this workbook, then ask again');
    const { refusal } = await ground.attempt(touch(locked));
    if (refusal === null) return { answer: 'accepted' };
    const isKnown = /protected (cell|range|sheet)/i.test(refusal);
    return { answer: isKnown ? 'known' : 'other', detail: refusal };
  },
};

export const PROTECTION_QUESTIONS: readonly Question[] = [protectionEditors, lockedCells];
