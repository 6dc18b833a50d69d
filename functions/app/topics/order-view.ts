// What the order page shows: open topics by source with a sentence each, one choice for each wish, and a field for an own topic.
import { formatDay } from '#core/notice/words/notice-date';
import type { OrderState, TopicGroup } from '#core/topics/order-state';
import { fill, type Language } from '#core/text/language';
import type { Settings } from '#core/workbook/read/settings';
import { TOPICS } from '#core/workbook/tabs/topics';
import type { PageField, PageView } from '../runtime/page-view';
import { ORDER_PAGE_TEXTS } from './order-page.texts';
import { LONGEST_WISH, topicFields } from './read-order';

export interface OrderViewContext {
  readonly token: string;
  readonly settings: Settings;
  /** `saved`: the order was written just now. */
  readonly outcome: 'shown' | 'saved';
}

export function orderView(state: OrderState, context: OrderViewContext): PageView {
  const { token, settings } = context;
  const { language, programme } = settings;
  const { member, round, groups } = state;
  const fact = (key: 'name' | 'unit' | 'closes', value: string) => ({
    label: ORDER_PAGE_TEXTS[key][language],
    value,
  });
  const label = ORDER_PAGE_TEXTS.button[language];
  return {
    heading: fill(ORDER_PAGE_TEXTS.heading[language], { programme }),
    notice: noticeOf(state, context),
    facts: [
      fact('name', member.name),
      ...(member.unit === null ? [] : [fact('unit', member.unit)]),
      fact('closes', formatDay(round.closes, language)),
    ],
    lists: groups.map((group) => ({
      heading: sourceName(group, language),
      items: group.topics.map(({ title, summary }) => ({ title, text: summary })),
    })),
    forms: [
      {
        heading: fill(ORDER_PAGE_TEXTS.choose[language], { most: settings.ordersMost }),
        token,
        fields: [...choiceFields(state, settings), wishField(state, language)],
        button: { action: 'order', label, isMain: true },
      },
    ],
  };
}

function noticeOf(
  { ordered, wish }: OrderState,
  { outcome, settings: { language } }: OrderViewContext,
): PageView['notice'] {
  if (ordered.length === 0 && wish === null)
    return outcome === 'shown'
      ? null
      : { tone: 'warning', text: ORDER_PAGE_TEXTS.nothing[language] };
  const lines = [
    ...ordered.map(({ title }, index) => `${index + 1}. ${title}`),
    ...(wish === null ? [] : [fill(ORDER_PAGE_TEXTS.ownLine[language], { wish })]),
  ];
  const said = ORDER_PAGE_TEXTS[outcome][language];
  return { tone: 'good', text: [said, ...lines, ORDER_PAGE_TEXTS.change[language]].join('\n') };
}

function choiceFields({ groups, ordered }: OrderState, settings: Settings): PageField[] {
  const { language } = settings;
  const options = groups.map((group) => ({
    label: sourceName(group, language),
    options: group.topics.map(({ id, title }) => ({ value: id, label: title })),
  }));
  return topicFields(settings).map((name, index) => ({
    kind: 'groupedChoice',
    name,
    label: fill(ORDER_PAGE_TEXTS.place[language], { n: index + 1 }),
    none: ORDER_PAGE_TEXTS.none[language],
    groups: options,
    value: ordered[index]?.id ?? null,
  }));
}

function wishField({ wish }: OrderState, language: Language): PageField {
  return {
    kind: 'text',
    name: 'wish',
    label: ORDER_PAGE_TEXTS.wish[language],
    value: wish ?? '',
    isRequired: false,
    longest: LONGEST_WISH,
  };
}

function sourceName({ source }: TopicGroup, language: Language): string {
  return (source ? TOPICS.columns.source.choices[source] : ORDER_PAGE_TEXTS.others)[language];
}
