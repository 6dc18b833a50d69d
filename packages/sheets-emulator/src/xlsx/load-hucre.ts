/** The library that reads and writes .xlsx files. */
import type * as Hucre from 'hucre/xlsx';
import { loadBundled } from '../bundled-library';

export type HucreParts = Pick<typeof Hucre, 'readXlsx' | 'writeXlsx'>;

const ENTRY = "export { readXlsx, writeXlsx } from 'hucre/xlsx';";

export async function loadHucre(): Promise<HucreParts> {
  return (await loadBundled(ENTRY, ['hucre'])) as HucreParts; // what ENTRY exports
}
