// Speaks to the workbench itself: what is open, what time it is, what happened.

export interface WorkbenchState {
  readonly spreadsheetId: string;
  readonly title: string;
  readonly userEmail: string;
  /** What the opened .xlsx file had to leave out, until the reader has seen it. */
  readonly leftOut: readonly { readonly kind: string; readonly places: readonly string[] }[];
}

export interface ClockState {
  readonly now: string;
  readonly isSet: boolean;
}

export async function readState(): Promise<WorkbenchState> {
  return (await readJson('/workbench/state')) as WorkbenchState; // the workbench's own answer
}

export async function forgetLeftOut(): Promise<void> {
  await fetch('/workbench/left-out', { method: 'DELETE' });
}

export async function readClock(): Promise<ClockState> {
  return (await readJson('/clock')) as ClockState; // the workbench's own answer
}

/** Null returns to the system's time. */
export async function setClock(now: Date | null): Promise<ClockState> {
  const response = await fetch('/clock', {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ now: now?.toISOString() ?? null }),
  });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return (await response.json()) as ClockState; // the workbench's own answer
}

/** Calls the script's triggers for an edit made by hand; what they say comes back as an event with the sender's name. */
export async function tellEdited(
  edit: { readonly sheetId: number; readonly a1: string; readonly sender: string },
  language: string,
): Promise<void> {
  await fetch(`/apps-script/edited?lang=${encodeURIComponent(language)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(edit),
  });
}

export async function readJson(address: string): Promise<unknown> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: HTTP ${response.status}`);
  return response.json();
}
