// Everybody whom a kind of notice may go to: participants, speakers or contacts.
import type { Day } from '../calendar/day';
import { tabRows } from '../model/book';
import { inOfficialOrder, isDue, isOnRoster, type Invitation } from '../model/due';
import { foldName } from '../text/clean';
import { groupBy } from '../text/group-by';
import { tableOf, type Snapshot } from '../workbook/snapshot';
import { isBlank, type Cell } from '../workbook/table';
import { NOTICE_KINDS } from '../workbook/tabs/notice-kinds';
import type { History } from './ledger/history';
import type { Candidate, NoticeKind, Occasion } from './notice';

interface CandidateQuery {
  readonly kind: NoticeKind;
  readonly occasion: Occasion;
  readonly history: History;
  readonly today: Day;
}

export function candidatesFor(snapshot: Snapshot, query: CandidateQuery): Candidate[] {
  const { kind, occasion, history, today } = query;
  const session = occasion.about === 'session' ? occasion.session : null;
  const invitation = session ?? { date: today, audience: null };
  switch (NOTICE_KINDS[kind].recipients) {
    case 'unitContacts':
      return contactsOf(snapshot, 'digest');
    case 'leaders':
      return contactsOf(snapshot, 'summary');
    case 'speaker':
      return speakersOf(snapshot, (id) => id === session?.speakerId);
    case 'invited':
    case 'unanswered':
    case 'absent':
    case 'attended':
    case 'decided':
    case 'everyone':
    case 'notOrdered':
      return membersByName(snapshot, invitation);
    case 'informed':
      // A speaker who got a notice is informed too, even when another person speaks now.
      return [
        ...membersByName(snapshot, invitation),
        ...speakersOf(snapshot, (id) => history.lastAnnouncement(id) !== null),
      ];
  }
}

/**
 * Everybody on the roster that day, in official order; a row with a bad address is still a person. A person with two rows counts once, by
 * the first of them that is due.
 */
export function membersOf(snapshot: Snapshot, session: Invitation): Candidate[] {
  const rows = rosterRows(snapshot, session);
  const first = firstRows(rows);
  return rows.filter((one) => first.get(one.memberId) === one);
}

/** The same, and after each person anybody else whose row has that person's ID. */
function membersByName(snapshot: Snapshot, session: Invitation): Candidate[] {
  const rows = rosterRows(snapshot, session);
  const first = firstRows(rows);
  const others = new Map<string, Candidate>();
  for (const one of rows) {
    const name = foldName(one.name);
    const key = `${one.memberId}|${name}`;
    if (foldName(first.get(one.memberId)?.name ?? '') !== name && !others.has(key))
      others.set(key, one);
  }
  const namesakes = [...others.values()];
  return rows
    .filter((one) => first.get(one.memberId) === one)
    .flatMap((one) => [one, ...namesakes.filter(({ memberId }) => memberId === one.memberId)]);
}

/** By ID: the first row that is due, otherwise the first. */
function firstRows(rows: readonly Candidate[]): Map<string, Candidate> {
  const people = groupBy(rows, ({ memberId }) => memberId);
  return new Map(
    [...people].flatMap(([id, own]) => {
      const first = own.find(({ due }) => due) ?? own[0];
      return first ? [[id, first] as const] : [];
    }),
  );
}

/** In official order. */
function rosterRows(snapshot: Snapshot, session: Invitation): Candidate[] {
  const { entries, rawCell } = tabRows(tableOf(snapshot, 'roster'), 'roster');
  return entries
    .flatMap(({ row, cells }) => {
      const { id, name, post = null, unit = null, email = null } = cells;
      if (id === undefined || name === undefined || !isOnRoster(cells, session.date)) return [];
      const candidate: Candidate = {
        memberId: id,
        name,
        post,
        unit,
        ...addressOf(email, rawCell(row, 'email')),
        notify: cells.notify !== false,
        due: isDue(cells, session),
        place: { tab: 'roster', row },
      };
      return [{ candidate, cells }];
    })
    .sort((a, b) => inOfficialOrder(a.cells, b.cells))
    .map(({ candidate }) => candidate);
}

function speakersOf(snapshot: Snapshot, wanted: (id: string) => boolean): Candidate[] {
  const { entries, rawCell } = tabRows(tableOf(snapshot, 'speakers'), 'speakers');
  return entries.flatMap(({ row, cells: { id, name, unit = null, email = null } }) =>
    id === undefined || name === undefined || !wanted(id)
      ? []
      : [
          {
            memberId: id,
            name,
            post: null,
            unit,
            notify: true,
            due: true,
            ...addressOf(email, rawCell(row, 'email')),
            place: { tab: 'speakers' as const, row },
          },
        ],
  );
}

function contactsOf(snapshot: Snapshot, receives: 'digest' | 'summary'): Candidate[] {
  const table = snapshot.tables.contacts;
  if (!table) return [];
  const { entries, rawCell } = tabRows(table, 'contacts');
  return entries.flatMap(({ row, cells }) => {
    const { id, name, unit = null, email = null } = cells;
    if (id === undefined || name === undefined || cells.receives !== receives) return [];
    return [
      {
        memberId: id,
        name,
        post: null,
        unit,
        notify: true,
        due: true,
        ...addressOf(email, rawCell(row, 'email')),
        place: { tab: 'contacts' as const, row },
      },
    ];
  });
}

/** A filled cell that is no address is still an address to be corrected. */
function addressOf(
  email: string | null,
  cell: Cell | undefined,
): Pick<Candidate, 'address' | 'hasAddress'> {
  return { address: email, hasAddress: !isBlank(cell) };
}
