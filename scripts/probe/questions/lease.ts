// Developer metadata as a lock: what is refused, with which message, and whether one of many wins.
import type { SheetsRequest } from '#functions/adapters/google-clients';
import { freshId, KEY, writeText, type Attempt, type Ground } from '../ground';
import type { Question } from '../question';

const create = (metadataId: number, metadataValue: string): SheetsRequest => ({
  createDeveloperMetadata: {
    developerMetadata: {
      metadataId,
      metadataKey: KEY,
      metadataValue,
      location: { spreadsheet: true },
      visibility: 'PROJECT',
    },
  },
});

const lookup = (metadataId: number, metadataValue: string) => ({
  developerMetadataLookup: { metadataId, metadataValue },
});

const remove = (id: number, value: string): SheetsRequest => ({
  deleteDeveloperMetadata: { dataFilter: lookup(id, value) },
});

const change = (id: number, from: string, metadataValue: string): SheetsRequest => ({
  updateDeveloperMetadata: {
    dataFilters: [lookup(id, from)],
    developerMetadata: { metadataValue },
    fields: 'metadataValue',
  },
});

const acceptedOrRefused = ({ refusal }: Attempt) =>
  ({ answer: refusal === null ? 'accepted' : 'refused', detail: refusal }) as const;

const deleteWithoutMatch: Question<'accepted' | 'refused'> = {
  name: 'deleteWithoutMatch',
  asks: 'Is deleting developer metadata refused when nothing matches?',
  answers: {
    accepted: { says: 'no, nothing happens', consequence: 'none' },
    refused: {
      says: 'yes, and with it the whole batch',
      consequence: 'only what was read may be deleted, or the first set-up fails',
    },
  },
  ask: async ({ ground }) => acceptedOrRefused(await ground.attempt(remove(freshId(), 'none'))),
};

const updateWithoutMatch: Question<'accepted' | 'refused'> = {
  name: 'updateWithoutMatch',
  asks: 'Is updating developer metadata refused when nothing matches?',
  answers: {
    accepted: {
      says: 'no, nothing happens',
      consequence: 'an update that finds the lease moved does not hold back the rest of its batch',
    },
    refused: {
      says: 'yes, and with it the whole batch',
      consequence: 'an update by id and value is a lease by itself',
    },
  },
  ask: async ({ ground }) =>
    acceptedOrRefused(await ground.attempt(change(freshId(), 'none', 'new'))),
};

const idFreedInBatch: Question<'accepted' | 'refused'> = {
  name: 'idFreedInBatch',
  asks: 'May one batch delete developer metadata and create it anew with the same id?',
  answers: {
    accepted: { says: 'yes', consequence: 'the lease may be moved by deleting and creating' },
    refused: {
      says: 'no, the id counts as taken',
      consequence: 'the lease must be moved by updating its value',
    },
  },
  async ask({ ground }) {
    const id = freshId();
    await ground.batch(create(id, 'old'));
    return acceptedOrRefused(await ground.attempt(remove(id, 'old'), create(id, 'new')));
  },
};

const KNOWN = 'developer metadata with that ID already exists';

const takenId: Question<'known' | 'other' | 'halfDone' | 'notRefused'> = {
  name: 'takenIdWords',
  asks: 'Is a taken id refused, with the words known, and the whole batch with it?',
  answers: {
    known: { says: 'yes', consequence: 'none' },
    other: {
      says: 'yes, in other words',
      consequence: 'after any 400 the lease must be read back; put these words into the tests',
    },
    halfDone: {
      says: 'the id is refused, but what stood before it in the batch was done',
      consequence: 'stop: the ledger cannot be trusted; no lease holds',
    },
    notRefused: {
      says: 'no, there are two with one id',
      consequence: 'stop: no lease holds, mails could be sent twice',
    },
  },
  async ask({ ground }) {
    const [id, tab] = [freshId(), await ground.tab()];
    await ground.batch(create(id, 'first'));
    const write = writeText(tab.sheetId, [0, 0], 'written');
    const { refusal: detail } = await ground.attempt(write, create(id, 'second'));
    if (detail === null) return { answer: 'notRefused' };
    if ((await ground.firstColumn(tab)).length > 0) return { answer: 'halfDone', detail };
    return { answer: detail.includes(KNOWN) ? 'known' : 'other', detail };
  },
};

const RACERS = ['a', 'b', 'c', 'd', 'e'];

interface Race {
  readonly name: string;
  readonly how: string;
  readonly requests: (id: number, own: string) => SheetsRequest[];
  readonly won: (attempt: Attempt) => boolean;
}

/** A call without a response may have won too; then the outcome is unknown. */
async function winners(ground: Ground, { requests, won }: Race): Promise<number> {
  const id = freshId();
  await ground.batch(create(id, 'start'));
  const attempts = await Promise.allSettled(
    RACERS.map((own) => ground.attempt(...requests(id, own))),
  );
  const lost = attempts.find((attempt) => attempt.status === 'rejected');
  const count = attempts.filter((one) => one.status === 'fulfilled' && won(one.value)).length;
  if (lost !== undefined && count < 2) throw new Error(String(lost.reason));
  return count;
}

const race = (rules: Race): Question<'one' | 'several' | 'none'> => ({
  name: rules.name,
  asks: `Of ${RACERS.length} that move one lease at once by ${rules.how}, does exactly one win?`,
  answers: {
    one: { says: 'yes', consequence: 'none' },
    several: { says: 'no, several', consequence: 'stop: this way of moving a lease is no lease' },
    none: { says: 'nobody does', consequence: 'this way of moving a lease cannot be used' },
  },
  async ask({ ground }) {
    const count = await winners(ground, rules);
    const answer = count === 1 ? 'one' : count === 0 ? 'none' : 'several';
    return { answer, detail: `${count} of ${RACERS.length}` };
  },
});

export const LEASE_QUESTIONS: readonly Question[] = [
  deleteWithoutMatch,
  updateWithoutMatch,
  idFreedInBatch,
  takenId,
  race({
    name: 'raceByUpdate',
    how: 'an update by id and old value',
    requests: (id, own) => [change(id, 'start', own)],
    won: ({ replies: [reply] }) =>
      (reply?.updateDeveloperMetadata?.developerMetadata ?? []).length > 0,
  }),
  race({
    name: 'raceByReuse',
    how: 'deleting the old value and creating the id anew',
    requests: (id, own) => [remove(id, 'start'), create(id, own)],
    won: ({ refusal }) => refusal === null,
  }),
];
