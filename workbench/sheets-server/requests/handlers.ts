/** Every kind of batchUpdate request that the server carries out; any other is answered with 501. */
import { bandingRequests } from './banding-requests';
import { borderRequests } from './border-requests';
import { cellRequests } from './cell-requests';
import { chartRequests } from './chart-requests';
import { conditionalFormatRequests } from './conditional-format-requests';
import { dimensionPropertiesRequests } from './dimension-properties-requests';
import { dimensionRequests } from './dimension-requests';
import { filterRequests } from './filter-requests';
import { mergeRequests } from './merge-requests';
import { metadataRequests } from './metadata-requests';
import { namedRangeRequests } from './named-range-requests';
import { protectionRequests } from './protection-requests';
import type { RequestHandlers } from './reply';
import { sheetRequests } from './sheet-requests';

export const handlers: RequestHandlers = {
  ...bandingRequests,
  ...borderRequests,
  ...cellRequests,
  ...chartRequests,
  ...conditionalFormatRequests,
  ...dimensionPropertiesRequests,
  ...dimensionRequests,
  ...filterRequests,
  ...mergeRequests,
  ...metadataRequests,
  ...namedRangeRequests,
  ...protectionRequests,
  ...sheetRequests,
};
