// Where the figures of all workbooks are kept, as the configuration says.
import { bigqueryTable } from './adapters/facts/bigquery-table';
import { bucketStore } from './adapters/facts/bucket-store';
import { folderStore } from './adapters/facts/folder-store';
import { requestsAsDeployment } from './adapters/google-clients';
import type { RollUpConfig } from './config';
import type { FactStore, FactTable } from './ports/fact-store';

const STORAGE = 'https://storage.googleapis.com/';
const BIGQUERY = 'https://bigquery.googleapis.com/';

export interface ChosenFacts {
  /** Null: this deployment keeps no figures. */
  readonly store: FactStore | null;
  /** Null: they are loaded into no table. */
  readonly table: FactTable | null;
}

export function chooseFacts(config: RollUpConfig | null): ChosenFacts {
  if (config === null) return { store: null, table: null };
  if ('folder' in config) return { store: folderStore(config.folder), table: null };
  const { bucket, table } = config;
  const request = requestsAsDeployment();
  return {
    store: bucketStore(bucket, STORAGE, request),
    table: table && bigqueryTable({ table, bucket }, BIGQUERY, request),
  };
}
