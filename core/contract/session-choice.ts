import * as z from 'zod';

/** A session that can be chosen in place of the one shown. */
export const SessionChoice = z.strictObject({
  id: z.string(),
  date: z.string(),
  title: z.string(),
});
