// deploy.sh with a stand-in for gcloud that writes down what it is asked.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { toEnvironment } from './env-file';

const SCRIPT = join(process.cwd(), 'deploy/deploy.sh');
const EXAMPLE = {
  ...toEnvironment(readFileSync(join(process.cwd(), 'deploy/.env.example'), 'utf8')),
  DEPLOY_LINK_KEY_SECRET: '',
};
/** The other tests leave the pages out. */
const PAGES = { DEPLOY_LINK_KEY_SECRET: 'lectern-link-key' };
const STAND_IN = `#!/usr/bin/env bash
printf '%s\\n' "$*" >> "$CALLS"
[[ "$*" == *describe* ]] && echo https://api-example.a.run.app
exit 0
`;
/** Windows has no bash of its own; deploy.sh is for the others. */
const onUnix = process.platform === 'win32' ? describe.skip : describe;

interface Run {
  readonly status: number | null;
  readonly output: string;
  readonly problem: string;
  readonly calls: string;
}

function deploy(variables: Readonly<Record<string, string>>): Run {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-deploy-'));
  try {
    mkdirSync(join(folder, 'bin'));
    mkdirSync(join(folder, 'deploy'));
    copyFileSync(SCRIPT, join(folder, 'deploy/deploy.sh'));
    writeFileSync(join(folder, 'bin/gcloud'), STAND_IN, { mode: 0o755 });
    const calls = join(folder, 'calls');
    writeFileSync(calls, '');
    const path = `${join(folder, 'bin')}${delimiter}${process.env['PATH'] ?? ''}`;
    const run = spawnSync('bash', [join(folder, 'deploy/deploy.sh'), '--built'], {
      env: { PATH: path, CALLS: calls, ...variables },
      encoding: 'utf8',
    });
    return {
      status: run.status,
      output: run.stdout,
      problem: run.stderr,
      calls: readFileSync(calls, 'utf8'),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

onUnix('deploy.sh', () => {
  it('is a script that bash can read', () => {
    expect(spawnSync('bash', ['-n', SCRIPT], { encoding: 'utf8' })).toMatchObject({
      status: 0,
      stderr: '',
    });
  });

  it('deploys behind a sign-in, with lists in one piece and the secret by name', () => {
    const run = deploy({ ...EXAMPLE, LECTERN_AUDIENCES: 'one,two', LECTERN_ADMINS: 'a@x,b@x' });
    expect(run).toMatchObject({ status: 0, problem: '' });
    const [functions = '', audiences = '', invoker = ''] = run.calls.split('\n');
    expect(functions).toContain('functions deploy api');
    expect(functions).toContain('--no-allow-unauthenticated');
    expect(functions).toContain('--runtime=nodejs22');
    expect(functions).toContain(
      '--set-env-vars=^|^NODE_ENV=production|LECTERN_AUDIENCES=one,two|LECTERN_WORKBOOKS=0000000000000000000000000000000000000000|LECTERN_ADMINS=a@x,b@x',
    );
    expect(functions).toContain('--set-secrets=LECTERN_SMTP_URL=lectern-smtp-url:latest');
    expect(audiences).toContain('--set-custom-audiences=one,two');
    expect(invoker).toContain('--member=group:clerks@example.org --role=roles/run.invoker');
    expect(run.output).toContain('LECTERN_API_URL=https://api-example.a.run.app');
  });

  it('deploys the public pages first, open to anybody, with nothing but the link key', () => {
    const { calls } = deploy({ ...EXAMPLE, ...PAGES });
    const [pages = '', describe = '', api = ''] = calls.split('\n');
    expect(pages).toContain('functions deploy pages');
    expect(pages).toContain(' --allow-unauthenticated');
    expect(pages).toContain('--set-secrets=LECTERN_LINK_KEY=lectern-link-key:latest');
    expect(pages).not.toContain('LECTERN_SMTP_URL');
    expect(describe).toContain('run services describe pages');
    expect(api).toContain('functions deploy api');
    expect(api).toContain('--no-allow-unauthenticated');
    expect(api).toContain('LECTERN_PAGES_URL=https://api-example.a.run.app');
    expect(api).toContain('LECTERN_SMTP_URL=lectern-smtp-url:latest,LECTERN_LINK_KEY=lectern-link-key:latest'); // prettier-ignore
    expect(calls.match(/ --allow-unauthenticated/g)).toHaveLength(1);
  });

  it('deploys without mail and without pages when no secret is named', () => {
    const run = deploy({ ...EXAMPLE, DEPLOY_SMTP_SECRET: '' });
    expect(run.calls).toContain('--clear-secrets');
    expect(run.calls).not.toMatch(/LECTERN_(SMTP_URL|LINK_KEY|PAGES_URL)|deploy pages/);
  });

  it('gives the schedule a door of its own and one job a workbook, made or brought up to date', () => {
    const workbooks = { LECTERN_WORKBOOKS: `${'a'.repeat(44)},${'b'.repeat(44)}` };
    const scheduler = 'scheduler@example-project.iam.gserviceaccount.com';
    const { calls } = deploy({ ...EXAMPLE, ...workbooks, LECTERN_SCHEDULERS: scheduler });
    expect(calls).toMatch(/functions deploy worker .*--no-allow-unauthenticated/);
    expect(calls).toContain(`services add-iam-policy-binding worker --project=example-project --region=asia-east1 --quiet --member=serviceAccount:${scheduler}`);
    const jobs = calls.split('\n').filter((line) => line.startsWith('scheduler jobs update http'));
    expect(jobs).toHaveLength(2);
    expect(jobs[0]).toContain(`--uri=https://api-example.a.run.app/runDue --http-method=POST --message-body={"spreadsheetId":"${'a'.repeat(44)}"}`);
    expect(jobs[0]).toContain(`--oidc-service-account-email=${scheduler} --oidc-token-audience=000000000000-example.apps.googleusercontent.com`);
  }); // prettier-ignore

  it('has each workbook’s job ask for a token that opens this workbook', () => {
    const [first, second] = ['a'.repeat(44), 'b'.repeat(44)];
    const { calls } = deploy({
      ...EXAMPLE,
      LECTERN_AUDIENCES: 'one,two',
      LECTERN_WORKBOOKS: `${first}@one,${second}@two`,
      LECTERN_SCHEDULERS: 'scheduler@example-project.iam.gserviceaccount.com',
    });
    const jobs = calls.split('\n').filter((line) => line.startsWith('scheduler jobs update http'));
    expect(jobs.map((job) => /jobs update http (\S+) .*--message-body=(\S+) .*--oidc-token-audience=(\S+) /.exec(job)?.slice(1))).toEqual([
      [`lectern-${first}`, `{"spreadsheetId":"${first}"}`, 'one'],
      [`lectern-${second}`, `{"spreadsheetId":"${second}"}`, 'two'],
    ]);
  }); // prettier-ignore

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
