// A .docx as a library of other authors reads it.
import { convertToHtml } from 'mammoth';

/** The words of each cell, table by table, and those of the paragraphs outside. */
export interface OpenedDocx {
  readonly tables: readonly (readonly (readonly string[])[])[];
  readonly paragraphs: readonly string[];
  readonly warnings: readonly string[];
}

/** `content`: the file in base64. */
export async function openDocx(content: string): Promise<OpenedDocx> {
  const buffer = Buffer.from(content, 'base64');
  // The library has no HTML of its own for a title.
  const { value, messages } = await convertToHtml(
    { buffer },
    { styleMap: ["p[style-name='Title'] => h1:fresh"] },
  );
  const words = (html: string): string => html.replace(/<[^>]*>/g, '');
  const all = (html: string, tag: string): string[] =>
    [...html.matchAll(new RegExp(`<${tag}[^>]*>(.*?)</${tag}>`, 'gs'))].map(
      ([, inner = '']) => inner,
    );
  return {
    tables: all(value, 'table').map((table) =>
      all(table, 'tr').map((row) =>
        [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => words(cell)),
      ),
    ),
    paragraphs: [
      ...value.replace(/<table>.*?<\/table>/gs, '').matchAll(/<(p|h\d)[^>]*>(.*?)<\/\1>/gs),
    ].map(([, , inner = '']) => words(inner)),
    warnings: messages.map(({ message }) => message),
  };
}
