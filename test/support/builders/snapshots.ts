import type { Snapshot } from '#core/workbook/snapshot';
import type { Tables } from '#core/workbook/table';

/** A workbook as read, without the places of its tabs. */
export function aSnapshot(tables: Tables): Snapshot {
  return {
    spreadsheetId: 'book',
    title: '',
    timeZone: 'Asia/Shanghai',
    locale: 'zh_CN',
    places: [],
    tables,
  };
}
