// An official paper in the sidebar: as it will look, to be copied with its formats or kept as a file.
import type { DocumentAnswer } from '#core/contract/document-answer';
import { button, h, type Child } from './dom';
import type { PanelContext } from './panel-context';

export interface DocumentActions {
  /** Asks for the word processor's file and shows the paper again with it. */
  readonly file: () => void;
}

export function documentView(
  { say }: PanelContext,
  paper: DocumentAnswer,
  actions: DocumentActions,
): readonly Child[] {
  const copied = h('p', { class: 'small', role: 'status', 'data-testid': 'document-copied' });
  const copy = (): void => {
    copyPaper(paper).then(
      () => (copied.textContent = say('document.copied')),
      () => (copied.textContent = say('document.notCopied')),
    );
  };
  return [
    h('iframe', {
      class: 'paper',
      title: paper.title,
      sandbox: '',
      srcdoc: paper.html,
      'data-testid': 'document-preview',
    }),
    h(
      'div',
      { class: 'controls' },
      button(say('document.copy'), { class: 'button tonal', 'data-action': 'document-copy' }, copy),
      paper.file === null
        ? button(
            say('document.file'),
            { class: 'button outlined', 'data-action': 'document-file' },
            actions.file,
          )
        : fileLink(paper.file),
    ),
    copied,
  ];
}

/** Both forms: a word processor takes the formats, a plain field the text. Rejects where the browser does not allow it. */
async function copyPaper({ html, text }: DocumentAnswer): Promise<void> {
  const item = new ClipboardItem({
    'text/html': new Blob([html], { type: 'text/html' }),
    'text/plain': new Blob([text], { type: 'text/plain' }),
  });
  await navigator.clipboard.write([item]);
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

function fileLink({ name, content }: NonNullable<DocumentAnswer['file']>): HTMLElement {
  return h(
    'a',
    {
      class: 'button outlined',
      href: `data:${DOCX};base64,${content}`,
      download: name,
      'data-testid': 'document-file',
    },
    name,
  );
}
