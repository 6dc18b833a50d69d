// The sections of a bulletin that say who came and who did not.
import { joinedClauses } from '../text/listed';
import { formatRate, meetsTarget } from '../attendance/rate';
import { formatTarget, rateSentence } from '../attendance/report/report-columns';
import { peopleDue, recordedSessions } from '../attendance/report/report-heading';
import { ATTENDANCE_TEXTS } from '../attendance/report/report.texts';
import { streakPeriod, type Absences } from '../attendance/absences';
import type { AttendanceOutcome } from '../attendance/outcome';
import { dueCount, ratesOf, type Tally } from '../attendance/tally';
import { bodyLine, type DocumentBlock, type DocumentTable } from '../document/official-document';
import { WHOLE_SESSION } from '../model/statuses';
import { formatDate } from '../notice/words/notice-date';
import { groupBy } from '../text/group-by';
import { fill, type Language } from '../text/language';
import { BULLETIN_TEXTS } from './bulletin.texts';
import { unitLines, type UnitLine } from './unit-lines';
import type { BulletinFacts, BulletinSection } from './section';

export function overallSection({ figures, settings }: BulletinFacts): BulletinSection {
  const { language, attendanceTarget } = settings;
  const { attendance, taught, cancelled } = figures;
  const heading = BULLETIN_TEXTS.overall[language];
  const held = {
    sessions: taught.length,
    recorded: recordedSessions(attendance),
    people: peopleDue(attendance),
    cancelled,
  };
  if (taught.length === 0)
    return { heading, blocks: [bodyLine(BULLETIN_TEXTS.nothingHeld[language])] };
  const { a, b } = ratesOf(attendance.overall, attendance.statuses);
  const isMet = meetsTarget(a, attendanceTarget);
  const target = { target: formatTarget(attendanceTarget) };
  return {
    heading,
    blocks: [
      bodyLine(
        fill(BULLETIN_TEXTS.held[language], held) + between(language) + turnout(figures, language),
      ),
      ...statusLines(attendance, language),
      bodyLine(
        [
          rateSentence(ATTENDANCE_TEXTS.meaningA, a, language),
          rateSentence(ATTENDANCE_TEXTS.meaningB, b, language),
          ...(isMet === null
            ? []
            : [fill(BULLETIN_TEXTS[isMet ? 'targetMet' : 'targetMissed'][language], target)]),
        ].join(between(language)),
      ),
    ],
  };
}

/** Sentences follow each other without a space in Chinese. */
const between = (language: Language): string => (language === 'en' ? ' ' : '');

function turnout({ attendance, people }: BulletinFacts['figures'], language: Language): string {
  const count = (wanted: AttendanceOutcome): number =>
    people.reduce(
      (sum, { sessions }) => sum + sessions.filter(({ outcome }) => outcome === wanted).length,
      0,
    );
  return fill(BULLETIN_TEXTS.turnout[language], {
    due: dueCount(attendance.overall, attendance.statuses),
    attended: attendedIn(attendance.overall, attendance.statuses),
    excused: count('excused'),
    absent: count('absent'),
    notRecorded: count('notRecorded'),
    unclear: count('unclear'),
  });
}

type Statuses = BulletinFacts['figures']['attendance']['statuses'];

const attendedIn = (tally: Tally, statuses: Statuses): number =>
  ratesOf(tally, statuses).a.numerator / WHOLE_SESSION;

function statusLines(
  { overall, statuses }: BulletinFacts['figures']['attendance'],
  language: Language,
): DocumentBlock[] {
  const counts = statuses.flatMap(({ label }, at) => {
    const count = overall.counts[at] ?? 0;
    return count === 0 ? [] : [fill(BULLETIN_TEXTS.statusCount[language], { label, count })];
  });
  if (counts.length === 0) return [];
  const listed = counts.join(BULLETIN_TEXTS.separator[language]);
  return [bodyLine(fill(BULLETIN_TEXTS.statuses[language], { statuses: listed }))];
}

export function unitSection({ figures, settings }: BulletinFacts): BulletinSection {
  const { language, bulletinNameLeast } = settings;
  const { attendance, people } = figures;
  const lines = unitLines(attendance, people, bulletinNameLeast);
  const sum = (key: 'excused' | 'absent'): number =>
    lines.reduce((total, line) => total + line[key], 0);
  const total: UnitLine = {
    unit: BULLETIN_TEXTS.total[language],
    units: lines.length,
    tally: attendance.overall,
    excused: sum('excused'),
    absent: sum('absent'),
  };
  const cells = (line: UnitLine, order: string): string[] => {
    const { a, b } = ratesOf(line.tally, attendance.statuses);
    return [
      order,
      line.unit ?? fill(BULLETIN_TEXTS.otherUnits[language], { count: line.units }),
      String(dueCount(line.tally, attendance.statuses)),
      String(a.denominator / WHOLE_SESSION),
      String(a.numerator / WHOLE_SESSION),
      String(line.excused),
      String(line.absent),
      formatRate(a),
      formatRate(b),
    ];
  };
  const label = (key: keyof typeof BULLETIN_TEXTS) => BULLETIN_TEXTS[key][language];
  const figure = (key: keyof typeof BULLETIN_TEXTS, width: number) =>
    ({ label: label(key), width, align: 'right' }) as const;
  const table: DocumentTable = {
    kind: 'table',
    columns: [
      { label: label('order'), width: 5, align: 'centre' },
      { label: label('unit'), width: 22 },
      figure('due', 7),
      figure('counted', 8),
      figure('attended', 7),
      figure('excused', 7),
      figure('absent', 8),
      figure('rateA', 10),
      figure('rateB', 10),
    ],
    rows: [...lines.map((line, at) => cells(line, String(at + 1))), cells(total, '')],
    boldRows: [lines.length],
  };
  return {
    heading: label('units'),
    blocks:
      lines.length > 0
        ? [bodyLine(label('unitsOrder')), table]
        : [
            bodyLine(
              figures.taught.length === 0
                ? label('nothingHeld')
                : fill(label('unitsTooSmall'), { least: bulletinNameLeast }),
            ),
          ],
  };
}

export function fullSection({ figures, settings }: BulletinFacts): BulletinSection {
  const { language, bulletinNameLeast: least } = settings;
  const { full, people } = figures;
  const names = [...groupBy(full, ({ person }) => person.unit)].map(([unit, members]) =>
    fill(BULLETIN_TEXTS.fullUnit[language], {
      unit,
      names: members.map(({ person }) => person.name).join(BULLETIN_TEXTS.separator[language]),
    }),
  );
  const counts = { count: full.length, people: people.length };
  return {
    heading: BULLETIN_TEXTS.full[language],
    blocks: [
      bodyLine(fill(BULLETIN_TEXTS.fullCount[language], counts)),
      ...named(full.length, { least, language }, () => [
        bodyLine(joinedClauses(names, language) + BULLETIN_TEXTS.sentenceEnd[language]),
      ]),
    ],
  };
}

export function absenceSection({ figures, settings }: BulletinFacts): BulletinSection {
  const { language, bulletinNameLeast: least } = settings;
  const { absent, makeUp } = figures;
  const times = absent.reduce((sum, { sessions }) => sum + sessions.length, 0);
  const counts = { people: absent.length, times };
  return {
    heading: BULLETIN_TEXTS.absences[language],
    blocks: [
      bodyLine(
        absent.length === 0
          ? BULLETIN_TEXTS.noAbsence[language]
          : fill(BULLETIN_TEXTS.absenceCount[language], counts),
      ),
      ...named(absent.length, { least, language }, () => [absenceTable(absent, language)]),
      ...(makeUp.open === 0 ? [] : [bodyLine(fill(BULLETIN_TEXTS.makeUp[language], makeUp))]),
    ],
  };
}

export function streakSection({ figures, settings }: BulletinFacts): BulletinSection {
  const { language, bulletinNameLeast: least, absencesInARow } = settings;
  const { streaks, period } = figures;
  const people = new Set(streaks.map(({ record }) => record.person.id)).size;
  const counts = {
    least: absencesInARow,
    count: streaks.length,
    from: formatDate(streakPeriod(period).from, language),
  };
  return {
    heading: BULLETIN_TEXTS.streaks[language],
    blocks: [
      bodyLine(
        fill(BULLETIN_TEXTS[streaks.length === 0 ? 'noStreak' : 'streakCount'][language], counts),
      ),
      ...named(people, { least, language }, () => [absenceTable(streaks, language)]),
    ],
  };
}

/** The list, or why there is none. */
function named(
  people: number,
  { least, language }: { readonly least: number; readonly language: Language },
  list: () => DocumentBlock[],
): DocumentBlock[] {
  if (people === 0) return [];
  if (people >= least) return list();
  return [bodyLine(fill(BULLETIN_TEXTS.notNamed[language], { least }))];
}

/** The person as the roster has them at the newest of these sessions. */
function absenceTable(absences: readonly Absences[], language: Language): DocumentTable {
  const label = (key: keyof typeof BULLETIN_TEXTS) => BULLETIN_TEXTS[key][language];
  return {
    kind: 'table',
    columns: [
      { label: label('order'), width: 5, align: 'centre' },
      { label: label('name'), width: 10 },
      { label: label('unit'), width: 20 },
      { label: label('post'), width: 18 },
      { label: label('times'), width: 6, align: 'right' },
      { label: label('days'), width: 26 },
    ],
    rows: absences.map(({ sessions }, at) => {
      const person = sessions.at(-1)?.person;
      return [
        String(at + 1),
        person?.name ?? '',
        person?.unit ?? '',
        person?.post ?? '',
        String(sessions.length),
        sessions
          .map(({ session }) => formatDate(session.date, language))
          .join(BULLETIN_TEXTS.separator[language]),
      ];
    }),
  };
}
