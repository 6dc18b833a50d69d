import * as z from 'zod';
import { NOTICE_KIND_KEYS } from '../workbook/tabs/notice-kinds';
import { baseRequest } from './request';

export const NoticeProgressRequest = z.strictObject(baseRequest);

export const NoticeProgressResponse = z.strictObject({
  /** The newest first: the one that runs, those that rest or were interrupted, those that ended a short while ago. */
  sends: z.array(
    z.strictObject({
      kind: z.enum(NOTICE_KIND_KEYS),
      occasion: z.strictObject({ id: z.string(), title: z.string(), when: z.string() }),
      state: z.enum(['running', 'paused', 'interrupted', 'finished']),
      total: z.int(),
      sent: z.int(),
      failed: z.int(),
      unknown: z.int(),
      /** Still to go. */
      waiting: z.int(),
    }),
  ),
  /** Whether the caller administers the deployment: daily work needs another account. */
  isDeploymentAdmin: z.boolean(),
});
export type NoticeProgressResponse = z.infer<typeof NoticeProgressResponse>;
