// Proposals for a period, the year plan, the activity plan, and the speakers.
import type { ActivityPlanResponse } from '#core/contract/activity-plan';
import { callFunction } from '../bridge';
import { expectAction } from '../expect-action';
import { createCard, type Card } from '../card';
import { documentView } from '../document-view';
import { button, h } from '../dom';
import { tabLink } from '../findings-view';
import { wantNotice } from '../notice/wanted';
import type { Panel } from '../panel';
import type { PanelContext } from '../panel-context';
import { runAction, type ActionOutcome } from '../run-action';
import type { TextKey } from '../say';
import { lateParts, type LateParts } from './late';

export function planningPanel(context: PanelContext): Panel {
  const { say } = context;
  const [from, to] = [dayField('plan-from'), dayField('plan-to')];
  const session = h('input', { type: 'text', maxlength: 100, 'data-field': 'speaker-session' });
  const period = (): PlanPeriod => ({
    ...(from.value === '' ? {} : { from: from.value }),
    ...(to.value === '' ? {} : { to: to.value }),
  });
  const action = (label: TextKey, name: string, run: () => void, look = 'outlined') =>
    button(say(label), { class: `button ${look}`, 'data-action': name }, run);
  const start = (): void => void showPlan(context, card, period());
  const card: Card = createCard(say, {
    name: 'planning',
    drawing: ['M3.5 4.5h13v12h-13z', 'M3.5 8h13', 'M7 3v3', 'M13 3v3', 'M6.5 11h3', 'M6.5 13.7h6'],
    controls: [
      h(
        'details',
        { class: 'period' },
        h('summary', {}, say('planning.period')),
        h('label', {}, say('attendance.from'), from),
        h('label', {}, say('attendance.to'), to),
        h('label', {}, say('speaker.session'), session),
      ),
      action('planning.preview', 'planning-preview', start, 'tonal'),
      action('planning.accept', 'planning-accept', () => void accept(context, card)),
      action('planning.year', 'planning-year', () => void showYear(context, card)),
      action(
        'planning.activity',
        'planning-activity',
        () => void showActivity(context, card, { ...period(), withFile: false }),
      ),
      action(
        'planning.card',
        'speaker-card',
        () => void showSpeaker(context, card, session.value.trim()),
      ),
      action('planning.usage', 'speaker-usage', () => void showUsage(context, card)),
    ],
  });
  return { card, start };
}

interface PlanPeriod {
  readonly from?: string;
  readonly to?: string;
}

const dayField = (name: string): HTMLInputElement =>
  h('input', { type: 'date', max: '9999-12-31', 'data-field': name });

interface LateAction<T> {
  readonly busy: TextKey;
  readonly work: () => Promise<T>;
  readonly show: (value: T, views: LateParts) => ActionOutcome;
}

/** An action whose view comes with the late script. */
function runLate<T>(context: PanelContext, card: Card, action: LateAction<T>): Promise<void> {
  return runAction(context, card, {
    busy: context.say(action.busy),
    work: () => Promise.all([action.work(), lateParts()]),
    show: ([value, views]) => action.show(value, views),
  });
}

function showPlan(context: PanelContext, card: Card, period: PlanPeriod): Promise<void> {
  return runLate(context, card, {
    busy: 'planning.busy',
    work: async () =>
      expectAction('preview', await callFunction('planQuarter', { action: 'preview', ...period })),
    show: (plan, { planOutcome }) =>
      planOutcome(context, plan, () => void writePlan(context, card, period)),
  });
}

function writePlan(context: PanelContext, card: Card, period: PlanPeriod): Promise<void> {
  return runLate(context, card, {
    busy: 'planning.busy',
    work: async () =>
      expectAction('write', await callFunction('planQuarter', { action: 'write', ...period })),
    show: (plan, { writtenOutcome }) => writtenOutcome(context, plan),
  });
}

function accept(context: PanelContext, card: Card): Promise<void> {
  return runLate(context, card, {
    busy: 'planning.busy',
    work: async () =>
      expectAction('accept', await callFunction('planQuarter', { action: 'accept' })),
    show: (answer, { acceptedOutcome }) => acceptedOutcome(context, answer),
  });
}

function showYear(context: PanelContext, card: Card): Promise<void> {
  const { say } = context;
  return runAction(context, card, {
    busy: say('planning.reading'),
    work: () => callFunction('yearPlan', {}),
    show: ({ year, sessions, free, fees, tab }) => ({
      tone: 'good',
      status: say('planning.yearDone', {
        year: String(year),
        n: sessions,
        free,
        fees: fees.text,
      }),
      details: [tabLink(context, tab.title, tab.sheetId)],
    }),
  });
}

interface ActivityChoice extends PlanPeriod {
  readonly withFile: boolean;
}

function showActivity(context: PanelContext, card: Card, choice: ActivityChoice): Promise<void> {
  const { say } = context;
  const show = (plan: ActivityPlanResponse) => ({
    tone: plan.sessions > 0 ? ('good' as const) : ('warning' as const),
    status: say('planning.activityDone', {
      from: plan.from,
      to: plan.to,
      n: plan.sessions,
      fees: plan.fees.text,
    }),
    details: documentView(context, plan.document, {
      file: () => void showActivity(context, card, { ...choice, withFile: true }),
    }),
  });
  return runAction(context, card, {
    busy: say(choice.withFile ? 'document.fileBusy' : 'planning.reading'),
    work: () => callFunction('activityPlan', choice),
    show,
  });
}

/** Of the session with this id, or of the next planned one. */
function showSpeaker(context: PanelContext, card: Card, sessionId: string): Promise<void> {
  const request = { action: 'card', ...(sessionId !== '' && { sessionId }) } as const;
  return runLate(context, card, {
    busy: 'planning.reading',
    work: async () => expectAction('card', await callFunction('speakerCard', request)),
    show: (shown, { speakerOutcome }) =>
      speakerOutcome(context, shown, () =>
        wantNotice({ kind: 'invitation', occasionId: shown.session.id }),
      ),
  });
}

function showUsage(context: PanelContext, card: Card): Promise<void> {
  const { say } = context;
  return runAction(context, card, {
    busy: say('planning.reading'),
    work: async () => expectAction('usage', await callFunction('speakerCard', { action: 'usage' })),
    show: ({ year, sessions, leaders, tab }) => ({
      tone: 'good',
      status: say('speaker.usageDone', { year: String(year), n: sessions, leaders }),
      details: [tabLink(context, tab.title, tab.sheetId)],
    }),
  });
}
