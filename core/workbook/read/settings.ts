// The programme's settings: rows of the settings tab, each with a default.
import { type ClockTime, type Day } from '../../calendar/day';
import { isTimeZone } from '../../calendar/zone';
import { LANGUAGES, text, type Language, type Text } from '../../text/language';
import type { Limits } from '../limits';
import { parsePoints, parseSourceShares, type SourceShares } from './order-settings';
import {
  yesNo,
  clockTime,
  dayOrNone,
  TRANSPORTS,
  words,
  number,
  whole,
  wholeNumber,
  share,
  fraction,
  leaveKinds,
  itemNames,
  address,
  type Fraction,
} from './setting-cells';
import { parseSlots, type Slot } from './slots';
import { parseTierShares, type TierShares } from './tier-shares';
import { parseVenues, type Venue } from './venues';
import type { LeaveKind } from '../tabs/leave-kinds';

/** What the settings tab says, with defaults where it says nothing. */
export interface Settings {
  programme: string;
  organiser: string;
  timeZone: string;
  slots: readonly Slot[];
  lateMinutes: number;
  /** Leaving more minutes before the end is leaving early. */
  earlyMinutes: number;
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
  leaveDecisionDays: number;
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
  /** How many units are listed at each end of the dashboard's ranking; 0: none. */
  dashboardUnits: number;
  /** Units with fewer people due are not ranked. */
  dashboardLeastPeople: number;
  /** For so many days a leaders' link is valid; 0: no link is. */
  dashboardLinkDays: number;
  /** Days after a session for which its evaluation can be answered. */
  evaluationOpenDays: number;
  /** Days after a session on which its evaluation link goes out; 0: not sent automatically. */
  evaluationDays: number;
  /** What listeners give scores for, in the order of the score columns. */
  evaluationItems: readonly string[];
  /** Whether answers are kept without the person's ID. */
  evaluationAnonymous: boolean;
  /** Results of a session are shown from so many answers on. */
  evaluationLeast: number;
  /** A speaker is ranked from so many answers on. */
  rankingLeast: number;
  /** A bulletin names people only when so many are on the list, and shows a unit apart only when so many of it are due. */
  bulletinNameLeast: number;
  /** The days on which topics can be ordered, both included; null: not now. */
  ordersOpen: Day | null;
  ordersClose: Day | null;
  /** Topics that one person may order in one round. */
  ordersMost: number;
  /** Days before the closing day; 0: no reminder. */
  orderReminderDays: number;
  /** Points of the first wish, the second and so on; never rising. */
  orderPoints: readonly number[];
  /** The share of the sessions that each source of topics is to have, 0–1; a source that is not named has none. */
  sourceShares: SourceShares;
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

export interface SettingDeclaration<T> {
  /** The cell a new workbook gets. */
  readonly initial: Text | string | number;
  /** Beyond these a number is a slip of the hand, whatever the place. */
  readonly limits?: Limits;
  /** Meaning of a cell; undefined when it has none. */
  read(cell: string): T | undefined;
}

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
  earlyMinutes: {
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
  leaveDecisionDays: {
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
  dashboardUnits: { initial: 3, limits: [0, 50], read: wholeNumber },
  dashboardLeastPeople: { initial: 3, limits: [1, 1000], read: wholeNumber },
  dashboardLinkDays: { initial: 30, limits: [0, 366], read: wholeNumber },
  evaluationOpenDays: {
    initial: 7,
    limits: [0, 60],
    read: wholeNumber,
  },
  evaluationDays: {
    initial: 0,
    limits: [0, 60],
    read: number,
  },
  evaluationItems: {
    initial: text(
      '现实针对性、理论性、信息量、语言表达、教风教态',
      '現實針對性、理論性、資訊量、語言表達、教風教態',
      'Relevance, Theory, Content, Delivery, Manner',
    ),
    read: itemNames,
  },
  evaluationAnonymous: {
    initial: text('是', '是', 'Yes'),
    read: yesNo,
  },
  evaluationLeast: {
    initial: 5,
    limits: [3, 1000],
    read: wholeNumber,
  },
  rankingLeast: {
    initial: 10,
    limits: [3, 1000],
    read: wholeNumber,
  },
  bulletinNameLeast: {
    initial: 1,
    limits: [1, 1000],
    read: wholeNumber,
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
  orderPoints: {
    initial: text('3、2、1', '3、2、1', '3, 2, 1'),
    read: parsePoints,
  },
  sourceShares: {
    initial: '',
    read: parseSourceShares,
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
