import * as z from 'zod';
import { WrittenTab, importFingerprint } from './import-preview';
import {
  AttendanceImportPreview,
  OtherHoursImportPreview,
  RecordsImportApplied,
  attendanceChoices,
  otherHoursChoices,
} from './import-records';
import { RosterImportApplied, RosterImportPreview, rosterChoices } from './import-roster';
import { baseRequest } from './request';
import { SessionChoice } from './session-choice';

const preview = { ...baseRequest, action: z.literal('preview') };
const apply = { ...baseRequest, action: z.literal('apply'), fingerprint: importFingerprint };

/**
 * `sources` lists what may be imported, and into which session; `preview` says what an import would change; `apply` writes exactly what
 * the preview with this fingerprint showed.
 */
export const ImportRowsRequest = z.discriminatedUnion('action', [
  z.strictObject({ ...baseRequest, action: z.literal('sources') }),
  z.discriminatedUnion('kind', [
    z.strictObject({ ...preview, ...rosterChoices }),
    z.strictObject({ ...preview, ...attendanceChoices }),
    z.strictObject({ ...preview, ...otherHoursChoices }),
  ]),
  z.discriminatedUnion('kind', [
    z.strictObject({ ...apply, ...rosterChoices }),
    z.strictObject({ ...apply, ...attendanceChoices }),
    z.strictObject({ ...apply, ...otherHoursChoices }),
  ]),
]);
export type ImportRowsRequest = z.infer<typeof ImportRowsRequest>;

export const ImportSources = z.strictObject({
  action: z.literal('sources'),
  tabs: z.array(z.strictObject({ ...WrittenTab.shape, rows: z.int() })),
  /** Sessions that have begun, the likeliest first. */
  sessions: z.array(SessionChoice),
});
export type ImportSources = z.infer<typeof ImportSources>;

export const ImportRowsResponse = z.discriminatedUnion('action', [
  ImportSources,
  z.discriminatedUnion('kind', [
    RosterImportPreview,
    AttendanceImportPreview,
    OtherHoursImportPreview,
  ]),
  z.discriminatedUnion('kind', [RosterImportApplied, RecordsImportApplied]),
]);
export type ImportRowsResponse = z.infer<typeof ImportRowsResponse>;
