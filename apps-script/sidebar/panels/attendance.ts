import type { AttendanceReportResponse, Rate } from '#core/contract/attendance-report';
import { showFollowUp } from '../attendance/follow-up';
import { showHours } from '../attendance/hours';
import { callFunction } from '../bridge';
import { createCard, type Card } from '../card';
import { button, h } from '../dom';
import { icon } from '../icons';
import { tabLink } from '../findings-view';
import { readingOnly, type PanelContext } from '../panel-context';
import type { Panel } from '../panel';
import { runAction, type ActionOutcome } from '../run-action';
import type { Say } from '../say';

export function attendancePanel(context: PanelContext): Panel {
  const { say } = context;
  const from = dayField();
  const to = dayField();
  const chosenPeriod = h(
    'details',
    { class: 'period' },
    h('summary', {}, say('attendance.period')),
    h('label', {}, say('attendance.from'), from),
    h('label', {}, say('attendance.to'), to),
  );
  const start = () => {
    const reversed = from.value !== '' && to.value !== '' && from.value > to.value;
    to.setCustomValidity(reversed ? say('attendance.order') : '');
    if (!from.validity.valid || !to.validity.valid) chosenPeriod.open = true;
    if (!from.reportValidity() || !to.reportValidity()) return;
    void runAction(context, card, {
      busy: say('attendance.busy'),
      work: () =>
        callFunction('attendanceReport', {
          ...period(from.value, to.value),
          ...readingOnly(context),
        }),
      show: (report) => showReport(context, report),
    });
  };
  const card: Card = createCard(say, {
    name: 'attendance',
    drawing: ['M3.5 16.5h13', 'M5.5 14V9.5', 'M10 14V4', 'M14.5 14V7'],
    controls: [
      chosenPeriod,
      button(
        say('attendance.action'),
        { class: 'button tonal', 'data-action': 'attendance' },
        start,
      ),
      button(
        say('followUp.action'),
        { class: 'button outlined', 'data-action': 'follow-up' },
        () => void showFollowUp(context, card),
      ),
      button(
        say('hours.action'),
        { class: 'button outlined', 'data-action': 'hours' },
        () => void showHours(context, card),
      ),
    ],
  });
  return { card, start };
}

function dayField(): HTMLInputElement {
  const field = h('input', { type: 'date', max: '9999-12-31' });
  field.addEventListener('input', () => field.setCustomValidity(''));
  return field;
}

function period(from: string, to: string): { from?: string; to?: string } {
  return { ...(from === '' ? {} : { from }), ...(to === '' ? {} : { to }) };
}

function showReport(context: PanelContext, report: AttendanceReportResponse): ActionOutcome {
  const { say } = context;
  const { from, to, sessions, people, overall, units, notRecorded, unclear } = report;
  return {
    tone: notRecorded + unclear > 0 ? 'warning' : 'good',
    status: say('attendance.done', { sessions, people }),
    details: [
      h('p', { class: 'small' }, say('attendance.range', { from, to })),
      h(
        'div',
        { class: 'rates' },
        rateView(say, 'rate.a', overall.a),
        rateView(say, 'rate.b', overall.b),
      ),
      notRecorded === 0 ? null : noteView(say('attendance.unrecorded', { n: notRecorded })),
      unclear === 0 ? null : noteView(say('attendance.unclear', { n: unclear })),
      report.tabs.length === 0 ? null : h('h3', {}, say('attendance.tabs')),
      ...report.tabs.map((tab) => tabLink(context, tab.title, tab.sheetId)),
      units.length === 0 ? null : unitsView(say, units),
    ],
  };
}

function rateView(say: Say, key: 'rate.a' | 'rate.b', rate: Rate): HTMLElement {
  const { numerator, denominator } = rate;
  return h(
    'div',
    { class: 'rate', 'data-testid': key },
    h('div', { class: 'rate-name' }, say(key)),
    h('div', { class: 'rate-value' }, rate.text),
    h('div', { class: 'small' }, say('rate.basis', { numerator, denominator })),
    h('div', { class: 'small' }, say(`${key}.about`)),
  );
}

function noteView(message: string): HTMLElement {
  return h('p', { class: 'note' }, icon('alert'), h('span', {}, message));
}

function unitsView(say: Say, units: AttendanceReportResponse['units']): HTMLElement {
  const rows = units.map(({ unit, rates }) =>
    h(
      'tr',
      {},
      h('th', { scope: 'row' }, unit),
      h('td', {}, rates.a.text),
      h('td', {}, rates.b.text),
    ),
  );
  const head = h(
    'tr',
    {},
    h('th', { scope: 'col' }, say('attendance.unit')),
    h('th', { scope: 'col' }, say('rate.a')),
    h('th', { scope: 'col' }, say('rate.b')),
  );
  return h(
    'details',
    { class: 'group', open: true },
    h('summary', {}, say('attendance.units', { n: units.length })),
    h('table', {}, h('thead', {}, head), h('tbody', {}, ...rows)),
  );
}
