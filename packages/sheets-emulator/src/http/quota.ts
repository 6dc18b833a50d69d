/** Google's quota: reads and writes apart, per project and per user, refilled every minute. Off unless switched on. */
import { ApiError } from '../api-error';
import {
  READS_PER_MINUTE_PER_PROJECT,
  READS_PER_MINUTE_PER_USER,
  WRITES_PER_MINUTE_PER_PROJECT,
  WRITES_PER_MINUTE_PER_USER,
} from '../limits';

type Kind = 'read' | 'write';
type Per = 'project' | 'user';

interface Limit {
  readonly kind: Kind;
  readonly per: Per;
}

const NUMBERS: Readonly<Record<Kind, Readonly<Record<Per, number>>>> = {
  read: { project: READS_PER_MINUTE_PER_PROJECT, user: READS_PER_MINUTE_PER_USER },
  write: { project: WRITES_PER_MINUTE_PER_PROJECT, user: WRITES_PER_MINUTE_PER_USER },
};

const CONSUMER = 'project_number:123';
const SERVICE = 'sheets.googleapis.com';

export function quotaError({ kind, per }: Limit): ApiError {
  const name = kind === 'read' ? 'Read requests' : 'Write requests';
  const limit = `${name} per minute${per === 'user' ? ' per user' : ''}`;
  const verb = kind === 'read' ? 'Read' : 'Write';
  const message = `Quota exceeded for quota metric '${name}' and limit '${limit}' of service '${SERVICE}' for consumer '${CONSUMER}'.`;
  return new ApiError('RESOURCE_EXHAUSTED', message, [
    {
      '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
      reason: 'RATE_LIMIT_EXCEEDED',
      domain: 'googleapis.com',
      metadata: {
        quota_metric: `${SERVICE}/${kind}_requests`,
        quota_limit: `${verb}RequestsPerMinutePer${per === 'user' ? 'User' : 'Project'}`,
        quota_limit_value: String(NUMBERS[kind][per]),
        quota_unit: per === 'user' ? '1/min/{project}/{user}' : '1/min/{project}',
        quota_location: 'global',
        service: SERVICE,
        consumer: CONSUMER.replace('project_number:', 'projects/'),
      },
    },
    {
      '@type': 'type.googleapis.com/google.rpc.Help',
      links: [
        {
          description: 'Request a higher quota limit.',
          url: 'https://cloud.google.com/docs/quotas/help/request_increase',
        },
      ],
    },
  ]);
}

const MINUTE_MILLISECONDS = 60_000;

export class Quota {
  private minute = -1;
  private counts = new Map<string, number>();

  constructor(private readonly now: () => Date) {}

  /** Counts one call; throws Google's 429 when it is one too many. */
  count(kind: Kind, user: string): void {
    const minute = Math.floor(this.now().getTime() / MINUTE_MILLISECONDS);
    if (minute !== this.minute) this.counts = new Map();
    this.minute = minute;
    this.countOne({ kind, per: 'project' }, '');
    this.countOne({ kind, per: 'user' }, user);
  }

  private countOne(limit: Limit, user: string): void {
    const key = `${limit.kind}/${limit.per}/${user}`;
    const count = (this.counts.get(key) ?? 0) + 1;
    if (count > NUMBERS[limit.kind][limit.per]) throw quotaError(limit);
    this.counts.set(key, count);
  }
}
