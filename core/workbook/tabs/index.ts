import type { Tab } from '../tab';
import type { TabKey } from '../tab-keys';
import { BALLOTS, EVALUATIONS } from './evaluation';
import { BUDGET, EXPENSES } from './money';
import { IMPORT_COLUMNS } from './import-columns';
import { ROSTER, SPEAKERS } from './people';
import { ORDERS, TOPICS, WISHES } from './topics';
import { APPROVERS, LEAVE } from './leave';
import { INVITATIONS, PROPOSALS } from './planning';
import { ATTENDANCE, OTHER_HOURS, SCHEDULE } from './programme';
import { FORBIDDEN, HOLIDAYS, STANDARDS, STATUSES } from './rules';
import { CONTACTS, REPLIES, TEMPLATES } from './notices';
import { ADMINISTRATORS, WORKBOOKS } from './registry';
import { CHECKS, LOG, NOTICES, ROLES, SETTINGS } from './system';

/** Every tab of the workbook, and of the registry, by key. */
export const TABS = {
  schedule: SCHEDULE,
  attendance: ATTENDANCE,
  leave: LEAVE,
  otherHours: OTHER_HOURS,
  roster: ROSTER,
  speakers: SPEAKERS,
  topics: TOPICS,
  orders: ORDERS,
  wishes: WISHES,
  proposals: PROPOSALS,
  invitations: INVITATIONS,
  budget: BUDGET,
  expenses: EXPENSES,
  checks: CHECKS,
  notices: NOTICES,
  replies: REPLIES,
  evaluations: EVALUATIONS,
  ballots: BALLOTS,
  contacts: CONTACTS,
  templates: TEMPLATES,
  statuses: STATUSES,
  standards: STANDARDS,
  forbidden: FORBIDDEN,
  approvers: APPROVERS,
  holidays: HOLIDAYS,
  settings: SETTINGS,
  roles: ROLES,
  importColumns: IMPORT_COLUMNS,
  log: LOG,
  workbooks: WORKBOOKS,
  administrators: ADMINISTRATORS,
} as const satisfies { readonly [Key in TabKey]: Tab<Key> };

export type Tabs = typeof TABS;
