// Which deployment a command works for: the settings of deploy/.env, or what the local workbench says of itself.
import * as z from 'zod';

const email = z.email().transform((address) => address.toLowerCase());
const list = z
  .string()
  .default('')
  .transform((value) => value.split(',').flatMap((part) => part.trim() || []))
  .pipe(z.array(email));

const Settings = z.object({
  /** The account that each workbook is shared with. */
  DEPLOY_SERVICE_ACCOUNT: email,
  LECTERN_ADMINS: list,
  LECTERN_REGISTRY: z.string().default(''),
  LECTERN_API_URL: z.string().default(''),
  /** Of the local workbench. */
  LECTERN_SHEETS_ROOT_URL: z.url().optional(),
});

export interface Deployment {
  /** Where Google's APIs are; null: at Google. */
  readonly rootUrl: string | null;
  readonly account: string;
  readonly admins: readonly string[];
  /** Id of the registry workbook; null: the deployment has none. */
  readonly registryId: string | null;
  /** Address of the function `api`; empty: not known. */
  readonly apiUrl: string;
}

export type Environment = Readonly<Record<string, string | undefined>>;

const WHERE: Readonly<Record<string, string>> = {
  DEPLOY_SERVICE_ACCOUNT: 'the service account that workbooks are shared with',
  LECTERN_ADMINS: 'addresses, separated by commas',
};

/** Throws an error that names each missing setting. */
export function readDeployment(environment: Environment): Deployment {
  const parsed = Settings.safeParse(environment);
  if (!parsed.success) {
    const names = [...new Set(parsed.error.issues.map(({ path }) => String(path[0])))];
    const lines = names.map((name) => `  ${name}: ${WHERE[name] ?? 'not understood'}`);
    throw new Error(
      `Settings are missing or wrong:\n${lines.join('\n')}\nLoad them first: set -a; . deploy/.env; set +a`,
    );
  }
  const { data } = parsed;
  return {
    rootUrl: data.LECTERN_SHEETS_ROOT_URL ?? null,
    account: data.DEPLOY_SERVICE_ACCOUNT,
    admins: data.LECTERN_ADMINS,
    registryId: data.LECTERN_REGISTRY || null,
    apiUrl: data.LECTERN_API_URL,
  };
}

/** What `GET /workbench/deployment` answers: the settings of a deployment. */
const WorkbenchAnswer = z.record(z.string(), z.string());

/** The settings of the local workbench. Throws an error that says how to start it. */
export async function askWorkbench(url: string): Promise<Environment> {
  const base = url.replace(/\/+$/, '');
  if (!/^http:\/\/(127\.0\.0\.1|localhost):\d+$/.test(base))
    throw new Error(`The workbench is on this machine, not at "${url}".`);
  const response = await fetch(`${base}/workbench/deployment`).catch(() => null);
  if (response?.ok !== true)
    throw new Error(
      `No workbench answers at ${base}. Start it: npm start (with -- --registry where a registry is needed)`,
    );
  return WorkbenchAnswer.parse(await response.json());
}
