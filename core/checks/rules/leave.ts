// V30, V31, V33: leave that is asked for, decided, proved, closed and made up.
import { finding, type Finding, type Rule } from '../../workbook/finding';
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

export const NO_APPROVER: Rule = {
  code: 'V30',
  severity: 'error',
  source: null,
  message: text(
    '已审批的请假没有批准人。',
    '已審批的請假沒有批准人。',
    'The leave is decided, but nobody is named as approver.',
  ),
  suggestion: text('请填写批准人。', '請填寫批准人。', 'Enter who approved it.'),
};
export const NO_DECISION_DAY: Rule = {
  code: 'V30',
  severity: 'error',
  source: null,
  message: text(
    '已审批的请假没有审批日期。',
    '已審批的請假沒有審批日期。',
    'The leave is decided, but the day of the decision is blank.',
  ),
  suggestion: text('请填写审批日期。', '請填寫審批日期。', 'Enter the day of the decision.'),
};
export const DECIDED_TOO_LATE: Rule = {
  code: 'V30',
  severity: 'warning',
  source: null,
  message: text(
    '{decided}才审批，晚于上课时间{date}；{done}。',
    '{decided}才審批，晚於上課時間{date}；{done}。',
    'Decided on {decided}, after the session of {date} had begun; {done}.',
  ),
  suggestion: text(
    '请核对审批日期；确属事后补批的，在“忽略理由”写明理由，不应补批的改为“撤销”，考勤恢复原样。',
    '請核對審批日期；確屬事後補批的，在「忽略理由」寫明理由，不應補批的改為「撤銷」，考勤恢復原樣。',
    'Check the day. If it had to be approved afterwards, give the reason under "Reason to ignore"; otherwise cancel it, and the attendance mark is restored.',
  ),
};
export const NOT_DECIDED: Rule = {
  code: 'V30',
  severity: 'error',
  source: null,
  message: text(
    '{date}的课已上，请假还没有审批。',
    '{date}的課已上，請假還沒有審批。',
    'The session of {date} is over, but this leave was never decided.',
  ),
  suggestion: text(
    '请填写审批结果；未批准的按缺席登记。',
    '請填寫審批結果；未批准的按缺席登記。',
    'Enter the decision; without approval record an absence.',
  ),
};
export const NO_PROOF: Rule = {
  code: 'V30',
  severity: 'error',
  source: null,
  message: text(
    '{kind}没有证明材料。',
    '{kind}沒有證明材料。',
    'There is no proof for this leave ({kind}).',
  ),
  suggestion: text(
    '病假附医院证明，公差附会议或出差通知。',
    '病假附醫院證明，公差附會議或出差通知。',
    'Sick leave needs a hospital paper, official duty the notice of the meeting or journey.',
  ),
};
export const APPROVED_BY_ONESELF: Rule = {
  code: 'V31',
  severity: 'warning',
  source: null,
  message: text(
    '请假由本人“{value}”批准。',
    '請假由本人「{value}」批准。',
    'The leave was approved by the person who requested it ({value}).',
  ),
  suggestion: text('请由上一级批准。', '請由上一級批准。', 'Have it approved at a higher level.'),
};
export const NOT_ENTITLED: Rule = {
  code: 'V31',
  severity: 'warning',
  source: null,
  message: text(
    '“{value}”无权批准{name}的请假；按“审批权限”应由{entitled}批准。',
    '「{value}」無權批准{name}的請假；按「審批權限」應由{entitled}批准。',
    '“{value}” may not approve the leave of {name}; the tab Approvers names {entitled}.',
  ),
  suggestion: text(
    '请由有权的人批准，或核对“审批权限”。',
    '請由有權的人批准，或核對「審批權限」。',
    'Have it approved by a person named there, or check the tab Approvers.',
  ),
};
export const NOT_DUE: Rule = {
  code: 'V34',
  severity: 'warning',
  source: null,
  message: text(
    '“{value}”（{name}）不在{session}的参加范围内，不用请假。',
    '「{value}」（{name}）不在{session}的參加範圍內，不用請假。',
    '"{value}" ({name}) is not due at {session}, so no leave is needed.',
  ),
  suggestion: text(
    '请核对人员和期次；多余的改为“撤销”。',
    '請核對人員和期次；多餘的改為「撤銷」。',
    'Check person and session; cancel the leave that is not needed.',
  ),
};
export const MAKE_UP_OVERDUE: Rule = {
  code: 'V33',
  severity: 'warning',
  source: null,
  message: text(
    '{date}的课应在{days}天内补学，已过{due}仍未完成。',
    '{date}的課應在{days}天內補學，已過{due}仍未完成。',
    'The session of {date} had to be made up within {days} days; {due} has passed.',
  ),
  suggestion: text(
    '请督促补学，完成后填写“补课完成日期”。',
    '請督促補學，完成後填寫「補課完成日期」。',
    'Arrange the make-up, then enter the day it was done.',
  ),
};

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

function checkDecision(book: Book, { row, cells }: Leave, session: Session): Finding[] {
  const { decision, approver, decidedOn } = cells;
  const date = session?.cells.date;
  const isBlank = (column: string): boolean =>
    book.hasColumn('leave', column) && !book.isUnreadable('leave', row, column);
  const place = (column: string): ReturnType<typeof placeAt> => placeAt('leave', row, column);
  if (decision === undefined || decision === 'pending') {
    const isOver = date !== undefined && date < book.today && session?.cells.state !== 'cancelled';
    return isOver && isBlank('decision')
      ? [finding(NOT_DECIDED, place('decision'), '', { date })]
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
  if (decision !== 'approved' || !kind || !LEAVE_KINDS[kind].needsProof || proof) return [];
  if (!book.hasColumn('leave', 'proof') || book.isUnreadable('leave', row, 'proof')) return [];
  const { label } = LEAVE_KINDS[kind];
  const inSentence = { ...label, en: label.en.toLowerCase() };
  return [finding(NO_PROOF, placeAt('leave', row, 'proof'), '', { kind: inSentence })];
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
  return [finding(MAKE_UP_OVERDUE, placeAt('leave', row, 'makeUpDone'), '', { date, due, days })];
}
