// The calendar entry of a notice (RFC 5545, 5546): asked for with REQUEST, taken back with CANCEL.
import { toInstant } from '../calendar/zone';
import type { ClockTime } from '../calendar/day';
import { NOTICE_KINDS } from '../workbook/tabs/notice-kinds';
import type { NoticePlan, Recipient, ScheduleRow } from './notice';
import type { Settings } from '../workbook/read/settings';

export interface CalendarEvent {
  readonly method: 'REQUEST' | 'CANCEL';
  readonly content: string;
}

export interface EventFacts {
  /** The same for every notice of one session, whatever changes. */
  readonly uid: string;
  readonly now: Date;
  readonly settings: Settings;
  /** Null: the notice is about no session. */
  readonly times: EventTimes | null;
}

/** Start and end in UTC, so that no reader needs to know the zone's rules: `20260306T063000Z`. */
export interface EventTimes {
  readonly start: string;
  readonly end: string;
}

/** The same for everybody: finding out what a zone's clock showed is slow. */
export function eventTimes({ date, start, end }: ScheduleRow, timeZone: string): EventTimes {
  const at = (time: ClockTime): string => toUtc(toInstant({ day: date, time }, timeZone));
  return { start: at(start), end: at(end) };
}

const METHODS = { details: 'REQUEST', cancellation: 'CANCEL' } as const;

/** Null for the kinds that announce nothing. */
export function calendarEvent(
  { kind, occasion, speaker }: NoticePlan,
  recipient: Recipient,
  { uid, now, settings, times }: EventFacts,
): CalendarEvent | null {
  const { announces } = NOTICE_KINDS[kind];
  if (announces === null || occasion.about !== 'session' || times === null) return null;
  const { session } = occasion;
  const method = METHODS[announces];
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Lectern//Notices//EN',
    'CALSCALE:GREGORIAN',
    `METHOD:${method}`,
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `SEQUENCE:${recipient.sequence}`,
    `DTSTAMP:${toUtc(now)}`,
    `DTSTART:${times.start}`,
    `DTEND:${times.end}`,
    `SUMMARY:${escapeText(`${settings.programme}：${session.title}`)}`,
    `LOCATION:${escapeText(session.venue)}`,
    ...(speaker ? [`DESCRIPTION:${escapeText(speaker.name)}`] : []),
    `ORGANIZER;CN=${quote(settings.organiser)}:mailto:${settings.sender}`,
    `ATTENDEE;CN=${quote(recipient.name)};ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:${recipient.address}`,
    `STATUS:${method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED'}`,
    'TRANSP:OPAQUE',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return { method, content: `${lines.map(fold).join('\r\n')}\r\n` };
}

function toUtc(instant: Date): string {
  return instant.toISOString().replace(/[-:]|\.\d{3}/g, '');
}

/** Control characters have no place in a calendar; a line end is written as `\n`. */
function escapeText(value: string): string {
  return value
    .replace(/[\\;,]/g, (character) => `\\${character}`)
    .replace(/\r\n|[\r\n\u2028\u2029]/g, '\\n')
    .replace(/\p{Cc}/gu, ' ');
}

/** A parameter's value may hold no quotation mark at all. */
function quote(value: string): string {
  return `"${value.replace(/"/g, "'").replace(/\p{Cc}/gu, ' ')}"`;
}

const LINE_OCTETS = 75;

/** Lines are at most 75 octets of UTF-8 long; no character is cut in two. */
function fold(line: string): string {
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character.codePointAt(0) ?? 0);
    if (octets + size > LINE_OCTETS) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}

function octetsOf(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}
