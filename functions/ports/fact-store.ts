/** Where the facts of all workbooks are kept until they are added up: files by name. */
export interface FactStore {
  /** The files whose names begin so, with the MD5 of their content in base64. */
  list(prefix: string): Promise<ReadonlyMap<string, string>>;
  /** Replaces what the file held. */
  write(name: string, content: string): Promise<void>;
  /** A file that is not there is no error. */
  remove(name: string): Promise<void>;
}

/** The one table of all facts. */
export interface FactTable {
  /** Begins to replace the table's rows by those of all files; all of them or none are replaced. Gives the job's name. */
  load(): Promise<string>;
}
