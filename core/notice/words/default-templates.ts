// The words a new workbook starts with. Clerks change them in the templates tab.
import { LANGUAGES, type Language } from '../../text/language';
import { NOTICE_KIND_KEYS, NOTICE_KINDS, type NoticeKind } from '../../workbook/tabs/notice-kinds';
import { GREETING, LINK_LINES, SIGNATURE, TEMPLATE_TEXTS } from './default-templates.texts';

export interface TemplateWords {
  readonly subject: string;
  readonly body: string;
}

export function defaultTemplate(kind: NoticeKind, language: Language): TemplateWords {
  const { subject, opening, facts, closing } = TEMPLATE_TEXTS[kind];
  const { page } = NOTICE_KINDS[kind];
  const linkLine = page === null ? [] : [LINK_LINES[page]];
  const parts = [GREETING, opening, facts, closing, ...linkLine, SIGNATURE];
  const blocks = parts.map((part) => part[language]);
  return { subject: subject[language], body: blocks.join('\n\n') };
}

/** The rows of a new templates tab. */
export function templateRows() {
  return LANGUAGES.flatMap((language) =>
    NOTICE_KIND_KEYS.map((kind) => ({ kind, language, ...defaultTemplate(kind, language) })),
  );
}
