// Writes core/calendar/years/: one small file per year with the official days off and adjusted working days.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const NAMES = {
  元旦: 'newYear',
  春节: 'springFestival',
  清明: 'tombSweeping',
  劳动节: 'labour',
  端午: 'dragonBoat',
  中秋: 'midAutumn',
  国庆节: 'national',
  中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日: 'victory',
};

const root = new URL('../', import.meta.url);
const years = new URL('core/calendar/years/', root);
const read = (path) => readFileSync(new URL(path, root), 'utf8');
const source = JSON.parse(read('node_modules/chinese-days/dist/chinese-days.json'));
const { version } = JSON.parse(read('node_modules/chinese-days/package.json'));

function keyOf(entry) {
  const name = entry.split(',')[1];
  if (!NAMES[name]) throw new Error(`a holiday without a key: ${name}`);
  return NAMES[name];
}

/** `{"01-04": "newYear", …}` in the order of the year. */
function daysOf(year, days) {
  const own = Object.entries(days).filter(([day]) => day.startsWith(`${year}-`));
  return Object.fromEntries(own.map(([day, entry]) => [day.slice(5), keyOf(entry)]).sort());
}

const known = [...new Set(Object.keys(source.holidays).map((day) => day.slice(0, 4)))].sort();
mkdirSync(years, { recursive: true });
for (const year of known) {
  const off = daysOf(year, source.holidays);
  const work = daysOf(year, source.workdays);
  writeFileSync(new URL(`${year}.json`, years), `${JSON.stringify({ off, work })}\n`);
}
writeFileSync(
  new URL('index.ts', years),
  `// Written by scripts/build-holidays.mjs; the licence of the data is in LICENSE.md.
${known.map((year) => `import y${year} from './${year}.json';`).join('\n')}

/** Official days off and adjusted working days of one year, by \`MM-DD\`. */
export interface OfficialYear {
  readonly off: Readonly<Record<string, string>>;
  readonly work: Readonly<Record<string, string>>;
}

export const OFFICIAL_YEARS: Readonly<Record<string, OfficialYear>> = {
${known.map((year) => `  '${year}': y${year},`).join('\n')}
};
`,
);
writeFileSync(
  new URL('LICENSE.md', years),
  `The files of this folder are derived from the data of \`chinese-days\` ${version}, used under its licence:\n\n${read('node_modules/chinese-days/LICENSE')}`,
);
console.log(`wrote ${known.length} years, ${known[0]} to ${known.at(-1)}`);
