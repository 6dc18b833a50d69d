// What is imported, and for attendance into which session.
import type { ImportSources } from '#core/contract/import-rows';
import { h, type Child } from '../dom';
import type { Say } from '../say';

export type ChosenKind =
  | { readonly kind: 'roster' }
  | { readonly kind: 'otherHours' }
  | { readonly kind: 'attendance'; readonly sessionId: string };

const KINDS = ['roster', 'attendance', 'otherHours'] as const;

/** Attendance is offered once a session has begun. */
export function kindFields(
  say: Say,
  sessions: ImportSources['sessions'],
): { readonly fields: readonly Child[]; readonly chosen: () => ChosenKind } {
  const kinds = KINDS.filter((kind) => kind !== 'attendance' || sessions.length > 0);
  const select = h(
    'select',
    { 'data-field': 'import-kind' },
    ...kinds.map((kind) => h('option', { value: kind }, say(`import.kind.${kind}`))),
  );
  const session = h(
    'select',
    { 'data-field': 'import-session' },
    ...sessions.map(({ id, date, title }) => h('option', { value: id }, `${date} ${title}`)),
  );
  const sessionField = h('label', { class: 'field', hidden: true }, say('import.session'), session);
  const chosen = (): ChosenKind => {
    const kind = kinds.find((one) => one === select.value) ?? 'roster';
    return kind === 'attendance' ? { kind, sessionId: session.value } : { kind };
  };
  select.addEventListener('change', () => {
    sessionField.hidden = chosen().kind !== 'attendance';
  });
  return {
    fields: [h('label', { class: 'field' }, say('import.kind'), select), sessionField],
    chosen,
  };
}
