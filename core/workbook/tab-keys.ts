/** The tabs of the workbook, in their order. */
export const TAB_KEYS = [
  'schedule',
  'attendance',
  'leave',
  'otherHours',
  'roster',
  'speakers',
  'topics',
  'orders',
  'wishes',
  'proposals',
  'invitations',
  'budget',
  'expenses',
  'checks',
  'notices',
  'replies',
  'evaluations',
  'ballots',
  'contacts',
  'templates',
  'statuses',
  'standards',
  'forbidden',
  'approvers',
  'holidays',
  'settings',
  'roles',
  'importColumns',
  'log',
] as const;

/** The tabs of the registry: a workbook of its own that lists the others. */
export const REGISTRY_TAB_KEYS = ['workbooks', 'administrators'] as const;
export type RegistryTabKey = (typeof REGISTRY_TAB_KEYS)[number];

export type TabKey = (typeof TAB_KEYS)[number] | RegistryTabKey;

export const ALL_TAB_KEYS: readonly TabKey[] = [...TAB_KEYS, ...REGISTRY_TAB_KEYS];
