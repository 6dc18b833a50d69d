// Takes the pictures in docs/img anew: `npm run screenshots`, or some of them: `npm run screenshots -- fee import`.
// Starts a workbench of its own and ends it.
import { Buffer } from 'node:buffer';
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PICTURES = join(ROOT, 'docs/img');
const LANGUAGES = ['zh-CN', 'en'];
/** Names of pictures; none: all. */
const WANTED = process.argv.slice(2);
const isWanted = (name) => WANTED.length === 0 || WANTED.includes(name);
/** For one step on a busy machine, in milliseconds. */
const STEP_TIMEOUT = 120_000;
const REPORT = '报表-出勤-按期次';
/** In the page: the tab made for the session. */
const SIGN_IN = "lectern.tabs().find((tab) => tab.startsWith('签到'))";

const folder = await mkdtemp(join(tmpdir(), 'lectern-screenshots-'));
const workbench = await startWorkbench();
try {
  const browser = await (await browserLauncher())();
  try {
    await mkdir(PICTURES, { recursive: true });
    await takeAll(browser);
  } finally {
    await browser.close();
  }
} finally {
  workbench.stop();
  await rm(folder, { recursive: true, force: true });
}

async function takeAll(browser) {
  await takeInEachLanguage(browser, {
    workbook: takeCheck,
    notice: takeNotice,
    attendance: takeReport,
    leave: takeLeave,
    fee: takeFee,
    import: takeImport,
  });
  if (isWanted('inbox')) {
    await sendNotice(browser, 'weekly');
    for (const language of LANGUAGES) await takeInbox(browser, language);
  }
  await takeInEachLanguage(browser, {
    dashboard: takeDashboard,
    orders: takeRanking,
    planning: takePlan,
    bulletin: takeBulletin,
  });
  if (isWanted('order')) {
    await sendNotice(browser, 'orderReminder');
    await takeOrder(browser);
  }
  if (!isWanted('sign-in') && !isWanted('check-in')) return;
  await setClock('2026-11-27T14:10:00+08:00');
  for (const language of LANGUAGES) await takeSignIn(browser, language);
}

/** Pictures of one page, by their names. */
async function takeInEachLanguage(browser, pictures) {
  const wanted = Object.entries(pictures).filter(([name]) => isWanted(name));
  if (wanted.length === 0) return;
  for (const language of LANGUAGES) {
    const page = await openPage(browser, '/', language);
    for (const [, takeOne] of wanted) await takeOne(page, language);
    await page.context().close();
  }
}

async function takeCheck(page, language) {
  const sidebar = page.frameLocator('.side-frame');
  await sidebar.locator('[data-action=check]').click();
  await sidebar.locator('[data-testid=finding]', { hasText: '日程 · D6' }).click();
  await page.waitForFunction("lectern.selectedCell() === 'D6'");
  await take(page, 'workbook', language);
}

async function takeNotice(page, language) {
  const sidebar = page.frameLocator('.side-frame');
  await sidebar.locator('[data-action=notice-preview]').click();
  await sidebar.locator('[data-testid=notice-sample]').waitFor();
  await sidebar.locator('[data-testid=notice-session]').scrollIntoViewIfNeeded();
  await take(page, 'notice', language);
}

async function takeReport(page, language) {
  const sidebar = page.frameLocator('.side-frame');
  await sidebar.locator('[data-action=attendance]').click();
  await page.waitForFunction(`lectern.tabs().includes(${JSON.stringify(REPORT)})`);
  await page.evaluate(`lectern.select(${JSON.stringify(REPORT)}, 'A10')`);
  await page.locator('.chart svg').first().waitFor();
  await take(page, 'attendance', language);
}

async function takeLeave(page, language) {
  const sidebar = page.frameLocator('.side-frame');
  await sidebar.locator('[data-action=leave-list]').click();
  await page.evaluate("lectern.select('请假', 'A2')");
  await sidebar.locator('[data-testid=leave-result] button').first().waitFor();
  await take(page, 'leave', language);
}

async function takeFee(page, language) {
  const sidebar = page.frameLocator('.side-frame');
  await sidebar.locator('[data-action=budget-fee]').click();
  const steps = sidebar.locator('[data-testid=fee-steps]');
  await steps.waitFor();
  await steps.scrollIntoViewIfNeeded();
  await page.evaluate("lectern.select('日程', 'A2')");
  await take(page, 'fee', language);
}

/** A list of two: one as in the roster, one new in a new unit. Nothing is written. */
async function takeImport(page, language) {
  const sidebar = page.frameLocator('.side-frame');
  await sidebar.locator('[data-action=import]').click();
  const lines = ['姓名,单位,职务', '甄若谷,区统计局,局长', '沈知微,区文化馆,馆长'];
  await sidebar.locator('[data-field=import-file]').setInputFiles({
    name: '名单.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(lines.join('\n')),
  });
  await sidebar.locator('[data-action=import-preview]').click();
  const status = sidebar.locator('[data-testid=import-status]');
  await status.getByText(/\d/).waitFor();
  await status.scrollIntoViewIfNeeded();
  await take(page, 'import', language);
}

async function takeDashboard(page, language) {
  const sidebar = page.frameLocator('.side-frame');
  await sidebar.locator('[data-testid=week] button').first().waitFor();
  await sidebar.locator('[data-action=dashboard-write]').click();
  await showTab(page, '工作台');
  await page.locator('.chart svg').first().waitFor();
  await take(page, 'dashboard', language);
}

async function takeRanking(page, language) {
  const sidebar = page.frameLocator('.side-frame');
  await sidebar.locator('[data-action=orders-rank]').click();
  await showTab(page, '报表-点单排名');
  await page.locator('.chart svg').first().waitFor();
  await take(page, 'orders', language);
}

/** What is proposed is written too, so that the tab and its reasons show beside the sidebar. */
async function takePlan(page, language) {
  const sidebar = page.frameLocator('.side-frame');
  await sidebar.locator('[data-action=planning-preview]').click();
  await sidebar.locator('[data-action=planning-write]').click();
  await sidebar.locator('[data-action=planning-preview]:enabled').click();
  await sidebar.locator('[data-testid=proposals]').waitFor();
  await showTab(page, '排课建议');
  await sidebar.locator('[data-testid=proposals]').scrollIntoViewIfNeeded();
  await take(page, 'planning', language);
}

async function takeBulletin(page, language) {
  const sidebar = page.frameLocator('.side-frame');
  await sidebar.locator('[data-action=bulletin-preview]').click();
  await sidebar.locator('[data-testid=document-preview]').scrollIntoViewIfNeeded();
  await take(page, 'bulletin', language);
}

/** The page behind a reminder's link, as a telephone shows it; its language is the workbook's. */
async function takeOrder(browser) {
  const messages = await (await fetch(`${workbench.url}/inbox/messages`)).json();
  const source = await fetch(`${workbench.url}/inbox/messages/${messages[0].id}/html`);
  const [link] = /https?:[^"\s]*\/order\?t=[^"\s]*/.exec(await source.text()) ?? [];
  if (link === undefined) throw new Error('The newest mail has no link for ordering.');
  const context = await browser.newContext({ viewport: { width: 390, height: 760 } });
  const page = await context.newPage();
  await page.goto(link);
  await take(page, 'order', 'zh-CN');
  await context.close();
}

async function showTab(page, title) {
  await page.waitForFunction(`lectern.tabs().includes(${JSON.stringify(title)})`);
  await page.evaluate(`lectern.select(${JSON.stringify(title)}, 'A1')`);
}

/** The screen in the hall; its language is the workbook's. */
async function takeSignIn(browser, language) {
  const page = await openPage(browser, '/', language);
  const sidebar = page.frameLocator('.side-frame');
  await sidebar.locator('[data-action=sign-in-make]').click();
  await page.waitForFunction(`${SIGN_IN} !== undefined`);
  await page.evaluate(`lectern.select(${SIGN_IN}, 'A5')`);
  await sidebar.locator('[data-action=sign-in-screen]').click();
  const link = sidebar.locator('[data-testid=screen-link]');
  const address = await link.getAttribute('href');
  await take(page, 'sign-in', language);
  await page.goto(address);
  await take(page, 'check-in', language);
  await page.context().close();
}

async function setClock(now) {
  const body = JSON.stringify({ now });
  const response = await fetch(`${workbench.url}/clock`, { method: 'PUT', body });
  if (!response.ok) throw new Error(await response.text());
}

async function sendNotice(browser, kind) {
  const page = await openPage(browser, '/', 'zh-CN');
  const sidebar = page.frameLocator('.side-frame');
  await sidebar.locator('[data-action=notice-kind]').selectOption(kind);
  await sidebar.locator('[data-action=notice-preview]').click();
  await sidebar.locator('[data-action=notice-send]').click();
  await sidebar.locator('[data-action=notice-send-confirm]').click();
  await page.locator('.inbox-button .badge').waitFor();
  await sidebar.locator('[data-action=attendance]:enabled').waitFor({ timeout: 120_000 });
  await page.context().close();
}

async function takeInbox(browser, language) {
  const page = await openPage(browser, '/inbox', language);
  await page.locator('.mail-item').first().click();
  await page.frameLocator('.mail-frame').locator('body').waitFor();
  await take(page, 'inbox', language);
  await page.context().close();
}

async function openPage(browser, path, language) {
  const context = await browser.newContext({
    locale: language,
    viewport: { width: 1440, height: 900 },
  });
  context.setDefaultTimeout(STEP_TIMEOUT);
  const page = await context.newPage();
  await page.goto(`${workbench.url}${path}?lang=${language}`);
  await page.waitForSelector('body[data-ready=true]');
  return page;
}

/** Waits until the page has read and drawn what was just written. */
async function take(page, name, language) {
  await page.waitForTimeout(2500);
  const path = join(PICTURES, `${name}.${language}.png`);
  await page.screenshot({ path });
  console.log(path);
}

async function browserLauncher() {
  const outfile = join(ROOT, 'dist/screenshots/browser.cjs');
  await build({
    absWorkingDir: ROOT,
    entryPoints: ['test/support/browser.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    packages: 'external',
  });
  return createRequire(import.meta.url)(outfile).launchBrowser;
}

async function startWorkbench() {
  const options = ['--port', '0', '--data', join(folder, 'workbook.json'), '--no-open'];
  const child = spawn(process.execPath, ['scripts/start.mjs', ...options], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  for await (const line of createInterface(child.stdout)) {
    const [, url] = /^Lectern is ready at (.*)\/$/.exec(line) ?? [];
    if (url !== undefined) return { url, stop: () => child.kill() };
  }
  throw new Error('The workbench did not start: run npm start to see why.');
}
