// A cell that cannot be read is one finding: findings that only follow from it are left out until it is corrected.
import type { Finding, Rule } from '../workbook/finding';
import { UNREADABLE, type CodedColumn } from '../workbook/read/read-columns';
import { settingOf } from '../model/read-settings';
import { BAD_SETTING, SETTING_OUT_OF_LIMITS } from '../workbook/read/setting-rules';
import type { Settings } from '../workbook/read/settings';
import {
  BLANK_CELL,
  NOT_A_CHOICE,
  NOT_A_DAY,
  NOT_A_NUMBER,
  NOT_A_TIME,
  NOT_TEXT,
} from '../workbook/shape-rules.texts';
import type { TabKey } from '../workbook/tab-keys';
import type { Book } from '../model/book';
import { RULE_INPUTS, type RuleInput } from './rule-inputs';
import { UNKNOWN_STATUS } from './rules/attendance.texts';
import { UNKNOWN_ID, UNKNOWN_MEMBER } from './rules/identity.texts';
import { NOT_DECIDED } from './rules/leave.texts';
import { OUT_OF_LIMITS } from './rules/limits';
import { IMPLAUSIBLE_VALUE, UNKNOWN_SCOPE } from './rules/standards.texts';

/** A cell with one of these says nothing that another rule could count on. */
const UNREADABLE_RULES: ReadonlySet<Rule> = new Set([
  ...[BLANK_CELL, NOT_A_CHOICE, NOT_A_DAY, NOT_A_NUMBER, NOT_A_TIME, NOT_TEXT, BAD_SETTING],
  ...[UNKNOWN_STATUS, UNKNOWN_ID, UNKNOWN_MEMBER, UNKNOWN_SCOPE, NOT_DECIDED],
  ...[SETTING_OUT_OF_LIMITS, OUT_OF_LIMITS, IMPLAUSIBLE_VALUE],
]);

export function withoutCascading(book: Book, findings: readonly Finding[]): readonly Finding[] {
  const unreadable = findings.filter(({ rule }) => UNREADABLE_RULES.has(rule));
  if (unreadable.length === 0) return findings;
  const isWrong = unreadableInput(book, unreadable);
  return findings.filter(
    (found) => !(RULE_INPUTS.get(found.rule)?.(found, book) ?? []).some(isWrong),
  );
}

/** Everything that the unreadable cells may be about, looked up in constant time. */
interface UnreadableCells {
  /** `schedule!2!date`, and `schedule!!date` for any row. */
  readonly cells: ReadonlySet<string>;
  readonly settings: ReadonlySet<keyof Settings>;
  /** Sessions with a mark that cannot be read; null: such a mark may be of any session. */
  readonly marks: ReadonlySet<string> | null;
  /** `S01|R001`: leave that cannot be read. */
  readonly leave: ReadonlySet<string>;
}

function unreadableInput(
  book: Book,
  unreadable: readonly Finding[],
): (ground: RuleInput) => boolean {
  const { cells, settings, marks, leave } = unreadableCells(book, unreadable);
  return (ground) => {
    if ('setting' in ground) return settings.has(ground.setting);
    if ('marksOf' in ground) return marks === null || marks.has(ground.marksOf);
    if ('leaveOf' in ground) return leave.has(ground.leaveOf);
    return ground.columns.some((column) => cells.has(cellKey(ground.tab, ground.row, column)));
  };
}

const cellKey = (tab: TabKey, row: number | null, column: string): string =>
  `${tab}!${row ?? ''}!${column}`;

function unreadableCells(book: Book, unreadable: readonly Finding[]): UnreadableCells {
  const cells = new Set<string>();
  const settings = new Set<keyof Settings>();
  const marks = new Set<string>();
  const leave = new Set<string>();
  let isAnySession = false;
  for (const { tab, row, column } of unreadable) {
    if (row === null || column === null) continue;
    if (tab === 'attendance') {
      const session = sessionOfMark(book, row);
      if (session === null) isAnySession = true;
      else marks.add(session);
      continue;
    }
    cells.add(cellKey(tab, row, column)).add(cellKey(tab, null, column));
    if (tab === 'leave') leave.add(pairOfLeave(book, row));
    const setting = tab === 'settings' ? settingAt(book, row) : null;
    if (setting) settings.add(setting);
  }
  return { cells, settings, leave, marks: isAnySession ? null : marks };
}

/** Null when it cannot be read, or is none of the schedule. */
function sessionOfMark({ attendance, sessions }: Book, row: number): string | null {
  const id = valueIn(attendance.columns.sessionId, row);
  return id !== null && sessions.has(id) ? id : null;
}

const valueIn = <Value>({ codes, values }: CodedColumn<Value>, row: number): Value | null =>
  values[codes[row - 2] ?? UNREADABLE] ?? null;

function pairOfLeave({ entries }: Book, row: number): string {
  const { sessionId = '', memberId = '' } =
    entries.leave.find((entry) => entry.row === row)?.cells ?? {};
  return `${sessionId}|${memberId}`;
}

function settingAt({ entries }: Book, row: number): keyof Settings | null {
  const name = entries.settings.find((entry) => entry.row === row)?.cells.name;
  return name === undefined ? null : settingOf(name);
}
