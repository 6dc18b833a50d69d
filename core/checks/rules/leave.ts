// V30, V31, V33: leave that is asked for, decided, proved, closed and made up.
import { finding, type Finding } from '../../workbook/finding';
import { approverRule, approverEntitlement } from '../../leave/approvers';
import { makeUpDueOn } from '../../leave/make-up';
import { dueProblem } from '../../leave/due-problem';
import { decidedAfter } from '../../leave/concerns';
import { parseMemory } from '../../model/mark-memory';
import { text, type Text } from '../../text/language';
import { LEAVE_KINDS } from '../../workbook/tabs/leave-kinds';
import type { Book, EntryOf } from '../../model/book';
import { placeAt } from '../../model/place-at';
import { notOnRoster } from './attendance';
import {
  NO_APPROVER,
  NO_DECISION_DAY,
  DECIDED_TOO_LATE,
  NOT_DECIDED,
  NO_PROOF,
  APPROVED_BY_ONESELF,
  NOT_ENTITLED,
  NOT_DUE,
  MAKE_UP_OVERDUE,
} from './leave.texts';

type Leave = EntryOf<'leave'>;
type Session = EntryOf<'schedule'> | undefined;

export function checkLeave(book: Book): Finding[] {
  return book.entries.leave.flatMap((leave) => {
    const session = book.sessions.get(leave.cells.sessionId ?? '');
    return [
      ...checkDecision(book, leave, session),
      ...checkProof(book, leave),
      ...checkApprover(book, leave),
      ...checkOnRoster(book, leave, session),
      ...checkMakeUp(book, leave, session),
    ];
  });
}

/** A person who is not on the roster is named by the ID. */
const nameIn = (book: Book, { memberId = '' }: Leave['cells']): string =>
  book.roster.nearestRow(memberId, book.today)?.cells.name ?? memberId;

function checkDecision(book: Book, { row, cells }: Leave, session: Session): Finding[] {
  const { decision, approver, decidedOn } = cells;
  const date = session?.cells.date;
  const isBlank = (column: string): boolean =>
    book.hasColumn('leave', column) && !book.isUnreadable('leave', row, column);
  const place = (column: string): ReturnType<typeof placeAt> => placeAt('leave', row, column);
  if (decision === undefined || decision === 'pending') {
    const isOver = date !== undefined && date < book.today && session?.cells.state !== 'cancelled';
    return isOver && isBlank('decision')
      ? [finding(NOT_DECIDED, place('decision'), '', { date, name: nameIn(book, cells) })]
      : [];
  }
  if (decision === 'cancelled') return [];
  const found: Finding[] = [];
  if (!approver && isBlank('approver')) found.push(finding(NO_APPROVER, place('approver'), ''));
  if (!decidedOn && isBlank('decidedOn'))
    found.push(finding(NO_DECISION_DAY, place('decidedOn'), ''));
  const decided = decision === 'approved' ? decidedAfter(book, cells) : null;
  if (decided !== null && date !== undefined)
    found.push(
      finding(DECIDED_TOO_LATE, place('decidedOn'), decidedOn, {
        decided,
        date,
        done: markDone(cells),
      }),
    );
  return found;
}

/** What the late approval did to mark and minutes, as the leave remembers it. */
function markDone({ markBefore, kind }: Leave['cells']): Text {
  const { status, minutes } = parseMemory(markBefore);
  const missed = minutes === null || minutes.written === minutes.before ? null : minutes.written;
  if (status !== null && kind) {
    const after = LEAVE_KINDS[kind].label;
    return text(
      `考勤已由“${status}”改为“${after['zh-CN']}”`,
      `考勤已由「${status}」改為「${after['zh-TW']}」`,
      `the mark was changed from "${status}" to "${after.en}"`,
    );
  }
  return missed === null
    ? text('考勤没有因此改动', '考勤沒有因此改動', 'it did not change the mark')
    : text(
        `考勤已记缺课${missed}分钟`,
        `考勤已記缺課${missed}分鐘`,
        `${missed} minutes missed were entered in the attendance`,
      );
}

function checkProof(book: Book, { row, cells }: Leave): Finding[] {
  const { kind, decision, proof } = cells;
  if (decision !== 'approved' || !kind || proof) return [];
  const { label, proof: document } = LEAVE_KINDS[kind];
  if (document === null) return [];
  if (!book.hasColumn('leave', 'proof') || book.isUnreadable('leave', row, 'proof')) return [];
  const shown = { ...label, en: label.en.toLowerCase() };
  const facts = { name: nameIn(book, cells), kind: shown, document };
  return [finding(NO_PROOF, placeAt('leave', row, 'proof'), '', facts)];
}

function checkApprover(book: Book, { row, cells }: Leave): Finding[] {
  const { approver, kind = null, memberId = '' } = cells;
  const on = cells.decidedOn ?? book.today;
  const member = book.roster.nearestRow(memberId, on)?.cells ?? { id: memberId };
  if (!approver || cells.decision === 'cancelled') return [];
  const entitlement = approverEntitlement(book, member, { approver, kind, on });
  const place = placeAt('leave', row, 'approver');
  if (entitlement === 'self') return [finding(APPROVED_BY_ONESELF, place, approver)];
  if (entitlement !== 'notEntitled' || cells.decision !== 'approved') return [];
  const rule = approverRule(book, member, kind);
  const facts = { name: member.name ?? '', entitled: rule?.approver ?? '' };
  return [finding(NOT_ENTITLED, place, approver, facts)];
}

function checkOnRoster(book: Book, { row, cells }: Leave, session: Session): Finding[] {
  const { roster } = book;
  const { memberId: id = '' } = cells;
  const date = session?.cells.date;
  const place = placeAt('leave', row, 'memberId');
  if (date !== undefined && roster.has(id) && roster.isReadable(id) && !roster.rowOn(id, date))
    return [notOnRoster(book, place, { id, date })];
  if (!isOpenOrHolds(cells) || dueProblem(book, cells) !== 'notDue') return [];
  const name = roster.nearestRow(id, date ?? book.today)?.cells.name ?? '';
  const facts = { name, session: cells.sessionId ?? '' };
  return [finding(NOT_DUE, place, cells.memberId, facts)];
}

const isOpenOrHolds = (cells: Leave['cells']): boolean =>
  cells.decision !== 'refused' && cells.decision !== 'cancelled';

function checkMakeUp(book: Book, { row, cells }: Leave, session: Session): Finding[] {
  const date = session?.cells.date;
  const due = makeUpDueOn(book, cells);
  if (date === undefined || due === null || book.today <= due) return [];
  if (book.isUnreadable('leave', row, 'makeUpDone')) return [];
  const days = Math.trunc(book.settings.makeUpDays);
  const facts = { name: nameIn(book, cells), date, due, days };
  return [finding(MAKE_UP_OVERDUE, placeAt('leave', row, 'makeUpDone'), '', facts)];
}
