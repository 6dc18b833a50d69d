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
import { finding, type Finding, type Rule } from '../finding';
import { withoutSpaces } from '../../text/clean';
import { LANGUAGES, text, type Language, type Text } from '../../text/language';
import { isWithin, type Limits } from '../limits';
import { parseTable } from './parse-table';
import { parseSlots, type Slot } from './slots';
import type { Cell, Table } from '../table';
import { LEAVE } from '../tabs/programme';
import { SETTINGS } from '../tabs/system';

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
  /** The share of a budget head from which on it is told as nearly spent, 0–1. */
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
}

export interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
}

interface SettingDeclaration<T> {
  readonly label: Text;
  readonly help: Text;
  /** The cell a new workbook gets. */
  readonly initial: Text | string | number;
  /** Beyond these a number is a slip of the hand, whatever the place. */
  readonly limits?: Limits;
  /** Meaning of a cell; undefined when it has none. */
  read(cell: string): T | undefined;
}

type LeaveKind = keyof typeof LEAVE.columns.kind.choices;
const LEAVE_KINDS: ReadonlyMap<string, LeaveKind> = new Map(
  Object.entries(LEAVE.columns.kind.choices).flatMap(([code, words]) =>
    [code, ...LANGUAGES.map((language) => words[language])].map(
      (word) => [withoutSpaces(word).toLowerCase(), code as LeaveKind] as const, // the keys of the choices are the kinds of leave
    ),
  ),
);
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
  const kinds = words.flatMap((word) => LEAVE_KINDS.get(withoutSpaces(word).toLowerCase()) ?? []);
  return kinds.length === words.length ? kinds : undefined;
};
const address = (cell: string): string | undefined =>
  cell === '' || /^[^\s@<>,;]+@[^\s@<>,;]+\.[a-z]{2,}$/i.test(cell) ? cell : undefined;

// prettier-ignore
export const SETTING_DECLARATIONS: { readonly [Key in keyof Settings]: SettingDeclaration<Settings[Key]> } = {
  programme: { label: text('项目名称', '項目名稱', 'Programme'), help: text('出现在通知和报表的标题中。', '出現在通知和報表的標題中。', 'Stands in the heading of notices and reports.'), initial: text('领导干部理论学习', '領導幹部理論學習', 'Leading cadres’ study programme'), read: words },
  organiser: { label: text('主办单位', '主辦單位', 'Organiser'), help: text('通知的落款。', '通知的落款。', 'Signs the notices.'), initial: text('区委组织部', '區委組織部', 'District organisation department'), read: words },
  timeZone: { label: text('时区', '時區', 'Time zone'), help: text('例如 Asia/Shanghai。', '例如 Asia/Shanghai。', 'For example Asia/Shanghai.'), initial: 'Asia/Shanghai', read: (cell) => (isTimeZone(cell) ? cell : undefined) },
  slots: { label: text('上课时段', '上課時段', 'Slots'), help: text('例如：周五 14:30-17:00；周六 09:00-11:30', '例如：週五 14:30-17:00；週六 09:00-11:30', 'For example: Fri 14:30-17:00; Sat 09:00-11:30'), initial: text('周五 14:30-17:00；周六 09:00-11:30', '週五 14:30-17:00；週六 09:00-11:30', 'Fri 14:30-17:00; Sat 09:00-11:30'), read: parseSlots },
  lateMinutes: { label: text('迟到界限(分钟)', '遲到界限(分鐘)', 'Late after (minutes)'), help: text('开始后超过这么多分钟记为迟到。', '開始後超過這麼多分鐘記為遲到。', 'Later than this after the start counts as late.'), initial: 5, limits: [0, 120], read: number },
  attendanceTarget: { label: text('出勤率目标', '出勤率目標', 'Attendance target'), help: text('例如 90%。', '例如 90%。', 'For example 90%.'), initial: '90%', limits: [0, 1], read: share },
  absencesInARow: { label: text('连续缺席次数', '連續缺席次數', 'Absences in a row'), help: text('连续无故缺席达到这么多次的列入名单。', '連續無故缺席達到這麼多次的列入名單。', 'Whoever is absent without leave so often in a row is listed.'), initial: 2, limits: [1, 100], read: wholeNumber },
  minutesPerClassHour: { label: text('每学时分钟', '每學時分鐘', 'Minutes per class hour'), help: text('各地不同（40、45、60），请按本地文件填写。', '各地不同（40、45、60），請按本地文件填寫。', 'Differs by place (40, 45, 60): enter your own rule.'), initial: 45, limits: [20, 120], read: number },
  budgetWarning: { label: text('预算提醒线', '預算提醒線', 'Budget warning from'), help: text('某科目支出达到预算的这个比例时提醒，例如 90%。', '某科目支出達到預算的這個比例時提醒，例如 90%。', 'From this share of a head’s budget on there is a warning, for example 90%.'), initial: '90%', limits: [0, 1], read: share },
  papersFrom: { label: text('报销材料起始日', '報銷材料起始日', 'Papers kept from'), help: text('从这一天起上的课和发生的支出，核对通知、签到表和单据是否齐全，例如 2026-03-01；不在本工作簿登记的填“否”。', '從這一天起上的課和發生的支出，核對通知、簽到表和單據是否齊全，例如 2026-03-01；不在本活頁簿登記的填「否」。', 'From this day on sessions and expenses are asked for notice, sign-in sheet and bills, for example 2026-03-01; "No": they are kept elsewhere.'), initial: '2017-01-01', read: dayOrNone },
  noticeLeadDays: { label: text('通知提前天数', '通知提前天數', 'Notice lead (days)'), help: text('开课前几天发出通知。', '開課前幾天發出通知。', 'How many days before the session the notice goes out.'), initial: 4, limits: [0, 60], read: number },
  sender: { label: text('发件地址', '寄件地址', 'Sender'), help: text('通知从这个地址发出。', '通知從這個地址發出。', 'Notices are sent from this address.'), initial: 'study@example.org', read: address },
  replyTo: { label: text('回复地址', '回覆地址', 'Reply to'), help: text('空白表示回复到发件地址。', '空白表示回覆到寄件地址。', 'Blank: replies go to the sender.'), initial: '', read: address },
  language: { label: text('语言', '語言', 'Language'), help: text('zh-CN、zh-TW 或 en：通知和报表所用的语言。', 'zh-CN、zh-TW 或 en：通知和報表所用的語言。', 'zh-CN, zh-TW or en: the language of notices and reports.'), initial: text('zh-CN', 'zh-TW', 'en'), read: (cell) => LANGUAGES.find((language) => language.toLowerCase() === cell.toLowerCase()) },
  year: { label: text('年度', '年度', 'Year'), help: text('当前年度。', '當前年度。', 'The current year.'), initial: 2026, limits: [2000, 2200], read: whole },
  contact: { label: text('联系人', '聯絡人', 'Contact'), help: text('通知中的联系人和电话。', '通知中的聯絡人和電話。', 'Contact person and telephone in the notices.'), initial: '', read: words },
  transport: { label: text('发送方式', '傳送方式', 'Sent through'), help: text('smtp 或 gmail。', 'smtp 或 gmail。', 'smtp or gmail.'), initial: 'smtp', read: (cell) => TRANSPORTS.find((transport) => transport === cell.toLowerCase()) },
  mailsPerDay: { label: text('每日邮件上限', '每日郵件上限', 'Mails a day'), help: text('超过时一封也不发。Gmail 通常为 2000。', '超過時一封也不發。Gmail 通常為 2000。', 'Beyond it nothing is sent. Gmail usually allows 2,000.'), initial: 1500, limits: [1, 100_000], read: number },
  mailsPerMinute: { label: text('每分钟邮件数', '每分鐘郵件數', 'Mails a minute'), help: text('发送速度。用 Gmail 时不超过管理员设定的上限（通常 50）。', '傳送速度。用 Gmail 時不超過管理員設定的上限（通常 50）。', 'The pace of sending. Through Gmail no more than the administrator has set, as a rule 50.'), initial: 600, limits: [1, 100_000], read: number },
  automatic: { label: text('自动发送', '自動傳送', 'Send automatically'), help: text('“是”：各类通知按下面几项到时自动发送；“否”：只由经办人发送。', '「是」：各類通知按下面幾項到時自動傳送；「否」：只由經辦人傳送。', '"Yes": notices of each kind go out when the settings below say; "No": clerks send them.'), initial: text('否', '否', 'No'), read: yesNo },
  noticeTime: { label: text('通知时刻', '通知時刻', 'Notice time'), help: text('例如 09:00；遇休息日提前到前一个工作日。', '例如 09:00；遇休息日提前到前一個工作日。', 'For example 09:00; from a day off it moves to the working day before.'), initial: '09:00', read: clockTime },
  reminderLeadDays: { label: text('提醒提前天数', '提醒提前天數', 'Reminder lead (days)'), help: text('0 表示不提醒。', '0 表示不提醒。', '0: no reminder.'), initial: 1, limits: [0, 60], read: number },
  speakerLeadDays: { label: text('主讲人确认提前天数', '主講人確認提前天數', 'Speaker confirmation lead (days)'), help: text('0 表示不自动发送。', '0 表示不自動傳送。', '0: not sent automatically.'), initial: 0, limits: [0, 90], read: number },
  absenceDays: { label: text('缺席提醒(课后天数)', '缺席提醒(課後天數)', 'Absence follow-up (days after)'), help: text('0 表示不自动发送；考勤登记齐了才发。', '0 表示不自動傳送；考勤登記齊了才發。', '0: not sent automatically; waits until everybody’s attendance is recorded.'), initial: 0, limits: [0, 60], read: number },
  digestDays: { label: text('单位摘要(课后天数)', '單位摘要(課後天數)', 'Unit digest (days after)'), help: text('0 表示不自动发送；考勤登记齐了才发。', '0 表示不自動傳送；考勤登記齊了才發。', '0: not sent automatically; waits until everybody’s attendance is recorded.'), initial: 0, limits: [0, 60], read: number },
  summaryDays: { label: text('领导简报(课后天数)', '領導簡報(課後天數)', 'Leaders’ summary (days after)'), help: text('0 表示不自动发送；考勤登记齐了才发。', '0 表示不自動傳送；考勤登記齊了才發。', '0: not sent automatically; waits until everybody’s attendance is recorded.'), initial: 0, limits: [0, 60], read: number },
  leaveLeadDays: { label: text('请假提前天数', '請假提前天數', 'Leave asked ahead (days)'), help: text('晚于此的列为临时请假；0 表示不看。', '晚於此的列為臨時請假；0 表示不看。', 'Later than this is pointed out as short notice; 0: never.'), initial: 1, limits: [0, 60], read: number },
  leaveShare: { label: text('请假比例界限', '請假比例界限', 'Leave share limit'), help: text('例如 1/7：超过全年期数的这个比例时提醒。', '例如 1/7：超過全年期數的這個比例時提醒。', 'For example 1/7: more leave than this share of the year’s sessions is pointed out.'), initial: '1/7', read: fraction },
  makeUpDays: { label: text('补课期限(天)', '補課期限(天)', 'Make-up within (days)'), help: text('上课后多少天内补完。', '上課後多少天內補完。', 'How many days after the session it is to be made up.'), initial: 30, limits: [1, 366], read: number },
  makeUpExempt: { label: text('免补课的请假类型', '免補課的請假類型', 'Leave without make-up'), help: text('例如：公差、病假。空白表示凡整期请假的都要补课。', '例如：公差、病假。空白表示凡整期請假的都要補課。', 'For example: Official duty, Sick. Blank: every whole session missed with leave is to be made up.'), initial: '', read: leaveKinds },
  absenceLimit: { label: text('年度缺席界限(次)', '年度缺席界限(次)', 'Absences a year (limit)'), help: text('一年内无故缺席达到这么多次时提醒；0 表示不提醒。', '一年內無故缺席達到這麼多次時提醒；0 表示不提醒。', 'So many absences without leave in a year are pointed out; 0: none.'), initial: 3, limits: [0, 1000], read: wholeNumber },
  lateLimit: { label: text('年度迟到早退界限(次)', '年度遲到早退界限(次)', 'Late a year (limit)'), help: text('一年内迟到早退达到这么多次时提醒；0 表示不提醒。', '一年內遲到早退達到這麼多次時提醒；0 表示不提醒。', 'So often late or early away in a year is pointed out; 0: never.'), initial: 5, limits: [0, 1000], read: wholeNumber },
  checkInOpens: { label: text('扫码签到提前(分钟)', '掃碼簽到提前(分鐘)', 'Check-in opens (minutes before)'), help: text('开始前多少分钟可以扫码。', '開始前多少分鐘可以掃碼。', 'Minutes before the start from which people can check in.'), initial: 60, limits: [0, 720], read: number },
  checkInCloses: { label: text('扫码签到截止(分钟)', '掃碼簽到截止(分鐘)', 'Check-in closes (minutes after)'), help: text('开始后多少分钟停止扫码；之后到的由经办人登记。', '開始後多少分鐘停止掃碼；之後到的由經辦人登記。', 'Minutes after the start; whoever comes later is entered by a clerk.'), initial: 30, limits: [0, 720], read: number },
  checkInRenew: { label: text('签到码更换(秒)', '簽到碼更換(秒)', 'Check-in code renewed (seconds)'), help: text('屏幕上的二维码多久换一次。', '螢幕上的二維碼多久換一次。', 'How often the code on the screen changes.'), initial: 30, limits: [5, 600], read: number },
  checkInValid: { label: text('签到码有效(秒)', '簽到碼有效(秒)', 'Check-in code valid (seconds)'), help: text('扫到的二维码多久内有效；应比更换时间长。', '掃到的二維碼多久內有效；應比更換時間長。', 'How long a scanned code is taken; longer than it takes to be renewed.'), initial: 90, limits: [10, 1800], read: number },
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
    'Setting "{label}" cannot be "{value}": it lies between {least} and {most}.',
  ),
  suggestion: text(
    '改正以前按“{initial}”计算。{help}',
    '改正以前按「{initial}」計算。{help}',
    'Until it is mended "{initial}" holds. {help}',
  ),
};

const names = Object.keys(SETTING_DECLARATIONS) as (keyof Settings)[]; // the keys are exactly Settings'

export function defaultSettings(language: Language): Settings {
  const read = <K extends keyof Settings>(key: K): Settings[K] => {
    const value = SETTING_DECLARATIONS[key].read(initialCell(key, language));
    if (value === undefined) throw new Error(`setting ${key} refuses its own default`);
    return value;
  };
  return Object.fromEntries(names.map((key) => [key, read(key)])) as unknown as Settings; // every key is present
}

/** The cell a new workbook's settings tab gets. */
export function initialCell(key: keyof Settings, language: Language): string {
  const { initial } = SETTING_DECLARATIONS[key];
  return typeof initial === 'object' ? initial[language] : String(initial);
}

/** A missing row or blank value means the default; a wrong value is a finding and means the default too. */
export function readSettings(table: Table | undefined): {
  settings: Settings;
  findings: Finding[];
} {
  const settings: Record<string, unknown> = { ...defaultSettings('zh-CN') };
  const findings: Finding[] = [];
  const { entries } = table ? parseTable(SETTINGS, table) : { entries: [] };
  for (const { row, cells } of entries) {
    const key = settingOf(cells.name ?? '');
    if (!key || cells.value === undefined || cells.value === null) continue;
    const declared: SettingDeclaration<unknown> = SETTING_DECLARATIONS[key];
    const { limits } = declared;
    const value = declared.read(cells.value);
    if (value === undefined) findings.push(badSetting(key, row, cells.value));
    else if (limits && typeof value === 'number' && !isWithin(value, limits))
      findings.push(outOfLimits(key, { row, value: cells.value, limits }));
    else settings[key] = value;
  }
  return { settings: settings as unknown as Settings, findings }; // defaults overlaid with values of the same kind
}

/** The setting that a name means, in any language; null: none. */
export function settingOf(name: string): keyof Settings | null {
  return names.find((candidate) => isNamed(candidate, name)) ?? null;
}

function badSetting(key: keyof Settings, row: number, value: Cell): Finding {
  const { label, help } = SETTING_DECLARATIONS[key];
  return finding(BAD_SETTING, { tab: 'settings', row, column: 'value' }, value, { label, help });
}

function outOfLimits(
  key: keyof Settings,
  { row, value, limits }: { readonly row: number; readonly value: Cell; readonly limits: Limits },
): Finding {
  const { label, help } = SETTING_DECLARATIONS[key];
  const facts = { label, help, least: limits[0], most: limits[1] };
  const initial = initialCell(key, 'zh-CN');
  const place = { tab: 'settings', row, column: 'value' } as const;
  return finding(SETTING_OUT_OF_LIMITS, place, value, { ...facts, initial });
}

function isNamed(key: keyof Settings, name: string): boolean {
  const folded = withoutSpaces(name).toLowerCase();
  const { label } = SETTING_DECLARATIONS[key];
  return [key, ...LANGUAGES.map((language) => label[language])].some(
    (word) => withoutSpaces(word).toLowerCase() === folded,
  );
}
