import type { Logger } from '../../ports/logger';

/** One JSON object a line on standard error, in the shape Cloud Logging reads. */
export function jsonLogger(
  write: (line: string) => void = (line) => process.stderr.write(`${line}\n`),
): Logger {
  const log = (severity: string) => (event: string, facts?: Readonly<Record<string, unknown>>) =>
    write(JSON.stringify({ severity, event, ...facts }));
  return { info: log('INFO'), error: log('ERROR') };
}
