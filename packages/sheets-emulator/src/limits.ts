/** Google's documented or observed limits, by name. */

export const MAX_CELLS_PER_WORKBOOK = 10_000_000;
export const MAX_CHARACTERS_PER_CELL = 50_000;
export const MAX_COLUMNS_PER_SHEET = 18_278;
export const MAX_TITLE_CHARACTERS = 100;
export const MAX_PAYLOAD_BYTES = 10_485_760;
/** Of a file that becomes a spreadsheet. */
export const MAX_UPLOAD_BYTES = 104_857_600;
export const READS_PER_MINUTE_PER_PROJECT = 300;
export const READS_PER_MINUTE_PER_USER = 60;
export const WRITES_PER_MINUTE_PER_PROJECT = 300;
export const WRITES_PER_MINUTE_PER_USER = 60;
/** Characters of keys and values of developer metadata: once per spreadsheet, and again per sheet. */
export const MAX_METADATA_CHARACTERS = 30_000;

export const DEFAULT_ROW_COUNT = 1000;
export const DEFAULT_COLUMN_COUNT = 26;
