// V34: marks of people whom the session was not for; the rates leave them out.
import { finding, type Finding, type Rule } from '../../workbook/finding';
import { audienceMatcher, audienceParts, isOnRoster } from '../../model/due';
import { text } from '../../text/language';
import { UNREADABLE } from '../../workbook/read/read-columns';
import type { Book, EntryOf } from '../../model/book';
import { placeAt } from '../../model/place-at';

export const NOT_INVITED: Rule = {
  code: 'V34',
  severity: 'warning',
  source: null,
  message: text(
    '“{value}”（{name}，{unit}）不在{date}这一期的参加范围“{audience}”内，不计入出勤率。',
    '「{value}」（{name}，{unit}）不在{date}這一期的參加範圍「{audience}」內，不計入出勤率。',
    '"{value}" ({name}, {unit}) is not in the audience "{audience}" of {date}; the rates leave the mark out.',
  ),
  suggestion: text(
    '请核对人员编号和期次；应当参加的，请在“日程”的参加范围中加上。',
    '請核對人員編號和期次；應當參加的，請在「日程」的參加範圍中加上。',
    'Check the member id and the session; if the person was meant, add them to the audience in the schedule.',
  ),
};

type Session = EntryOf<'schedule'>;
type Member = EntryOf<'roster'>;

export function checkInvited(book: Book): Finding[] {
  const { columns, filledRows } = book.attendance;
  const { sessionId, memberId } = columns;
  const sessions = sessionId.values.map((id) => withAudience(book, id));
  if (sessions.every((session) => session === null)) return [];
  const members = memberId.values.map((id) => book.roster.rowsOf(id));
  const strangers = sessions.map((session) => session && strangersAt(book, session, members));
  const found: Finding[] = [];
  for (const index of filledRows) {
    const session = sessionId.codes[index] ?? UNREADABLE;
    const stranger = strangers[session]?.[memberId.codes[index] ?? UNREADABLE];
    const call = sessions[session]?.cells;
    if (stranger && call) found.push(notInvited(index + 2, stranger, call));
  }
  return found;
}

/** The session when its day and audience are known and the audience is not everybody. */
function withAudience(book: Book, id: string): Session | null {
  const session = book.sessions.get(id);
  const isClear =
    session?.cells.date !== undefined && !book.isUnreadable('schedule', session.row, 'audience');
  return isClear && audienceParts(session.cells.audience) !== null ? session : null;
}

/** For each member the row of the day, if the person was on the roster then and the session was for somebody else. */
function strangersAt(
  book: Book,
  { cells: { date, audience } }: Session,
  members: readonly (readonly Member[])[],
): (Member | null)[] {
  const isInvited = audienceMatcher(audience);
  return members.map((rows) => {
    if (!date || rows.some((row) => isUnclear(book, row))) return null;
    const there = rows.filter(({ cells }) => isOnRoster(cells, date));
    return there.some(({ cells }) => isInvited(cells)) ? null : (there[0] ?? null);
  });
}

function isUnclear(book: Book, { row, cells }: Member): boolean {
  const isMissing = cells.unit === undefined || cells.category === undefined;
  return isMissing || ['name', 'from', 'to'].some((name) => book.isUnreadable('roster', row, name));
}

function notInvited(row: number, { cells: member }: Member, session: Session['cells']): Finding {
  const { id, name = '', unit = '' } = member;
  const facts = { name, unit, date: session.date ?? '', audience: session.audience ?? '' };
  return finding(NOT_INVITED, placeAt('attendance', row, 'memberId'), id, facts);
}
