// What a public page does, and the one way in which it is run: signed link → registered workbook → one read → required tabs → work.
import type { Language } from '#core/text/language';
import { readSettings } from '#core/model/read-settings';
import type { Settings } from '#core/workbook/read/settings';
import type { Snapshot } from '#core/workbook/snapshot';
import type { TabKey } from '#core/workbook/tab-keys';
import { AppError, inLanguage, withContact } from '../../errors';
import type { LinkClaims, LinkPort, LinkPurpose } from '../../ports/links';
import type { PageView } from './page-view';
import type { CachedRead } from './read-cache';
import { checkTabs, type Application, type Ports } from './use-case';

/** A page as somebody opened it: no sign-in, only the link. */
export interface Visit {
  readonly token: string;
  readonly claims: LinkClaims;
  readonly snapshot: Snapshot;
  readonly settings: Settings;
  readonly now: Date;
}

export interface PagePorts extends Ports {
  readonly links: LinkPort;
}

export interface PageCase {
  readonly purpose: LinkPurpose;
  /** What a form's token must have been signed for, when it is not the link's own. */
  readonly formPurpose?: LinkPurpose;
  /** In place of reading the workbook each time. */
  readonly read?: CachedRead;
  readonly tabs: readonly TabKey[];
  /** Without these tabs, and their columns, there is no page. */
  readonly required: readonly TabKey[];
  /** Of an expired link: why nothing can be done with it any more. Without it, or null: its time is over. */
  closed?(visit: Visit): AppError | null;
  /** Never writes: mail scanners open links too. */
  show(visit: Visit, ports: PagePorts): Promise<PageView> | PageView;
  submit(visit: Visit, form: URLSearchParams, ports: PagePorts): Promise<PageView>;
}

export interface PageRequest {
  readonly token: string;
  /** Null: the page is only shown. */
  readonly form: URLSearchParams | null;
}

/** In the workbook's language; what is refused once that is known carries it too. */
export type PageAnswer =
  | { readonly language: Language; readonly view: PageView }
  | { readonly language: Language; readonly refused: AppError };

export async function runPage(
  page: PageCase,
  { token, form }: PageRequest,
  { ports, admission }: Pick<Application, 'ports' | 'admission'>,
): Promise<PageAnswer> {
  const { links, workbook, clock } = ports;
  if (links === null) throw new AppError('pagesNotSetUp');
  const now = clock.now();
  const purpose = form ? (page.formPurpose ?? page.purpose) : page.purpose;
  const { claims, expired } = openLink(links, purpose, token, now);
  if (!(await admission()).workbooks.has(claims.spreadsheetId)) throw new AppError('badLink');
  const tabs = [...new Set<TabKey>(['settings', ...page.tabs])];
  const read: CachedRead = page.read ?? ((id, keys) => workbook.read(id, keys));
  const snapshot = await read(claims.spreadsheetId, tabs, ports);
  const { settings } = readSettings(snapshot.tables.settings);
  const { language, contact } = settings;
  const visit: Visit = { token, claims, snapshot, settings, now };
  if (expired) {
    const hasTabs = page.required.every((key) => snapshot.tables[key] !== undefined);
    const closed = hasTabs ? (page.closed?.(visit) ?? expired) : expired;
    throw withContact(inLanguage(closed, language), contact);
  }
  try {
    checkTabs({ required: page.required, exact: page.required }, snapshot, language);
    const open: PagePorts = { ...ports, links };
    const view = await (form ? page.submit(visit, form, open) : page.show(visit, open));
    return { language, view };
  } catch (error) {
    if (error instanceof AppError) return { language, refused: withContact(error, contact) };
    throw error;
  }
}

interface OpenedLink {
  readonly claims: LinkClaims;
  /** The refusal of a link that was good once; null while it is good. */
  readonly expired: AppError | null;
}

/** An expired link still says which workbook it was of, so that its page can name whom to ask. Throws `AppError` badLink. */
function openLink(links: LinkPort, purpose: LinkPurpose, token: string, now: Date): OpenedLink {
  try {
    return { claims: links.verify(purpose, token, now), expired: null };
  } catch (error) {
    const claims = links.readSigned(purpose, token);
    if (!(error instanceof AppError) || claims === null) throw error;
    return { claims, expired: error };
  }
}
