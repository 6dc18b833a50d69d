// Which typeface a word processor takes where the one named in the text is not installed.
import { escapeHtml } from '#core/text/html';
import { LATIN_TYPEFACE, type PaperStyle, type Typeface } from '#core/document/page-setup';

const NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

const fontOf = ({ name, alternatives }: Typeface): string =>
  `<w:font w:name="${escapeHtml(name)}"><w:altName w:val="${escapeHtml(alternatives.join(','))}"/></w:font>`;

/** In place of the library's own, which names no alternatives. */
export const fontTable = ({ typefaces }: PaperStyle) => ({
  path: 'word/fontTable.xml',
  data: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="${NAMESPACE}"><w:font w:name="${LATIN_TYPEFACE}"/>${[...new Set(Object.values(typefaces))].map(fontOf).join('')}</w:fonts>`,
});
