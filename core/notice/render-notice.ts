// One person's weekly notice in words: subject, plain text, HTML.
import { fill, text, type Language, type Text } from '../text/language';
import { SPEAKERS } from '../workbook/tabs/people';
import type { Settings } from '../workbook/settings';
import { html, type Html } from './html';
import type { NoticePlan, Recipient, Speaker } from './notice';
import { formatNoticeSpan } from './notice-date';

export interface RenderedNotice {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const WORDS = {
  subject: text(
    '【{programme}】第{number}期：{title}',
    '【{programme}】第{number}期：{title}',
    '{programme}, session {number}: {title}',
  ),
  subjectWithoutNumber: text(
    '【{programme}】{title}',
    '【{programme}】{title}',
    '{programme}: {title}',
  ),
  greeting: text('{name}同志：', '{name}同志：', 'Dear {name},'),
  opening: text(
    '现将本期{programme}有关事项通知如下：',
    '現將本期{programme}有關事項通知如下：',
    'please take note of the next session of {programme}:',
  ),
  title: text('题目', '題目', 'Topic'),
  time: text('时间', '時間', 'Time'),
  venue: text('地点', '地點', 'Venue'),
  speaker: text('主讲人', '主講人', 'Speaker'),
  closing: text(
    '请提前10分钟到场签到。确因工作不能参加的，请按规定办理书面请假手续。',
    '請提前10分鐘到場簽到。確因工作不能參加的，請按規定辦理書面請假手續。',
    'Please arrive ten minutes early and sign in. If duty keeps you away, ask for leave in writing as the rules provide.',
  ),
  contact: text('联系人', '聯絡人', 'Contact'),
} as const satisfies Record<string, Text>;

export function renderNotice(
  plan: NoticePlan,
  recipient: Recipient,
  settings: Settings,
): RenderedNotice {
  const { language, programme, organiser } = settings;
  const { session } = plan;
  const say = (words: Text, values: Readonly<Record<string, string>> = {}): string =>
    fill(words[language], values);
  const subject = say(session.number === null ? WORDS.subjectWithoutNumber : WORDS.subject, {
    programme,
    number: String(session.number),
    title: session.title,
  });
  const greeting = say(WORDS.greeting, { name: recipient.name });
  const opening = say(WORDS.opening, { programme });
  const facts = factsOf(plan, settings);
  const closing = say(WORDS.closing);
  const plain = [
    greeting,
    '',
    opening,
    '',
    ...facts.map(([label, value]) => `${label}${colon(language)}${value}`),
    '',
    closing,
    '',
    organiser,
  ];
  return {
    subject,
    text: `${plain.join('\n')}\n`,
    html: page({ language, greeting, opening, facts, closing, organiser }).markup,
  };
}

type Fact = readonly [label: string, value: string];

function factsOf({ session, speaker }: NoticePlan, settings: Settings): Fact[] {
  const { language } = settings;
  const facts: Fact[] = [
    [WORDS.title[language], session.title],
    [WORDS.time[language], formatNoticeSpan(session.date, session, language)],
    [WORDS.venue[language], session.venue],
  ];
  if (speaker) facts.push([WORDS.speaker[language], describeSpeaker(speaker, language)]);
  if (settings.contact !== '') facts.push([WORDS.contact[language], settings.contact]);
  return facts;
}

/** Title level is not named to listeners: it only sets the fee. */
function describeSpeaker(speaker: Speaker, language: Language): string {
  const unit = speaker.unit ?? '';
  const tier = speaker.tier === null ? '' : SPEAKERS.columns.tier.choices[speaker.tier][language];
  const details = [unit, unit === '' ? tier : ''].filter((part) => part !== '').join(' ');
  return details === ''
    ? speaker.name
    : language === 'en'
      ? `${speaker.name} (${details})`
      : `${speaker.name}（${details}）`;
}

const colon = (language: Language): string => (language === 'en' ? ': ' : '：');

interface PageParts {
  readonly language: Language;
  readonly greeting: string;
  readonly opening: string;
  readonly facts: readonly Fact[];
  readonly closing: string;
  readonly organiser: string;
}

function page({ language, greeting, opening, facts, closing, organiser }: PageParts): Html {
  const rows = facts.map(
    ([label, value]) =>
      html`<tr>
        <th
          style="text-align:left;padding:6px 16px 6px 0;color:#5f6368;font-weight:normal;white-space:nowrap;vertical-align:top"
        >
          ${label}
        </th>
        <td style="padding:6px 0">${value}</td>
      </tr>`,
  );
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
      </head>
      <body style="margin:0;background:#f6f8fc">
        <div
          style="max-width:560px;margin:0 auto;padding:24px;background:#ffffff;color:#202124;font:16px/1.7 'PingFang SC','Microsoft YaHei','Noto Sans SC',Arial,sans-serif"
        >
          <p>${greeting}</p>
          <p>${opening}</p>
          <table style="border-collapse:collapse">
            ${rows}
          </table>
          <p>${closing}</p>
          <p style="text-align:right">${organiser}</p>
        </div>
      </body>
    </html>`;
}
