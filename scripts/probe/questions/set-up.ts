// The set-up's own batch, as the sidebar's button sends it, and once more in another language.
import { planSetUp } from '#core/set-up/plan-set-up';
import { TAB_KEYS } from '#core/workbook/tab-keys';
import { googleWorkbook } from '#functions/adapters/google-sheets/google-workbook';
import { ownAddressOf } from '#functions/adapters/own-address';
import { AppError } from '#functions/errors';
import { refusalOf } from '../ground';
import { NotAsked, type Question } from '../question';

/** Google's message, or that of a refusal of Lectern's own. */
const wordsOf = (error: unknown): string =>
  error instanceof AppError && error.refusal === 'cellsProtected'
    ? error.message
    : refusalOf(error);

const setUp: Question<'taken' | 'restless' | 'refusedFirst' | 'refusedSecond'> = {
  name: 'setUp',
  asks: 'Is the set-up’s one large batch taken, and again in another language over what it protected?',
  answers: {
    taken: { says: 'yes, and a third time changes nothing', consequence: 'none' },
    restless: { says: 'yes, but a third time would change something', consequence: 'a bug' },
    refusedFirst: { says: 'no', consequence: 'stop: nothing works; see Google’s words' },
    refusedSecond: {
      says: 'the first time only',
      consequence: 'an upgrade fails where it replaces protections, marks or colour rules',
    },
  },
  async ask({ ground, config }) {
    const workbook = googleWorkbook(() => ground.client, ownAddressOf(config));
    const id = ground.spreadsheetId;
    const read = () => ground.patiently(() => workbook.read(id, TAB_KEYS));
    const { admins } = config;
    if ((await read()).places.some(({ key }) => key !== null))
      throw new NotAsked('this workbook has tabs of Lectern already: take an empty spreadsheet');
    for (const language of ['zh-CN', 'en'] as const) {
      const snapshot = await read();
      const { changes } = planSetUp(snapshot, { language, admins });
      for (const change of changes)
        if (change.kind === 'createTab') ground.takeAway(change.sheetId);
      try {
        await ground.patiently(() => workbook.apply(snapshot, changes));
      } catch (error) {
        const answer = language === 'zh-CN' ? 'refusedFirst' : 'refusedSecond';
        return { answer, detail: wordsOf(error) };
      }
    }
    const { changes } = planSetUp(await read(), { language: 'en', admins });
    return { answer: changes.length === 0 ? 'taken' : 'restless' };
  },
};

export const SET_UP_QUESTIONS: readonly Question[] = [setUp];
