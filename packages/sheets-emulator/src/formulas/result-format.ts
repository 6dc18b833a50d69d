/** How a formula's result is shown while its cell has no format: as what it was worked out from. */
import type { NumberFormat } from '../model/cell';
import { DEFAULT_LOCALE, type InputLocale } from '../values/locale';
import { formatOfPattern } from '../values/pattern-type';

const DAYS: Readonly<Record<InputLocale['dateOrder'], string>> = {
  mdy: 'm/d/yyyy',
  dmy: 'dd/mm/yyyy',
  ymd: 'yyyy/m/d',
};

/** What the engine's own date functions bring along. */
const ENGINE_DAY = 'yyyy/mm/dd;@';
const ENGINE_TIME = 'h:mm A/P';
const ENGINE_DAY_AND_TIME = 'yyyy/mm/dd hh:mm';

/** Undefined: automatic. */
export function resultFormat(
  pattern: string | undefined,
  locale: InputLocale = DEFAULT_LOCALE,
): NumberFormat | undefined {
  if (pattern === undefined) return undefined;
  const day = DAYS[locale.dateOrder];
  if (pattern === ENGINE_DAY) return { type: 'DATE', pattern: day };
  if (pattern === ENGINE_TIME) {
    const half = locale.dateOrder === 'mdy' ? ' am/pm' : '';
    return { type: 'TIME', pattern: `h:mm:ss${half}` };
  }
  if (pattern === ENGINE_DAY_AND_TIME) return { type: 'DATE_TIME', pattern: `${day} h:mm:ss` };
  return formatOfPattern(pattern);
}
