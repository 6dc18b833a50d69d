// An answer of the API kept in a file: its bytes as they arrive, and the text that a client makes of them.
import { readFileSync } from 'node:fs';
import { TABS } from '#core/workbook/tabs/index';
import type { Table, Tables } from '#core/workbook/table';
import { readValueRanges } from '#functions/adapters/google-sheets/values/value-ranges';
import { TAB_ORDER } from './attendance-data';

export interface SheetsAnswer {
  readonly bytes: ArrayBuffer;
  readonly text: string;
  /** For those who read files themselves. */
  readonly path: string;
}

export function answerIn(path: string): SheetsAnswer {
  const { buffer, byteOffset, byteLength } = readFileSync(path);
  const bytes = buffer.slice(byteOffset, byteOffset + byteLength); // a file is read into plain memory
  return { bytes, text: readFileSync(path, 'utf8'), path };
}

/** As the product reads it. */
export function tablesOf({ bytes }: SheetsAnswer): Tables {
  const grids = readValueRanges(bytes);
  return Object.fromEntries(
    TAB_ORDER.flatMap((key, sheetId): [string, Table][] => {
      const cells = grids[sheetId];
      return cells ? [[key, { key, title: TABS[key].title['zh-CN'], sheetId, cells }]] : [];
    }),
  );
}
