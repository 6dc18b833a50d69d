// Finds a browser for the page tests and starts it headless: the machine's own, or else the one npm brings.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { installedFontSettings, unpackChromium } from './packed-chromium';

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

interface Candidate {
  readonly name: string;
  prepare(): Promise<{ executablePath: string; env?: Record<string, string> }>;
}

/** Starts the first browser that really launches; fails naming every one that was tried. */
export async function launchBrowser(
  environment: NodeJS.ProcessEnv = process.env,
): Promise<Browser> {
  const tried: string[] = [];
  for (const candidate of candidates(environment)) {
    try {
      const { executablePath, env } = await candidate.prepare();
      const launched = await chromium.launch({
        executablePath,
        args: QUIET,
        env: { ...definedOnly(environment), ...env },
      });
      return unhurried(launched);
    } catch (error) {
      tried.push(`  ${candidate.name}: ${firstLine(error)}`);
    }
  }
  throw new Error(
    'No browser could be started, so the page cannot be tested. Tried:\n' +
      `${tried.join('\n')}\n` +
      'Install Chrome, Chromium or Edge, or set CHROME_PATH to the program file of one.',
  );
}

/** Milliseconds for one step in a page: no test measures time, and a machine that also builds and lints is slow. */
const STEP_MILLISECONDS = 120_000;

/** Every page of this browser, also one opened without a context of its own, waits that long. */
function unhurried(browser: Browser): Browser {
  const newContext = browser.newContext.bind(browser);
  browser.newContext = async (options) => {
    const context = await newContext(options);
    context.setDefaultTimeout(STEP_MILLISECONDS);
    return context;
  };
  return browser;
}

function candidates(environment: NodeJS.ProcessEnv): Candidate[] {
  const chosen = environment['CHROME_PATH'];
  if (chosen !== undefined && chosen !== '') return [installed(`CHROME_PATH ${chosen}`, chosen)];
  const found = installedPaths(environment).filter((path) => existsSync(path));
  return [...found.map((path) => installed(path, path)), packed];
}

function installed(name: string, executablePath: string): Candidate {
  return {
    name,
    prepare: async () => {
      if (!existsSync(executablePath)) throw new Error('there is no such file');
      return process.platform === 'linux'
        ? { executablePath, env: await installedFontSettings() }
        : { executablePath };
    },
  };
}

const packed: Candidate = { name: '@sparticuz/chromium', prepare: unpackChromium };

/** Where Chrome, Chromium and Edge put themselves on the three desktop systems. */
function installedPaths(environment: NodeJS.ProcessEnv): string[] {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (process.platform === 'win32') {
    return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((folder) => [
      join(environment[folder] ?? '', 'Google', 'Chrome', 'Application', 'chrome.exe'),
      join(environment[folder] ?? '', 'Chromium', 'Application', 'chrome.exe'),
      join(environment[folder] ?? '', 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ]);
  }
  return [
    '/usr/bin/google-chrome-stable',
    '/usr/bin/google-chrome',
    '/opt/google/chrome/chrome',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/snap/bin/chromium',
    '/usr/bin/microsoft-edge-stable',
    '/usr/bin/microsoft-edge',
  ];
}

function definedOnly(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
}

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n').find((line) => line.trim() !== '') ?? 'no reason given';
}
