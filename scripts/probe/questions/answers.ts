// What a batch returns, and what happens when its response cannot be given.
import { isDeepStrictEqual } from 'node:util';
import { refusalOf, writeText, type Tab } from '../ground';
import type { Question } from '../question';

const responseRangeGone: Question<'refusedBefore' | 'refusedAfter' | 'ignored'> = {
  name: 'responseRangeGone',
  asks: 'When responseRanges names a tab that is gone, is the batch carried out?',
  answers: {
    refusedBefore: { says: 'no, it is refused as a whole', consequence: 'none' },
    refusedAfter: {
      says: 'yes, and then answered with 400',
      consequence: 'a 400 to such a batch does not mean that nothing was written: read it back',
    },
    ignored: { says: 'yes, without that range', consequence: 'the answer may lack what was asked' },
  },
  async ask({ ground }) {
    const tab = await ground.tab();
    const requests = [writeText(tab.sheetId, [0, 0], 'written')];
    const responseRanges = ["'lectern-probe-gone'!A1"];
    let detail: string | null = null;
    try {
      await ground.send({ requests, includeSpreadsheetInResponse: true, responseRanges });
    } catch (error) {
      detail = refusalOf(error);
    }
    if (detail === null) return { answer: 'ignored' };
    const isWritten = (await ground.firstColumn(tab)).length > 0;
    return { answer: isWritten ? 'refusedAfter' : 'refusedBefore', detail };
  },
};

const MASK =
  'replies,updatedSpreadsheet(sheets(properties.sheetId,data(startRow,startColumn,rowData.values(userEnteredValue,effectiveValue))))';

const expected = ({ sheetId }: Tab) => ({
  replies: [{}],
  updatedSpreadsheet: {
    sheets: [
      {
        properties: { sheetId },
        data: [
          {
            startRow: 1,
            startColumn: 1,
            rowData: [
              {
                values: [
                  {
                    userEnteredValue: { stringValue: 'written' },
                    effectiveValue: { stringValue: 'written' },
                  },
                ],
              },
            ],
          },
        ],
      },
    ],
  },
});

const narrowAnswer: Question<'exact' | 'other'> = {
  name: 'narrowAnswer',
  asks: 'Does a batch answer the cells it wrote under a narrow field mask, and nothing else?',
  answers: {
    exact: { says: 'yes', consequence: 'none: a write can be read back in the same call' },
    other: {
      says: 'no',
      consequence: 'written cells must be read in a call of their own; compare the answer given',
    },
  },
  async ask({ ground }) {
    const tab = await ground.tab();
    const { data } = await ground.send(
      {
        requests: [writeText(tab.sheetId, [1, 1], 'written')],
        includeSpreadsheetInResponse: true,
        responseRanges: [`'${tab.title}'!B2:C4`],
        responseIncludeGridData: true,
      },
      MASK,
    );
    if (isDeepStrictEqual(data, expected(tab))) return { answer: 'exact' };
    return { answer: 'other', detail: JSON.stringify(data).slice(0, 300) };
  },
};

export const ANSWER_QUESTIONS: readonly Question[] = [responseRangeGone, narrowAnswer];
