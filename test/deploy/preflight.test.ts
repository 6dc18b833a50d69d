// preflight.sh against a project that has everything, and with one thing taken away at a time.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, test } from '@jest/globals';
import { REFUSALS } from '#functions/refusals.texts';
import { toEnvironment } from './env-file';
import { onUnix, runScript, type Run } from './run-script';

const SCRIPT = join(process.cwd(), 'deploy/preflight.sh');
const LECTERN = 'lectern@example-project.iam.gserviceaccount.com';
const SCHEDULER = 'scheduler@example-project.iam.gserviceaccount.com';
const BUILDER = 'serviceAccount:123-compute@developer.gserviceaccount.com';
const ME = 'user:admin@example.org';
const CLIENT = '000000000000-example.apps.googleusercontent.com';
const SETTINGS = {
  ...toEnvironment(readFileSync(join(process.cwd(), 'deploy/.env.example'), 'utf8')),
  LECTERN_SCHEDULERS: SCHEDULER,
  LECTERN_GMAIL_ACCOUNT: LECTERN,
  LECTERN_GMAIL_SENDERS: 'study@example.org',
};

/** What gcloud answers, by a pattern over its arguments; null: it fails. The first that fits counts. */
type Answers = readonly (readonly [pattern: string, answer: string | null])[];
const policy = (...lines: string[]): string =>
  lines.map((line) => line.replace(' ', '\t')).join('\n');
const API_ANSWERS: Answers = [
  ['run services describe api*invoker-iam-disabled*', ''],
  ['run services describe api*custom-audiences*', `["${CLIENT}"]`],
  ['run services describe *invoker-iam-disabled*', 'True'],
  ['run services get-iam-policy api *', policy('roles/run.invoker group:clerks@example.org')],
];
const COMPLETE: Answers = [
  ['auth list *', 'admin@example.org'],
  ['projects describe example-project *', '123'],
  ['billing projects describe *', 'True'],
  [
    'services list --enabled *',
    'sheets run cloudbuild artifactregistry secretmanager cloudscheduler gmail iamcredentials'
      .split(' ')
      .map((api) => `${api}.googleapis.com`)
      .join('\n'),
  ],
  [
    'projects get-iam-policy *',
    policy(
      `roles/run.sourceDeveloper ${ME}`,
      `roles/run.admin ${ME}`,
      `roles/cloudscheduler.admin ${ME}`,
      `roles/serviceusage.serviceUsageAdmin ${ME}`,
      `roles/run.builder ${BUILDER}`,
    ),
  ],
  ['iam service-accounts describe *uniqueId*', '1122334455'],
  ['iam service-accounts describe *', 'somebody'],
  [
    `iam service-accounts get-iam-policy ${LECTERN} *`,
    policy(
      `roles/iam.serviceAccountUser ${ME}`,
      `roles/iam.serviceAccountTokenCreator serviceAccount:${LECTERN}`,
    ),
  ],
  [
    `iam service-accounts get-iam-policy ${SCHEDULER} *`,
    policy(`roles/iam.serviceAccountUser ${ME}`),
  ],
  ['iam service-accounts sign-jwt *', ''],
  ['secrets versions list *', '1'],
  [
    'secrets get-iam-policy *',
    policy(`roles/secretmanager.secretAccessor serviceAccount:${LECTERN}`),
  ],
  ['org-policies describe run.managed.requireInvokerIam *', 'False'],
  ['resource-manager org-policies describe iam.allowedPolicyMemberDomains *', ''],
  ...API_ANSWERS,
];

function preflight(
  answers: Answers = [],
  variables: Readonly<Record<string, string>> = {},
  google = '{"access_token":"secret-token"}',
): Run {
  const cases = [...answers, ...COMPLETE].map(([pattern, answer]) => {
    const quoted = pattern
      .split('*')
      .map((part) => (part === '' ? '' : `'${part}'`))
      .join('*');
    return `${quoted}) ${answer === null ? 'exit 1' : `printf '%s' '${answer}'`} ;;`;
  });
  const gcloud = `#!/usr/bin/env bash
printf '%s\\n' "$*" >> "$CALLS"
[[ $2 != service-accounts || $3 != sign-jwt ]] || echo signed > "$5"
case "$*" in
${cases.join('\n')}
*) exit 1 ;;
esac
`;
  const curl = `#!/usr/bin/env bash\nprintf '%s' '${google}'\n`;
  return runScript('preflight.sh', {
    variables: { ...SETTINGS, ...variables },
    programs: { gcloud, curl },
  });
}

/** The lines that say what is missing, each followed by what to do. */
const missing = ({ output }: Run): string[] =>
  [...output.matchAll(/^MISSING {2}(.*)\n {9}→ (.*)$/gm)].map(
    ([, what = '', todo = '']) => `${what} → ${todo}`,
  );

onUnix('preflight.sh', () => {
  it('is a script that bash can read', () => {
    const check = spawnSync('bash', ['-n', SCRIPT], { encoding: 'utf8' });
    expect(check).toMatchObject({ status: 0, stderr: '' });
  });

  it('finds nothing missing in a project that has everything, and prints no token', () => {
    const run = preflight();
    expect(missing(run)).toEqual([]);
    expect(run).toMatchObject({ status: 0, problem: '' });
    expect(run.output).toContain('ok       worker: the invoker check is off');
    expect(run.output).not.toContain('secret-token');
  });

  it('only reads', () => {
    const verbs = preflight().calls.trim().split('\n');
    expect(verbs.filter((call) => !/ (describe|list|get-iam-policy|sign-jwt) /.test(call))).toEqual(
      [],
    );
  });

  it('says why every tick would be 401 when worker has the invoker check on, in the function’s own words', () => {
    const run = preflight([['run services describe worker*', '']]);
    expect(run.status).toBe(1);
    expect(missing(run)).toEqual([
      `worker: the invoker check is on, so every tick of the scheduler is answered 401. ${REFUSALS.signatureRemoved.detail.en} → gcloud run services update worker --no-invoker-iam-check --project=example-project --region=asia-east1`,
    ]);
  });

  it('takes services that are not deployed yet for no fault', () => {
    const run = preflight([['run services describe *', null]]);
    expect([run.status, missing(run)]).toEqual([0, []]);
    expect(run.output).toContain('ok       worker is not deployed yet');
  });

  test.each<[string, Answers, RegExp]>([
    [
      'an API',
      [['services list --enabled *', 'run.googleapis.com']],
      /^API sheets\.googleapis\.com is not enabled → gcloud services enable sheets\.googleapis\.com --project=example-project$/,
    ],
    [
      'Gmail’s API',
      [['services list --enabled *', 'run.googleapis.com']],
      /^API iamcredentials\.googleapis\.com is not enabled/,
    ],
    ['billing', [['billing *', 'False']], /^billing is off → /],
    [
      'an active account',
      [['auth list *', '']],
      /^gcloud has no active account → gcloud auth login$/,
    ],
    ['the project', [['projects describe *', null]], /^project example-project is not there/],
    [
      'a role',
      [['projects get-iam-policy *', policy(`roles/run.admin ${ME}`)]],
      /^role run\.sourceDeveloper is not given .* → gcloud projects add-iam-policy-binding example-project --member=user:admin@example\.org --role=roles\/run\.sourceDeveloper$/,
    ],
    [
      'the builder’s role',
      [['projects get-iam-policy *', policy(`roles/owner ${ME}`)]],
      /^role run\.builder is not given .*123-compute@developer/,
    ],
    [
      'the service account',
      [['iam service-accounts describe lectern*email*', null]],
      /^service account lectern@.* is not there, or .* → gcloud iam service-accounts create lectern --project/,
    ],
    [
      'acting as the scheduler',
      [[`iam service-accounts get-iam-policy ${SCHEDULER}*`, '']],
      /^admin@example\.org may not act as scheduler@/,
    ],
    [
      'a secret',
      [['secrets versions list lectern-smtp-url *', '']],
      /^secret lectern-smtp-url is not there, has no value/,
    ],
    [
      'reading a secret',
      [['secrets get-iam-policy lectern-link-key *', '']],
      /^lectern@.* may not read the secret lectern-link-key → gcloud secrets add-iam-policy-binding/,
    ],
    [
      'turning the check off',
      [['org-policies describe run.managed*', 'True']],
      /^the organisation's policy run\.managed\.requireInvokerIam forbids/,
    ],
    [
      'a custom audience',
      [['run services describe api*custom-audiences*', '["other"]']],
      /^api: 000000000000-example\S+ is no custom audience, so Cloud Run answers its users 401 → gcloud run services update api --set-custom-audiences=/,
    ],
    [
      'an invoker',
      [['run services get-iam-policy api *', '']],
      /^api: group:clerks@example\.org may not invoke it/,
    ],
    [
      'the pages',
      [['run services describe pages*', '']],
      /^pages: the invoker check is on, so whoever opens a link is answered 403/,
    ],
    [
      'signing for Gmail',
      [
        [
          `iam service-accounts get-iam-policy ${LECTERN}*`,
          policy(`roles/iam.serviceAccountUser ${ME}`),
        ],
      ],
      /^lectern@.* may not sign as lectern@.*serviceAccountTokenCreator$/,
    ],
  ])('misses %s', (_, answers, expected) => {
    const run = preflight(answers);
    expect(missing(run)).toEqual(expect.arrayContaining([expect.stringMatching(expected)]));
    expect(run.status).toBe(1);
  });

  test.each([
    [
      '{"error":"unauthorized_client"}',
      /^the domain does not delegate gmail\.compose to lectern@.* → Admin console .*client id 1122334455, scope https:\/\/www\.googleapis\.com\/auth\/gmail\.compose$/,
    ],
    ['{"error":"invalid_grant"}', /^Google knows no mailbox study@example\.org/],
  ])('tries the domain’s delegation: %s', (answer, expected) => {
    expect(missing(preflight([], {}, answer))).toEqual([expect.stringMatching(expected)]);
  });

  it('does not call missing what it cannot see', () => {
    const unseen = [
      'billing *',
      'services list *',
      'projects get-iam-policy *',
      'iam service-accounts get-iam-policy *',
      'iam service-accounts sign-jwt *',
      'secrets get-iam-policy *',
      'run services get-iam-policy *',
    ];
    const run = preflight(unseen.map((pattern) => [pattern, null] as const));
    expect([run.status, missing(run)]).toEqual([0, []]);
    // two accounts to act as, two secrets, two about Gmail, the invokers, the workbooks, and the first three
    expect(run.output.match(/^LOOK/gm)).toHaveLength(11);
  });

  it('asks Google for nothing while a setting is missing', () => {
    const run = preflight([], { LECTERN_AUDIENCES: '' });
    expect([run.status, run.calls]).toEqual([1, '']);
    expect(missing(run)).toEqual([expect.stringMatching(/^setting LECTERN_AUDIENCES is empty/)]);
  });

  it('knows a client id, and how many audiences a service can hold', () => {
    const many = Array.from({ length: 700 }, () => CLIENT).join(',');
    expect(missing(preflight([], { LECTERN_AUDIENCES: 'https://api.example.org' }))).toEqual(
      expect.arrayContaining([expect.stringMatching(/^audience \S+ is no OAuth client id/)]),
    );
    expect(missing(preflight([], { LECTERN_AUDIENCES: many }))).toEqual([
      expect.stringMatching(/^the audiences take 35001 characters, and Cloud Run stores 32768/),
    ]);
  });

  it('wants the check of api off where everybody is an invoker', () => {
    const run = preflight([], { DEPLOY_INVOKERS: 'allUsers' });
    expect(missing(run)).toEqual([
      'api: the invoker check is on, and DEPLOY_INVOKERS says allUsers → gcloud run services update api --no-invoker-iam-check --project=example-project --region=asia-east1',
    ]);
  });

  it('asks nothing about a scheduler, Gmail or secrets that are not wanted', () => {
    const off = [
      'LECTERN_SCHEDULERS',
      'LECTERN_GMAIL_ACCOUNT',
      'DEPLOY_SMTP_SECRET',
      'DEPLOY_LINK_KEY_SECRET',
    ];
    const { calls } = preflight([], Object.fromEntries(off.map((name) => [name, ''])));
    expect(calls).not.toMatch(/secrets|sign-jwt|worker|pages|scheduler@/);
  });
});
