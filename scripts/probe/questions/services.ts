// Identity tokens, the deployed function's front door and Gmail, with the deployment's own credentials.
import { fetchDelegatedToken } from '#functions/adapters/gmail/delegated-token';
import {
  gmailClient,
  ownIdentityToken,
  postAsDeployment,
  type GmailClient,
} from '#functions/adapters/google-clients';
import { readGoogleError } from '#functions/adapters/google-sheets/google-error';
import { googleIdentity } from '#functions/adapters/identity/google-identity';
import type { Config } from '#functions/config';
import { AppError } from '#functions/errors';
import { NotAsked, type Question, type World } from '../question';

/** The workbench, which signs in Google's place, gives a token to every user of this machine. */
async function localToken({ certsUrl }: Config, audience: string): Promise<string> {
  const query = new URLSearchParams({ email: 'probe@example.org', audience });
  const url = new URL(`/identity/token?${query.toString()}`, certsUrl);
  const response = await fetch(url).catch(() => null); // no server
  if (response?.ok !== true) throw new NotAsked('no local workbench gives identity tokens here');
  return (await response.text()).trim();
}

async function identityToken({ config }: World): Promise<string> {
  const audience = config.audiences[0] ?? '';
  if (!config.isGoogle) return localToken(config, audience);
  try {
    return await ownIdentityToken(audience);
  } catch {
    // The library's message may quote what it was sent.
    throw new NotAsked('credentials of a service account are needed for an identity token');
  }
}

const identity: Question<'verified' | 'refused'> = {
  name: 'identityToken',
  asks: 'Does an identity token of the account carry a verified address, as `worker` demands?',
  answers: {
    verified: { says: 'yes', consequence: 'none' },
    refused: { says: 'no', consequence: 'stop: the scheduler will be answered with 401' },
  },
  async ask(world) {
    const token = await identityToken(world);
    try {
      await googleIdentity(world.config).verify(token);
      return { answer: 'verified' };
    } catch (error) {
      if (error instanceof AppError && error.refusal === 'badToken') return { answer: 'refused' };
      throw error;
    }
  },
};

const isProblem = (response: Response): boolean =>
  /^application\/problem\+json/.test(response.headers.get('content-type') ?? '');

const frontDoor: Question<'whole' | 'notVerified' | 'notLetIn' | 'notLectern'> = {
  name: 'frontDoor',
  asks: 'Does the service `api` take a token in both headers and leave `Authorization` whole?',
  answers: {
    whole: { says: 'yes', consequence: 'none' },
    notVerified: {
      says: 'the function gets it, but cannot verify it',
      consequence: 'every call is answered with 401: see LECTERN_AUDIENCES and the headers',
    },
    notLetIn: {
      says: 'no, the service itself refuses',
      consequence: 'see the invokers and custom audiences of the service',
    },
    notLectern: { says: 'somebody else answers', consequence: 'see the address given with --api' },
  },
  async ask(world) {
    if (world.apiUrl === null) throw new NotAsked('give the address of the function with --api');
    const bearer = `Bearer ${await identityToken(world)}`;
    const response = await fetch(`${world.apiUrl.replace(/\/$/, '')}/checkEntries`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: bearer,
        'x-serverless-authorization': bearer,
      },
      body: '{}',
    });
    const { status } = response;
    const detail = `status ${status}`;
    // Without a workbook's id the request is refused, but only after the token was verified.
    if (isProblem(response)) return { answer: status === 400 ? 'whole' : 'notVerified', detail };
    return { answer: status === 401 || status === 403 ? 'notLetIn' : 'notLectern', detail };
  },
};

function gmailOf({ config }: World, sender: string): Promise<GmailClient> {
  const { rootUrl, account } = config.gmail;
  const local = { access_token: 'local', expiry_date: Number.MAX_SAFE_INTEGER };
  if (rootUrl !== null) return gmailClient(() => Promise.resolve(local), rootUrl);
  if (account === null) throw new NotAsked('LECTERN_GMAIL_ACCOUNT is not set');
  const now = () => new Date();
  const token = () => fetchDelegatedToken({ account, sender, post: postAsDeployment, now });
  return gmailClient(token, null);
}

function draftFor(sender: string): { message: { raw: string } } {
  const text = `From: ${sender}\r\nTo: ${sender}\r\nSubject: lectern-probe\r\n\r\nNever sent.\r\n`;
  return { message: { raw: Buffer.from(text).toString('base64url') } };
}

/** The client's types are those of its older transport: what comes is a `Headers`. */
const quotaHeaders = (headers: unknown): string => {
  const all = headers instanceof Headers ? [...headers] : [];
  const found = all.filter(([name]) => /quota|rate-?limit|retry/i.test(name));
  if (found.length === 0) return 'no header about the quota';
  return found.map(([name, value]) => `${name}: ${value}`).join(', ');
};

const gmailDraft: Question<'made' | 'refused'> = {
  name: 'gmailDraft',
  asks: 'Can a draft be made and deleted for the sender, and does the answer tell the quota left?',
  answers: {
    made: { says: 'made and deleted', consequence: 'none: the pace is kept by counting' },
    refused: {
      says: 'no',
      consequence: 'nothing can be sent through Gmail: see its API, the role and the delegation',
    },
  },
  async ask(world) {
    const [sender] = world.config.gmail.senders;
    if (sender === undefined) throw new NotAsked('LECTERN_GMAIL_SENDERS is not set');
    const { users } = await gmailOf(world, sender);
    try {
      const requestBody = draftFor(sender);
      const made = await users.drafts.create({ userId: 'me', requestBody }, { retry: false });
      await users.drafts.delete({ userId: 'me', id: made.data.id ?? '' });
      return { answer: 'made', detail: quotaHeaders(made.headers) };
    } catch (error) {
      const status = readGoogleError(error)?.status ?? null;
      return { answer: 'refused', detail: status === null ? null : `status ${status}` };
    }
  },
};

export const SERVICE_QUESTIONS: readonly Question[] = [identity, frontDoor, gmailDraft];
