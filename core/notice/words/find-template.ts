// Which words a kind of notice has in this workbook, and what is wrong with them.
import { finding, type Finding } from '../../workbook/finding';
import type { Language } from '../../text/language';
import { parseTable } from '../../workbook/read/parse-table';
import type { Snapshot } from '../../workbook/snapshot';
import { TABS } from '../../workbook/tabs';
import { defaultTemplate } from './default-templates';
import type { NoticeKind } from '../notice';
import { DOUBLED_TEMPLATE } from '../notice-rules.texts';
import { parseTemplate, type Template } from './template';
import { fieldsOf, templateFindings } from './template-findings';

export interface NoticeTemplate {
  readonly subject: Template;
  readonly body: Template;
  /** Row of the templates tab; null when the built-in words are used. */
  readonly row: number | null;
  readonly findings: readonly Finding[];
}

/** The row of the tab for this kind and language; without one the built-in words. */
export function findTemplate(
  snapshot: Snapshot,
  kind: NoticeKind,
  language: Language,
): NoticeTemplate {
  const table = snapshot.tables.templates;
  const fitting = (table ? parseTable(TABS.templates, table).entries : []).filter(
    ({ cells }) => cells.kind === kind && cells.language === language,
  );
  const [entry, ...more] = fitting;
  // A row that cannot be read is a finding of its own, which keeps the mail from being sent.
  const words = { ...defaultTemplate(kind, language), ...entry?.cells };
  const allows = fieldsOf(kind);
  const row = entry?.row ?? null;
  const subject = parseTemplate(words.subject, allows);
  const body = parseTemplate(words.body, allows);
  const findings = [
    ...templateFindings({ kind, row, column: 'subject', words: words.subject }, language),
    ...templateFindings({ kind, row, column: 'body', words: words.body }, language),
    ...more.map((other) =>
      finding(DOUBLED_TEMPLATE, { tab: 'templates', row: other.row, column: 'kind' }, kind),
    ),
  ];
  return { subject, body, row, findings };
}
