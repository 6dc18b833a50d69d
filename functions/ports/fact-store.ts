/** Where the facts of all workbooks are kept until they are added up: files by name. */
export interface FactStore {
  /**
   * The files whose names begin so, with the MD5 of their content in base64.
   *
   * @throws AppError factStoreDown or factStoreRefused, as the other methods do.
   */
  list(prefix: string): Promise<ReadonlyMap<string, string>>;
  /** Replaces what the file held. */
  write(name: string, content: string): Promise<void>;
  /** A file that is not there is no error. */
  remove(name: string): Promise<void>;
}

/** What a table is called in full. */
export interface TableName {
  readonly projectId: string;
  readonly datasetId: string;
  readonly tableId: string;
}

/** The one table of all facts. */
export interface FactTable {
  /**
   * Begins to replace the table's rows by those of all files; all of them or none are replaced. A load of this name is begun once: a second
   * call returns what became of it.
   */
  load(name: string): Promise<LoadState>;
}

export type LoadState =
  { readonly is: 'running' | 'done' } | { readonly is: 'failed'; readonly reason: string };
