// main.tf against the provider's documented arguments, against itself, and against deploy.sh and the local front door.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from '@jest/globals';
import { DEPLOYED } from '#workbench/front-door/service-settings';
import { readTerraform, type Block } from './read-terraform';
import { DOCUMENTED, type Documented } from './terraform-fields';

const read = (file: string): string => readFileSync(join(process.cwd(), 'deploy', file), 'utf8');
const TEXT = read('main.tf');
const BLOCKS = readTerraform(TEXT);
/** Terraform's own, in every resource and dynamic block. */
const META = ['for_each', 'count', 'depends_on'];

/** What is wrong with a block, as sentences. */
function faults({ names, values, blocks }: Block, documented: Documented): string[] {
  const fields = documented.fields.split(' ').filter((field) => field !== '');
  const required = fields.filter((field) => field.endsWith('!')).map((field) => field.slice(0, -1));
  const known = fields.map((field) => field.replace('!', ''));
  const given = [...values.keys()].filter((name) => !META.includes(name));
  const place = names.join('.');
  return [
    ...given.filter((name) => !known.includes(name)).map((name) => `${place}: no argument ${name}`),
    ...required.filter((name) => !values.has(name)).map((name) => `${place}: ${name} is missing`),
    ...blocks.flatMap((block) => {
      const inner = documented.blocks?.[block.names[0] ?? ''];
      return inner ? faults(block, inner) : [`${place}: no block ${block.names.join('.')}`];
    }),
  ];
}

const resources = (kind: string): Block[] => BLOCKS.filter(({ names }) => names[0] === kind);
const fault = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => {
    const documented = DOCUMENTED[block.names[1] ?? ''];
    return documented ? faults(block, documented) : [`${block.names.join('.')}: not written down`];
  });

describe('main.tf', () => {
  it('uses documented arguments only, and gives every required one', () => {
    expect(fault([...resources('resource'), ...resources('data')])).toEqual([]);
  });

  it('reports an argument or a block that is not there, and a missing one', () => {
    const [wrong] = readTerraform(
      'resource "google_cloud_run_v2_service" "x" {\n  name = "x"\n  invoker_check = false\n  template {\n    conteiners {}\n  }\n}\n',
    );
    expect(fault(wrong ? [wrong] : [])).toEqual([
      'resource.google_cloud_run_v2_service.x: no argument invoker_check',
      'resource.google_cloud_run_v2_service.x: location is missing',
      'template: no block conteiners',
    ]);
  });

  it('refers to nothing that it does not declare', () => {
    const declared = [
      ...resources('variable').map(({ names }) => `var.${names[1] ?? ''}`),
      ...resources('locals').flatMap(({ values }) =>
        [...values.keys()].map((name) => `local.${name}`),
      ),
      ...resources('resource').map(({ names }) => names.slice(1).join('.')),
      ...resources('data').map(({ names }) => names.join('.')),
    ];
    const code = TEXT.replace(/^ *#.*$/gm, '');
    const used: string[] = code.match(/\b(?:var|local|data\.google_\w+|google_\w+)\.\w+/g) ?? [];
    expect(
      [...new Set(used)].filter(
        (name) => !declared.includes(name) && !declared.includes(`data.${name}`),
      ),
    ).toEqual([]);
    expect(declared.filter((name) => /^(var|local)/.test(name) && !used.includes(name))).toEqual(
      [],
    );
  });

  it('needs no command afterwards', () => {
    const [service] = resources('resource').filter(({ names }) => names[2] === 'service');
    expect(service?.values.get('custom_audiences')).toBe('each.value.audiences');
    expect(service?.values.get('invoker_iam_disabled')).toBe('!each.value.checks_invoker');
    expect(TEXT).not.toContain('after_each_apply');
  });
});

describe('a service is the same everywhere', () => {
  const [, all = ''] = /all_services = \{\n([\s\S]*?)\n {2}\}\n/.exec(TEXT) ?? [];
  const script = read('deploy.sh').replace(/\\\n/g, ' ');

  test.each(Object.entries(DEPLOYED))('%s', (name, settings) => {
    const [, own = ''] = new RegExp(` {4}${name} = \\{\\n([\\s\\S]*?)\\n {4}\\}`).exec(all) ?? [];
    const said = [...own.matchAll(/^ +(\w+) += (.*)$/gm)].map(
      ([, key = '', value = '']): [string, string] => [key, value],
    );
    expect(Object.fromEntries(said)).toMatchObject({
      checks_invoker: settings.checksInvoker ? '!local.open_to_all' : 'false',
      concurrency: String(settings.concurrency),
      max_instances: String(settings.maxInstances),
      timeout: `"${settings.timeoutSeconds}s"`,
    });
    const [command = ''] = new RegExp(`^ *deploy ${name} .*$`, 'm').exec(script) ?? [];
    expect(command).toContain(`--concurrency=${settings.concurrency} `);
    expect(command).toContain(`--max-instances=${settings.maxInstances} `);
    expect(command).toContain(`--timeout=${settings.timeoutSeconds}s `);
    expect(command).toContain(settings.checksInvoker ? ' "$check" ' : ' --no-invoker-iam-check ');
  });

  test('and the jobs are made alike', () => {
    const [job] = resources('resource').filter(({ names }) => names[2] === 'dispatch');
    const retry = job?.blocks.find(({ names }) => names[0] === 'retry_config')?.values;
    expect([...(retry ?? [])]).toEqual([
      ['retry_count', '3'],
      ['min_backoff_duration', '"30s"'],
      ['max_backoff_duration', '"120s"'],
    ]);
    expect(script).toContain('--max-retry-attempts=3 --min-backoff=30s --max-backoff=120s');
    expect(job?.values.get('attempt_deadline')).toBe('"600s"');
    expect(script).toContain('--attempt-deadline=600s');
    expect(job?.values.get('schedule')).toBe('"*/15 * * * *"');
    expect(script).toContain('--schedule="*/15 * * * *"');
  });
});
