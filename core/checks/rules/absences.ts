// V33: people who are absent without leave, late or early away too often within a year. How often is a setting.
import { countByYear, type YearCounts } from '../../attendance/absences';
import type { AttendanceData } from '../../attendance/attendance-data';
import { leaveGrantsIn } from '../../leave/leave-grants';
import type { Book } from '../../model/book';
import { placeAt } from '../../model/place-at';
import { finding, type Finding, type Rule } from '../../workbook/finding';
import { TOO_MANY_ABSENCES, TOO_OFTEN_LATE } from './absences.texts';

export function checkAbsences(book: Book, data: AttendanceData): Finding[] {
  const { absenceLimit, lateLimit } = book.settings;
  const counts = countByYear(data, leaveGrantsIn(book.entries.leave, book));
  return [
    ...counts.flatMap((of) =>
      tooOften(book, of, { rule: TOO_MANY_ABSENCES, count: of.absent, limit: absenceLimit }),
    ),
    ...counts.flatMap((of) =>
      tooOften(book, of, { rule: TOO_OFTEN_LATE, count: of.late, limit: lateLimit }),
    ),
  ];
}

/** A limit of 0 says nothing. */
function tooOften(
  book: Book,
  { memberId, year }: YearCounts,
  { rule, count, limit }: { readonly rule: Rule; readonly count: number; readonly limit: number },
): Finding[] {
  const member = book.roster.nearestRow(memberId, book.today);
  if (!member || limit === 0 || count < limit) return [];
  const place = placeAt('roster', member.row, 'name');
  return [finding(rule, place, member.cells.name, { year: String(year), count, limit })];
}
