// The table of all facts in BigQuery: one load job reads every file of the bucket and replaces the rows.
import { FACT_COLUMNS } from '#core/roll-up/facts';
import type { FactTable, LoadState, TableName } from '../../ports/fact-store';
import type { GoogleRequest } from '../google-clients';
import { readGoogleError } from '../google-sheets/google-error';
import { toFactError } from './fact-error';

/** `rootUrl` ends with a slash. */
export function bigqueryTable(
  { table, bucket }: { readonly table: TableName; readonly bucket: string },
  rootUrl: string,
  request: GoogleRequest,
): FactTable {
  const { projectId, datasetId, tableId } = table;
  const project = `${rootUrl}bigquery/v2/projects/${projectId}`;
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
  async function begin(jobReference: object, jobUrl: string): Promise<Job> {
    try {
      const data = { jobReference, configuration: { load } };
      return (await request({ method: 'POST', url: `${project}/jobs`, data })) as Job; // as the API answers
    } catch (error) {
      // A job of this name was begun before.
      if (readGoogleError(error)?.status !== 409) throw error;
      return (await request({ method: 'GET', url: jobUrl })) as Job; // as the API answers
    }
  }
  return {
    async load(name) {
      try {
        const url = `${project}/datasets/${datasetId}`;
        // A job is where its dataset is, and is found again only there.
        const { location } = (await request({ method: 'GET', url })) as { location: string }; // as the API answers
        const jobId = `lectern-${datasetId}-${tableId}-${name}`;
        const jobUrl = `${project}/jobs/${jobId}?location=${encodeURIComponent(location)}`;
        return stateOf(await begin({ projectId, jobId, location }, jobUrl));
      } catch (error) {
        throw toFactError(error);
      }
    },
  };
}

interface Job {
  readonly status?: {
    readonly state?: string;
    readonly errorResult?: { readonly message?: string };
  };
}

function stateOf({ status }: Job): LoadState {
  if (status?.errorResult) return { is: 'failed', reason: status.errorResult.message ?? '' };
  return { is: status?.state === 'DONE' ? 'done' : 'running' };
}
