import * as z from 'zod';
import { TOPIC_SOURCES } from '../workbook/tabs/topics';
import { baseRequest, entryId } from './request';

/** `look`: the state of the round, the wishes, and the code for the hall; `adopt`: makes one wish a topic that can be ordered. */
export const TopicOrdersRequest = z.discriminatedUnion('action', [
  z.strictObject({ ...baseRequest, action: z.literal('look') }),
  z.strictObject({
    ...baseRequest,
    action: z.literal('adopt'),
    wishId: entryId,
    /** As the clerk saw it: a person may have changed it since. */
    wish: z.string(),
    /** As it is to read in the topics tab. */
    title: z.string().trim().min(1).max(200),
    source: z.enum(TOPIC_SOURCES),
  }),
]);
export type TopicOrdersRequest = z.infer<typeof TopicOrdersRequest>;

export const OrdersLook = z.strictObject({
  action: z.literal('look'),
  /** Null: the settings name no round. */
  round: z
    .strictObject({
      opens: z.string(),
      closes: z.string(),
      isOpen: z.boolean(),
      asked: z.int(),
      ordered: z.int(),
      /** Of the page with the code for the hall; null: this deployment has no public pages. */
      screen: z.string().nullable(),
    })
    .nullable(),
  /** Topics that can be ordered. */
  topics: z.int(),
  /** Wishes that wait for a clerk, in the order of the rows. */
  wishes: z.array(z.strictObject({ id: z.string(), name: z.string(), wish: z.string() })),
  sources: z.array(z.strictObject({ source: z.enum(TOPIC_SOURCES), label: z.string() })),
});
export type OrdersLook = z.infer<typeof OrdersLook>;

export const WishAdopted = z.strictObject({
  action: z.literal('adopt'),
  wishId: z.string(),
  topicId: z.string(),
  title: z.string(),
});
export type WishAdopted = z.infer<typeof WishAdopted>;

export const TopicOrdersResponse = z.discriminatedUnion('action', [OrdersLook, WishAdopted]);
export type TopicOrdersResponse = z.infer<typeof TopicOrdersResponse>;
