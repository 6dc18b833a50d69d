// An official paper as plain data: title, paragraphs, headings and tables. How it looks is decided where it is written.
import type { Language } from '../text/language';

export interface OfficialDocument {
  readonly language: Language;
  readonly title: string;
  readonly blocks: readonly DocumentBlock[];
}

export type DocumentBlock = DocumentHeading | DocumentParagraph | DocumentTable;

export interface DocumentHeading {
  readonly kind: 'heading';
  /** 1 is numbered 一、, 2 is numbered （一）. */
  readonly level: 1 | 2;
  readonly text: string;
}

export interface DocumentParagraph {
  readonly kind: 'paragraph';
  /**
   * `body`: first line indented by two characters. `plain`: from the left edge, for the addressees. `centred`: for number and period.
   * `signature`: at the right edge, for issuer and day.
   */
  readonly look: 'body' | 'plain' | 'centred' | 'signature';
  readonly text: string;
}

export interface DocumentTable {
  readonly kind: 'table';
  readonly columns: readonly DocumentColumn[];
  readonly rows: readonly (readonly string[])[];
  /** Positions in `rows` in bold: sums. */
  readonly boldRows?: readonly number[];
}

export interface DocumentColumn {
  readonly label: string;
  /** Relative to the other columns. */
  readonly width: number;
  /** Figures stand at the right; `left` without a word. */
  readonly align?: 'left' | 'centre' | 'right';
}

export const bodyLine = (text: string): DocumentParagraph => ({
  kind: 'paragraph',
  look: 'body',
  text,
});
export const headingLine = (text: string, level: 1 | 2 = 1): DocumentHeading => ({
  kind: 'heading',
  level,
  text,
});
