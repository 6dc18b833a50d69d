import type { TabKey } from './tab-keys';

/** The columns that identify a row of a tab, wherever it is moved. A tab that is not named has none. */
export const KEY_COLUMNS: Partial<Readonly<Record<TabKey, readonly string[]>>> = {
  schedule: ['id'],
  attendance: ['sessionId', 'memberId'],
  leave: ['id'],
  roster: ['id'],
  speakers: ['id'],
  topics: ['id'],
  orders: ['memberId', 'topicId'],
  wishes: ['id'],
  proposals: ['id'],
  invitations: ['sessionId', 'speakerId'],
  budget: ['year', 'head', 'sessionId'],
  expenses: ['id'],
  checks: ['tab', 'cell', 'rule', 'entry'],
  notices: ['key'],
  replies: ['sessionId', 'memberId'],
  ballots: ['ballot'],
  contacts: ['id'],
  templates: ['kind', 'language'],
  statuses: ['code'],
  standards: ['item', 'scope', 'from'],
  forbidden: ['kind'],
  holidays: ['date'],
  settings: ['name'],
  roles: ['email'],
};
