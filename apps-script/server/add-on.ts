// How the script was built: bound to one workbook, or as the add-on for all workbooks of a domain.

/** Set by the build: the address of the add-on's functions; empty in a script that is bound to a workbook. */
declare const LECTERN_ADD_ON_ADDRESS: string;

/** Null when not the add-on. The address is part of the build, because script properties are shared by all workbooks. */
export const addOnAddress: string | null = LECTERN_ADD_ON_ADDRESS || null;
