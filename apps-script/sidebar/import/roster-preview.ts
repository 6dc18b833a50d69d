// What a list would change on the roster, with the choices that only the clerk can make.
import type { RosterImportPreview } from '#core/contract/import-roster';
import { h, type Child } from '../dom';
import { foldedList } from '../folded-list';
import type { Say } from '../say';
import {
  applyBar,
  cellView,
  columnsView,
  lineView,
  memberView,
  questionView,
  tick,
  type Changed,
} from './preview-parts';
import type { Category, RosterWishes } from './roster-wishes';
import { sheetField } from './source-form';

interface Steps {
  readonly wishes: RosterWishes;
  readonly sheet: string | undefined;
  readonly chooseSheet: (sheet: string) => void;
  readonly again: () => void;
  readonly apply: () => void;
}

export function rosterPreview(
  say: Say,
  preview: RosterImportPreview,
  { wishes, sheet, chooseSheet, again, apply }: Steps,
): readonly Child[] {
  const { counts } = preview;
  const bar = applyBar(say, { canApply: preview.canApply, again, apply });
  const { changed } = bar;
  return [
    h('p', { class: 'small' }, preview.source),
    sheetField(say, preview.sheets, { chosen: sheet, choose: chooseSheet }),
    dayField(say, preview.day, wishes, changed),
    columnsView(say, preview, (position, column) => {
      wishes.columns.set(position, column);
      changed();
    }),
    foldedList(say('import.questions'), {
      testId: 'import-questions',
      hasChoices: true,
      items: preview.questions.map((question) =>
        questionView(say, question, {
          canBeNew: true,
          chosen: wishes.people.get(question.row),
          choose: (choice) => {
            if (choice) wishes.people.set(question.row, choice);
            else wishes.people.delete(question.row);
            changed();
          },
        }),
      ),
      count: counts.questions,
      isOpen: true,
    }),
    unitsView(say, preview, wishes, changed),
    ...changeLists(say, preview, wishes, changed),
    foldedList(say('import.unreadable'), {
      testId: 'import-unreadable',
      hasChoices: true,
      items: preview.unreadable.map((line) => lineView(say, line)),
      count: counts.unreadable,
    }),
    foldedList(say('import.notTaken'), {
      testId: 'import-not-taken',
      hasChoices: true,
      items: preview.notTaken.map((line) => lineView(say, line)),
      count: counts.notTaken,
    }),
    bar.element,
  ];
}

function changeLists(
  say: Say,
  preview: RosterImportPreview,
  wishes: RosterWishes,
  changed: Changed,
): readonly Child[] {
  const { counts } = preview;
  const toggle = (set: Set<string>, id: string) => (isChosen: boolean) => {
    if (isChosen) set.add(id);
    else set.delete(id);
    changed();
  };
  return [
    foldedList(say('import.added'), {
      testId: 'import-added',
      hasChoices: true,
      items: preview.added.map(({ name, words }) => memberView(name, words)),
      count: counts.added,
    }),
    foldedList(say('import.changed'), {
      testId: 'import-changed',
      hasChoices: true,
      items: preview.changed.map(({ memberId, name, unit, cells }) =>
        h(
          'div',
          {},
          memberView(name, unit),
          ...cells.map(cellView),
          wishes.inPlace.has(memberId)
            ? tick(say('import.inPlace'), true, toggle(wishes.inPlace, memberId))
            : null,
        ),
      ),
      count: counts.changed,
      isOpen: true,
    }),
    foldedList(say('import.moved'), {
      testId: 'import-moved',
      hasChoices: true,
      items: preview.moved.map(({ memberId, name, unit, to, lastDay, cells }) =>
        h(
          'div',
          {},
          memberView(name, `${unit} → ${to}`),
          lastDay === null
            ? null
            : h('div', { class: 'small' }, say('import.lastDay', { unit, day: lastDay })),
          ...cells.map(cellView),
          tick(say('import.inPlace'), false, toggle(wishes.inPlace, memberId)),
        ),
      ),
      count: counts.moved,
      isOpen: true,
    }),
    foldedList(say('import.leaving'), {
      testId: 'import-leaving',
      hasChoices: true,
      items: preview.leaving.map(({ memberId, name, unit, lastDay, isChosen }) =>
        h(
          'div',
          {},
          memberView(name, unit),
          tick(say('import.leave', { day: lastDay }), isChosen, toggle(wishes.leaving, memberId)),
        ),
      ),
      count: counts.leaving,
    }),
  ];
}

function dayField(say: Say, day: string, wishes: RosterWishes, changed: Changed): HTMLElement {
  const input = h('input', {
    type: 'date',
    value: day,
    required: true,
    'data-field': 'import-day',
  });
  input.addEventListener('change', () => {
    if (!input.reportValidity()) return;
    wishes.day = input.value;
    changed();
  });
  return h('label', { class: 'field' }, say('import.day'), input);
}

/** One choice for each unit, and one for all that have none yet. */
function unitsView(
  say: Say,
  { units, categories }: RosterImportPreview,
  wishes: RosterWishes,
  changed: Changed,
): HTMLElement | null {
  const select = (name: string, chosen: string | null, choose: (category: Category) => void) => {
    const element = h(
      'select',
      { 'data-field': name },
      h('option', { value: '' }, say('import.column.open')),
      ...categories.map(({ category, label }) =>
        h('option', { value: category, selected: category === chosen ? true : null }, label),
      ),
    );
    element.addEventListener('change', () => {
      const found = categories.find(({ category }) => category === element.value);
      if (!found) return;
      choose(found.category);
      changed();
    });
    return element;
  };
  const selects = units.map(({ unit, people, category }, index) => ({
    unit,
    people,
    element: select(`import-unit-${index}`, wishes.units.get(unit) ?? category, (chosen) =>
      wishes.units.set(unit, chosen),
    ),
  }));
  const forAll = select('import-units', null, (chosen) => {
    for (const { unit, element } of selects)
      if (element.value === '') {
        element.value = chosen;
        wishes.units.set(unit, chosen);
      }
  });
  const items = [
    h('label', { class: 'field' }, say('import.units.all'), forAll),
    ...selects.map(({ unit, people, element }) =>
      h('label', { class: 'field' }, say('import.unit', { unit, n: people }), element),
    ),
  ];
  if (units.length === 0) return null;
  return h(
    'details',
    { class: 'group', open: true, 'data-testid': 'import-units' },
    h('summary', {}, say('import.units'), h('span', { class: 'count' }, String(units.length))),
    ...items,
  );
}
