// A new workbook as an administrator would start it: rules and roles, no people and no sessions.
import { CENTRAL_STANDARDS, STATUSES } from './starting-rows';
import type { Sample } from './sample';
import { ROLES, settingRows } from './settings';

export function emptySample(): Sample {
  return {
    settings: settingRows(),
    statuses: STATUSES,
    standards: CENTRAL_STANDARDS,
    roles: ROLES,
  };
}
