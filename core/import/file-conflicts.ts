// What the workbook has already, where the file says something else.

/** `takesFile`: the clerk has decided for the file. Without a decision the workbook's own is kept. */
interface FileConflict {
  readonly takesFile: boolean;
}

/** The conflicts of a plan in which what the file says replaces what the workbook says. */
export const replacedBy = <Conflict extends FileConflict>({
  conflicts,
}: {
  readonly conflicts: readonly Conflict[];
}): readonly Conflict[] => conflicts.filter(({ takesFile }) => takesFile);
