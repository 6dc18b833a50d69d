/** Key of the developer metadata that says which of Lectern's tabs a sheet is. */
export const TAB_MARK = 'lectern.tab';
/** Fixed id of the metadata that is the workbook's lease: a second creation with this id is refused by Google. */
export const LEASE_ID = 710_001;
export const LEASE_KEY = 'lectern.lease';
