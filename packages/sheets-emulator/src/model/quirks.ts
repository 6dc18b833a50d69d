/**
 * Where nothing public says what Google answers: each question with the answers it may have.
 * The first is the server's own; the others can be had at `/quirks` (`http/quirk-switches.ts`).
 */
export const QUIRKS = {
  /** deleteDeveloperMetadata whose filter matches nothing. */
  deleteWithoutMatch: ['accepted', 'refused'],
  /** updateDeveloperMetadata whose filters match nothing. */
  updateWithoutMatch: ['accepted', 'refused'],
  /** An id of developer metadata that is deleted and created in one batch; refused: as if ids were compared with those before the batch. */
  idFreedInBatch: ['accepted', 'refused'],
  /** How the refusal of a taken id is worded. */
  takenIdWords: ['known', 'other'],
  /** Developer metadata of rows that sortRange, or a filter's own order, carries elsewhere. */
  rowMetadataWhenSorted: ['stays', 'follows'],
  /** Developer metadata of whole rows that cutPaste carries elsewhere. */
  rowMetadataWhenCut: ['stays', 'follows'],
  /** Where appendCells begins: below values, or also below formats, drop-downs, notes and the range of a filter. */
  appendedRows: ['belowValues', 'belowAnything'],
  /** A batchUpdate whose responseRanges cannot be read: refused once it is carried out, or before. */
  responseRangeGone: ['refusedAfter', 'refusedBefore'],
  /** Whether the user who protects a range stays among its editors; if not, their own writes to it are refused. */
  protectionEditors: ['creatorKept', 'asSent'],
} as const;

export type QuirkName = keyof typeof QUIRKS;
export type Quirks = { readonly [Name in QuirkName]: (typeof QUIRKS)[Name][number] };

export const OWN_ANSWERS: Quirks = {
  deleteWithoutMatch: 'accepted',
  updateWithoutMatch: 'accepted',
  idFreedInBatch: 'accepted',
  takenIdWords: 'known',
  rowMetadataWhenSorted: 'stays',
  rowMetadataWhenCut: 'stays',
  appendedRows: 'belowValues',
  responseRangeGone: 'refusedAfter',
  protectionEditors: 'creatorKept',
};

export const OTHER_ANSWERS: Quirks = {
  deleteWithoutMatch: 'refused',
  updateWithoutMatch: 'refused',
  idFreedInBatch: 'refused',
  takenIdWords: 'other',
  rowMetadataWhenSorted: 'follows',
  rowMetadataWhenCut: 'follows',
  appendedRows: 'belowAnything',
  responseRangeGone: 'refusedBefore',
  protectionEditors: 'asSent',
};
