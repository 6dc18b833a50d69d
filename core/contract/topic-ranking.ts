import * as z from 'zod';
import { baseRequest } from './request';

/** Whether it is a day of the calendar is decided where it is used. */
const day = z.string().max(10);

/** Without days: the round that the settings name, else the settings' year. */
export const TopicRankingRequest = z.strictObject({
  ...baseRequest,
  from: day.optional(),
  to: day.optional(),
});
export type TopicRankingRequest = z.infer<typeof TopicRankingRequest>;

const tab = z.strictObject({ title: z.string(), sheetId: z.int() });

export const TopicRankingResponse = z.strictObject({
  from: z.string(),
  to: z.string(),
  asked: z.int(),
  ordered: z.int(),
  /** The first topics by rank; the tab has them all. */
  topics: z.array(
    z.strictObject({
      rank: z.int(),
      isTied: z.boolean(),
      title: z.string(),
      points: z.number(),
      heads: z.int(),
    }),
  ),
  topicCount: z.int(),
  /** Units that asked for topics, none of which is planned or was given. */
  unheard: z.array(z.string()),
  tabs: z.array(tab),
});
export type TopicRankingResponse = z.infer<typeof TopicRankingResponse>;
