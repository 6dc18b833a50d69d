import type { ImportSource } from '#core/contract/import-preview';
import type { ImportSources } from '#core/contract/import-rows';
import { button, h } from '../dom';
import type { Say } from '../say';

export type ChosenSource = ImportSource;

/** The function refuses more, too; here it is said before the file is sent. */
const MOST_BYTES = 2 * 1024 * 1024;

/** Where the rows are: a file of the clerk's, or a tab into which they were pasted. */
export function sourceForm(
  say: Say,
  tabs: ImportSources['tabs'],
  preview: (source: ChosenSource) => void,
): HTMLElement {
  const tab = h(
    'select',
    { 'data-field': 'import-tab' },
    h('option', { value: '', hidden: true }),
    ...tabs.map(({ title, sheetId }) => h('option', { value: sheetId }, title)),
  );
  const file = h('input', {
    type: 'file',
    accept: '.xlsx,.xls,.csv,.txt',
    'data-field': 'import-file',
  });
  tab.selectedIndex = Math.min(1, tabs.length);
  const complain = (message: string): void => {
    file.setCustomValidity(message);
    file.reportValidity();
  };
  const go = (): void => {
    const [chosen] = file.files ?? [];
    if (chosen) fileSource(chosen).then(preview, () => complain(say('import.unreadableFile')));
    else preview({ from: 'tab', sheetId: Number(tab.value) });
  };
  const check = (): void => {
    const [chosen] = file.files ?? [];
    const isTooLarge = (chosen?.size ?? 0) > MOST_BYTES;
    const message = isTooLarge ? say('import.tooLarge') : '';
    const missing = !chosen && tab.value === '' ? say('import.choose') : '';
    file.setCustomValidity(message || missing);
  };
  // One source at a time: what is chosen last is the one.
  file.addEventListener('change', () => {
    if (file.value !== '') tab.value = '';
    check();
    file.reportValidity();
  });
  tab.addEventListener('change', () => {
    file.value = '';
    check();
  });
  check();
  return h(
    'div',
    {},
    h('label', { class: 'field' }, say('import.file'), file),
    tabs.length === 0
      ? h('p', { class: 'small' }, say('import.noTabs'))
      : h('label', { class: 'field' }, say('import.tab'), tab),
    button(
      say('import.preview'),
      { class: 'button tonal', 'data-action': 'import-preview' },
      () => {
        if (file.reportValidity()) go();
      },
    ),
  );
}

/** google.script.run takes texts only: the bytes go as base64. */
async function fileSource(file: File): Promise<ChosenSource> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return { from: 'file', name: file.name, content: btoa(binary) };
}

/** Which sheet of a file; null when there is only one. */
export function sheetField(
  say: Say,
  sheets: readonly string[],
  {
    chosen,
    choose,
  }: { readonly chosen: string | undefined; readonly choose: (sheet: string) => void },
): HTMLElement | null {
  if (sheets.length < 2) return null;
  const select = h(
    'select',
    { 'data-field': 'import-sheet' },
    ...sheets.map((title) =>
      h('option', { value: title, selected: title === chosen ? true : null }, title),
    ),
  );
  select.addEventListener('change', () => choose(select.value));
  return h('label', { class: 'field' }, say('import.sheet'), select);
}
