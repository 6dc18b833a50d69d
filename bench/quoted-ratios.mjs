// The three ratios of docs/benchmarks.md that the READMEs quote: nobody types them. With READMEs as arguments it compares them, for a test.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** How docs/benchmarks.md and the READMEs name each of them. */
export const RATIOS = {
  check: { task: 'All entries checked', size: '150k rows', program: 'zod object per row' },
  rates: { task: 'Attendance rates', size: '150k rows', program: 'DuckDB read_json' },
  notices: { task: 'Notices over SMTP', size: '3,000 mails', program: 'nodemailer pool' },
};

/** As printed: one place after the point. */
export function ratiosOf(page) {
  const rows = page
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.split('|').map((cell) => cell.trim()));
  return Object.fromEntries(
    Object.entries(RATIOS).map(([key, { task, size, program }]) => {
      const row = rows.find(
        (cells) => cells[1].startsWith(task) && cells[2] === size && cells[3] === program,
      );
      const [, ratio] = /^(\d+\.\d)\d* ×$/.exec(row?.[5] ?? '') ?? [];
      if (ratio === undefined) throw new Error(`docs/benchmarks.md has no ratio for ${program}.`);
      return [key, ratio];
    }),
  );
}

/** The README with each ratio between its marks: `<!-- check -->12.3<!-- -->`. */
export function quoteRatios(readme, ratios) {
  return Object.entries(ratios).reduce((text, [key, ratio]) => {
    const place = new RegExp(`(<!-- ${key} -->)[^<]*(<!-- -->)`);
    if (!place.test(text)) throw new Error(`The README does not quote the ratio ${key}.`);
    return text.replace(place, `$1${ratio}$2`);
  }, readme);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const ratios = ratiosOf(readFileSync('docs/benchmarks.md', 'utf8'));
  for (const readme of process.argv.slice(2)) {
    const text = readFileSync(readme, 'utf8');
    if (quoteRatios(text, ratios) === text) continue;
    console.error(`${readme} quotes other ratios than docs/benchmarks.md: run npm run bench`);
    process.exitCode = 1;
  }
}
