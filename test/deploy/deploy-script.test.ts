// deploy.sh with a stand-in for gcloud that writes down what it is asked.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { toEnvironment } from './env-file';
import { onUnix, runScript, type Run } from './run-script';

const SCRIPT = join(process.cwd(), 'deploy/deploy.sh');
const EXAMPLE = {
  ...toEnvironment(readFileSync(join(process.cwd(), 'deploy/.env.example'), 'utf8')),
  DEPLOY_LINK_KEY_SECRET: '',
};
/** The other tests leave the pages out. */
const PAGES = { DEPLOY_LINK_KEY_SECRET: 'lectern-link-key' };
const SCHEDULER = 'scheduler@example-project.iam.gserviceaccount.com';
const STAND_IN = `#!/usr/bin/env bash
printf '%s\\n' "$*" >> "$CALLS"
case "$*" in
*"projects describe"*) echo 123456789012 ;;
*describe*) echo https://api-example.a.run.app ;;
esac
exit 0
`;
const deploy = (variables: Readonly<Record<string, string>>): Run =>
  runScript('deploy.sh', { variables, args: ['--built'], programs: { gcloud: STAND_IN } });

onUnix('deploy.sh', () => {
  it('is a script that bash can read', () => {
    expect(spawnSync('bash', ['-n', SCRIPT], { encoding: 'utf8' })).toMatchObject({
      status: 0,
      stderr: '',
    });
  });

  it('deploys api behind the invoker check in one command, with lists in one piece and the secret by name', () => {
    const run = deploy({ ...EXAMPLE, LECTERN_AUDIENCES: 'one,two', LECTERN_ADMINS: 'a@x,b@x' });
    expect(run).toMatchObject({ status: 0, problem: '' });
    const [api = '', invoker = '', ...others] = run.calls.trim().split('\n');
    expect(api).toContain('run deploy api --project=example-project --region=asia-east1 --quiet');
    expect(api).toContain('--function=api --base-image=nodejs22 --no-allow-unauthenticated');
    expect(api).toContain(' --invoker-iam-check --set-custom-audiences=one,two ');
    expect(api).toContain(
      '--set-env-vars=^|^NODE_ENV=production|LECTERN_AUDIENCES=one,two|LECTERN_WORKBOOKS=0000000000000000000000000000000000000000|LECTERN_ADMINS=a@x,b@x',
    );
    expect(api).toContain('--set-secrets=LECTERN_SMTP_URL=lectern-smtp-url:latest');
    expect(invoker).toContain('add-iam-policy-binding api');
    expect(invoker).toContain('--member=group:clerks@example.org --role=roles/run.invoker');
    expect(others).toEqual([expect.stringContaining('run services describe api')]);
    expect(run.output).toContain('LECTERN_API_URL=https://api-example.a.run.app');
  });

  it('turns the invoker check of api off instead of naming allUsers, which a policy may forbid', () => {
    const { calls } = deploy({
      ...EXAMPLE,
      ...PAGES,
      DEPLOY_INVOKERS: 'allUsers,group:clerks@example.org',
    });
    expect(calls).toMatch(/run deploy api .* --no-invoker-iam-check /);
    expect(calls).not.toMatch(/allUsers| --allow-unauthenticated/);
    expect(calls.match(/--member=\S+/g)).toEqual(['--member=group:clerks@example.org']);
  });

  it('deploys api first, then the public pages without the invoker check, with nothing but the link key', () => {
    const { calls } = deploy({ ...EXAMPLE, ...PAGES });
    const [number = '', api = '', invoker = '', pages = ''] = calls.split('\n');
    expect(number).toContain('projects describe example-project');
    expect(api).toContain('run deploy api');
    expect(api).toContain('LECTERN_PAGES_URL=https://pages-123456789012.asia-east1.run.app');
    expect(api).toContain(
      'LECTERN_SMTP_URL=lectern-smtp-url:latest,LECTERN_LINK_KEY=lectern-link-key:latest',
    );
    expect(invoker).toContain('add-iam-policy-binding api');
    expect(pages).toContain('run deploy pages');
    expect(pages).toContain(' --no-invoker-iam-check ');
    expect(pages).toContain('--set-secrets=LECTERN_LINK_KEY=lectern-link-key:latest');
    expect(pages).not.toContain('LECTERN_SMTP_URL');
  });

  it('takes the address of the pages that is given', () => {
    const { calls } = deploy({
      ...EXAMPLE,
      ...PAGES,
      LECTERN_PAGES_URL: 'https://pages.example.org',
    });
    expect(calls).not.toContain('projects describe');
    expect(calls).toContain('LECTERN_PAGES_URL=https://pages.example.org');
  });

  it('deploys without mail and without pages when no secret is named', () => {
    const run = deploy({ ...EXAMPLE, DEPLOY_SMTP_SECRET: '' });
    expect(run.calls).toContain('--clear-secrets');
    expect(run.calls).not.toMatch(/LECTERN_(SMTP_URL|LINK_KEY|PAGES_URL)|deploy pages/);
  });

  it('deploys worker without the invoker check, and one job for all workbooks', () => {
    const [first, second] = ['a'.repeat(44), 'b'.repeat(44)];
    const workbooks = { LECTERN_WORKBOOKS: `${first},${second}` };
    const { calls } = deploy({ ...EXAMPLE, ...workbooks, LECTERN_SCHEDULERS: SCHEDULER });
    expect(calls).toMatch(/run deploy worker .* --no-invoker-iam-check /);
    expect(calls).not.toContain('add-iam-policy-binding worker');
    const jobs = calls.split('\n').filter((line) => line.startsWith('scheduler jobs update http'));
    expect(jobs).toHaveLength(1);
    const [job = ''] = jobs;
    expect(job).toContain('http lectern-dispatch ');
    expect(job).toContain('--schedule=*/15 * * * * ');
    expect(job).toContain('--uri=https://api-example.a.run.app/dispatch --http-method=POST');
    expect(job).toContain('--message-body={}');
    expect(job).toContain(`--oidc-service-account-email=${SCHEDULER}`);
    expect(job).toContain('--oidc-token-audience=000000000000-example.apps.googleusercontent.com');
    expect(job).toContain('--max-retry-attempts=3 --min-backoff=30s --max-backoff=120s');
    // those of earlier versions
    expect(calls).toContain(`scheduler jobs delete lectern-${first} `);
    expect(calls).toContain(`scheduler jobs delete lectern-${second} `);
    expect(calls).not.toContain('tasks queues');
  });

  it('makes a queue for each account that edits workbooks, within its quota, and lets the function fill them', () => {
    const account = 'district@example-project.iam.gserviceaccount.com';
    const { calls } = deploy({
      ...EXAMPLE,
      LECTERN_WORKBOOKS: '',
      LECTERN_REGISTRY: 'r'.repeat(44),
      LECTERN_SCHEDULERS: SCHEDULER,
      LECTERN_TASK_QUEUE: 'projects/example-project/locations/asia-east1/queues/lectern',
      DEPLOY_SHEETS_ACCOUNTS: account,
    });
    const queues = calls.split('\n').filter((line) => line.startsWith('tasks queues update'));
    expect(queues.map((line) => line.split(' ')[3])).toEqual(['lectern', 'lectern-district']);
    for (const queue of queues)
      expect(queue).toContain(
        '--max-dispatches-per-second=0.16 --max-concurrent-dispatches=3 --max-attempts=10 --min-backoff=60s --max-backoff=600s',
      );
    const own = 'serviceAccount:lectern@example-project.iam.gserviceaccount.com';
    expect(calls).toContain(
      `tasks queues add-iam-policy-binding lectern-district --project=example-project --location=asia-east1 --quiet --member=${own} --role=roles/cloudtasks.enqueuer`,
    );
    expect(calls).toContain(
      `add-iam-policy-binding ${SCHEDULER} --project=example-project --quiet --member=${own} --role=roles/iam.serviceAccountUser`,
    );
    expect(calls).toContain(
      `add-iam-policy-binding ${account} --project=example-project --quiet --member=${own} --role=roles/iam.serviceAccountTokenCreator`,
    );
    expect(calls).toContain(
      '|LECTERN_TASK_QUEUE=projects/example-project/locations/asia-east1/queues/lectern|LECTERN_WORKER_URL=https://worker-123456789012.asia-east1.run.app',
    );
    expect(calls).toContain(`|LECTERN_REGISTRY=${'r'.repeat(44)}`);
  });

  it('makes the bucket of the figures, and lets the function fill it and load it into a table', () => {
    const bucket = { ...EXAMPLE, LECTERN_ROLL_UP: 'gs://example-figures/' };
    const { calls } = deploy(bucket);
    const own = 'serviceAccount:lectern@example-project.iam.gserviceaccount.com';
    for (const role of ['storage.objectUser', 'storage.legacyBucketReader'])
      expect(calls).toContain(
        `storage buckets add-iam-policy-binding gs://example-figures --quiet --member=${own} --role=roles/${role}`,
      );
    expect(calls).toContain('|LECTERN_ROLL_UP=gs://example-figures|LECTERN_ROLL_UP_TABLE=');
    expect(calls).not.toContain('bigquery');
    const table = { LECTERN_ROLL_UP_TABLE: 'figures-project.lectern.facts' };
    const loaded = deploy({ ...bucket, ...table }).calls;
    expect(loaded).toContain(
      `projects add-iam-policy-binding figures-project --quiet --condition=None --member=${own} --role=roles/bigquery.jobUser`,
    );
    expect(loaded).toContain('|LECTERN_ROLL_UP_TABLE=figures-project.lectern.facts');
    expect(deploy({ ...EXAMPLE, ...table })).toMatchObject({ status: 1 });
    expect(deploy({ ...EXAMPLE, LECTERN_ROLL_UP: 'facts' })).toMatchObject({ status: 1 });
  });

  it('enables what Gmail needs, and lets the function sign in the name of the account', () => {
    const account = 'lectern@example-project.iam.gserviceaccount.com';
    expect(deploy(EXAMPLE).calls).not.toMatch(/services enable|TokenCreator/);
    const { calls } = deploy({ ...EXAMPLE, LECTERN_GMAIL_ACCOUNT: account });
    expect(calls).toContain('services enable gmail.googleapis.com iamcredentials.googleapis.com');
    expect(calls).toContain(
      `iam service-accounts add-iam-policy-binding ${account} --project=example-project --quiet --member=serviceAccount:${account} --role=roles/iam.serviceAccountTokenCreator`,
    );
  });

  it('takes the workbooks of the example’s several lines', () => {
    const lines = readFileSync(join(process.cwd(), 'deploy/.env.example'), 'utf8')
      .split('\n')
      .filter((line) => /^# {3}LECTERN_WORKBOOKS\+?=/.test(line));
    const script = `${lines.map((line) => line.slice(4)).join('\n')}\nprintf %s "$LECTERN_WORKBOOKS"`;
    expect(spawnSync('bash', ['-c', script], { encoding: 'utf8' }).stdout).toBe(
      'ID-OF-THE-FIRST@CLIENT-ID-OF-ITS-SCRIPT,ID-OF-THE-SECOND@CLIENT-ID-OF-ITS-SCRIPT',
    );
  });

  it('asks Google for nothing while a setting is missing', () => {
    const run = deploy({ ...EXAMPLE, LECTERN_AUDIENCES: '', DEPLOY_PROJECT: '' });
    expect(run).toMatchObject({ status: 1, calls: '' });
    expect(run.problem).toContain('not set: DEPLOY_PROJECT LECTERN_AUDIENCES');
  });

  it('refuses a mail password in the environment', () => {
    const run = deploy({ ...EXAMPLE, LECTERN_SMTP_URL: 'smtps://user:secret@smtp.example.org' });
    expect(run).toMatchObject({ status: 1, calls: '' });
    expect(run.problem).not.toContain('secret@');
  });

  it('refuses a link key in the environment', () => {
    const run = deploy({ ...EXAMPLE, LECTERN_LINK_KEY: 'k'.repeat(40) });
    expect(run).toMatchObject({ status: 1, calls: '' });
    expect(run.problem).not.toContain('kkk');
  });
});
