// What the clerk chose in the preview of records of known people; sent with every further call.
import type { ImportRowsRequest } from '#core/contract/import-rows';
import type { ChosenSource } from './source-form';

type Sent<Kind> = Extract<ImportRowsRequest, { action: 'preview'; kind: Kind }>;
export type MemberChoice = NonNullable<Sent<'attendance'>['people']>[number];
export type HoursKind = NonNullable<Sent<'otherHours'>['hoursKind']>;

interface CommonWishes {
  readonly source: ChosenSource;
  readonly columns: Map<number, string | null>;
  readonly people: Map<number, MemberChoice>;
  readonly byFile: Set<string>;
}

export interface AttendanceWishes extends CommonWishes {
  readonly kind: 'attendance';
  readonly sessionId: string;
  intoClosed: boolean;
}

export interface HoursWishes extends CommonWishes {
  readonly kind: 'otherHours';
  day: string;
  hoursKind: HoursKind | null;
}

export type RecordsWishes = AttendanceWishes | HoursWishes;

const noChoices = () => ({
  columns: new Map<number, string | null>(),
  people: new Map<number, MemberChoice>(),
  byFile: new Set<string>(),
});

export const attendanceWishes = (source: ChosenSource, sessionId: string): AttendanceWishes => ({
  kind: 'attendance',
  source,
  sessionId,
  intoClosed: false,
  ...noChoices(),
});

export const hoursWishes = (source: ChosenSource): HoursWishes => ({
  kind: 'otherHours',
  source,
  day: '',
  hoursKind: null,
  ...noChoices(),
});

/** The same kind for another source: what was chosen for one sheet says nothing about another. */
export const wishesFor = (wishes: RecordsWishes, source: ChosenSource): RecordsWishes =>
  wishes.kind === 'attendance'
    ? attendanceWishes(source, wishes.sessionId)
    : { ...hoursWishes(source), day: wishes.day, hoursKind: wishes.hoursKind };

export function recordsRequest(wishes: RecordsWishes) {
  const { source } = wishes;
  const common = {
    source,
    columns: [...wishes.columns].map(([position, column]) => ({ position, column })),
    people: [...wishes.people.values()],
    byFile: [...wishes.byFile],
  };
  if (wishes.kind === 'attendance') {
    const { kind, sessionId, intoClosed } = wishes;
    return { kind, ...common, sessionId, intoClosed };
  }
  return {
    kind: wishes.kind,
    ...common,
    ...(wishes.day === '' ? {} : { day: wishes.day }),
    ...(wishes.hoursKind === null ? {} : { hoursKind: wishes.hoursKind }),
  };
}
