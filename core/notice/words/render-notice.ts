// One recipient's notice in words: subject, plain text, HTML.
import { finding, type Finding } from '../../workbook/finding';
import { tidy } from '../../text/clean';
import type { Language } from '../../text/language';
import type { Settings } from '../../workbook/read/settings';
import { NOTICE_KINDS, NOTICE_PAGES } from '../../workbook/tabs/notice-kinds';
import { declarationOf, FIELDS, fieldValues, type FieldName } from './fields';
import type { NoticeTemplate } from './find-template';
import type { NoticeKind, NoticePlan, Recipient } from '../notice';
import { EMPTY_FIELD } from '../notice-rules.texts';
import { renderPage } from './page';
import { fillTemplate, requiredFields } from './template';

export interface RenderedNotice {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** A recipient's notice, ready to be sent. */
export interface Message extends RenderedNotice {
  readonly recipient: Recipient;
}

export function renderNotice(
  plan: NoticePlan,
  recipient: Recipient,
  { template, settings }: { template: NoticeTemplate; settings: Settings },
): RenderedNotice {
  const { language } = settings;
  const values = fieldValues(plan, recipient, settings);
  const subject = tidy(
    fillTemplate(template.subject, values)
      .map(({ words }) => words)
      .join(' '),
  );
  const lines = fillTemplate(template.body, values);
  return {
    subject,
    // A line that was left out must not leave two blank ones behind.
    text: `${lines
      .map(({ words }) => words)
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')}\n`,
    html: renderPage(lines, {
      language,
      button: buttonOf(plan.kind, language),
      document: plan.document ?? null,
    }),
  };
}

function buttonOf(kind: NoticeKind, language: Language): string {
  const { page } = NOTICE_KINDS[kind];
  return page === null ? '' : NOTICE_PAGES[page].button[language];
}

/** One finding for each required field that is empty for somebody, at the first cell to fill in. */
export function emptyFields(
  plan: NoticePlan,
  { template, settings }: { template: NoticeTemplate; settings: Settings },
): Finding[] {
  const fields = [
    ...new Set([...requiredFields(template.subject), ...requiredFields(template.body)]),
  ];
  const valuesOf = plan.recipients.map((recipient) => ({
    recipient,
    values: fieldValues(plan, recipient, settings),
  }));
  return fields.flatMap((field) => {
    const lacking = valuesOf.filter(({ values }) => values[field] === '');
    const [first] = lacking;
    if (!first) return [];
    const names = lacking.slice(0, 3).map(({ recipient }) => recipient.name);
    const facts = {
      field: FIELDS[field].label,
      count: lacking.length,
      names: names.join('、') + (lacking.length > 3 ? '…' : ''),
    };
    return [finding(EMPTY_FIELD, placeOf(field, first.recipient, { plan, template }), '', facts)];
  });
}

function placeOf(
  field: FieldName,
  recipient: Recipient,
  { plan, template }: { plan: NoticePlan; template: NoticeTemplate },
): Pick<Finding, 'tab' | 'row' | 'column'> {
  const { from } = declarationOf(field);
  if (from?.tab === 'recipient') return { ...recipient.place, column: from.column };
  if (from?.tab === 'schedule') return { tab: 'schedule', row: plan.row, column: from.column };
  if (from) return { tab: from.tab, row: null, column: null };
  return { tab: 'templates', row: template.row, column: 'body' };
}
