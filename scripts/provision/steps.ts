// The steps that put one more workbook in place. Each looks first what is there already, so that it may be repeated and goes on where an
// earlier run broke: what was done is seen in Drive, in the workbook and in the registry, and nothing is kept on this machine.
import { createHash } from 'node:crypto';
import type { Language } from '#core/text/language';
import type { Day } from '#core/calendar/day';
import { AppError } from '#functions/errors';
import type { Deployment } from './deployment';
import type { District } from './district';
import type { DriveFile, DrivePort, Share } from './drive';
import type { RegistryPort } from './registry';
import { foreignFiles, isSameScript, type ScriptFile, type ScriptPort } from './script-project';
import type { NewWorkbookPort } from './new-workbook';

export interface Google {
  readonly drive: DrivePort;
  readonly script: ScriptPort;
  readonly workbook: NewWorkbookPort;
  readonly registry: RegistryPort;
}

export interface Task {
  readonly district: District;
  readonly deployment: Deployment;
  readonly google: Google;
  /** The built script; null: the workbook is opened by the add-on. */
  readonly scriptFiles: readonly ScriptFile[] | null;
  readonly language: Language;
  readonly timeZone: string;
  readonly today: Day;
}

/** What the steps before have found out. */
export interface Known {
  readonly spreadsheetId: string;
  /** Made by these steps: nobody has worked in it before. */
  readonly isOwn: boolean;
  /** Made by these steps from another workbook: a script came along, whose id nobody tells. */
  readonly isCopied: boolean;
  readonly scriptId: string | null;
  /** An earlier run broke while it made the script: nobody knows whether there is one. */
  readonly isScriptBeingMade: boolean;
}

export interface Done {
  readonly known: Known;
  /** What was done or found, in a few words. */
  readonly says: string;
}

export interface Step {
  readonly name: string;
  run(task: Task, known: Known): Promise<Done>;
}

/** Marks on the file in Drive, which any program with access sees: of which name it is the workbook, and its script. */
export const NAME_MARK = 'lecternName';
export const SCRIPT_MARK = 'lecternScript';
const ORIGIN_MARK = 'lecternOrigin';
/** The id of the workbook that it was copied from. */
const COPY_MARK = 'lecternCopyOf';
const OWN = 'made';
const COPIED = 'copied';
/** The script is being made: its id is not known yet. */
const BEING_MADE = 'being-made';

/** Drive takes at most 124 bytes for a mark, and names in Chinese are longer. */
export const nameMark = (name: string): string =>
  createHash('sha256').update(name).digest('hex').slice(0, 32);

const spreadsheet: Step = {
  name: 'spreadsheet',
  async run(task) {
    const { district, google } = task;
    const { file, says } = await findOrMake(task);
    if (!file.isSpreadsheet) throw new Error(`${file.id} (${file.name}) is no Google spreadsheet.`);
    if (file.isInBin)
      throw new Error(
        `The spreadsheet ${file.id} (${file.name}) is in the bin. Restore it, or take its row out of the registry.`,
      );
    const marked = file.properties[NAME_MARK];
    if (marked === undefined)
      await google.drive.setProperties(file.id, { [NAME_MARK]: nameMark(district.name) });
    else if (marked !== nameMark(district.name))
      throw new Error(
        `The spreadsheet ${file.id} (${file.name}) was put in place under another name. Use that name; a copy of it is made with --copy-of.`,
      );
    const scriptMark = file.properties[SCRIPT_MARK] ?? null;
    const isScriptBeingMade = scriptMark === BEING_MADE;
    const scriptId = isScriptBeingMade ? null : scriptMark;
    const isOwn = file.properties[ORIGIN_MARK] === OWN;
    const isCopied = file.properties[ORIGIN_MARK] === COPIED;
    const known = { spreadsheetId: file.id, isOwn, isCopied, scriptId, isScriptBeingMade };
    return { known, says: `${says} ${file.id}` };
  },
};

interface FoundFile {
  readonly file: DriveFile;
  readonly says: string;
}

/** The one that was named, else the one of an earlier run, else a new one. */
async function findOrMake({ district, google }: Task): Promise<FoundFile> {
  const { drive, registry } = google;
  const { name, from, copyOf } = district;
  const known = new Set([
    ...(await registry.workbooks()).filter((one) => one.name === name).map(({ id }) => id),
    ...(await drive.find(NAME_MARK, nameMark(name))).map(({ id }) => id),
  ]);
  const [id, ...more] = known;
  if (from !== null) {
    if (id !== undefined && !known.has(from))
      throw new Error(
        `"${name}" already has the workbook ${id}. Choose another name, or leave --from out.`,
      );
    return { file: await drive.get(from), says: 'taken:' };
  }
  if (more.length > 0)
    throw new Error(
      `"${name}" has several workbooks: ${[...known].join(', ')}. Say which with --from.`,
    );
  if (id !== undefined) {
    const file = await drive.get(id);
    if (copyOf !== null && file.properties[COPY_MARK] !== copyOf)
      throw new Error(
        `"${name}" already has the workbook ${id}, which this command did not copy from ${copyOf}. Choose another name for the copy, or leave --copy-of out.`,
      );
    return { file, says: 'there already:' };
  }
  if (copyOf !== null) {
    // Drive copies the marks, too: those of the other workbook must go in the same call.
    const marks = {
      [NAME_MARK]: nameMark(name),
      [ORIGIN_MARK]: COPIED,
      [COPY_MARK]: copyOf,
      [SCRIPT_MARK]: null,
    };
    return { file: await drive.copy(copyOf, name, marks), says: 'copied:' };
  }
  const marks = { [NAME_MARK]: nameMark(name), [ORIGIN_MARK]: OWN };
  return { file: await drive.create(name, marks), says: 'made:' };
}

const sharing: Step = {
  name: 'sharing',
  async run({ district, deployment, google }, known) {
    const wanted = [deployment.account, ...district.clerks];
    const present = await google.drive.shares(known.spreadsheetId);
    const shares = new Map(present.map((share) => [share.email, share]));
    const done: string[] = [];
    for (const email of wanted) {
      const share = shares.get(email);
      if (share === undefined) await google.drive.share(known.spreadsheetId, email);
      else if (MAY_READ_ONLY.has(share.role)) await google.drive.raise(known.spreadsheetId, share);
      else continue;
      done.push(email);
    }
    const says = done.length === 0 ? 'as it should be' : `now with ${done.join(', ')}`;
    const others = known.isCopied ? othersThan(wanted, present) : [];
    return {
      known,
      says: others.length === 0 ? says : `${says}; also open to: ${others.join(', ')}`,
    };
  },
};

/** A copy is made in the folder of the other file, and everybody with access to that folder may open it. Its owner made it. */
const othersThan = (wanted: readonly string[], shares: readonly Share[]): string[] =>
  shares.flatMap(({ role, email, who }) =>
    role === 'owner' || wanted.includes(email ?? '') ? [] : [`${who} (${role})`],
  );

const MAY_READ_ONLY: ReadonlySet<string> = new Set(['reader', 'commenter']);

const setUp: Step = {
  name: 'set-up',
  async run({ district, deployment, google, language, timeZone }, known) {
    const { admins } = deployment;
    const own = known.isOwn ? { language, timeZone } : null;
    const wishes = { own, admins, isCopied: known.isCopied };
    const { state, created, upgraded } = await google.workbook.setUp(known.spreadsheetId, wishes);
    if (state === 'nameless')
      throw new Error(
        `The copy ${known.spreadsheetId} cannot be told from last year's workbook, which has no id of its own yet. Move the copy to the bin, press Set up in last year's workbook${district.copyOf === null ? '' : ` ${district.copyOf}`}, then repeat the command.`,
      );
    if (state === 'copy')
      return {
        known,
        says: 'left out, because it is a copy: in its sidebar press New year, "This workbook is a copy"; or Set up to keep all that is in it',
      };
    if (created + upgraded === 0) return { known, says: 'as it should be' };
    return { known, says: `${created} tabs created, ${upgraded} completed` };
  },
};

const roles: Step = {
  name: 'roles',
  async run({ district, google }, known) {
    const added = await addClerks(google, known, district.clerks);
    return {
      known,
      says: added.length === 0 ? 'as they should be' : `clerks: ${added.join(', ')}`,
    };
  },
};

/** Throws what the workbook throws; of a protected copy an error with the reason and the next step. */
async function addClerks(
  { workbook }: Google,
  { spreadsheetId, isCopied }: Known,
  clerks: readonly string[],
): Promise<readonly string[]> {
  try {
    return await workbook.addClerks(spreadsheetId, clerks);
  } catch (error) {
    const isProtected = error instanceof AppError && error.refusal === 'cellsProtected';
    if (!isCopied || !isProtected) throw error;
    throw new Error(
      'Google kept a protection of the tab Roles in the copy without the service account. Delete it there under Data → Protect sheets and ranges, then repeat the command. Once the year has begun, Set up makes it anew.',
      { cause: error },
    );
  }
}

/** Google has no list of the scripts that are bound to a file, so the file itself keeps the script's id. */
const script: Step = {
  name: 'script',
  async run({ district, google, scriptFiles }, known) {
    if (scriptFiles === null) return { known, says: 'none: the add-on serves it' };
    const { spreadsheetId, scriptId, isScriptBeingMade } = known;
    if (scriptId !== null) return { known, says: `there already: ${scriptId}` };
    const workbooks = await google.registry.workbooks();
    const registered = workbooks.find(({ id }) => id === spreadsheetId)?.scriptId ?? null;
    const mark = (value: string) =>
      google.drive.setProperties(spreadsheetId, { [SCRIPT_MARK]: value });
    if (registered !== null) {
      await mark(registered);
      return { known: { ...known, scriptId: registered }, says: `in the registry: ${registered}` };
    }
    if (known.isCopied)
      return {
        known,
        says: 'came along with the copy, if the other workbook has one. Google tells no program its id: Extensions → Apps Script → Project settings',
      };
    if (!isScriptBeingMade) await mark(BEING_MADE);
    const made = await google.script.create(`Lectern ${district.name}`, spreadsheetId);
    await mark(made);
    const broke = isScriptBeingMade
      ? ' (an earlier run broke just here: if Extensions → Apps Script shows a second, empty script, delete that one)'
      : '';
    return { known: { ...known, scriptId: made }, says: `made: ${made}${broke}` };
  },
};

const content: Step = {
  name: 'content and address',
  async run({ google, scriptFiles, deployment }, known) {
    const { scriptId } = known;
    if (scriptFiles === null) return { known, says: 'none: the add-on serves it' };
    if (scriptId === null) return { known, says: 'as they came along' };
    const present = await google.script.content(scriptId);
    if (isSameScript(present, scriptFiles)) return { known, says: 'as they should be' };
    const foreign = foreignFiles(present, scriptFiles);
    if (foreign.length > 0) throw new Error(foreignWords(scriptId, foreign));
    await google.script.replace(scriptId, scriptFiles);
    return { known, says: `${scriptFiles.length} files, for ${deployment.apiUrl}` };
  },
};

export const foreignWords = (scriptId: string, names: readonly string[]): string =>
  `The script ${scriptId} has files that are not Lectern's: ${names.join(', ')}. Move them to a script of their own, then repeat the command.`;

const registration: Step = {
  name: 'registry',
  async run({ district: { name, district, region, contact, clientId }, google, today }, known) {
    const { spreadsheetId: id, scriptId } = known;
    const isWritten = await google.registry.enter({
      id,
      name,
      addedOn: today,
      ...(district !== null && { district }),
      ...(region !== null && { region }),
      ...(contact !== null && { contact }),
      ...(clientId !== null && { clientIds: [clientId] }),
      ...(scriptId !== null && { scriptId }),
    });
    return { known, says: isWritten ? 'entered' : 'as it should be' };
  },
};

export const STEPS: readonly Step[] = [
  spreadsheet,
  sharing,
  setUp,
  roles,
  script,
  content,
  registration,
];

/** Tells what each step did; what a step throws ends the run, and the same command goes on there. */
export async function putInPlace(task: Task, tell: (line: string) => void): Promise<Known> {
  let known: Known = {
    spreadsheetId: '',
    isOwn: false,
    isCopied: false,
    scriptId: null,
    isScriptBeingMade: false,
  };
  for (const step of STEPS) {
    try {
      const done = await step.run(task, known);
      known = done.known;
      tell(`  ${step.name}: ${done.says}`);
    } catch (error) {
      throw new StepFailed(step.name, error);
    }
  }
  return known;
}

/** Which step failed, for the words that explain it. */
export class StepFailed extends Error {
  override readonly name = 'StepFailed';

  constructor(
    readonly step: string,
    override readonly cause: unknown,
  ) {
    super(`The step "${step}" failed.`);
  }
}
