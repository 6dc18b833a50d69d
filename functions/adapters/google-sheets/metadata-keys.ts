/** Key of the developer metadata that says which of Lectern's tabs a sheet is. */
export const TAB_TAG = 'lectern.tab';
/** Key of the developer metadata that says which columns and rows of a tab a report wrote. */
export const REPORT_RECORD = 'lectern.report';
/** Key of the developer metadata that says that a sheet carries marks of a check. */
export const HAS_HIGHLIGHTS = 'lectern.marks';
/** Fixed ids of the metadata that are the workbook's leases: a second creation with one of these ids is refused by Google. */
export const LEASES = {
  sending: { id: 710_001, key: 'lectern.lease' },
  answers: { id: 710_002, key: 'lectern.answers' },
} as const;
/** Key of the developer metadata of the spreadsheet that has the id it was set up as. */
export const OWN_ID = 'lectern.workbook';
/** Key of the developer metadata at a tab's last row and last column, and of the one on the sheet that says that they were put. */
export const EDGE_TAG = 'lectern.edge';
export const HAS_EDGES = 'lectern.edges';
