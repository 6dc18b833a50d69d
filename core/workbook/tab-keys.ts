/** The tabs of the workbook, in the order in which they stand. */
// prettier-ignore
export const TAB_KEYS = [
  'schedule', 'attendance', 'leave', 'otherHours', 'roster', 'speakers', 'topics', 'orders', 'budget', 'expenses',
  'checks', 'notices', 'replies', 'contacts', 'templates', 'statuses', 'rates', 'forbidden', 'approvers', 'holidays', 'settings', 'roles', 'log',
] as const;
export type TabKey = (typeof TAB_KEYS)[number];
