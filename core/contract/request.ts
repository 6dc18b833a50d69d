import * as z from 'zod';
import { LANGUAGES } from '../text/language';

/** Which workbook, and the language the answer's sentences are in. Every request has these. */
export const baseRequest = {
  spreadsheetId: z.string().regex(/^[A-Za-z0-9_-]{20,100}$/),
  language: z.enum(LANGUAGES).optional(),
};

/** An id of a row, as typed into an id column. */
export const entryId = z.string().min(1).max(100);
