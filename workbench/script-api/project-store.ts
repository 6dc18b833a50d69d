/** The Apps Script projects that were made through the API, one file each, so that they outlive the workbench. */
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';

const ScriptFile = z.object({
  name: z.string().min(1),
  type: z.enum(['SERVER_JS', 'HTML', 'JSON']),
  source: z.string(),
});
export type ScriptFile = z.infer<typeof ScriptFile>;

const StoredProject = z.object({
  scriptId: z.string(),
  title: z.string(),
  /** The spreadsheet that the script is bound to. */
  parentId: z.string().optional(),
  createTime: z.string(),
  updateTime: z.string(),
  files: z.array(ScriptFile),
});
export type StoredProject = z.infer<typeof StoredProject>;

export const Content = z.object({ files: z.array(ScriptFile).min(1) });

export interface ProjectStore {
  create(project: { title: string; parentId?: string | undefined }): Promise<StoredProject>;
  /** Undefined when there is no such project. */
  find(scriptId: string): Promise<StoredProject | undefined>;
  /** Undefined when there is no such project. */
  replaceFiles(scriptId: string, files: readonly ScriptFile[]): Promise<StoredProject | undefined>;
}

/** What Google puts into a project that was made empty: a manifest. */
const BASE_MANIFEST: ScriptFile = {
  name: 'appsscript',
  type: 'JSON',
  source: JSON.stringify({ timeZone: 'Etc/GMT', dependencies: {}, exceptionLogging: 'CLOUD' }),
};

export function projectStore(folder: string, now: () => Date): ProjectStore {
  const fileOf = (scriptId: string): string => join(folder, `${scriptId}.json`);
  const save = async (project: StoredProject): Promise<StoredProject> => {
    await mkdir(folder, { recursive: true });
    const file = fileOf(project.scriptId);
    await writeFile(`${file}.new`, JSON.stringify(project));
    await rename(`${file}.new`, file);
    return project;
  };
  const find: ProjectStore['find'] = async (scriptId) => {
    if (!/^[\w-]+$/.test(scriptId)) return undefined;
    const text = await readFile(fileOf(scriptId), 'utf8').catch(() => undefined); // not there: no such project
    return text === undefined ? undefined : StoredProject.parse(JSON.parse(text));
  };
  return {
    create({ title, parentId }) {
      const at = now().toISOString();
      return save({
        scriptId: `1${randomBytes(42).toString('base64url')}`,
        title,
        parentId,
        createTime: at,
        updateTime: at,
        files: [BASE_MANIFEST],
      });
    },
    find,
    async replaceFiles(scriptId, files) {
      const project = await find(scriptId);
      return project && save({ ...project, updateTime: now().toISOString(), files: [...files] });
    },
  };
}
