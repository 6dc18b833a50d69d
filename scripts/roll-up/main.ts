// `npm run rollup`: the command line, and what is written.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { LANGUAGES, type Language } from '#core/text/language';
import { openFacts, type OpenFacts } from './open-facts';
import { page, type PageFacts } from './page';
import { reportTables } from './report-tables';
import { spreadsheetFile } from './spreadsheet-file';

const HELP = `Lectern: the figures of many workbooks, added up

  npm run rollup -- --from DIR [options]

  --from DIR        where the nightly figures are: the folder, or a copy of the bucket
  --to DIR          where roll-up.xlsx and roll-up.html are written (default: roll-up)
  --language LANG   zh-CN (default), zh-TW or en
  --help            show this text
`;

const DECLARED = {
  from: { type: 'string' },
  to: { type: 'string', default: 'roll-up' },
  language: { type: 'string', default: 'zh-CN' },
  help: { type: 'boolean', short: 'h' },
} as const;

export interface Surroundings {
  /** Where the statements are. */
  readonly sql: string;
  readonly print: (line: string) => void;
}

/** Gives the exit status: 0 written, 2 nothing was. */
export async function rollUp(
  argv: readonly string[],
  { sql, print }: Surroundings,
): Promise<number> {
  try {
    const { values } = parseArgs({ args: [...argv], options: DECLARED, strict: true });
    if (values.help === true) {
      print(HELP);
      return 0;
    }
    const language = LANGUAGES.find((one) => one === values.language);
    if (values.from === undefined) throw new Error('--from DIR is missing. See --help');
    if (language === undefined) throw new Error(`--language is one of ${LANGUAGES.join(', ')}`);
    const facts = await openFacts(values.from);
    try {
      await writeFiles(facts, { sql, to: values.to, language });
    } finally {
      facts.close();
    }
    print(
      `${facts.files} files read; written: ${values.to}/roll-up.xlsx, ${values.to}/roll-up.html`,
    );
    return 0;
  } catch (error) {
    print(error instanceof Error ? error.message : String(error));
    return 2;
  }
}

async function writeFiles(
  { connection }: OpenFacts,
  { sql, to, language }: { readonly sql: string; readonly to: string; readonly language: Language },
): Promise<void> {
  const tables = await reportTables(connection, { folder: sql, language });
  const reader = await connection.runAndReadAll(
    // A year's budget is in its first week, also where nothing happened then.
    "SELECT COUNT(DISTINCT workbook), MIN(month), MAX(month) FROM facts WHERE kind <> 'budget'",
  );
  const [workbooks = 0, first, last] = reader.getRows()[0] ?? [];
  const facts: PageFacts = {
    workbooks: Number(workbooks),
    from: String(first ?? '—'),
    to: String(last ?? '—'),
  };
  await mkdir(to, { recursive: true });
  await writeFile(join(to, 'roll-up.xlsx'), spreadsheetFile(Object.values(tables)));
  await writeFile(join(to, 'roll-up.html'), page(tables, facts, language));
}
