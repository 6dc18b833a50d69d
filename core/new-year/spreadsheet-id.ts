/** The id in the address of a spreadsheet, or the text itself where it is no address. */
export function spreadsheetIdIn(typed: string): string {
  const [, id] = /\/spreadsheets\/(?:u\/\d+\/)?d\/([A-Za-z0-9_-]+)/.exec(typed) ?? [];
  return id ?? typed.trim();
}
