// Asks one question after another; a question that fails does not stop the others.
import { placeOf } from '#core/workbook/snapshot';
import { googleWorkbook } from '#functions/adapters/google-sheets/google-workbook';
import { NotAsked, type Question, type World } from './question';
import { ANSWER_QUESTIONS } from './questions/answers';
import { LEASE_QUESTIONS } from './questions/lease';
import { LOOK_QUESTIONS } from './questions/looks';
import { PROTECTION_QUESTIONS } from './questions/protection';
import { ROW_QUESTIONS } from './questions/rows';
import { SERVICE_QUESTIONS } from './questions/services';
import { SET_UP_QUESTIONS } from './questions/set-up';

/** The set-up comes first: it needs a workbook without changes of the probe. */
export const QUESTIONS: readonly Question[] = [
  ...SET_UP_QUESTIONS,
  ...LEASE_QUESTIONS,
  ...ROW_QUESTIONS,
  ...ANSWER_QUESTIONS,
  ...PROTECTION_QUESTIONS,
  ...LOOK_QUESTIONS,
  ...SERVICE_QUESTIONS,
];

export interface Result {
  readonly name: string;
  readonly asks: string;
  /** One of the question's answers; null when it was not asked or not answered. */
  readonly answer: string | null;
  readonly says: string;
  readonly consequence: string;
}

export interface Probe {
  readonly results: readonly Result[];
  /** Titles of tabs that could not be removed. */
  readonly left: readonly string[];
}

/** A sentence when the probe must not change this workbook; null otherwise. */
export async function whyNotThrowaway({ ground, config }: World): Promise<string | null> {
  const { spreadsheetId, client } = ground;
  if (config.workbooks.has(spreadsheetId))
    return 'This workbook is served (LECTERN_WORKBOOKS). Make an empty spreadsheet for the probe.';
  const workbook = googleWorkbook(() => client);
  const snapshot = await ground.patiently(() => workbook.read(spreadsheetId, ['notices']));
  const rows = (snapshot.tables.notices?.cells.height ?? 0) - 1;
  if (placeOf(snapshot, 'notices') === undefined || rows <= 0) return null;
  return 'This workbook’s ledger of notices has rows: mail was sent from it, or it is a copy of such a one. Make an empty spreadsheet for the probe.';
}

export async function runProbe(world: World, tell: (result: Result) => void): Promise<Probe> {
  const { ground } = world;
  await ground.cleanUp();
  const results: Result[] = [];
  for (const question of QUESTIONS) {
    const result = await askOne(question, world);
    results.push(result);
    tell(result);
  }
  // The answers are printed although tabs are left.
  const left = await ground.cleanUp().catch(() => ['(every one this run has made)']);
  return { results, left };
}

async function askOne(question: Question, world: World): Promise<Result> {
  const { name, asks, answers } = question;
  const asked = { name, asks };
  try {
    const { answer, detail } = await question.ask(world);
    const meaning = answers[answer];
    if (meaning === undefined) throw new Error(`${name} has no answer ${answer}`);
    const { says, consequence } = meaning;
    return { ...asked, answer, says: detail ? `${says} (${detail})` : says, consequence };
  } catch (error) {
    if (error instanceof NotAsked)
      return { ...asked, answer: null, says: 'not asked', consequence: error.message };
    return { ...asked, answer: null, says: 'no answer', consequence: firstLine(error) };
  }
}

const firstLine = (error: unknown): string => String(error).split('\n')[0]?.slice(0, 300) ?? '';
