// The probe against the local server, which gives one answer or the other as switched: it must see which.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startLocalSheets, type LocalSheets } from '#test/support/local-sheets';
import { OTHER_ANSWERS, OWN_ANSWERS, OWNER_EMAIL, type Quirks } from 'sheets-emulator';
import { Ground } from '../../../scripts/probe/ground';
import { probe } from '../../../scripts/probe/main';
import type { World } from '../../../scripts/probe/question';
import { QUESTIONS, runProbe, type Result } from '../../../scripts/probe/run-probe';
import { readConfig } from '#functions/config';

let sheets: LocalSheets;
let spreadsheetId: string;
beforeEach(async () => {
  sheets = await startLocalSheets();
  spreadsheetId = await sheets.create('Throwaway');
});
afterEach(() => sheets.close());

const environment = (workbooks = ''): Record<string, string> => ({
  LECTERN_AUDIENCES: 'client.apps.example.org',
  LECTERN_WORKBOOKS: workbooks,
  LECTERN_ADMINS: 'admin@example.org',
  LECTERN_SHEETS_ROOT_URL: sheets.rootUrl,
  LECTERN_SHEETS_ACCOUNT: OWNER_EMAIL,
  LECTERN_IDENTITY_CERTS_URL: `${sheets.rootUrl}identity/certs`,
});

const noPause = () => Promise.reject(new Error('nothing here is to be waited for'));

function world(pause: () => Promise<unknown> = noPause): World {
  const { client } = sheets;
  let tick = 0;
  return {
    ground: new Ground({ client, spreadsheetId, pause }),
    config: readConfig(environment()),
    apiUrl: null,
    milliseconds: () => (tick += 7),
  };
}

const answersOf = (results: readonly Result[]): Record<string, string | null> =>
  Object.fromEntries(results.map(({ name, answer }) => [name, answer]));

const titles = async (): Promise<string[]> => {
  const { data } = await sheets.client.spreadsheets.get({ spreadsheetId });
  return (data.sheets ?? []).map(({ properties }) => properties?.title ?? '');
};

const metadataLeft = async (): Promise<number> => {
  const { data } = await sheets.client.spreadsheets.developerMetadata.search({
    spreadsheetId,
    requestBody: { dataFilters: [{ developerMetadataLookup: { visibility: 'PROJECT' } }] },
  });
  return (data.matchedDeveloperMetadata ?? []).length;
};

const NOT_HERE = {
  lockedCells: null,
  identityToken: null,
  frontDoor: null,
  gmailDraft: null,
};

const SAME_EITHER_WAY = {
  fullTab: 'once',
  copiedTab: 'carried',
  movedNote: 'moves',
  narrowAnswer: 'exact',
  gidLink: 'kept',
  chartReplaced: 'replaced',
  notesSearched: 'quick',
};

describe('the probe', () => {
  it('sees the local server’s own answers, and leaves nothing behind', async () => {
    const { results, left } = await runProbe(world(), () => undefined);
    expect(answersOf(results)).toEqual({
      ...NOT_HERE,
      ...SAME_EITHER_WAY,
      setUp: 'taken',
      deleteWithoutMatch: 'accepted',
      updateWithoutMatch: 'accepted',
      idFreedInBatch: 'accepted',
      takenIdWords: 'known',
      raceByUpdate: 'one',
      raceByReuse: 'one',
      rowMetadataWhenSorted: 'stays',
      rowMetadataWhenCut: 'stays',
      appendedUnderDropDowns: 'belowValues',
      appendedUnderFilter: 'belowValues',
      responseRangeGone: 'refusedAfter',
      protectionEditors: 'creatorKept',
    });
    expect(left).toEqual([]);
    expect(await titles()).toEqual(['Sheet1']);
    expect(await metadataLeft()).toBe(0);
  });

  it('sees every other answer, and says which tab would not go', async () => {
    sheets.setQuirks(OTHER_ANSWERS);
    const { results, left } = await runProbe(world(), () => undefined);
    expect(answersOf(results)).toEqual({
      setUp: 'taken',
      ...NOT_HERE,
      ...SAME_EITHER_WAY,
      deleteWithoutMatch: 'refused',
      updateWithoutMatch: 'refused',
      idFreedInBatch: 'refused',
      takenIdWords: 'other',
      raceByUpdate: 'one',
      raceByReuse: 'none',
      rowMetadataWhenSorted: 'follows',
      rowMetadataWhenCut: 'follows',
      appendedUnderDropDowns: 'belowAnything',
      appendedUnderFilter: 'belowAnything',
      responseRangeGone: 'refusedBefore',
      protectionEditors: 'asSent',
    });
    expect(left).toHaveLength(1);
    expect(await titles()).toEqual(['Sheet1', ...left]);
    expect(await metadataLeft()).toBe(0);
  });
});

describe('each question by itself', () => {
  const cases: [keyof Quirks, string[]][] = [
    ['deleteWithoutMatch', ['deleteWithoutMatch']],
    ['updateWithoutMatch', ['updateWithoutMatch']],
    ['idFreedInBatch', ['idFreedInBatch', 'raceByReuse']],
    ['takenIdWords', ['takenIdWords']],
    ['rowMetadataWhenSorted', ['rowMetadataWhenSorted']],
    ['rowMetadataWhenCut', ['rowMetadataWhenCut']],
    ['appendedRows', ['appendedUnderDropDowns', 'appendedUnderFilter']],
    ['responseRangeGone', ['responseRangeGone']],
    ['protectionEditors', ['protectionEditors']],
  ];

  it('has a case here for every switch of the server', () => {
    expect(cases.map(([quirk]) => quirk).sort()).toEqual(Object.keys(OWN_ANSWERS).sort());
  });

  it.each(cases)('%s changes the answers to %j, and to nothing else', async (quirk, names) => {
    const switchable = cases.flatMap(([, own]) => own);
    const asked = QUESTIONS.filter(({ name }) => switchable.includes(name));
    const ask = async (): Promise<Record<string, string>> => {
      const found: Record<string, string> = {};
      for (const question of asked) found[question.name] = (await question.ask(world())).answer;
      return found;
    };
    const before = await ask();
    sheets.setQuirks({ [quirk]: OTHER_ANSWERS[quirk] });
    const after = await ask();
    const changed = switchable.filter((name) => before[name] !== after[name]);
    expect(changed.sort()).toEqual([...names].sort());
  });
});

describe('cells that somebody else protected', () => {
  it('are tried, and the text of the refusal is shown', async () => {
    sheets.setQuirks({ protectionEditors: 'asSent' });
    const protect = (users: string[]) =>
      sheets.client.spreadsheets.batchUpdate({
        spreadsheetId,
        requestBody: {
          requests: [
            {
              addProtectedRange: {
                protectedRange: { range: { sheetId: 0 }, editors: { users } },
              },
            },
          ],
        },
      });
    const question = QUESTIONS.find(({ name }) => name === 'lockedCells');
    await protect([OWNER_EMAIL]);
    await expect(question?.ask(world())).rejects.toThrow('protect a cell against the account');
    await protect(['wang@example.org']);
    expect(await question?.ask(world())).toEqual({
      answer: 'known',
      detail:
        'Invalid requests[0].copyPaste: You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
    });
  });
});

describe('when Google answers in another way than documented', () => {
  const order = (fault: object) =>
    fetch(`${sheets.rootUrl}faults`, { method: 'POST', body: JSON.stringify(fault) });

  it('waits for the quota and goes on', async () => {
    let waits = 0;
    const pause = () => Promise.resolve(void (waits += 1));
    await order({ kind: '429', method: 'spreadsheets.batchUpdate', count: 2, skip: 3 });
    const { results } = await runProbe(world(pause), () => undefined);
    expect(waits).toBe(2);
    expect(answersOf(results)).toMatchObject({ setUp: 'taken', raceByUpdate: 'one' });
  });

  it('says of one question that it got no answer, and asks the others', async () => {
    await order({ kind: '500', method: 'spreadsheets.batchUpdate', count: 1 });
    const { results } = await runProbe(world(), () => undefined);
    const silent = results.filter(({ says }) => says === 'no answer');
    expect(silent.map(({ name }) => name)).toEqual(['setUp']);
    expect(answersOf(results)).toMatchObject({ deleteWithoutMatch: 'accepted' });
    expect(await titles()).toEqual(['Sheet1']);
  });
});

describe('the command', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lectern-probe-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function run(
    argv: readonly string[],
    variables = environment(),
  ): Promise<{ status: number; printed: string }> {
    const lines: string[] = [];
    const print = (line: string) => void lines.push(line);
    const status = await probe(argv, { environment: variables, print, pause: noPause });
    return { status, printed: lines.join('\n') };
  }

  it('prints question, answer and consequence, and writes the table between the marks', async () => {
    const file = join(folder, 'operations.md');
    const before =
      '# Before\n\n<!-- probe: begin -->\n\nearlier answers\n\n<!-- probe: end -->\n\nafter\n';
    await writeFile(file, before);
    const { status, printed } = await run([`--workbook=${spreadsheetId}`, '--table', file]);
    expect(status).toBe(0);
    expect(printed).toContain(
      'May one batch delete developer metadata and create it anew with the same id?\n  → yes\n  ⇒ the lease may be moved by deleting and creating',
    );
    const written = await readFile(file, 'utf8');
    expect(written).toMatch(
      /^# Before\n\n<!-- probe: begin -->\n\nAsked on \d{4}-\d\d-\d\d, of the local workbench, which proves nothing about Google\.\n\n\| question/,
    );
    expect(written).toMatch(/\n\n<!-- probe: end -->\n\nafter\n$/);
    for (const { asks } of QUESTIONS) expect(written).toContain(`| ${asks} `);
    expect(written).not.toContain('earlier answers');
  });

  it('writes no answers of the local server into the document by itself', async () => {
    const document = await readFile('docs/operations.md', 'utf8');
    expect((await run([`--workbook=${spreadsheetId}`])).status).toBe(0);
    expect(await readFile('docs/operations.md', 'utf8')).toBe(document);
  });

  it('refuses a workbook that is served, and touches nothing', async () => {
    const { status, printed } = await run(
      [`--workbook=${spreadsheetId}`],
      environment(`0123456789012345678901234567890123456789,${spreadsheetId}`),
    );
    expect({ status, printed }).toEqual({
      status: 2,
      printed:
        'This workbook is served (LECTERN_WORKBOOKS). Make an empty spreadsheet for the probe.',
    });
    expect(await titles()).toEqual(['Sheet1']);
  });

  it.each([
    [[], '--workbook ID is missing. See --help'],
    [['--workbook'], "Option '--workbook <value>' argument missing"],
  ])('says what is wrong with %j', async (argv, message) => {
    const { status, printed } = await run(argv);
    expect(status).toBe(2);
    expect(printed).toContain(message);
  });

  it('says which variable is missing', async () => {
    const { status, printed } = await run([`--workbook=${spreadsheetId}`], {});
    expect(status).toBe(2);
    expect(printed).toContain('LECTERN_AUDIENCES');
  });

  it('lists what it would ask, in the order of the table in docs/operations.md', async () => {
    const { status, printed } = await run(['--list'], {});
    expect(status).toBe(0);
    const document = await readFile('docs/operations.md', 'utf8');
    const questionsIn = (text: string) =>
      [...text.matchAll(/^\| (.*?\?) +\|/gm)].map(([, question]) => question);
    const asked = QUESTIONS.map(({ asks }) => asks);
    expect(questionsIn(printed)).toEqual(asked);
    const table = /<!-- probe: begin -->(.*)<!-- probe: end -->/s.exec(document)?.[1] ?? '';
    expect(questionsIn(table)).toEqual(asked);
  });

  it('explains itself', async () => {
    const { status, printed } = await run(['--help']);
    expect(status).toBe(0);
    expect(printed).toContain('--workbook ID');
  });
});
