// What records of known people would change, with the conflicts and the names that only the clerk can decide.
import type {
  AttendanceImportPreview,
  OtherHoursImportPreview,
} from '#core/contract/import-records';
import { h, type Child } from '../dom';
import { foldedList } from '../folded-list';
import type { Say } from '../say';
import {
  applyBar,
  columnsView,
  lineView,
  memberView,
  questionView,
  tick,
  type Changed,
} from './preview-parts';
import type { AttendanceWishes, HoursWishes, RecordsWishes } from './records-wishes';
import { sheetField } from './source-form';

type Preview = AttendanceImportPreview | OtherHoursImportPreview;

interface Steps {
  readonly wishes: RecordsWishes;
  readonly chooseSheet: (sheet: string) => void;
  readonly again: () => void;
  readonly apply: () => void;
}

export function recordsPreview(
  say: Say,
  preview: Preview,
  { wishes, chooseSheet, again, apply }: Steps,
): readonly Child[] {
  const bar = applyBar(say, { canApply: preview.canApply, again, apply });
  const { changed } = bar;
  const { counts } = preview;
  const sheet = wishes.source.from === 'file' ? wishes.source.sheet : undefined;
  return [
    h('p', { class: 'small' }, preview.source),
    sheetField(say, preview.sheets, { chosen: sheet, choose: chooseSheet }),
    ...ownParts(say, preview, wishes, changed),
    columnsView(say, preview, (position, column) => {
      wishes.columns.set(position, column);
      changed();
    }),
    questionsView(say, preview, wishes, changed),
    conflictsView(say, preview, wishes, changed),
    foldedList(say('import.added'), {
      testId: 'import-added',
      hasChoices: true,
      items: preview.added.map(({ name, unit, words, note }) =>
        h(
          'div',
          {},
          memberView(name, unit),
          h('div', { class: 'small' }, words),
          note === null ? null : h('div', { class: 'small' }, note),
        ),
      ),
      count: counts.added,
    }),
    foldedList(say('import.unreadable.rows'), {
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
    ...notListedView(say, preview),
    bar.element,
  ];
}

function ownParts(
  say: Say,
  preview: Preview,
  wishes: RecordsWishes,
  changed: Changed,
): readonly Child[] {
  if (preview.kind === 'attendance' && wishes.kind === 'attendance')
    return sessionParts(say, preview, wishes, changed);
  return preview.kind === 'otherHours' && wishes.kind === 'otherHours'
    ? hoursParts(say, preview, wishes, changed)
    : [];
}

function sessionParts(
  say: Say,
  { session, isClosed }: AttendanceImportPreview,
  wishes: AttendanceWishes,
  changed: Changed,
): readonly Child[] {
  return [
    h('p', {}, `${session.when} ${session.title}`),
    isClosed || wishes.intoClosed
      ? tick(say('import.intoClosed'), wishes.intoClosed, (isChosen) => {
          wishes.intoClosed = isChosen;
          changed();
        })
      : null,
  ];
}

function hoursParts(
  say: Say,
  { day, hoursKind, hoursKinds }: OtherHoursImportPreview,
  wishes: HoursWishes,
  changed: Changed,
): readonly Child[] {
  const input = h('input', { type: 'date', value: day ?? '', 'data-field': 'import-hours-day' });
  input.addEventListener('change', () => {
    wishes.day = input.value;
    changed();
  });
  const select = h(
    'select',
    { 'data-field': 'import-hours-kind' },
    ...hoursKinds.map(({ kind, label }) =>
      h('option', { value: kind, selected: kind === hoursKind ? true : null }, label),
    ),
  );
  select.addEventListener('change', () => {
    wishes.hoursKind = hoursKinds.find(({ kind }) => kind === select.value)?.kind ?? null;
    changed();
  });
  return [
    h('label', { class: 'field' }, say('import.hoursDay'), input),
    h('label', { class: 'field' }, say('import.hoursKind'), select),
  ];
}

function questionsView(
  say: Say,
  preview: Preview,
  wishes: RecordsWishes,
  changed: Changed,
): HTMLElement | null {
  const others = preview.kind === 'attendance' ? preview.notListed : preview.people;
  return foldedList(say('import.names'), {
    testId: 'import-questions',
    hasChoices: true,
    items: preview.questions.map((question) =>
      questionView(say, question, {
        canBeNew: false,
        others,
        chosen: wishes.people.get(question.row),
        choose: (choice) => {
          if (choice === null) wishes.people.delete(question.row);
          else if (choice.as !== 'new') wishes.people.set(question.row, choice);
          changed();
        },
      }),
    ),
    count: preview.counts.questions,
    isOpen: true,
  });
}

function conflictsView(
  say: Say,
  { conflicts, counts }: Preview,
  wishes: RecordsWishes,
  changed: Changed,
): HTMLElement | null {
  return foldedList(say('import.conflicts'), {
    testId: 'import-conflicts',
    hasChoices: true,
    items: conflicts.map(({ key, name, unit, known, file, takesFile }) =>
      h(
        'div',
        {},
        memberView(name, unit),
        h('div', { class: 'small' }, say('import.conflict', { known, file })),
        tick(say('import.byFile'), takesFile, (isChosen) => {
          if (isChosen) wishes.byFile.add(key);
          else wishes.byFile.delete(key);
          changed();
        }),
      ),
    ),
    count: counts.conflicts,
    isOpen: true,
  });
}

function notListedView(say: Say, preview: Preview): readonly Child[] {
  if (preview.kind !== 'attendance') return [];
  const { notListed, counts } = preview;
  return [
    foldedList(say('import.notListed'), {
      testId: 'import-not-listed',
      hasChoices: true,
      items: notListed.map(({ name, unit }) => memberView(name, unit)),
      count: counts.notListed,
    }),
    counts.unmarked === 0
      ? null
      : h('p', { class: 'small' }, say('import.unmarked', { n: counts.unmarked })),
  ];
}
