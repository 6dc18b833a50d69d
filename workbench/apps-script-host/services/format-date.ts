/** `Utilities.formatDate`, with the letters of Java's SimpleDateFormat that a schedule needs. */

type Parts = ReadonlyMap<string, string>;

/** Java writes the offset with a colon as three of this letter. */
const OFFSET_WITH_COLON = 'X'.repeat(3);

const LETTERS: Readonly<Record<string, (parts: Parts) => string>> = {
  yyyy: (parts) => part(parts, 'year'),
  yy: (parts) => part(parts, 'year').slice(-2),
  MM: (parts) => part(parts, 'month'),
  M: (parts) => String(Number(part(parts, 'month'))),
  dd: (parts) => part(parts, 'day'),
  d: (parts) => String(Number(part(parts, 'day'))),
  HH: (parts) => part(parts, 'hour'),
  H: (parts) => String(Number(part(parts, 'hour'))),
  mm: (parts) => part(parts, 'minute'),
  m: (parts) => String(Number(part(parts, 'minute'))),
  ss: (parts) => part(parts, 'second'),
  s: (parts) => String(Number(part(parts, 'second'))),
  SSS: (parts) => part(parts, 'fractionalSecond'),
  EEE: (parts) => part(parts, 'weekday'),
  E: (parts) => part(parts, 'weekday'),
  Z: (parts) => offset(parts).replace(':', ''),
  [OFFSET_WITH_COLON]: (parts) => (offset(parts) === '+00:00' ? 'Z' : offset(parts)),
};

export function formatDate(date: unknown, timeZone: unknown, format: unknown): string {
  const parts = partsOf(Number(date), String(timeZone));
  // A quoted text, two quotes for one, a run of one letter, or anything else.
  return String(format).replace(/'((?:[^']|'')*)'|([A-Za-z])\2*/g, (run, quoted?: string) => {
    if (run === "''") return "'";
    if (quoted !== undefined) return quoted.replaceAll("''", "'");
    const write = LETTERS[run];
    if (write === undefined) throw new Error(`not emulated: Utilities.formatDate pattern ${run}`);
    return write(parts);
  });
}

function partsOf(milliseconds: number, timeZone: string): Parts {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    fractionalSecondDigits: 3,
    weekday: 'short',
    timeZoneName: 'longOffset',
  });
  return new Map(format.formatToParts(milliseconds).map(({ type, value }) => [type, value]));
}

function part(parts: Parts, name: string): string {
  return parts.get(name) ?? '';
}

/** "GMT+08:00", or "GMT" alone at the zero meridian. */
function offset(parts: Parts): string {
  return part(parts, 'timeZoneName').slice('GMT'.length) || '+00:00';
}
