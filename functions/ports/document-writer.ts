import type { OfficialDocument } from '#core/document/official-document';

/** Makes a file of an official paper. */
export interface DocumentWriter {
  /** A word processor's file (.docx, ISO/IEC 29500). */
  write(document: OfficialDocument): Promise<Uint8Array>;
}
