// Unpacks the Chromium that npm brings into a cache in the temp folder, with fonts that can show Chinese.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

const UNPACK = "import('@sparticuz/chromium').then((m) => m.default.executablePath())";
const require = createRequire(resolve('package.json'));

type Environment = Record<string, string>;

/** The program file and the environment it needs, unpacked on first use (about a second). */
export async function unpackChromium(): Promise<{ executablePath: string; env: Environment }> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    const machine = `${process.platform}-${process.arch}`;
    throw new Error(`it is a linux-x64 program and this machine is ${machine}`);
  }
  const home = join(await cacheFolder(), `chromium-${await packedVersion()}`);
  if (!existsSync(home)) await unpackInto(home);
  const env = {
    ...(await fontSettings('packed', [`<dir>${join(home, 'fonts')}</dir>`, preferOpenSans])),
    HOME: home,
    LD_LIBRARY_PATH: join(home, 'al2023', 'lib'),
  };
  return { executablePath: join(home, 'chromium'), env };
}

/** Lets an installed browser show Chinese even where no Chinese font is installed. */
export function installedFontSettings(): Promise<Environment> {
  return fontSettings('installed', [
    '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>',
  ]);
}

const preferOpenSans =
  '<alias><family>sans-serif</family><prefer><family>Open Sans</family></prefer></alias>';

async function fontSettings(name: string, lines: string[]): Promise<Environment> {
  const cache = await cacheFolder();
  const chinese = join(dirname(require.resolve('@embedpdf/fonts-sc')), '..', 'fonts');
  const text = [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">',
    '<fontconfig>',
    ...lines,
    `<dir>${chinese}</dir>`,
    `<cachedir>${join(cache, 'font-cache')}</cachedir>`,
    '</fontconfig>\n',
  ].join('\n');
  const file = join(cache, `${name}-fonts.conf`);
  if ((await readFile(file, 'utf8').catch(() => '')) !== text) await writeWhole(file, text);
  return { FONTCONFIG_FILE: file };
}

async function packedVersion(): Promise<string> {
  const manifest = join(dirname(require.resolve('@sparticuz/chromium')), '../../package.json');
  // The package's own manifest: npm guarantees the field.
  return (JSON.parse(await readFile(manifest, 'utf8')) as { version: string }).version;
}

/** The package unpacks into TMPDIR, and its libraries only on a runtime it knows by name. */
async function unpackInto(home: string): Promise<void> {
  const draft = await mkdtemp(`${home}-`);
  try {
    await promisify(execFile)(process.execPath, ['--input-type=module', '-e', UNPACK], {
      env: { ...process.env, TMPDIR: draft, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
    });
    await rename(draft, home);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    // Two test workers may unpack at once: the first to finish wins.
    if (!existsSync(home)) throw error;
  }
}

/** Only this user may write there: what lies in it is run. */
async function cacheFolder(): Promise<string> {
  const folder = join(tmpdir(), `lectern-browser-${userInfo().username}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return folder;
}

async function writeWhole(file: string, text: string): Promise<void> {
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, text);
  await rename(draft, file);
}
