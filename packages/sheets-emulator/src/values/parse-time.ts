/** Typed times of day and durations: `10:30`, `10:30:15`, `9:05 PM`, `25:00`. */

export interface ParsedTime {
  /** Part of a day; 1 and more for a duration. */
  readonly fraction: number;
  readonly pattern: string;
}

const TIME = /^(\d{1,3}):(\d{2})(?::(\d{2})(\.\d{1,3})?)?(?: ?([ap])\.?m\.?)?$/i;

function hoursOf(text: string, half: string | undefined): number | undefined {
  const hours = Number(text);
  if (half === undefined) return hours;
  if (hours < 1 || hours > 12) return undefined;
  return (hours % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
}

/** Undefined when the text is no time. */
export function parseTime(text: string): ParsedTime | undefined {
  const match = TIME.exec(text);
  if (match === null) return undefined;
  const [, hourText = '', minutes = '', seconds, thousandths, half] = match;
  const hours = hoursOf(hourText, half);
  if (hours === undefined || Number(minutes) > 59 || Number(seconds ?? 0) > 59) return undefined;
  const total = hours * 3600 + Number(minutes) * 60 + Number(`${seconds ?? 0}${thousandths ?? ''}`);
  // A leading zero of the hours is not kept: 09:05 is shown as 9:05.
  const hourPattern = hours > 23 ? '[h]' : 'h';
  const secondPattern =
    seconds === undefined ? '' : `:ss${thousandths === undefined ? '' : '.000'}`;
  const pattern = `${hourPattern}:mm${secondPattern}${half === undefined ? '' : ' am/pm'}`;
  return { fraction: total / 86_400, pattern };
}
