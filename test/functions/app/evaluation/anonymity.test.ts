// Tries to find out who wrote which answer: from the workbook and its version history, the log, and the mails.
import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { byContent } from '#core/evaluation/answer';
import type { Cell } from '#core/workbook/table';
import { evaluatePage } from '#functions/app/evaluation/evaluate-page';
import { runPage } from '#functions/app/runtime/page-case';
import { definePage } from '#functions/http/define-page';
import type { Functions } from '#functions/http/functions';
import { rowsIn } from '#test/support/builders/tables';
import { evaluationApp, formOf, memberId, OVER, tokenOf } from '#test/support/evaluation-app';
import { WORKBOOK_ID } from '#test/support/in-memory-workbook';

/** Two wrote the same scores, one a comment. */
const GIVEN = ['55555', '11111', '34343', '55555', '44444', '22222'];
const COMMENT = '希望结合本单位实际';
const PEOPLE = GIVEN.map((_, at) => memberId(at + 1));

type Rows = readonly (readonly Cell[])[];

interface Evidence {
  /** The two tabs after each write, as a version history has them. */
  readonly answers: readonly Rows[];
  readonly ballots: readonly Rows[];
  readonly log: readonly string[];
  readonly mails: readonly string[];
}

/** All answer in this order, each with the log line that the page writes; then the evaluation is over and opened. */
async function collect(order: readonly number[]): Promise<Evidence> {
  const app = evaluationApp({ listeners: PEOPLE.length });
  const log: string[] = [];
  const write = (event: string, facts?: object): void => {
    log.push(JSON.stringify({ event, ...facts }));
  };
  const page = evaluatePage();
  const functions: Pick<Functions, 'logger' | 'milliseconds' | 'page'> = {
    logger: { info: write, error: write },
    milliseconds: () => 0,
    page: (_, request) => runPage(page, request, app.application),
  };
  const door = definePage('evaluate', () => functions as Functions); // a page uses no more of them
  const history: { answers: Rows[]; ballots: Rows[] } = { answers: [], ballots: [] };
  const keep = async (): Promise<void> => {
    const { tables } = await app.workbook.read(WORKBOOK_ID, ['evaluations', 'ballots']);
    history.answers.push(rowsIn(tables.evaluations).slice(1));
    history.ballots.push(rowsIn(tables.ballots).slice(1));
  };
  const preview = await app.call('weeklyNotice', { action: 'preview', kind: 'evaluation' });
  if (preview.action !== 'preview') throw new Error('a preview was asked for');
  const { fingerprint, occasion } = preview;
  const sent = { kind: 'evaluation', occasionId: occasion.id, fingerprint } as const;
  await app.call('weeklyNotice', { action: 'send', ...sent });
  for (const at of order) {
    const comment = at === 2 ? COMMENT : '';
    const form = new URLSearchParams({
      t: tokenOf({ memberId: PEOPLE[at] ?? '' }),
      ...formOf(GIVEN[at] ?? '', comment),
    });
    await post(door, form.toString());
    await keep();
  }
  app.setNow(OVER);
  await app.call('evaluationReport', {});
  await keep();
  return { ...history, log, mails: app.mailer.mails.map(({ text }) => text) };
}

async function post(door: ReturnType<typeof definePage>, body: string): Promise<void> {
  const request = {
    method: 'POST',
    url: '/evaluate?',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    rawHeaders: ['content-type', 'application/x-www-form-urlencoded'],
    rawBody: Buffer.from(body),
  };
  let code = 0;
  const response = {
    status: (given: number) => {
      code = given;
      return response;
    },
    set: () => response,
    setHeader: () => response,
    send: () => response,
  };
  await (door as unknown as (from: object, to: object) => Promise<void>)(request, response); // all that a page reads
  expect(code).toBe(200);
}

const filled = (row: readonly Cell[]): boolean => row.some((cell) => cell !== '' && cell !== null);
/** The scores and the comment, where they can be read. */
const readable = (rows: Rows): string[] =>
  rows
    .map((row) => row.slice(1, 7).map((cell) => cell ?? ''))
    .filter(filled)
    .map((row) => JSON.stringify(row));

/** Gives an answer to a person when exactly one became readable with that person's visit. */
function joinByHistory(history: readonly Rows[], visits: readonly string[]): Map<string, string> {
  const joined = new Map<string, string>();
  history.forEach((rows, at) => {
    const before = readable(history[at - 1] ?? []);
    const fresh = readable(rows).filter((answer) => {
      const known = before.indexOf(answer);
      if (known >= 0) before.splice(known, 1);
      return known < 0;
    });
    const [answer] = fresh;
    const visitor = visits[at];
    if (answer !== undefined && fresh.length === 1 && visitor !== undefined)
      joined.set(visitor, answer);
  });
  return joined;
}

const ORDER = [3, 0, 5, 2, 1, 4];
const VISITS = ORDER.map((at) => PEOPLE[at] ?? '');
let evidence: Evidence;
beforeAll(async () => {
  evidence = await collect(ORDER);
});

describe('who wrote which answer', () => {
  test('would be found in a list that answers are added to, or sorted into', () => {
    const row = (at: number): Cell[] => ['S01', ...(GIVEN[at] ?? '').split('').map(Number), ''];
    const added = ORDER.map((_, last) => ORDER.slice(0, last + 1).map(row));
    const sorted = added.map((rows) => rows.toSorted((a, b) => (String(a) < String(b) ? -1 : 1)));
    expect([joinByHistory(added, VISITS).size, joinByHistory(sorted, VISITS).size]).toEqual([6, 6]);
  });

  test('is not in the version history: nothing is readable until all are, at one moment', () => {
    expect(evidence.answers.map((rows) => readable(rows).length)).toEqual([0, 0, 0, 0, 0, 0, 6]);
    expect(joinByHistory(evidence.answers, VISITS).size).toBe(0);
    const sealed = evidence.answers.slice(0, -1).flatMap((rows) => rows.map((row) => row[8]));
    expect(new Set(sealed.map((cell) => String(cell).length)).size).toBe(1);
  });

  test('is not in the order of the rows: another order of answering gives the same rows', async () => {
    const other = await collect(ORDER.toReversed());
    expect(readable(other.answers.at(-1) ?? [])).toEqual(readable(evidence.answers.at(-1) ?? []));
    const scores = (evidence.answers.at(-1) ?? []).map((row) => ({
      scores: row.slice(1, 6).map(Number) as [number, number, number, number, number],
      comment: String(row[6] ?? '') || null,
    }));
    expect(scores).toEqual(scores.toSorted(byContent));
  });

  test('is not beside an answer: no ID, name, address, time or link, in any state of the tabs', () => {
    const cells = JSON.stringify([evidence.answers, evidence.ballots]);
    for (const id of PEOPLE) {
      expect(cells).not.toContain(id);
      expect(cells).not.toContain(`听课人${id}`);
      const [payload = '', mark = ''] = tokenOf({ memberId: id }).split('.');
      expect(cells).not.toContain(payload);
      expect(cells).not.toContain(mark);
    }
    expect(cells).not.toMatch(/@|\d{4}-\d\d-\d\d|\d\d:\d\d/);
  });

  test('is not in the ballots: they are sorted, no digest without the key, and gone when all is opened', () => {
    for (const rows of evidence.ballots) {
      const ballots = rows.filter(filled).map(([, ballot]) => String(ballot));
      expect(ballots).toEqual(ballots.toSorted());
      const guesses = PEOPLE.flatMap((id) => [
        id,
        `S01${id}`,
        `S01|${id}`,
        JSON.stringify([WORKBOOK_ID, 'S01', id]),
      ]);
      for (const guess of guesses)
        for (const name of ['sha256', 'sha1', 'md5'])
          expect(ballots).not.toContain(createHash(name).update(guess).digest('base64url'));
    }
    expect((evidence.ballots.at(-1) ?? []).filter(filled)).toEqual([]);
  });

  test('is not in the log: it has neither person nor answer, and none of its numbers is in the workbook', () => {
    expect(evidence.log).toHaveLength(GIVEN.length);
    const cells = JSON.stringify([evidence.answers, evidence.ballots]);
    for (const line of evidence.log) {
      const facts = JSON.parse(line) as Record<string, unknown>;
      expect(Object.keys(facts).toSorted()).toEqual([
        'event',
        'function',
        'milliseconds',
        'requestId',
      ]);
      expect(line).not.toMatch(/R00\d|S01/);
      expect(cells).not.toContain(String(facts['requestId']));
    }
  });

  test('is not in the mails: the links say who was asked, and nothing of what was answered', () => {
    expect(evidence.mails).toHaveLength(PEOPLE.length);
    const ballots = evidence.ballots.flat().map(([, ballot]) => String(ballot ?? ''));
    for (const mail of evidence.mails) {
      expect(mail).not.toContain(COMMENT);
      for (const ballot of ballots.filter((one) => one !== '')) expect(mail).not.toContain(ballot);
    }
  });
});
