import * as z from 'zod';
import { LANGUAGES } from '../text/language';

/** Which workbook, and the language the answer's sentences are in. Every request has these. */
export const baseRequest = {
  /** Any text that is not a registered workbook's id is answered as not found. */
  spreadsheetId: z.string().min(1).max(200),
  language: z.enum(LANGUAGES).optional(),
};

/** An id of a row, as typed into an id column. */
export const entryId = z.string().min(1).max(100);

/** The caller waits no longer for a send; the answer then says how many mails are still to go. */
export const timeoutSeconds = z.int().min(10).max(3600).optional();
