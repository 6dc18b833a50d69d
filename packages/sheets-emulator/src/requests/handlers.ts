/** Every kind of batchUpdate request that the server carries out; any other is answered with 501. */
import { autoFillRequests } from './auto-fill';
import { bandingRequests } from './banding-requests';
import { borderRequests } from './border-requests';
import { cellRequests } from './cell-requests';
import { chartRequests } from './chart-requests';
import { conditionalFormatRequests } from './conditional-format-requests';
import { dimensionPropertiesRequests } from './dimension-properties-requests';
import { dimensionRequests } from './dimension-requests';
import { filterRequests } from './filter-requests';
import { filterViewRequests } from './filter-view-requests';
import { findReplaceRequests } from './find-replace';
import { groupRequests } from './group-requests';
import { mergeRequests } from './merge-requests';
import { metadataRequests } from './metadata-requests';
import { namedRangeRequests } from './named-range-requests';
import { pasteRequests } from './paste-requests';
import { protectionRequests } from './protection-requests';
import type { RequestHandlers } from './reply';
import { sheetRequests } from './sheet-requests';
import { shiftRangeRequests } from './shift-range';
import { sortRequests } from './sort-requests';
import { textRequests } from './text-requests';

export const handlers: RequestHandlers = {
  ...autoFillRequests,
  ...bandingRequests,
  ...borderRequests,
  ...cellRequests,
  ...chartRequests,
  ...conditionalFormatRequests,
  ...dimensionPropertiesRequests,
  ...dimensionRequests,
  ...filterRequests,
  ...filterViewRequests,
  ...findReplaceRequests,
  ...groupRequests,
  ...mergeRequests,
  ...metadataRequests,
  ...namedRangeRequests,
  ...pasteRequests,
  ...protectionRequests,
  ...sheetRequests,
  ...shiftRangeRequests,
  ...sortRequests,
  ...textRequests,
};
