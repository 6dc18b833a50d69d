// Reads whose tokens open which workbook. A token that is stolen from one workbook's script must not open the others.

export const SPREADSHEET_ID = /^[A-Za-z0-9_-]{20,100}$/;

interface Registered {
  /** Audiences by spreadsheet id. */
  readonly workbooks: ReadonlyMap<string, readonly string[]>;
  /** Why the deployment must not start. Without values: every caller can read it. */
  readonly problems: readonly string[];
}

/**
 * Each entry is `ID@AUDIENCE`; `ID` alone where only one audience is accepted. A workbook that two scripts
 * may open, for example its own and the add-on, has an entry for each.
 */
export function registerWorkbooks(
  entries: readonly string[],
  audiences: readonly string[],
): Registered {
  const workbooks = new Map<string, string[]>();
  const problems: string[] = [];
  const [onlyAudience] = new Set(audiences).size === 1 ? audiences : [];
  for (const [index, entry] of entries.entries()) {
    const [id = '', named, ...rest] = entry.split('@');
    const audience = named ?? onlyAudience;
    const where = `LECTERN_WORKBOOKS: entry ${index + 1}`;
    if (!SPREADSHEET_ID.test(id) || rest.length > 0) {
      problems.push(`${where} is not of the form ID or ID@AUDIENCE with a spreadsheet id`);
    } else if (audience === undefined) {
      problems.push(`${where} must be ID@AUDIENCE, because LECTERN_AUDIENCES names several`);
    } else if (!audiences.includes(audience)) {
      problems.push(`${where} names an audience that is not in LECTERN_AUDIENCES`);
    } else {
      workbooks.set(id, [...(workbooks.get(id) ?? []), audience]);
    }
  }
  if (problems.length === 0 && onlyAudience === undefined) {
    const served = new Set([...workbooks.values()].flat());
    for (const [index, audience] of audiences.entries()) {
      if (!served.has(audience))
        problems.push(`LECTERN_AUDIENCES: entry ${index + 1} serves no workbook`);
    }
  }
  return { workbooks, problems };
}
