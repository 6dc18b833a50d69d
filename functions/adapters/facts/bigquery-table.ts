// The table of all facts in BigQuery: one load job reads every file of the bucket and replaces the rows.
import { FACT_COLUMNS } from '#core/roll-up/facts';
import type { GoogleRequest } from '../google-clients';
import type { FactTable } from '../../ports/fact-store';

/** What a table is called in full. */
export interface TableName {
  readonly projectId: string;
  readonly datasetId: string;
  readonly tableId: string;
}

/** `rootUrl` ends with a slash. */
export function bigqueryTable(
  { table, bucket }: { readonly table: TableName; readonly bucket: string },
  rootUrl: string,
  request: GoogleRequest,
): FactTable {
  return {
    async load() {
      const url = `${rootUrl}bigquery/v2/projects/${encodeURIComponent(table.projectId)}/jobs`;
      const load = {
        sourceUris: [`gs://${bucket}/*.ndjson`],
        sourceFormat: 'NEWLINE_DELIMITED_JSON',
        destinationTable: table,
        // All or nothing: a job that fails leaves the rows of the night before.
        writeDisposition: 'WRITE_TRUNCATE',
        createDisposition: 'CREATE_IF_NEEDED',
        schema: { fields: Object.entries(FACT_COLUMNS).map(([name, type]) => ({ name, type })) },
        timePartitioning: { type: 'MONTH', field: 'week' },
      };
      const job = (await request({
        method: 'POST',
        url,
        data: { configuration: { load } },
      })) as { readonly id?: string }; // a job, as the API answers
      return job.id ?? '';
    },
  };
}
