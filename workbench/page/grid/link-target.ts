// Where a link within the workbook leads.

export interface LinkTarget {
  readonly sheetId: number;
  readonly a1: string;
}

/** Null for links that lead out of the workbook: the page opens nothing else. */
export function targetOf(link: string): LinkTarget | null {
  const [, sheetId, a1] = /^#gid=(\d+)&range=([A-Z]{1,3}\d+)$/.exec(link) ?? [];
  return sheetId === undefined || a1 === undefined ? null : { sheetId: Number(sheetId), a1 };
}
