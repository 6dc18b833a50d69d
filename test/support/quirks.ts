// Sets what a Sheets server answers where nobody knows what Google does, through its own door `/quirks`.
import type { Quirks } from '#workbench/sheets-server/model/quirks';

/** `rootUrl` ends in a slash. What is not named stays as it is. */
export async function setQuirks(rootUrl: string, quirks: Partial<Quirks>): Promise<void> {
  const response = await fetch(`${rootUrl}quirks`, { method: 'PUT', body: JSON.stringify(quirks) });
  if (!response.ok) throw new Error(await response.text());
}
