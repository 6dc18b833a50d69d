// A workbook that is being put in place, through the Sheets API as the deployment's own account: what works here works for the functions.
import { rowsIn } from '#core/model/book';
import { readSettings } from '#core/model/read-settings';
import { planSetUp } from '#core/set-up/plan-set-up';
import { localeOf, toLanguage, type Language } from '#core/text/language';
import { isCopy, type Snapshot } from '#core/workbook/snapshot';
import { TAB_KEYS } from '#core/workbook/tab-keys';
import { appendRows } from '#core/workbook/write/append-rows';
import type { SheetsClient } from '#functions/adapters/google-clients';
import type { Ports } from '#functions/app/runtime/use-case';
import { writeWithRetry } from '#functions/app/runtime/write-with-retry';

interface Place {
  readonly language: Language;
  readonly timeZone: string;
}

export interface SetUpWishes {
  /** Of a new spreadsheet; null: it was there before and keeps its own, by which its dates are read. */
  readonly own: Place | null;
  readonly admins: readonly string[];
  /** Made from another workbook by this command. */
  readonly isCopied: boolean;
}

export interface SetUpCounts {
  /**
   * `copy`: left as it is, because set-up would make it a workbook of its own with last year's entries. `nameless`: left as it is, too; it
   * was copied from a workbook without an id of its own, so New year does not recognise it.
   */
  readonly state: 'setUp' | 'copy' | 'nameless';
  readonly created: number;
  readonly upgraded: number;
}

export interface NewWorkbookPort {
  /** What the sidebar's button does. */
  setUp(spreadsheetId: string, wishes: SetUpWishes): Promise<SetUpCounts>;
  /** Enters addresses that are not in the tab Roles as clerks; returns those. */
  addClerks(spreadsheetId: string, emails: readonly string[]): Promise<readonly string[]>;
}

export function newWorkbookPort(
  client: SheetsClient,
  ports: Pick<Ports, 'workbook' | 'clock' | 'pause'>,
): NewWorkbookPort {
  return {
    async setUp(spreadsheetId, wishes) {
      const read = () => ports.workbook.read(spreadsheetId, TAB_KEYS);
      const first = await read();
      if (isCopy(first)) return { state: 'copy', created: 0, upgraded: 0 };
      if (wishes.isCopied && (first.ownId ?? null) === null)
        return { state: 'nameless', created: 0, upgraded: 0 };
      const language = languageOf(first, wishes);
      if (wishes.own !== null && first.tables.settings === undefined)
        await setLocale(client, spreadsheetId, wishes.own);
      const decide = (snapshot: Snapshot) => {
        const plan = planSetUp(snapshot, { language, admins: wishes.admins });
        const counts = {
          state: 'setUp' as const,
          created: plan.created.length,
          upgraded: plan.upgraded.length,
        };
        return { changes: plan.changes, result: counts };
      };
      return writeWithRetry(first, { reread: read, decide }, ports);
    },
    async addClerks(spreadsheetId, emails) {
      const read = () => ports.workbook.read(spreadsheetId, ['settings', 'roles']);
      const decide = (snapshot: Snapshot) => {
        const { language } = readSettings(snapshot.tables.settings).settings;
        const known = new Set(rowsIn(snapshot, 'roles').map(({ cells }) => cells.email));
        const added = emails.filter((email) => !known.has(email));
        const rows = added.map((email) => ({ email, role: 'clerk' as const }));
        return { changes: appendRows(snapshot, 'roles', { rows, language }), result: added };
      };
      return writeWithRetry(await read(), { reread: read, decide }, ports);
    },
  };
}

function languageOf({ tables, locale }: Snapshot, { own }: SetUpWishes): Language {
  if (tables.settings !== undefined) return readSettings(tables.settings).settings.language;
  return own?.language ?? toLanguage(locale);
}

/** Drive makes files in the person's own locale; dates and numbers are read by the workbook's. */
async function setLocale(
  client: SheetsClient,
  spreadsheetId: string,
  { language, timeZone }: Place,
): Promise<void> {
  const properties = { locale: localeOf(language), timeZone };
  const fields = 'locale,timeZone';
  const requests = [{ updateSpreadsheetProperties: { properties, fields } }];
  await client.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests } });
}
