/** Reads the command line of `npm start`. */
import { basename, extname } from 'node:path';
import { parseArgs } from 'node:util';
import type { SampleName } from './samples/prepare-workbook';

const SAMPLES = ['district', 'empty'] as const satisfies readonly SampleName[];

export interface Options {
  readonly port: number;
  readonly dataFile: string;
  readonly sample: SampleName;
  /** An .xlsx file that a new data file is made from, instead of the sample. */
  readonly xlsxFile: string | null;
  readonly openBrowser: boolean;
  /** Whether the clock calls what is due. */
  readonly runsSchedule: boolean;
  /** Whether a registry lists the workbooks. */
  readonly hasRegistry: boolean;
}

export type Command =
  | { readonly kind: 'run'; readonly options: Options }
  | { readonly kind: 'help'; readonly text: string }
  | { readonly kind: 'problem'; readonly message: string };

const DEFAULT_PORT = 8420;
const DATA_FOLDER = '.lectern';
const DEFAULT_DATA_FILE = `${DATA_FOLDER}/workbook.json`;

const HELP = `Lectern: the local workbench

  npm start -- [options]

  --port N          port on 127.0.0.1 (default ${DEFAULT_PORT}; 0 lets the system choose)
  --data FILE       where the workbook is kept (default ${DEFAULT_DATA_FILE})
  --sample NAME     what a new data file starts with: ${SAMPLES.join(' or ')} (default ${SAMPLES[0]})
  --open FILE.xlsx  start with the workbook in this file; it is kept in ${DATA_FOLDER}/FILE.json,
                    or where --data says, and the file itself is never written to
  --no-open         do not open the browser
  --registry        keep a registry of workbooks beside the first one, to which npm run provision adds others
  --no-schedule     do not send by itself what is due; without it the workbook's settings decide
  --help            show this text
`;

const DECLARED = {
  port: { type: 'string' },
  data: { type: 'string' },
  sample: { type: 'string' },
  open: { type: 'string' },
  'no-open': { type: 'boolean' },
  'no-schedule': { type: 'boolean' },
  registry: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

export function readCommand(argv: readonly string[]): Command {
  try {
    const { values } = parseArgs({ args: [...argv], options: DECLARED, strict: true });
    if (values.help) return { kind: 'help', text: HELP };
    const options: Options = {
      port: readPort(values.port),
      dataFile: readDataFile(values.data ?? dataFileFor(values.open)),
      sample: readSample(values.sample),
      xlsxFile: readXlsxFile(values),
      openBrowser: !values['no-open'],
      runsSchedule: !values['no-schedule'],
      hasRegistry: values.registry === true,
    };
    return { kind: 'run', options };
  } catch (error) {
    return { kind: 'problem', message: `${firstSentence(error)} See npm start -- --help` };
  }
}

function readPort(text: string | undefined): number {
  if (text === undefined) return DEFAULT_PORT;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : NaN;
  if (!(port <= 65535)) throw new Error(`--port takes a number from 0 to 65535, not "${text}".`);
  return port;
}

function readDataFile(text: string | undefined): string {
  if (text === undefined) return DEFAULT_DATA_FILE;
  if (text.trim() === '') throw new Error('--data takes the name of a file.');
  return text;
}

/** A workbook of one's own is kept apart from the sample. */
function dataFileFor(xlsxFile: string | undefined): string | undefined {
  if (xlsxFile === undefined) return undefined;
  return `${DATA_FOLDER}/${basename(xlsxFile, extname(xlsxFile))}.json`;
}

interface Contents {
  readonly open?: string | undefined;
  readonly sample?: string | undefined;
}

function readXlsxFile({ open, sample }: Contents): string | null {
  if (open === undefined) return null;
  if (extname(open).toLowerCase() !== '.xlsx') {
    throw new Error(`--open takes the name of an .xlsx file, not "${open}".`);
  }
  if (sample !== undefined) throw new Error('--open and --sample exclude each other.');
  return open;
}

function readSample(text: string | undefined): SampleName {
  if (text === undefined) return SAMPLES[0];
  const sample = SAMPLES.find((name) => name === text);
  if (sample === undefined) {
    throw new Error(`--sample takes ${SAMPLES.join(' or ')}, not "${text}".`);
  }
  return sample;
}

/** Node explains a bad option in several sentences; the first one is what the user needs. */
function firstSentence(error: unknown): string {
  const message = String(error).replace(/^\w*Error( \[\w+\])?: /, '');
  const line = message.split('\n')[0] ?? '';
  return /^.*?[.!](?=\s|$)/.exec(line)?.[0] ?? `${line}.`;
}
