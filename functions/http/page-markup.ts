// A page's plain data → HTML for a telephone: no script, one style, every value escaped.
import { createHash } from 'node:crypto';
import type { Problem } from '#core/contract/problem';
import { Html, html } from '#core/text/html';
import type { Language } from '#core/text/language';
import { SETTING_TEXTS } from '#core/workbook/read/settings.texts';
import { chartMarkup } from './page-chart';
import { qrCode } from './qr-code';
import type {
  PageField,
  PageForm,
  PageList,
  PageSection,
  PageView,
} from '../app/runtime/page-view';

const STYLE = `
:root {
  color-scheme: light dark;
  --page: #f6f8fc; --card: #fff; --ink: #202124; --soft: #5f6368; --line: #e1e3e1; --edge: #747775; --rim: #c4c7c5;
  --blue: #0b57d0; --on-blue: #fff; --chosen: #e8f0fe; --good: #e6f4ea; --good-ink: #0d652d; --warning: #fef7e0; --warning-ink: #7a4f01;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --page: #131314; --card: #1e1f20; --ink: #e3e3e3; --soft: #b0b4b8; --line: #444746; --edge: #8e918f; --rim: #5f6368;
    --blue: #a8c7fa; --on-blue: #062e6f; --chosen: #213555; --good: #16351f; --good-ink: #a8dab5; --warning: #3b2f0b; --warning-ink: #fdd663;
  }
  section svg, .code svg { background: #fff; border-radius: .5rem; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 17px/1.6 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', Arial, sans-serif; }
main { max-width: 32rem; margin: 0 auto; padding: 1.25rem 1rem 3rem; }
h1 { margin: 0 0 1rem; font-size: 1.3rem; line-height: 1.35; text-wrap: balance; }
h2 { margin: 0 0 .75rem; font-size: 1.05rem; }
.notice { margin: 0 0 1rem; padding: .75rem 1rem; border-radius: .5rem; white-space: pre-line; }
.good { background: var(--good); color: var(--good-ink); }
.warning { background: var(--warning); color: var(--warning-ink); }
dl, form { margin: 0 0 1rem; padding: 1rem; border-radius: .75rem; background: var(--card); box-shadow: 0 1px 2px #3c404326; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .35rem 1rem; }
dt { color: var(--soft); }
dd { margin: 0; overflow-wrap: anywhere; }
label { display: block; margin: 0 0 .9rem; }
label span { display: block; margin: 0 0 .25rem; color: var(--soft); font-size: .9rem; }
fieldset { min-width: 0; margin: 0 0 1.1rem; padding: 0; border: 0; }
legend { padding: 0; margin: 0 0 .4rem; font-weight: 600; }
.rating label { display: grid; grid-template-columns: 1.4rem 1fr; align-items: center; gap: .6rem; min-height: 2.75rem; margin: 0; padding: .2rem .75rem; border: 1px solid var(--rim); border-bottom-width: 0; }
.rating label:first-of-type { border-radius: .5rem .5rem 0 0; }
.rating label:last-of-type { border-bottom-width: 1px; border-radius: 0 0 .5rem .5rem; }
.rating label:has(:checked) { background: var(--chosen); }
.rating label span { margin: 0; color: inherit; font-size: 1rem; }
.rating input { width: 1.25rem; height: 1.25rem; min-height: 0; margin: 0; accent-color: var(--blue); }
.hint { margin: 0 0 .35rem; color: var(--soft); font-size: .9rem; }
textarea { display: block; width: 100%; margin: 0 0 .9rem; padding: .5rem .75rem; border: 1px solid var(--edge); border-radius: .5rem; font: inherit; resize: vertical; }
select, input, button { width: 100%; min-height: 3rem; padding: .5rem .75rem; border: 1px solid var(--edge); border-radius: .5rem; background: var(--card); color: inherit; font: inherit; }
section { margin: 0 0 1rem; padding: 1rem; border-radius: .75rem; background: var(--card); box-shadow: 0 1px 2px #3c404326; }
section ul { margin: 0; padding: 0 0 0 1.2rem; }
section li { margin: 0 0 .6rem; overflow-wrap: anywhere; }
section li span { display: block; color: var(--soft); font-size: .9rem; }
button { border-color: var(--blue); color: var(--blue); font-weight: 600; }
button.main { background: var(--blue); color: var(--on-blue); }
.code { margin: 0 0 1rem; padding: 1rem; border-radius: .75rem; background: var(--card); text-align: center; }
.code svg { display: block; width: min(100%, 68vh); margin: 0 auto .5rem; }
.code a { color: inherit; text-decoration: none; }
.code strong { font-size: 1.3rem; }
@media (min-width: 60rem) {
  .screen { display: grid; grid-template-columns: 1fr max-content; column-gap: 3rem; align-content: start; max-width: 80rem; padding-top: 2.5rem; font-size: 1.6rem; }
  .screen h1 { grid-column: 1 / -1; font-size: 2.4rem; }
  .screen dd { text-wrap: balance; }
  .screen .code { grid-column: 2; grid-row: 2 / span 4; }
  .screen .code svg { width: min(68vh, 50vw); }
  .screen .code strong { font-size: 1.8rem; }
  .screen dl { grid-template-columns: 1fr; }
}
.report { max-width: 52rem; }
section p { margin: 0 0 .5rem; color: var(--soft); font-size: .9rem; }
section svg { display: block; width: 100%; max-width: 34rem; height: auto; margin: 0 0 .75rem; }
table { width: 100%; border-collapse: collapse; font-size: .9rem; line-height: 1.45; }
th, td { padding: .4rem .5rem .4rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; overflow-wrap: break-word; }
thead th { color: var(--soft); font-weight: 400; }
tbody th { font-weight: 600; white-space: nowrap; }
@media (max-width: 30rem) { table { font-size: .78rem; } th, td { padding-right: .35rem; } }
:focus-visible { outline: 3px solid #7cacf8; outline-offset: 2px; }
`;

/** What a content security policy must allow for the style above, and nothing else. */
export const STYLE_SOURCE = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;

export function pageMarkup(
  { heading, notice, facts, lists = [], forms, code, sections = [], renewAfter }: PageView,
  language: Language,
): string {
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        ${renewAfter === undefined ? [] : [html`<meta http-equiv="refresh" content="${String(renewAfter)}" />`]}
        <title>${heading}</title>
        ${new Html(`<style>${STYLE}</style>`)}
      </head>
      <body>
        <main class="${code ? 'screen' : sections.length > 0 ? 'report' : 'page'}">
          <h1>${heading}</h1>
          ${notice ? [html`<p class="notice ${notice.tone}" role="status">${notice.text}</p>`] : []}
          ${code ? [codeMarkup(code)] : []}
          ${facts.length > 0 ? [html`<dl>${facts.map(factMarkup)}</dl>`] : []}
          ${lists.map(listMarkup)} ${forms.map(formMarkup)} ${sections.map(sectionMarkup)}
        </main>
      </body>
    </html> `.markup;
}

const codeMarkup = ({ address, label }: NonNullable<PageView['code']>): Html =>
  html`<p class="code">
    <a href="${address}">${qrCode(address)}<strong>${label}</strong></a>
  </p>`;

const sectionMarkup = ({ heading, lines = [], chart, table }: PageSection): Html =>
  html`<section>
    ${heading === null ? [] : [html`<h2>${heading}</h2>`]}
    ${lines.map((line) => html`<p>${line}</p>`)} ${chart ? [chartMarkup(chart)] : []}
    ${table ? [tableMarkup(table)] : []}
  </section>`;

const tableMarkup = ({ columns, rows }: NonNullable<PageSection['table']>): Html =>
  html`<table>
    <thead>
      <tr>
        ${columns.map((column) => html`<th scope="col">${column}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ([first = '', ...cells]) =>
          html`<tr>
            <th scope="row">${first}</th>
            ${cells.map((cell) => html`<td>${cell}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;

const factMarkup = ({ label, value }: PageView['facts'][number]): Html =>
  html`<dt>${label}</dt>
    <dd>${value}</dd>`;

const listMarkup = ({ heading, items }: PageList): Html =>
  html`<section>
    <h2>${heading}</h2>
    <ul>
      ${items.map(
        ({ title, text }) =>
          html`<li>${title}${text === null ? [] : [html`<span>${text}</span>`]}</li>`,
      )}
    </ul>
  </section>`;

/** Without an address a form is posted to the page's own, whose question mark and token are replaced by the form's. */
const formMarkup = ({ heading, token, fields, button }: PageForm): Html =>
  html`<form method="post" action="?" autocomplete="off">
    ${heading === null ? [] : [html`<h2>${heading}</h2>`]}
    <input type="hidden" name="t" value="${token}" />
    ${fields.map(fieldMarkup)}
    <button name="action" value="${button.action}" class="${button.isMain ? 'main' : ''}">
      ${button.label}
    </button>
  </form>`;

function fieldMarkup(field: PageField): Html {
  if (field.kind === 'rating') return ratingMarkup(field);
  if (field.kind === 'longText') return longTextMarkup(field);
  return html`<label><span>${field.label}</span>${controlMarkup(field)}</label>`;
}

function controlMarkup(field: PageField & { kind: 'choice' | 'groupedChoice' | 'text' }): Html {
  switch (field.kind) {
    case 'choice':
      return choiceMarkup(field);
    case 'groupedChoice':
      return groupedChoiceMarkup(field);
    case 'text':
      return textMarkup(field);
  }
}

const groupedChoiceMarkup = ({
  name,
  none,
  groups,
  value,
}: PageField & { kind: 'groupedChoice' }): Html =>
  html`<select name="${name}">
    <option value="">${none}</option>
    ${groups.map(
      ({ label, options }) =>
        html`<optgroup label="${label}">
          ${options.map((option) => optionMarkup(option, value))}
        </optgroup>`,
    )}
  </select>`;

const optionMarkup = (
  option: { readonly value: string; readonly label: string },
  value: string | null,
): Html =>
  html`<option value="${option.value}" ${option.value === value ? SELECTED : ''}>
    ${option.label}
  </option>`;

const choiceMarkup = ({ name, none, options, value }: PageField & { kind: 'choice' }): Html =>
  html`<select name="${name}" required>
    ${none === undefined ? [] : [html`<option value="">${none}</option>`]}
    ${options.map((option) => optionMarkup(option, value))}
  </select>`;

const textMarkup = ({
  name,
  value,
  isRequired,
  longest,
  isNumber,
}: PageField & { kind: 'text' }): Html =>
  html`<input
    name="${name}"
    value="${value}"
    maxlength="${String(longest)}"
    ${isNumber === true ? DIGITS : ''}
    ${isRequired ? REQUIRED : ''}
  />`;

/** The grades stay real buttons of a radio group: arrow keys move among them, and a screen reader says the group's name. */
const ratingMarkup = ({ name, label, options, value }: PageField & { kind: 'rating' }): Html =>
  html`<fieldset class="rating">
    <legend>${label}</legend>
    ${options.map(
      (option) =>
        html`<label>
          <input
            type="radio"
            name="${name}"
            value="${option.value}"
            required
            ${option.value === value ? CHECKED : ''}
          />
          <span>${option.label}</span>
        </label>`,
    )}
  </fieldset>`;

const longTextMarkup = (field: PageField & { kind: 'longText' }): Html => {
  const hintId = `${field.name}-hint`;
  return html`<label for="${field.name}"><span>${field.label}</span></label>
    <p class="hint" id="${hintId}">${field.hint}</p>
    <textarea
      id="${field.name}"
      name="${field.name}"
      rows="4"
      maxlength="${String(field.longest)}"
      aria-describedby="${hintId}"
      ${field.isRequired ? REQUIRED : ''}
    >
${field.value}</textarea>`;
};

const CHECKED = new Html('checked');
const SELECTED = new Html('selected');
const REQUIRED = new Html('required');
const DIGITS = new Html('inputmode="numeric" autocomplete="off"');

/** What could not be done, what to do now, whom to ask, and the number under which the log has it. */
export function problemPage(
  { detail, nextStep, requestId }: Problem,
  contact: string | null,
  language: Language,
): PageView {
  const whom =
    contact === null ? [] : [{ label: SETTING_TEXTS.contact.label[language], value: contact }];
  const facts = [...whom, { label: 'ID', value: requestId }];
  return { heading: detail, notice: { tone: 'warning', text: nextStep }, facts, forms: [] };
}
