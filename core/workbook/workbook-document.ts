// docs/workbook.md, from the declarations of the tabs.
import { LANGUAGES, type Text } from '../text/language';
import type { Column } from './column';
import type { Tab } from './tab';
import { REGISTRY_TAB_KEYS, TAB_KEYS } from './tab-keys';
import { TABS } from './tabs/index';

const OPENING = `# The workbook

Written by \`npm run docs\` from the declarations in \`core/workbook/tabs\`; do not edit it here.

The headings are in row 1, or within the first ten rows: a title, blank rows and a line of group headings may be above them. A
heading is recognised in any of the three languages and in any order, with spaces, line breaks or a hint in brackets; where no
column has the label, one with another word for it ("also") is taken. The clerks' own columns are left alone. "Needed" means that no row may leave the cell blank; a column "may be left out" altogether.
`;

const REGISTRY = `# The registry

A workbook of its own, which only administrators see: it lists the workbooks that a deployment serves (docs/operations.md).
`;

const PROTECTED: Readonly<Record<'lectern' | 'admin', string>> = {
  lectern: 'Only Lectern writes here.',
  admin: 'Protected: administrators only.',
};

export function documentWorkbook(): string {
  return [
    OPENING,
    ...TAB_KEYS.map((key) => documentTab(TABS[key])),
    REGISTRY,
    ...REGISTRY_TAB_KEYS.map((key) => documentTab(TABS[key])),
  ].join('\n');
}

function documentTab(tab: Tab): string {
  const lines = [
    `## ${inAll(tab.title)}`,
    '',
    `${tab.purpose['zh-CN']} ${tab.purpose.en}${tab.protectedFor ? ` ${PROTECTED[tab.protectedFor]}` : ''}`,
    '',
    '| zh-CN | zh-TW | en | holds | |',
    '|---|---|---|---|---|',
    ...Object.values(tab.columns).map(documentColumn),
    '',
  ];
  return lines.join('\n');
}

function documentColumn(column: Column): string {
  const labels = LANGUAGES.map((language) => escaped(column.label[language]));
  return `| ${[...labels, escaped(holds(column)), escaped(remarks(column))].join(' | ')} |`;
}

const KINDS: Readonly<Record<Exclude<Column['kind'], 'choice'>, string>> = {
  text: 'text',
  lines: 'text of several lines',
  id: 'id',
  name: 'name',
  email: 'e-mail address',
  phone: 'telephone number, as text',
  day: 'day',
  time: 'time of day',
  instant: 'moment, with offset',
  integer: 'whole number',
  decimal: 'number',
  percent: 'share, 0–100 %',
  money: 'yuan, two decimals',
  yesNo: 'yes or no',
};

function holds(column: Column): string {
  if (column.kind === 'choice')
    return Object.values(column.choices)
      .map((words) => `${words['zh-CN']} (${words.en})`)
      .join(', ');
  const kind = KINDS[column.kind];
  return column.from ? `${kind} from ${inAll(TABS[column.from.tab].title)}` : kind;
}

function remarks(column: Column): string {
  const parts = [
    column.filled === true ? 'Needed.' : '',
    column.optional === true ? 'May be left out.' : '',
    column.synonyms === undefined ? '' : `Also: ${column.synonyms}.`,
    column.help ? `${column.help['zh-CN']} ${column.help.en}` : '',
  ];
  return parts.filter((part) => part !== '').join(' ');
}

const inAll = (words: Text): string => LANGUAGES.map((language) => words[language]).join(' · ');
const escaped = (words: string): string => words.replaceAll('|', '\\|').replaceAll('\n', ' ');
