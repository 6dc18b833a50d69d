// What is wrong with a workbook that could be read: its tabs and headers, its roles, the sender of its mails.
import { entriesOf } from '../model/book';
import { readSettings } from '../model/read-settings';
import { listedTexts } from '../text/listed';
import { text, type Text } from '../text/language';
import { renderFinding } from '../workbook/finding';
import { findHeaders } from '../workbook/headers';
import { isCopy, type Snapshot } from '../workbook/snapshot';
import type { Column } from '../workbook/column';
import type { Table } from '../workbook/table';
import { TAB_KEYS, type TabKey } from '../workbook/tab-keys';
import { TABS } from '../workbook/tabs/index';
import { diagnosis, type Diagnosis } from './diagnosis';

/** Needs all tabs of `TAB_KEYS`. `person`: who says that something is refused; null: nobody in particular. */
export function diagnoseWorkbook(
  snapshot: Snapshot,
  { person, admins }: { readonly person: string | null; readonly admins: readonly string[] },
): Diagnosis[] {
  const missing = TAB_KEYS.filter((key) => snapshot.tables[key] === undefined);
  if (missing.length === TAB_KEYS.length) return [diagnosis('neverSetUp')];
  return [
    ...(isCopy(snapshot) ? [diagnosis('isCopy')] : []),
    ...(missing.length > 0 ? [diagnosis('tabsMissing', { tabs: titlesOf(missing) })] : []),
    ...TAB_KEYS.flatMap((key) => diagnoseHeader(snapshot.tables[key])),
    ...diagnoseRoles(snapshot, { person, admins }),
    ...diagnoseSender(snapshot),
  ];
}

const titlesOf = (keys: readonly TabKey[]): Text => listedTexts(keys.map((key) => TABS[key].title));

function diagnoseHeader(table: Table | undefined): Diagnosis[] {
  if (table === undefined) return [];
  const tab = TABS[table.key];
  const { positions, findings } = findHeaders(tab, table);
  const wrong = findings.map((found) => {
    const [cn, tw, en] = [
      renderFinding(found, 'zh-CN'),
      renderFinding(found, 'zh-TW'),
      renderFinding(found, 'en'),
    ];
    return diagnosis('headerWrong', {
      problem: text(cn.message, tw.message, en.message),
      suggestion: text(cn.suggestion, tw.suggestion, en.suggestion),
    });
  });
  const columns: Readonly<Record<string, Column>> = tab.columns;
  const lacking = Object.entries(columns).filter(
    ([name, { optional, needed }]) => optional === true && needed === true && !positions.has(name),
  );
  // A tab without any header says so already.
  if (lacking.length === 0 || positions.size === 0) return wrong;
  const labels = lacking.map(([, { label }]) => inTab(tab.title, label));
  return [...wrong, diagnosis('columnsMissing', { columns: listedTexts(labels) })];
}

const inTab = (tab: Text, label: Text): Text =>
  text(
    `“${tab['zh-CN']}”的“${label['zh-CN']}”`,
    `「${tab['zh-TW']}」的「${label['zh-TW']}」`,
    `${label.en} in ${tab.en}`,
  );

function diagnoseRoles(
  { tables }: Snapshot,
  { person, admins }: { readonly person: string | null; readonly admins: readonly string[] },
): Diagnosis[] {
  if (tables.roles === undefined) return [];
  const rows = entriesOf(tables, 'roles').flatMap(({ whole }) => whole ?? []);
  const nobody = rows.every(({ role }) => role === 'viewer') ? [diagnosis('nobodyHasRole')] : [];
  if (person === null) return nobody;
  const role = rows.find(({ email }) => email === person)?.role ?? null;
  if (role !== null)
    return [
      ...nobody,
      diagnosis('roleIs', { person, role: TABS.roles.columns.role.choices[role] }),
    ];
  return admins.includes(person) ? nobody : [...nobody, diagnosis('roleMissing', { person })];
}

/** Domains that RFC 2606 keeps for examples: no server takes mail from there. */
const EXAMPLE = /@(.+\.)?(example(\.(org|com|net))?|invalid|test)$/i;

function diagnoseSender({ tables }: Snapshot): Diagnosis[] {
  if (tables.settings === undefined) return [];
  const { sender } = readSettings(tables.settings).settings;
  return EXAMPLE.test(sender) ? [diagnosis('senderIsExample', { sender })] : [];
}
