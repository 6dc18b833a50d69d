// docs/rules.md, from the rules themselves.
import type { Rule, Severity } from '../workbook/finding';
import { LANGUAGES } from '../text/language';
import { ALL_RULES } from './all-rules';
import { groupBy } from '../text/group-by';

const SEVERITIES: Readonly<Record<Severity, string>> = {
  error: 'error: blocks sending and payment until it is corrected',
  warning: 'warning: may be accepted with a reason',
  info: 'note',
};

const OPENING = `# Rules

Written by \`npm run docs\` from the rules under \`core/checks\` and \`core/workbook\`; do not edit it here.

A wrong entry is a finding: the cell, the rule, what is wrong and what to do. Codes stay the same for good.
\`V..\` are the rules of the clerks' work, \`W..\` those of the workbook itself, \`N..\` those of the notices. Words in braces are
filled in from the entry.

Each \`V..\` rule lists entries that were tried: one that violates it, the two sides of its boundary a single step apart,
and one that is fine. The step is a number, a day, a week, a minute, one character, or another choice of a list.
Caps, quotas, statuses, holidays and what may not be bought are rows of the workbook's own tabs; no rule carries such a number.
`;

/** An entry on one side of a rule; the tests try each of them. */
export interface RuleExample {
  readonly code: string;
  readonly about: string;
  readonly side: string;
  /** What lies between the boundary and the entry just inside it. */
  readonly step: number | string;
  readonly entry: string;
  readonly isFound: boolean;
}

export function documentRules(
  examples: readonly RuleExample[],
  rules: readonly Rule[] = ALL_RULES,
): string {
  const tables = groupBy(examples, ({ code }) => code);
  const codes = groupBy(rules, ({ code }) => code);
  const sections = Array.from(
    codes,
    ([code, group]) =>
      `## ${code}\n\n${group.map(documentRule).join('\n')}${documentExamples(tables.get(code) ?? [])}`,
  );
  return [OPENING, ...sections].join('\n');
}

function documentRule({ severity, source, message, suggestion }: Rule): string {
  return [
    `**${SEVERITIES[severity]}**${source === null ? '' : ` · ${source}`}`,
    '',
    ...LANGUAGES.map((language) => `- ${language}: ${message[language]} ${suggestion[language]}`),
    '',
  ].join('\n');
}

function documentExamples(examples: readonly RuleExample[]): string {
  return Array.from(
    groupBy(examples, ({ about }) => about),
    ([about, ofOne]) => {
      const rows = ofOne.map(
        ({ code, side, entry, isFound }) =>
          `| ${side} | ${entry} | ${isFound ? code : 'nothing'} |`,
      );
      const step = ofOne[0]?.step ?? '';
      const head = [
        '',
        `Tried: ${about}. A step: ${step}.`,
        '',
        '| side | entry | found |',
        '| --- | --- | --- |',
      ];
      return [...head, ...rows, ''].join('\n');
    },
  ).join('');
}
