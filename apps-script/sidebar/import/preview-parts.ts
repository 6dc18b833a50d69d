// Parts that every preview of an import has: the columns, the lists, the questions about people, and the two buttons.
import type {
  ImportCell,
  ImportColumn,
  ImportLine,
  ImportQuestion,
} from '#core/contract/import-preview';
import { button, h, type Child } from '../dom';
import { foldedList } from '../folded-list';
import type { Say } from '../say';
import type { PersonChoice } from './roster-wishes';

/** Told about every choice: what was shown no longer holds then. */
export type Changed = () => void;

export const lineView = (say: Say, { row, words, why }: ImportLine): HTMLElement =>
  h('div', {}, h('div', {}, words), h('div', { class: 'small' }, say('import.line', { row, why })));

export const memberView = (name: string, about: string): HTMLElement =>
  h('div', {}, `${name} `, h('span', { class: 'small' }, about));

export const cellView = ({ label, before, after }: ImportCell): HTMLElement =>
  h(
    'div',
    { class: 'small' },
    `${label}: `,
    before === '' ? null : h('s', {}, before),
    before === '' ? null : ' → ',
    h('b', {}, after),
  );

/** Each column of the source with what it is taken for. */
export function columnsView(
  say: Say,
  {
    columns,
    choices,
  }: {
    readonly columns: readonly ImportColumn[];
    readonly choices: readonly { readonly column: string; readonly label: string }[];
  },
  choose: (position: number, column: string | null) => void,
): HTMLElement | null {
  const items = columns.map(({ position, letters, heading, sample, column, reason }) => {
    const select = h(
      'select',
      { 'data-field': `import-column-${letters}` },
      h('option', { value: '' }, say('import.column.none')),
      ...choices.map((choice) =>
        h(
          'option',
          { value: choice.column, selected: choice.column === column ? true : null },
          choice.label,
        ),
      ),
    );
    select.addEventListener('change', () =>
      choose(position, select.value === '' ? null : select.value),
    );
    return h(
      'label',
      { class: 'field' },
      h('span', {}, `${letters} ${heading}`),
      h(
        'span',
        { class: 'small' },
        [sample, reason && say(`import.reason.${reason}`)].filter(Boolean).join(' · '),
      ),
      select,
    );
  });
  return foldedList(say('import.columns'), { testId: 'import-columns', items, hasChoices: true });
}

/** Who a row is about: one of the people who may be meant, somebody new, or nobody. */
export function questionView(
  say: Say,
  { row, name, about, candidates }: ImportQuestion,
  {
    chosen,
    choose,
    canBeNew,
    others = [],
  }: {
    readonly chosen: PersonChoice | undefined;
    /** Null: the answer is withdrawn. */
    readonly choose: (choice: PersonChoice | null) => void;
    readonly canBeNew: boolean;
    /** Who may be meant besides the candidates. */
    readonly others?: readonly Member[];
  },
): HTMLElement {
  // The radios and the select are one choice.
  const boxes: HTMLInputElement[] = [];
  const select = othersSelect(say, others, chosen?.as === 'person' ? chosen.memberId : '');
  select.addEventListener('change', () => {
    for (const box of boxes) box.checked = false;
    choose(select.value === '' ? null : { row, as: 'person', memberId: select.value });
  });
  const option = (choice: PersonChoice, isChosen: boolean, ...words: readonly Child[]) => {
    const box = h('input', {
      type: 'radio',
      name: `import-${row}`,
      checked: isChosen ? true : null,
    });
    boxes.push(box);
    box.addEventListener('change', () => {
      select.value = '';
      choose(choice);
    });
    return h('label', {}, box, h('span', {}, ...words));
  };
  return h(
    'fieldset',
    { class: 'wish', 'data-testid': 'import-question' },
    h('legend', {}, `${name} `, h('span', { class: 'small' }, about)),
    ...candidates.map(({ memberId, name: known, unit, post }) =>
      option(
        { row, as: 'person', memberId },
        chosen?.as === 'person' && chosen.memberId === memberId,
        known,
        h('span', { class: 'small' }, ` ${memberId} ${unit} ${post}`),
      ),
    ),
    others.length === 0 ? null : h('label', { class: 'field small' }, say('import.others'), select),
    canBeNew ? option({ row, as: 'new' }, chosen?.as === 'new', say('import.new')) : null,
    option({ row, as: 'skip' }, chosen?.as === 'skip', say('import.skip')),
  );
}

interface Member {
  readonly memberId: string;
  readonly name: string;
  readonly unit: string;
}

const othersSelect = (say: Say, others: readonly Member[], chosen: string): HTMLSelectElement =>
  h(
    'select',
    {},
    h('option', { value: '' }, say('import.column.open')),
    ...others.map(({ memberId, name, unit }) =>
      h(
        'option',
        { value: memberId, selected: memberId === chosen ? true : null },
        `${name} ${unit}`,
      ),
    ),
  );

/** A box that belongs to one person. */
export function tick(
  label: string,
  isChosen: boolean,
  change: (isChosen: boolean) => void,
): HTMLElement {
  const box = h('input', { type: 'checkbox', checked: isChosen ? true : null });
  box.addEventListener('change', () => change(box.checked));
  return h('label', {}, box, h('span', {}, label));
}

/** Writing is possible while the preview holds; after a choice it is made anew. */
export function applyBar(
  say: Say,
  { canApply, again, apply }: { canApply: boolean; again: () => void; apply: () => void },
): { readonly element: HTMLElement; readonly changed: Changed } {
  const write = button(
    say('import.apply'),
    { class: 'button filled', 'data-action': 'import-apply', hidden: canApply ? null : true },
    apply,
  );
  const renew = button(
    say('import.again'),
    { class: 'button outlined', 'data-action': 'import-again' },
    again,
  );
  return {
    element: h('div', { class: 'controls' }, write, renew),
    changed: () => {
      write.hidden = true;
      renew.className = 'button filled';
    },
  };
}
