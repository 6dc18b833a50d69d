import { text } from '#core/text/language';
import { readable } from '#core/names/readable';
import { appendRows } from '#core/workbook/write/append-rows';
import { readSettings } from '#core/model/read-settings';
import type { Basis } from '#core/workbook/snapshot';
import { AppError } from '../../errors';
import type { Ports } from './use-case';

const ACTION = text('未能还原', '未能還原', 'Rows not restored');

/** Rows that a write reached by mistake and that could not be restored are noted in the log, where the workbook has one. */
export async function logUnrestoredRows(
  error: unknown,
  { spreadsheetId }: Pick<Basis, 'spreadsheetId'>,
  { workbook, clock }: Pick<Ports, 'workbook' | 'clock'>,
): Promise<void> {
  if (!(error instanceof AppError) || error.refusal !== 'rowsNotRestored') return;
  try {
    const snapshot = await workbook.read(spreadsheetId, ['settings', 'log']);
    if (!snapshot.tables.log) return;
    const { language } = readSettings(snapshot.tables.settings).settings;
    const line = {
      at: clock.now().toISOString(),
      who: 'Lectern',
      action: ACTION[language],
      target: String(error.facts['places'] ?? ''),
    };
    const changes = appendRows(snapshot, 'log', { rows: [line], language });
    await workbook.apply(snapshot, readable(snapshot, changes));
  } catch {
    // The refusal itself names the same places to the caller.
  }
}
