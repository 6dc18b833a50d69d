// The entry of the late script: what only some clerks need, or need now and then, each in its folder.
import { importPanel } from './import/import-panel';
import { leaveManyPanel } from './leave-many/leave-many';
import { newYearPanel } from './new-year/new-year-panel';
import { acceptedOutcome, planOutcome, writtenOutcome } from './planning/plan-view';
import { speakerOutcome } from './planning/speaker-view';

globalThis.lecternLate = {
  import: importPanel,
  'leave-many': leaveManyPanel,
  'new-year': newYearPanel,
  planOutcome,
  writtenOutcome,
  acceptedOutcome,
  speakerOutcome,
};
