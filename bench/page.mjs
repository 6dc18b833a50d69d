// docs/benchmarks.md from what the benchmarks measured.
import { cpus, loadavg, totalmem } from 'node:os';

const table = (head, align, rows) =>
  [head, align, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

function machine() {
  const [cpu] = cpus();
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  const load = loadavg().map((average) => average.toFixed(1));
  return `${cpus().length} processors (${cpu?.model ?? 'unknown'}), ${gigabytes} GB of memory, Node ${process.version}, ${process.platform}.
Load at the end over 1, 5 and 15 minutes: ${load.join(', ')}; ${cpus().length} or less is a quiet machine.`;
}

const peers = (rows) =>
  table(
    ['work', 'size', 'program', 'takes', 'ratio', 'adds'],
    ['---', '---', '---', '--:', '--:', '--:'],
    rows.map(({ task, size, program, result, timesLectern, megabytes }) => [
      task,
      size,
      program,
      result,
      timesLectern === null ? '' : `${timesLectern.toFixed(2)} ×`,
      megabytes === null ? '' : `${megabytes.toFixed(0)} MB`,
    ]),
  );

function functionPrices(prices) {
  const sizes = [...new Set(prices.map(({ rows }) => rows))];
  const named = (rows) => rows.toLocaleString('en');
  const head = [
    'function',
    'calls',
    ...sizes.flatMap((rows) => [`${named(rows)} rows: in, kB`, 'out, kB', 'ms']),
  ];
  const names = [...new Set(prices.map(({ name }) => name))];
  const lines = names.map((name) => {
    const own = sizes.map((rows) => prices.find((one) => one.name === name && one.rows === rows));
    const calls = [...new Set(own.flatMap((price) => price?.calls ?? []))];
    const cells = own.flatMap((price) =>
      price?.milliseconds === undefined
        ? ['—', '—', '—']
        : [price.received / 1000, price.sent / 1000, price.milliseconds].map((figure) =>
            figure >= 10 ? figure.toFixed(0) : figure.toFixed(1),
          ),
    );
    return [`\`${name}\``, calls.join('–'), ...cells];
  });
  return table(head, ['---', ...head.slice(1).map(() => '--:')], lines);
}

function packageTable(packages) {
  const lines = packages.flatMap(({ file, bytes, packages: parts }) => {
    const large = parts.filter(([, size]) => size >= 10_000);
    const rest = parts.slice(large.length);
    const others = rest.reduce((sum, [, size]) => sum + size, 0);
    const kilobytes = (size) => (size / 1000).toFixed(0);
    return [
      [`**\`${file}\`**`, '', `**${kilobytes(bytes)}**`],
      ...large.map(([name, size]) => ['', name, kilobytes(size)]),
      ...(rest.length > 0 ? [['', `${rest.length} smaller`, kilobytes(others)]] : []),
    ];
  });
  return table(['file', 'package', 'kB'], ['---', '---', '--:'], lines);
}

export function benchmarksPage({ rows, prices, packages }) {
  return `# Benchmarks

Written by \`npm run bench\`; no number here is typed. \`npm run bench -- --full\` adds the sizes that take minutes, and \`npm run bench -- attendance\`
runs one of them. Each program runs in a process of its own and the rounds alternate, so that load and memory favour none.

${machine()}

## Lectern beside other ways

The ratio says how many times as long as Lectern a program takes. All programs of one work must give the same result, or the run fails. What
only reads and does not do the work is there as the lower bound.

${peers(rows)}

## What a function costs

For the sample district with so many rows of attendance, and as many more people: calls to Google’s Sheets API, kilobytes received and sent as they are on
the wire (answers gzipped, requests not), and milliseconds of the function’s processor, without Google’s own time. —: one of its requests would be
larger than the 10 MB that Google takes, and it is refused.

${functionPrices(prices)}

## What is deployed

The bundles by package, minified. \`index.cjs\` is read at the start; the other files when a call first needs them.

${packageTable(packages)}
`;
}
