// The workbench's clock in the top bar, and the little form that sets it.
import { toInstant, toLocalTime } from '#core/calendar/zone';
import type { ClockTime, Day } from '#core/calendar/day';
import { fill, type Language } from '#core/text/language';
import { el, icon } from '../dom';
import { setClock, type ClockState } from '../server/workbench-api';
import type { Texts } from '../texts';
import { CLOCK } from './icons';

export interface ClockView {
  readonly element: HTMLElement;
  readonly show: (state: ClockState) => void;
}

interface Settings {
  readonly language: Language;
  readonly texts: Texts;
  readonly timeZone: string;
  readonly warn: (message: string) => void;
}

const TICK_MILLISECONDS = 5_000;
const PANEL_ID = 'clock-panel';

export function createClockView(settings: Settings): ClockView {
  const { texts, language, timeZone } = settings;
  const time = el('time', {});
  const origin = el('span', { class: 'tag' });
  const button = el(
    'button',
    { class: 'chip', type: 'button', popovertarget: PANEL_ID, title: texts.clock },
    icon(CLOCK),
    time,
    origin,
  );
  const format = new Intl.DateTimeFormat(language, {
    timeZone,
    month: 'short',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  });
  let ahead = 0;
  const tick = () => {
    const now = new Date(Date.now() + ahead);
    time.textContent = format.format(now);
    time.dateTime = now.toISOString();
  };
  const show = ({ now, isSet }: ClockState) => {
    ahead = Date.parse(now) - Date.now();
    origin.textContent = isSet ? texts.clockSet : texts.clockSystem;
    origin.classList.toggle('tag-strong', isSet);
    tick();
  };
  setInterval(tick, TICK_MILLISECONDS);
  const panel = clockPanel(settings, show, () => new Date(Date.now() + ahead));
  return { element: el('div', { class: 'clock' }, button, panel), show };
}

function clockPanel(
  { texts, timeZone, warn }: Settings,
  show: (state: ClockState) => void,
  now: () => Date,
): HTMLElement {
  const input = el('input', { type: 'datetime-local', id: 'clock-input', required: true });
  const set = (moment: Date | null) => {
    setClock(moment)
      .then((state) => {
        show(state);
        panel.hidePopover();
      })
      .catch((error: unknown) => warn(fill(texts.clockFailed, { message: String(error) })));
  };
  const form = el(
    'form',
    {
      onsubmit(event: Event) {
        event.preventDefault();
        const [day, time] = input.value.split('T');
        set(toInstant({ day: day as Day, time: time as ClockTime }, timeZone)); // the field's own format
      },
    },
    el('p', { class: 'help' }, texts.clockHelp),
    el('label', { for: 'clock-input' }, fill(texts.clockDate, { zone: timeZone })),
    input,
    el(
      'div',
      { class: 'actions' },
      el('button', { type: 'submit', class: 'primary' }, texts.clockApply),
      el('button', { type: 'button', onclick: () => set(null) }, texts.clockReset),
    ),
  );
  const panel = el('div', { id: PANEL_ID, class: 'panel', popover: 'auto' }, form);
  panel.addEventListener('beforetoggle', () => {
    const { day, time } = toLocalTime(now(), timeZone);
    input.value = `${day}T${time}`;
  });
  return panel;
}
