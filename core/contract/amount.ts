import * as z from 'zod';

/** An amount of money: whole cents to reckon with, and as it is shown (`12,345.67`). */
export const Amount = z.strictObject({ cents: z.int(), text: z.string() });
export type Amount = z.infer<typeof Amount>;
