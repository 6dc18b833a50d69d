/** Dates and times in ISO form, as cells of the type `d` hold them. */
import { daySerial } from '../../values/serial-date';

export type IsoKind = 'DATE' | 'TIME' | 'DATE_TIME';

/** How such a cell is shown when its own format is none for dates. */
export const ISO_PATTERNS: Readonly<Record<IsoKind, string>> = {
  DATE: 'yyyy-mm-dd',
  TIME: 'hh:mm:ss',
  DATE_TIME: 'yyyy-mm-dd hh:mm:ss',
};

const ISO =
  /^(?:(\d{4})-(\d\d)-(\d\d))?(?:T?(\d\d):(\d\d)(?::(\d\d(?:[.,]\d+)?))?)?(?:Z|[+-]\d\d:?\d\d)?$/;
const SECONDS_OF_DAY = 86_400;

/** Undefined when it is none. A time zone is no part of a cell's date. */
export function isoSerial(text: string): { serial: number; kind: IsoKind } | undefined {
  const [whole, year, month, day, hour, minute, second] = ISO.exec(text) ?? [];
  if (whole === undefined || (year === undefined && hour === undefined)) return undefined;
  const days = year === undefined ? 0 : daySerial(Number(year), Number(month), Number(day));
  if (days === undefined) return undefined;
  if (hour === undefined) return { serial: days, kind: 'DATE' };
  const seconds =
    Number(hour) * 3600 + Number(minute) * 60 + Number((second ?? '0').replace(',', '.'));
  const serial = days + seconds / SECONDS_OF_DAY;
  return { serial, kind: year === undefined ? 'TIME' : 'DATE_TIME' };
}
