// Which of two the script was built as: bound to one workbook, or the add-on that serves all of a domain's workbooks.

/** Set by the build: where the add-on's functions are; empty in a script that is bound to a workbook. */
declare const LECTERN_ADD_ON_ADDRESS: string;

/** Null: not the add-on. Its address is part of the build, because its script properties would be all workbooks' at once. */
export const addOnAddress: string | null = LECTERN_ADD_ON_ADDRESS || null;
