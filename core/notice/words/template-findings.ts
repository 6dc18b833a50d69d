// What is wrong with the words of one template, with the correction where a field only has another form.
import { attachFix, finding, type Finding } from '../../workbook/finding';
import { joined, listed } from '../../text/listed';
import type { Language } from '../../text/language';
import { OPEN_BRACES, OTHER_FORM, UNKNOWN_FIELD } from '../notice-rules.texts';
import type { NoticeKind } from '../notice';
import { allowsField, FIELDS, type FieldName } from './fields';
import { parseTemplate, withUsualForms } from './template';

/** Whether the kind of notice has the field. */
export const fieldsOf =
  (kind: NoticeKind) =>
  (field: FieldName): boolean =>
    allowsField(kind, field);

export interface TemplateWords {
  readonly kind: NoticeKind;
  /** Row of the templates tab; null for the built-in words. */
  readonly row: number | null;
  readonly column: 'subject' | 'body';
  /** As they are in the cell. */
  readonly words: string;
}

export function templateFindings(
  { kind, row, column, words }: TemplateWords,
  language: Language,
): Finding[] {
  const place = { tab: 'templates', row, column } as const;
  const { faults } = parseTemplate(words, fieldsOf(kind));
  const others = faults.filter((one) => one.fault === 'otherForm');
  const names = Object.keys(FIELDS) as FieldName[]; // the table's own keys
  const fields = joined(
    names.filter(fieldsOf(kind)).map((field) => FIELDS[field].label[language]),
    language,
  );
  const wrong = faults.flatMap((one) => {
    if (one.fault === 'otherForm') return [];
    const { fault, name } = one;
    return fault === 'unknownField'
      ? [finding(UNKNOWN_FIELD, place, name, { name, fields })]
      : [finding(OPEN_BRACES, place, name, { name })];
  });
  if (others.length === 0) return wrong;
  const places = listed(distinct(others.map(({ name }) => name)));
  const corrected = listed(distinct(others.map((one) => one.corrected)));
  const found = finding(OTHER_FORM, place, places, { places, corrected });
  const fix = { place, before: words, after: withUsualForms(words), shown: corrected };
  return [...wrong, attachFix(found, fix)];
}

const distinct = (words: readonly string[]): string[] => [...new Set(words)];
