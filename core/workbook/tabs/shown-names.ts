// The columns that show what an id is called, beside the column of the id.
import { text } from '../../text/language';
import type { NamingTab } from '../column';

const NAME = {
  label: text('姓名', '姓名', 'Name'),
  kind: 'name',
  optional: true,
  needed: true,
  width: 90,
} as const;

/** In a tab of the clerks the name may be chosen in place of the id. */
export const MEMBER_NAME = {
  ...NAME,
  from: { tab: 'roster', column: 'name' },
  nameOf: { id: 'memberId', tabs: ['roster'] },
  help: text(
    '随人员编号显示；也可以在这里选姓名，由 Lectern 填编号。',
    '隨人員編號顯示；也可以在這裡選姓名，由 Lectern 填編號。',
    'Follows the member ID; or choose a name here, and Lectern enters the ID.',
  ),
} as const;

/** In a tab that only Lectern writes; `tabs`: whose ids it has. */
export const recordedName = <const Tabs extends readonly NamingTab[]>(tabs: Tabs) =>
  ({ ...NAME, nameOf: { id: 'memberId', tabs } }) as const;

export const TOPIC_TITLE = {
  label: text('专题', '專題', 'Topic'),
  kind: 'text',
  optional: true,
  needed: true,
  width: 220,
  from: { tab: 'topics', column: 'title' },
  nameOf: { id: 'topicId', tabs: ['topics'] },
  help: text(
    '随专题编号显示；也可以在这里选专题，由 Lectern 填编号。',
    '隨專題編號顯示；也可以在這裡選專題，由 Lectern 填編號。',
    'Follows the topic ID; or choose a topic here, and Lectern enters the ID.',
  ),
} as const;
