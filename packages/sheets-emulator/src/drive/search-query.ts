/** The search language of Drive's file list, as far as spreadsheets need it: conditions joined by `and`. */
import { notEmulated } from '../api-error';
import type { DriveFile } from './drive-file';
import { invalidParameter } from './drive-error';

type FileTest = (file: DriveFile) => boolean;

const TEXT = String.raw`(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")`;
const CONDITION = new RegExp(
  String.raw`^\s*(?:(\w+)\s*(=|!=|<=|>=|<|>|contains|in\b)\s*(?:${TEXT}|(true|false))|${TEXT}\s+in\s+(\w+))\s*`,
);

/** `properties has { key='one' and value='two' }` */
const PROPERTY = new RegExp(
  String.raw`^\s*properties\s+has\s*\{\s*key\s*=\s*${TEXT}\s+and\s+value\s*=\s*${TEXT}\s*\}\s*`,
);

const unescape = (text: string): string => text.replace(/\\(.)/g, '$1');

const COMPARE: Readonly<Record<string, (left: string, right: string) => boolean>> = {
  '=': (left, right) => left === right,
  '!=': (left, right) => left !== right,
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
};

function textTest(field: string, operator: string, wanted: string): FileTest {
  const fold = (text: string) => (field === 'name' ? text.toLowerCase() : text);
  const read = (file: DriveFile): string => {
    if (field === 'name') return file.name;
    if (field === 'mimeType') return file.mimeType;
    return field === 'modifiedTime' ? file.modifiedTime : file.createdTime;
  };
  if (operator === 'contains') return (file) => fold(read(file)).includes(fold(wanted));
  const compare = COMPARE[operator];
  const isTime = field === 'modifiedTime' || field === 'createdTime';
  const right = isTime ? new Date(wanted).toISOString() : fold(wanted);
  return (file) => compare?.(fold(read(file)), right) === true;
}

const FIELDS = new Set(['name', 'mimeType', 'modifiedTime', 'createdTime']);

function conditionTest(match: RegExpExecArray): FileTest {
  const [, field = '', operator = '', single, double, flag] = match;
  const text = single ?? double;
  const isTurned = operator === 'in';
  // Clients also write `parents in 'id'`, and Drive takes it.
  const member = isTurned ? text : (match[6] ?? match[7]);
  const collection = isTurned ? field : match[8];
  if (member !== undefined && collection === 'parents') {
    return (file) => file.parents.includes(unescape(member));
  }
  if (field === 'trashed' && flag !== undefined) {
    return (file) => (file.trashed === (flag === 'true')) === (operator === '=');
  }
  if (FIELDS.has(field) && text !== undefined) return textTest(field, operator, unescape(text));
  throw notEmulated(`the Drive search condition ${match[0].trim()}`);
}

function propertyTest([, key, otherKey, value, otherValue]: RegExpExecArray): FileTest {
  const name = unescape(key ?? otherKey ?? '');
  const wanted = unescape(value ?? otherValue ?? '');
  return ({ properties = {} }) => Object.hasOwn(properties, name) && properties[name] === wanted;
}

/** The empty query matches every file. */
export function parseSearch(query: string): FileTest {
  const tests: FileTest[] = [];
  let rest = query.trim();
  while (rest !== '') {
    const property = PROPERTY.exec(rest);
    if (/^(not\b|\()/i.test(rest)) throw notEmulated(`the Drive search ${query}`);
    const match = property ?? CONDITION.exec(rest);
    if (match === null) throw invalidParameter('Invalid Value', 'q');
    tests.push(property === null ? conditionTest(match) : propertyTest(property));
    rest = rest.slice(match[0].length);
    if (/^or\b/i.test(rest)) throw notEmulated(`the Drive search ${query}`);
    if (rest !== '' && !/^and\b/i.test(rest)) throw invalidParameter('Invalid Value', 'q');
    rest = rest.replace(/^and\b\s*/i, '');
  }
  return (file) => tests.every((test) => test(file));
}
