// The facts of a folder as a table of DuckDB, in memory.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { FACT_COLUMNS } from '#core/roll-up/facts';

const DUCKDB_TYPES = { STRING: 'VARCHAR', DATE: 'DATE', INTEGER: 'BIGINT' } as const;

export interface OpenFacts {
  readonly connection: DuckDBConnection;
  readonly files: number;
  close(): void;
}

/** Reads every `.ndjson` file below the folder. Throws when there is none, or a line of one is no fact. */
export async function openFacts(folder: string): Promise<OpenFacts> {
  const names = await readdir(folder, { recursive: true });
  const files = names.filter((name) => name.endsWith('.ndjson')).map((name) => join(folder, name));
  if (files.length === 0) throw new Error(`no .ndjson file in ${folder}`);
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const close = (): void => {
    connection.closeSync();
    instance.closeSync();
  };
  try {
    await connection.run(loadStatement(files));
    return { connection, files: files.length, close };
  } catch (error) {
    close();
    throw error;
  }
}

const quoted = (value: string): string => `'${value.replaceAll("'", "''")}'`;

function loadStatement(files: readonly string[]): string {
  const columns = Object.entries(FACT_COLUMNS).map(
    ([name, type]) => `${quoted(name)}: ${quoted(DUCKDB_TYPES[type])}`,
  );
  return `CREATE TABLE facts AS SELECT * FROM read_json([${files.map(quoted).join(', ')}],
    format = 'newline_delimited', columns = {${columns.join(', ')}})`;
}
