import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { toClockTime, toDay } from '#core/calendar/day';
import { calendarEvent, eventTimes, type EventFacts } from '#core/notice/calendar-event';
import type { NoticePlan, Recipient } from '#core/notice/notice';
import { sessionOccasion } from '#core/notice/occasion';
import { defaultSettings, type Settings } from '#core/workbook/read/settings';
import { aSession, aSpeaker } from '#test/support/builders/rows';

const recipient: Recipient = {
  memberId: 'R001',
  name: '周文远',
  post: null,
  unit: '区委',
  address: 'r001@example.org',
  hasAddress: true,
  notify: true,
  due: true,
  place: { tab: 'roster', row: 2 },
  key: 'book|S01|weekly|R001',
  sequence: 0,
  before: null,
};
const plan: NoticePlan = {
  kind: 'weekly',
  occasion: sessionOccasion(aSession()),
  row: 2,
  speaker: aSpeaker(),
  recipients: [recipient],
  skipped: [],
  turnout: [],
};
const factsOf = ({ occasion }: NoticePlan, changes: Partial<Settings> = {}): EventFacts => {
  const settings = { ...defaultSettings('zh-CN'), ...changes };
  const times =
    occasion.about === 'session' ? eventTimes(occasion.session, settings.timeZone) : null;
  return { uid: 'abc@example.org', now: new Date('2026-03-02T01:00:00Z'), settings, times };
};
const contentOf = (
  changes: Partial<NoticePlan> = {},
  to: Partial<Recipient> = {},
  settings: Partial<Settings> = {},
): string => {
  const changed = { ...plan, ...changes };
  const event = calendarEvent(changed, { ...recipient, ...to }, factsOf(changed, settings));
  return event?.content ?? '';
};
const read = (content: string) => {
  const calendar = new ICAL.Component(ICAL.parse(content) as unknown[]);
  const events = calendar.getAllSubcomponents('vevent');
  return { calendar, events, event: new ICAL.Event(events[0]) };
};

describe('calendarEvent', () => {
  test('asks for the session at its time in UTC', () => {
    const { calendar, event } = read(contentOf());
    expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST');
    expect([event.uid, event.sequence, event.summary, event.location]).toEqual([
      'abc@example.org',
      0,
      '领导干部理论学习：区域经济协调发展',
      '区委礼堂',
    ]);
    // 14:30 to 17:00 in Shanghai, eight hours ahead
    expect(event.startDate.toJSDate().toISOString()).toBe('2026-03-06T06:30:00.000Z');
    expect(event.endDate.toJSDate().toISOString()).toBe('2026-03-06T09:00:00.000Z');
    expect(event.organizer).toBe('mailto:study@example.org');
    expect(event.attendees.map((one) => one.getFirstValue())).toEqual(['mailto:r001@example.org']);
  });

  test('follows the zone’s own summer time', () => {
    const session = aSession({ date: toDay('2026-07-03'), start: toClockTime('09:00') });
    const { event } = read(
      contentOf({ occasion: sessionOccasion(session) }, {}, { timeZone: 'Europe/Berlin' }),
    );
    expect(event.startDate.toJSDate().toISOString()).toBe('2026-07-03T07:00:00.000Z');
  });

  test('takes the session back under the same id with a higher sequence', () => {
    const { calendar, event, events } = read(contentOf({ kind: 'cancellation' }, { sequence: 3 }));
    expect(calendar.getFirstPropertyValue('method')).toBe('CANCEL');
    expect([event.uid, event.sequence]).toEqual(['abc@example.org', 3]);
    expect(events[0]?.getFirstPropertyValue('status')).toBe('CANCELLED');
  });

  test.each(['absence', 'digest', 'summary'] as const)('leaves out an entry for %s', (kind) => {
    expect(calendarEvent({ ...plan, kind }, recipient, factsOf(plan))).toBeNull();
  });

  test('no line is longer than 75 octets', () => {
    const session = aSession({ title: '长'.repeat(200) });
    const lines = contentOf({ occasion: sessionOccasion(session) }).split('\r\n');
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  });

  test('whatever titles and names hold, there is one event, one attendee and the text itself', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        'a\r\nATTENDEE:mailto:x@evil.example',
        '",;\\n:\u2028x',
        'END:VEVENT\nBEGIN:VEVENT',
      ),
    );
    fc.assert(
      fc.property(hostile, hostile, (title, name) => {
        const { events, event } = read(
          contentOf({ occasion: sessionOccasion(aSession({ title })) }, { name }),
        );
        expect([events.length, event.attendees.length]).toEqual([1, 1]);
        expect(event.attendees[0]?.getFirstValue()).toBe('mailto:r001@example.org');
        const shown = title
          .replace(/\r\n|[\r\n\u2028\u2029]/g, '\n')
          .replace(/(?!\n)\p{Cc}/gu, ' ');
        expect(event.summary).toBe(`领导干部理论学习：${shown}`);
      }),
    );
  });
});
