// Leave over a range of days: who is meant, for which sessions, and what is to be written.
import { isDay } from '#core/calendar/day';
import type { LeaveRegisterRequest, LeaveRegisterResponse } from '#core/contract/leave-register';
import type { LeaveContext } from '#core/leave/leave-writes';
import { planLeaveRange, type PlannedRange } from '#core/leave/plan-leave-range';
import { foldName, withoutSpaces } from '#core/text/clean';
import { AppError } from '../../errors';

type Ask = Extract<LeaveRegisterRequest, { action: 'ask' }>;

/** Throws `AppError` badDay or leaveNoMember. */
export function requestLeave(
  request: Ask,
  context: LeaveContext,
): { readonly changes: PlannedRange['changes']; readonly result: LeaveRegisterResponse } {
  const { from, to, kind, reason = null } = request;
  if (!isDay(from)) throw new AppError('badDay', { facts: { day: from } });
  if (!isDay(to) || to < from) throw new AppError('badDay', { facts: { day: to } });
  const memberId = findMember(context, request.member);
  const member = context.book.roster.nearestRow(memberId, from)?.cells;
  const { changes, sessions, already } = planLeaveRange(context, {
    memberId,
    kind,
    from,
    to,
    reason,
  });
  const shown = sessions.map(({ cells: { id = '', title = '', date = '' } }) => ({
    id,
    title,
    date,
  }));
  return {
    changes: request.write ? changes : [],
    result: {
      action: 'ask',
      written: request.write,
      sessions: shown,
      already: already.length,
      name: member?.name ?? memberId,
      unit: member?.unit ?? '',
    },
  };
}

/** By ID, or by a name that only one ID has. */
function findMember({ book }: LeaveContext, word: string): string {
  const id = withoutSpaces(word);
  if (book.roster.has(id)) return id;
  const typed = foldName(word);
  const [only, ...others] = book.roster.ids.filter((each) =>
    book.roster.rowsOf(each).some(({ cells }) => foldName(cells.name ?? '') === typed),
  );
  if (only !== undefined && others.length === 0) return only;
  throw new AppError('leaveNoMember', { facts: { member: word, session: '' } });
}
