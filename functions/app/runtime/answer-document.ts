// An official paper as a function answers it: to be pasted, and as a file where that is wanted.
import type { DocumentAnswer } from '#core/contract/document-answer';
import { documentHtml } from '#core/document/document-html';
import { documentText } from '#core/document/document-text';
import type { OfficialDocument } from '#core/document/official-document';
import type { Ports } from './use-case';

/** What no file system takes in a name. */
const NOT_IN_NAMES = /[\\/:*?"<>|]+/g;

export async function answerDocument(
  document: OfficialDocument,
  { withFile }: { readonly withFile: boolean },
  { documents }: Pick<Ports, 'documents'>,
): Promise<DocumentAnswer> {
  const { title } = document;
  const content = withFile ? Buffer.from(await documents.write(document)) : null;
  return {
    title,
    html: documentHtml(document),
    text: documentText(document),
    file: content && {
      name: `${title.replace(NOT_IN_NAMES, '-')}.docx`,
      content: content.toString('base64'),
    },
  };
}
