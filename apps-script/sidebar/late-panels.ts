// The entry of the late script: the panels that only some clerks need, each in its folder.
import { importPanel } from './import/import-panel';
import { leaveManyPanel } from './leave-many/leave-many';
import { newYearPanel } from './new-year/new-year-panel';

globalThis.lecternLate = {
  import: importPanel,
  'leave-many': leaveManyPanel,
  'new-year': newYearPanel,
};
