// Templates: text with {{field}} (must have a value) and {{field|default}}. Values are put in once and never looked at again.
import { foldWord } from '../../text/clean';
import { LANGUAGES } from '../../text/language';
import { FIELDS, LINK_FIELDS, type FieldName, type FieldValues } from './fields';

export type Segment =
  { readonly words: string } | { readonly field: FieldName; readonly fallback: string | null };

export type TemplateFault =
  | { readonly fault: 'unknownField'; readonly name: string }
  | { readonly fault: 'openBraces'; readonly name: string }
  /** A field as other programs write it, which would leave with the mail as it is. */
  | { readonly fault: 'otherForm'; readonly name: string; readonly corrected: string };

export interface Template {
  readonly lines: readonly (readonly Segment[])[];
  readonly faults: readonly TemplateFault[];
}

/** Code, or label in any language → field. */
const FIELD_BY_NAME: ReadonlyMap<string, FieldName> = new Map(
  (Object.keys(FIELDS) as FieldName[]).flatMap((field) =>
    // the table's own keys
    [field, ...LANGUAGES.map((language) => FIELDS[field].label[language])].map(
      (name) => [foldWord(name), field] as const,
    ),
  ),
);

/** `allows` says which fields the kind of notice has. */
export function parseTemplate(source: string, allows: (field: FieldName) => boolean): Template {
  const faults: TemplateFault[] = [];
  const lines = source.split('\n').map((line) => parseLine(line, allows, faults));
  return { lines, faults };
}

/** `{{field}}`, and what other programs have for it: full-width or single braces, `${field}`, `«field»`. */
const PLACE = /([$＄]?[{｛]+)([^{}｛｝]*)([}｝]+)|«([^«»]*)»/g;
const HALF_OPEN = /\{\{|\}\}|｛｛|｝｝/;

function parseLine(
  line: string,
  allows: (field: FieldName) => boolean,
  faults: TemplateFault[],
): Segment[] {
  const segments: Segment[] = [];
  let end = 0;
  const addWords = (words: string): void => {
    if (HALF_OPEN.test(words)) faults.push({ fault: 'openBraces', name: words.trim() });
    if (words !== '') segments.push({ words });
  };
  for (const match of line.matchAll(PLACE)) {
    const place = toPlace(match);
    if (place.form === 'words') continue;
    addWords(line.slice(end, match.index));
    end = match.index + place.written.length;
    const { field, name, fallback } = place;
    if (place.form === 'openBraces') faults.push({ fault: 'openBraces', name: place.written });
    else if (field === undefined || !allows(field)) faults.push({ fault: 'unknownField', name });
    else if (place.form === 'field') segments.push({ field, fallback });
    else faults.push({ fault: 'otherForm', name: place.written, corrected: correctedOf(place) });
  }
  addWords(line.slice(end));
  return segments;
}

interface Place {
  readonly written: string;
  readonly form: 'field' | 'otherForm' | 'openBraces' | 'words';
  readonly field: FieldName | undefined;
  readonly name: string;
  readonly fallback: string | null;
}

function toPlace([written, opened = '«', braced, closed = '»', quoted]: RegExpExecArray): Place {
  const [name = '', ...fallback] = (braced ?? quoted ?? '').split(/[|｜]/);
  const field = FIELD_BY_NAME.get(foldWord(name));
  return {
    written,
    form: formOf(opened, closed, field !== undefined),
    field,
    name: name.trim(),
    fallback: fallback.length > 0 ? fallback.join('|').trim() : null,
  };
}

/** One brace or a quotation mark around any other word is a part of the text. */
function formOf(opened: string, closed: string, isField: boolean): Place['form'] {
  if (opened === '{{' && closed === '}}') return 'field';
  if (/^\{+$/.test(opened) && /^\}+$/.test(closed) && opened.length + closed.length > 4)
    return 'openBraces';
  if (isField || /^[$＄]|^｛｛/.test(opened)) return 'otherForm';
  return HALF_OPEN.test(opened + closed) ? 'openBraces' : 'words';
}

const correctedOf = ({ name, fallback }: Place): string =>
  `{{${fallback === null ? name : `${name}|${fallback}`}}}`;

/** The text with every known field in the form `{{field}}`; the rest as it is. */
export function withUsualForms(source: string): string {
  return source.replace(PLACE, (...match: string[]) => {
    const place = toPlace(match as unknown as RegExpExecArray); // the same groups, in the same order
    return place.form === 'otherForm' && place.field !== undefined
      ? correctedOf(place)
      : place.written;
  });
}

/** The fields that must have a value. */
export function requiredFields({ lines }: Template): FieldName[] {
  const fields = lines
    .flat()
    .flatMap((part) => ('field' in part && part.fallback === null ? [part.field] : []));
  return [...new Set(fields)];
}

/** One line with its values put in; a label such as `地点：` is the template's own, never a value's. */
export interface FilledLine {
  readonly words: string;
  /** Null when the line is no pair of a label and a value. */
  readonly pair: { readonly label: string; readonly value: string } | null;
  /** The recipient's own link, when the line has it: the one address that may become a link. */
  readonly link: string | null;
  /** Whether the line is the document that the mail carries: it is shown with its own format. */
  readonly isDocument: boolean;
}

const LABEL = /^([^：:]{1,16})[：:]\s*$/;

/** A line whose fields are all empty is left out. */
export function fillTemplate({ lines }: Template, values: FieldValues): FilledLine[] {
  return lines.flatMap((line) => {
    const isEmpty = line.every((part) => 'words' in part || valueOf(part, values) === '');
    if (isEmpty && line.some((part) => 'field' in part)) return [];
    const [first, ...rest] = line;
    const label =
      first && 'words' in first && rest.length > 0 ? LABEL.exec(first.words)?.[1] : undefined;
    const join = (parts: readonly Segment[]): string =>
      parts.map((part) => valueOf(part, values)).join('');
    const hasLink = line.some((part) => 'field' in part && LINK_FIELDS.includes(part.field));
    const link = hasLink && values.link !== '' ? values.link : null;
    const isDocument = line.some((part) => 'field' in part && part.field === 'document');
    const isPair = label !== undefined && link === null && !isDocument;
    const pair = isPair ? { label: label.trim(), value: join(rest) } : null;
    return [{ words: join(line), pair, link, isDocument }];
  });
}

function valueOf(part: Segment, values: FieldValues): string {
  if ('words' in part) return part.words;
  return values[part.field] || (part.fallback ?? '');
}
