// What Google refused, in the administrator's words, with the next step.
import { PERSON_SCOPES } from './person-clients';
import { readGoogleError } from '#functions/adapters/google-sheets/google-error';
import { AppError } from '#functions/errors';

const LOGIN = `gcloud auth application-default login --client-id-file=client_secret.json --scopes=openid,https://www.googleapis.com/auth/userinfo.email,https://www.googleapis.com/auth/cloud-platform,${PERSON_SCOPES.join(',')}`;

interface Known {
  readonly status: number;
  readonly words: RegExp;
  readonly says: string;
}

/** The first that fits. */
const REFUSALS: readonly Known[] = [
  {
    status: 403,
    words: /has not enabled the Apps Script API/i,
    says: 'The Apps Script API is off in your own account. Turn it on at https://script.google.com/home/usersettings and wait a minute.',
  },
  {
    status: 403,
    words: /insufficient (authentication )?scopes|insufficient permission/i,
    says: `Your credentials do not cover Drive and Apps Script. Sign in once more:\n  ${LOGIN}`,
  },
  {
    status: 403,
    words: /has not been used in project|is disabled|accessNotConfigured/i,
    says: 'An API is not enabled in the project: gcloud services enable drive.googleapis.com script.googleapis.com iamcredentials.googleapis.com',
  },
  {
    status: 403,
    words: /iam\.serviceAccounts\.getAccessToken/i,
    says: 'You may not act as the service account. Give yourself the role Service Account Token Creator on it.',
  },
  {
    status: 403,
    words: /shar(e|ing).*(outside|domain|policy|organi[sz]ation)|cannotShare|invalidSharing/i,
    says: 'The domain does not let anybody share with this account. docs/operations.md, Workbook, says what the Workspace administrator can allow.',
  },
  {
    status: 403,
    words: /cannot be copied|cannotCopyFile/i,
    says: 'Its owner lets nobody copy this file who may only read it. Have yourself made an editor.',
  },
  {
    status: 403,
    words: /storage quota|storageQuotaExceeded/i,
    says: 'Your Drive is full. Make room, or have somebody else run the command.',
  },
  {
    status: 401,
    words: /./,
    says: `Google does not know who you are. Sign in:\n  ${LOGIN}`,
  },
  {
    status: 429,
    words: /./,
    says: 'Google counts calls by the minute, and this minute’s are used up. Wait a minute.',
  },
  {
    status: 404,
    words: /./,
    says: 'There is no such file or script, or you may not see it.',
  },
];

export function explain(error: unknown): string {
  if (error instanceof AppError) {
    const { detail, nextStep } = error.explain('en');
    return `${detail} ${nextStep}`;
  }
  const google = readGoogleError(error) ?? readGoogleError(causeOf(error));
  if (google === null) return error instanceof Error ? error.message : String(error);
  const { status, message } = google;
  const known = REFUSALS.find((one) => one.status === status && one.words.test(message));
  if (known !== undefined) return `${known.says} (Google: ${message})`;
  if (status === null || status >= 500) return `Google could not be reached (${message}).`;
  return `Google refused it: ${message}`;
}

/** A refusal was explained by the error around it: it has a code, too, but no answer of Google's. */
const causeOf = (error: unknown): unknown =>
  error instanceof Error && !(error.cause instanceof AppError) ? error.cause : undefined;
