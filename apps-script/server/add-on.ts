// How the script was built: bound to one workbook, or as the add-on for all workbooks of a domain; and for which functions.

/** Set by the build. */
declare const LECTERN_IS_ADD_ON: boolean;
/** Set by the build: the functions' address; empty when it was not known. */
declare const LECTERN_ADDRESS: string;

export const isAddOn: boolean = LECTERN_IS_ADD_ON;

/** Null: the administrator enters it as a script property. The add-on always has it, because its properties are shared by all workbooks. */
export const builtInAddress: string | null = LECTERN_ADDRESS || null;
