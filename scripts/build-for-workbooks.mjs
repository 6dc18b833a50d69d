// Builds the script that commands put into workbooks, apart from the one that clasp pushes: it has an address built in.
import { fileURLToPath } from 'node:url';
import { buildAppsScript } from './build-apps-script.mjs';

const OUTDIR = 'dist/workbook-script';

/** Returns the folder of the built files. */
export async function buildForWorkbooks(apiUrl) {
  await buildAppsScript({ outdir: OUTDIR, apiUrl });
  return fileURLToPath(new URL(`../${OUTDIR}`, import.meta.url));
}
