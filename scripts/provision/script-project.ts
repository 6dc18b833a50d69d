// What provisioning asks of the Apps Script API, and how the built script becomes the files of a project.
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, parse } from 'node:path';
import * as z from 'zod';
import type { ScriptClient } from './person-clients';

const ScriptFile = z.object({
  name: z.string(),
  type: z.enum(['SERVER_JS', 'HTML', 'JSON']),
  source: z.string().default(''),
});
export type ScriptFile = Readonly<z.infer<typeof ScriptFile>>;

const ContentAnswer = z.object({ files: z.array(ScriptFile).default([]) });
const ProjectAnswer = z.object({ scriptId: z.string() });

export interface ScriptPort {
  /** Makes an empty script that is bound to the spreadsheet; returns its id. */
  create(title: string, spreadsheetId: string): Promise<string>;
  content(scriptId: string): Promise<ScriptFile[]>;
  /** Replaces all files of the script. */
  replace(scriptId: string, files: readonly ScriptFile[]): Promise<void>;
}

export function scriptPort(client: ScriptClient): ScriptPort {
  return {
    async create(title, parentId) {
      const { data } = await client.projects.create({ requestBody: { title, parentId } });
      return ProjectAnswer.parse(data).scriptId;
    },
    async content(scriptId) {
      return ContentAnswer.parse((await client.projects.getContent({ scriptId })).data).files;
    },
    async replace(scriptId, files) {
      await client.projects.updateContent({ scriptId, requestBody: { files: [...files] } });
    },
  };
}

const TYPES: Readonly<Record<string, ScriptFile['type']>> = {
  '.js': 'SERVER_JS',
  '.html': 'HTML',
  '.json': 'JSON',
};

/** The files of a folder that clasp would push. */
export async function readScriptFiles(folder: string): Promise<ScriptFile[]> {
  const names = (await readdir(folder)).filter((name) => !name.startsWith('.')).sort();
  const files = names.map(async (file): Promise<ScriptFile[]> => {
    const type = TYPES[extname(file)];
    if (type === undefined) return [];
    return [{ name: parse(file).name, type, source: await readFile(join(folder, file), 'utf8') }];
  });
  return (await Promise.all(files)).flat();
}

const keyOf = ({ name, type }: ScriptFile): string => `${name}.${type}`;

/** Whether a script has these files as they are; the manifest is compared as data, because Google formats it anew. */
export function isSameScript(
  present: readonly ScriptFile[],
  wanted: readonly ScriptFile[],
): boolean {
  const sources = new Map(present.map((file) => [keyOf(file), comparable(file)]));
  return (
    present.length === wanted.length &&
    wanted.every((file) => sources.get(keyOf(file)) === comparable(file))
  );
}

function comparable({ type, source }: ScriptFile): string {
  if (type !== 'JSON') return source;
  try {
    return JSON.stringify(sorted(JSON.parse(source)));
  } catch {
    return source; // somebody has spoiled it: it differs from ours
  }
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, one]) => [key, sorted(one)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Names of files that are not among Lectern's: somebody has put them there. */
export function foreignFiles(
  present: readonly ScriptFile[],
  wanted: readonly ScriptFile[],
): string[] {
  const ours = new Set(wanted.map(keyOf));
  // What Google puts into a script that was made in the editor, until somebody writes into it.
  const isEmpty = ({ source }: ScriptFile): boolean =>
    /^\s*(function myFunction\(\)\s*\{\s*\})?\s*$/.test(source);
  return present.filter((file) => !ours.has(keyOf(file)) && !isEmpty(file)).map(({ name }) => name);
}

/** The version that a built script says it is; null when it does not say. */
export function versionOf(files: readonly ScriptFile[]): string | null {
  const main = files.find(({ name, type }) => name === 'main' && type === 'SERVER_JS');
  return /^\/\/ Lectern (\S+), built/.exec(main?.source ?? '')?.[1] ?? null;
}
