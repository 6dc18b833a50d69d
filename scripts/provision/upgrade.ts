// `npm run upgrade-scripts`: brings the scripts of all registered workbooks to this version, and lists those it could not.
import { parseArgs } from 'node:util';
import { askWorkbench, readDeployment } from './deployment';
import { explain } from './explain';
import { connect } from './google';
import type { Surroundings } from './main';
import { foreignWords, type Google } from './steps';
import {
  foreignFiles,
  isSameScript,
  readScriptFiles,
  versionOf,
  type ScriptFile,
} from './script-project';

const HELP = `Lectern: brings the scripts of all registered workbooks to this version

  set -a; . deploy/.env; set +a
  npm run upgrade-scripts -- [options]

  --api-url URL    address of the function api, which the scripts call (default: LECTERN_API_URL)
  --check          changes nothing: says only which scripts are of another version
  --workbench URL  the local workbench instead of Google, started with npm start -- --registry
  --help           show this text
`;

const DECLARED = {
  'api-url': { type: 'string' },
  check: { type: 'boolean', default: false },
  workbench: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Gives the exit status: 0 all are of this version, 1 some are not, 2 not begun. */
export async function upgradeScripts(
  argv: readonly string[],
  around: Surroundings,
): Promise<number> {
  const { print } = around;
  try {
    const { values } = parseArgs({ args: [...argv], options: DECLARED, strict: true });
    if (values.help === true) {
      print(HELP);
      return 0;
    }
    const { workbench } = values;
    const deployment = readDeployment(
      workbench === undefined ? around.environment : await askWorkbench(workbench),
    );
    const apiUrl = values['api-url'] ?? deployment.apiUrl;
    if (apiUrl === '')
      throw new Error('The address of the function api is missing: --api-url https://…');
    const files = await readScriptFiles(await around.buildScript(apiUrl));
    const google = around.google ?? connect(deployment);
    return await upgradeAll(google, { files, isCheck: values.check }, print);
  } catch (error) {
    print(explain(error));
    return 2;
  }
}

interface Wanted {
  readonly files: readonly ScriptFile[];
  readonly isCheck: boolean;
}

async function upgradeAll(
  google: Google,
  wanted: Wanted,
  print: Surroundings['print'],
): Promise<number> {
  const workbooks = await google.registry.workbooks();
  const left: string[] = [];
  let scripts = 0;
  for (const { id, name: given, scriptId } of workbooks) {
    if (scriptId === null) continue;
    const name = given || id;
    scripts += 1;
    try {
      const { isLeft, says } = await upgradeOne(google, scriptId, wanted);
      if (isLeft) left.push(name);
      print(`${name}: ${says}`);
    } catch (error) {
      left.push(name);
      print(`${name}: FAILED. ${explain(error)}`);
    }
  }
  const without = workbooks.length - scripts;
  if (without > 0)
    print(`${without} workbooks have no script in the registry: the add-on serves them, or clasp.`);
  if (left.length > 0) print(`Not of this version: ${left.join(', ')}.`);
  return left.length > 0 ? 1 : 0;
}

interface Upgraded {
  readonly isLeft: boolean;
  readonly says: string;
}

async function upgradeOne(
  { script }: Google,
  scriptId: string,
  { files, isCheck }: Wanted,
): Promise<Upgraded> {
  const present = await script.content(scriptId);
  if (isSameScript(present, files)) return { isLeft: false, says: 'of this version already' };
  const before = versionOf(present) ?? 'another version';
  const after = versionOf(files) ?? 'this version';
  // One version number may stand for several builds, and an address may have changed.
  const change =
    before === after ? `${after}, built or addressed otherwise` : `${before} → ${after}`;
  if (isCheck) return { isLeft: true, says: change };
  const foreign = foreignFiles(present, files);
  if (foreign.length > 0) return { isLeft: true, says: foreignWords(scriptId, foreign) };
  await script.replace(scriptId, files);
  return { isLeft: false, says: change };
}
