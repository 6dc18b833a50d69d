// The programme's settings: rows of the settings tab, each with a default.
import {
  clockTimeOf,
  isClockTime,
  isDay,
  serialToDay,
  type ClockTime,
  type Day,
} from '../../calendar/day';
import { isTimeZone } from '../../calendar/zone';
import type { Rule } from '../finding';
import { foldWord } from '../../text/clean';
import { LANGUAGES, text, type Language, type Text } from '../../text/language';
import type { Limits } from '../limits';
import { codesByWord } from '../codes-by-word';
import { parseSlots, type Slot } from './slots';
import { parseTierShares, type TierShares } from './tier-shares';
import { parseVenues, type Venue } from './venues';
import { LEAVE } from '../tabs/leave';
import type { LeaveKind } from '../tabs/leave-kinds';

/** What the settings tab says, with defaults where it says nothing. */
export interface Settings {
  programme: string;
  organiser: string;
  timeZone: string;
  slots: readonly Slot[];
  lateMinutes: number;
  /** The attendance target, 0–1. */
  attendanceTarget: number;
  /** From so many absences without leave in a row on, a person is listed. */
  absencesInARow: number;
  minutesPerClassHour: number;
  /** The share of a budget head from which on it is reported as nearly spent, 0–1. */
  budgetWarning: number;
  /** Sessions held and money spent from this day on need their papers; null: they are kept elsewhere. */
  papersFrom: Day | null;
  noticeLeadDays: number;
  sender: string;
  replyTo: string;
  language: Language;
  year: number;
  contact: string;
  /** Which way mail leaves. */
  transport: 'smtp' | 'gmail';
  mailsPerDay: number;
  mailsPerMinute: number;
  /** Whether the schedule may send by itself. */
  automatic: boolean;
  noticeTime: ClockTime;
  /** 0: no reminder. */
  reminderLeadDays: number;
  /** 0: speakers are not invited automatically. */
  invitationLeadDays: number;
  /** 0: speakers are not asked automatically. */
  speakerLeadDays: number;
  /** Days after the session; 0: not sent automatically. */
  absenceDays: number;
  digestDays: number;
  summaryDays: number;
  /** Leave asked for later than this many days before the session counts as short notice. */
  leaveLeadDays: number;
  /** The share of a year's sessions above which leave is too much; exact. */
  leaveShare: Fraction;
  makeUpDays: number;
  /** Kinds of leave after which nothing need be made up. */
  makeUpExempt: readonly LeaveKind[];
  /** From so many absences without leave in a year on a person is pointed out; 0: never. */
  absenceLimit: number;
  /** The same for coming late and leaving early. */
  lateLimit: number;
  /** Minutes before the start. */
  checkInOpens: number;
  /** Minutes after the start. */
  checkInCloses: number;
  /** Seconds after which the code on the screen changes. */
  checkInRenew: number;
  /** Seconds for which a code is taken. */
  checkInValid: number;
  /** The days on which topics can be ordered, both included; null: not now. */
  ordersOpen: Day | null;
  ordersClose: Day | null;
  /** Topics that one person may order in one round. */
  ordersMost: number;
  /** Days before the closing day; 0: no reminder. */
  orderReminderDays: number;
  /** Where sessions can be held, the usual place first; empty: where they were held before. */
  venues: readonly Venue[];
  /** The share of the sessions that each tier of speakers is to have, 0–1; a tier that is not named has none set. */
  tierShares: TierShares;
  /** A speaker is not proposed within so many days of another session of theirs. */
  speakerRestDays: number;
  /** Nothing is proposed earlier than so many days from now. */
  planLeadDays: number;
  sessionsPerWeek: number;
  /** Taught hours of a session; 0: as many whole class hours as the slot has, within the limit of a half-day. */
  planHours: number;
  /** What a participant is credited; 0: the taught hours. */
  planCreditedHours: number;
}

export interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
}

export interface SettingDeclaration<T> {
  /** The cell a new workbook gets. */
  readonly initial: Text | string | number;
  /** Beyond these a number is a slip of the hand, whatever the place. */
  readonly limits?: Limits;
  /** Meaning of a cell; undefined when it has none. */
  read(cell: string): T | undefined;
}

const LEAVE_KIND_BY_WORD = codesByWord(LEAVE.columns.kind);
const yesNo = (cell: string): boolean | undefined => {
  if (/^(是|yes|true|1)$/i.test(cell)) return true;
  return /^(否|no|false|0)$/i.test(cell) ? false : undefined;
};
/** `09:00`, or the fraction of a day that a spreadsheet makes of it. */
const clockTime = (cell: string): ClockTime | undefined => {
  if (isClockTime(cell)) return cell;
  const minutes = Math.round(Number(cell) * 1440);
  return Number(cell) > 0 && minutes < 1440 ? clockTimeOf(minutes) : undefined;
};
const NO_DAY = /^(否|无|無|no|none)$/i;
/** A day, as typed or as the number that a spreadsheet makes of it; null: none. */
const dayOrNone = (cell: string): Day | null | undefined => {
  if (NO_DAY.test(cell)) return null;
  return isDay(cell) ? cell : (serialToDay(Number(cell)) ?? undefined);
};
const TRANSPORTS = ['smtp', 'gmail'] as const;
const words = (cell: string): string => cell;
const number = (cell: string): number | undefined => {
  const value = Number(cell);
  return Number.isFinite(value) ? value : undefined;
};
const whole = (cell: string): number | undefined => {
  const value = number(cell);
  return Number.isInteger(value) ? value : undefined;
};
const wholeNumber = (cell: string): number | undefined =>
  /^\d+$/.test(cell) ? number(cell) : undefined;
const share = (cell: string): number | undefined => {
  const value = cell.endsWith('%') ? Number(cell.slice(0, -1)) / 100 : Number(cell);
  return Number.isFinite(value) ? value : undefined;
};
/** `1/7`, `15%` or `0.15`: kept as two whole numbers, so that a comparison is exact. */
const fraction = (cell: string): Fraction | undefined => {
  const [, over, under] = /^(\d{1,4})\s*[/／]\s*(\d{1,4})$/.exec(cell) ?? [];
  if (over !== undefined && under !== undefined)
    return Number(under) > 0 && Number(over) <= Number(under)
      ? { numerator: Number(over), denominator: Number(under) }
      : undefined;
  const value = share(cell);
  return value === undefined || cell === '' || value < 0 || value > 1
    ? undefined
    : { numerator: Math.round(value * 10_000), denominator: 10_000 };
};
/** `公差、病假`: kinds of leave by their words in any language. */
const leaveKinds = (cell: string): readonly LeaveKind[] | undefined => {
  const words = cell.split(/[、,，;；]/).filter((word) => word.trim() !== '');
  const kinds = words.flatMap((word) => LEAVE_KIND_BY_WORD.get(foldWord(word)) ?? []);
  return kinds.length === words.length ? kinds : undefined;
};
const address = (cell: string): string | undefined =>
  cell === '' || /^[^\s@<>,;]+@[^\s@<>,;]+\.[a-z]{2,}$/i.test(cell) ? cell : undefined;

export const SETTING_DECLARATIONS: {
  readonly [Key in keyof Settings]: SettingDeclaration<Settings[Key]>;
} = {
  programme: {
    initial: text('领导干部理论学习', '領導幹部理論學習', 'Leading cadres’ study programme'),
    read: words,
  },
  organiser: {
    initial: text('区委组织部', '區委組織部', 'District organisation department'),
    read: words,
  },
  timeZone: {
    initial: 'Asia/Shanghai',
    read: (cell) => (isTimeZone(cell) ? cell : undefined),
  },
  slots: {
    initial: text(
      '周五 14:30-17:00；周六 09:00-11:30',
      '週五 14:30-17:00；週六 09:00-11:30',
      'Fri 14:30-17:00; Sat 09:00-11:30',
    ),
    read: parseSlots,
  },
  lateMinutes: {
    initial: 5,
    limits: [0, 120],
    read: number,
  },
  attendanceTarget: {
    initial: '90%',
    limits: [0.01, 1],
    read: share,
  },
  absencesInARow: {
    initial: 2,
    limits: [1, 100],
    read: wholeNumber,
  },
  minutesPerClassHour: {
    initial: 45,
    limits: [20, 120],
    read: number,
  },
  budgetWarning: {
    initial: '90%',
    limits: [0.01, 1],
    read: share,
  },
  papersFrom: {
    initial: '2017-01-01',
    read: dayOrNone,
  },
  noticeLeadDays: {
    initial: 4,
    limits: [0, 60],
    read: number,
  },
  sender: {
    initial: 'study@example.org',
    read: address,
  },
  replyTo: {
    initial: '',
    read: address,
  },
  language: {
    initial: text('zh-CN', 'zh-TW', 'en'),
    read: (cell) => LANGUAGES.find((language) => language.toLowerCase() === cell.toLowerCase()),
  },
  year: {
    initial: 2026,
    limits: [2000, 2200],
    read: whole,
  },
  contact: {
    initial: '',
    read: words,
  },
  transport: {
    initial: 'smtp',
    read: (cell) => TRANSPORTS.find((transport) => transport === cell.toLowerCase()),
  },
  mailsPerDay: {
    initial: 1500,
    limits: [1, 100_000],
    read: number,
  },
  mailsPerMinute: {
    initial: 600,
    limits: [1, 100_000],
    read: number,
  },
  automatic: {
    initial: text('否', '否', 'No'),
    read: yesNo,
  },
  noticeTime: {
    initial: '09:00',
    read: clockTime,
  },
  reminderLeadDays: {
    initial: 1,
    limits: [0, 60],
    read: number,
  },
  invitationLeadDays: {
    initial: 0,
    limits: [0, 180],
    read: number,
  },
  speakerLeadDays: {
    initial: 0,
    limits: [0, 90],
    read: number,
  },
  absenceDays: {
    initial: 0,
    limits: [0, 60],
    read: number,
  },
  digestDays: {
    initial: 0,
    limits: [0, 60],
    read: number,
  },
  summaryDays: {
    initial: 0,
    limits: [0, 60],
    read: number,
  },
  leaveLeadDays: {
    initial: 1,
    limits: [0, 60],
    read: number,
  },
  leaveShare: {
    initial: '1/7',
    read: fraction,
  },
  makeUpDays: {
    initial: 30,
    limits: [1, 366],
    read: number,
  },
  makeUpExempt: {
    initial: '',
    read: leaveKinds,
  },
  absenceLimit: {
    initial: 3,
    limits: [0, 1000],
    read: wholeNumber,
  },
  lateLimit: {
    initial: 5,
    limits: [0, 1000],
    read: wholeNumber,
  },
  checkInOpens: {
    initial: 60,
    limits: [0, 720],
    read: number,
  },
  checkInCloses: {
    initial: 30,
    limits: [0, 720],
    read: number,
  },
  checkInRenew: {
    initial: 30,
    limits: [5, 600],
    read: number,
  },
  checkInValid: {
    initial: 90,
    limits: [10, 1800],
    read: number,
  },
  ordersOpen: {
    initial: text('否', '否', 'No'),
    read: dayOrNone,
  },
  ordersClose: {
    initial: text('否', '否', 'No'),
    read: dayOrNone,
  },
  ordersMost: {
    initial: 3,
    limits: [1, 20],
    read: wholeNumber,
  },
  orderReminderDays: {
    initial: 3,
    limits: [0, 60],
    read: wholeNumber,
  },
  venues: {
    initial: '',
    read: parseVenues,
  },
  tierShares: {
    initial: '',
    read: parseTierShares,
  },
  speakerRestDays: {
    initial: 60,
    limits: [0, 1000],
    read: wholeNumber,
  },
  planLeadDays: {
    initial: 14,
    limits: [0, 180],
    read: wholeNumber,
  },
  sessionsPerWeek: {
    initial: 1,
    limits: [1, 14],
    read: wholeNumber,
  },
  planHours: {
    initial: 0,
    limits: [0, 12],
    read: number,
  },
  planCreditedHours: {
    initial: 0,
    limits: [0, 12],
    read: number,
  },
};

export const BAD_SETTING: Rule = {
  code: 'W10',
  severity: 'error',
  source: null,
  message: text(
    '设置“{label}”的值“{value}”无效。',
    '設定「{label}」的值「{value}」無效。',
    'Setting "{label}" cannot be "{value}".',
  ),
  suggestion: text('{help}', '{help}', '{help}'),
};

export const SETTING_OUT_OF_LIMITS: Rule = {
  code: 'W10',
  severity: 'error',
  source: null,
  message: text(
    '设置“{label}”的值“{value}”不在 {least} 到 {most} 之间。',
    '設定「{label}」的值「{value}」不在 {least} 到 {most} 之間。',
    'Setting "{label}" cannot be "{value}": it must be between {least} and {most}.',
  ),
  suggestion: text(
    '改正以前按“{initial}”计算。{help}',
    '改正以前按「{initial}」計算。{help}',
    'Until it is corrected, "{initial}" applies. {help}',
  ),
};

export const SETTING_KEYS = Object.keys(SETTING_DECLARATIONS) as (keyof Settings)[]; // the keys are exactly Settings'

export function defaultSettings(language: Language): Settings {
  const read = <K extends keyof Settings>(key: K): Settings[K] => {
    const value = SETTING_DECLARATIONS[key].read(initialCell(key, language));
    if (value === undefined) throw new Error(`setting ${key} refuses its own default`);
    return value;
  };
  return Object.fromEntries(SETTING_KEYS.map((key) => [key, read(key)])) as unknown as Settings; // every key is present
}

/** The cell a new workbook's settings tab gets. */
export function initialCell(key: keyof Settings, language: Language): string {
  const { initial } = SETTING_DECLARATIONS[key];
  return typeof initial === 'object' ? initial[language] : String(initial);
}
