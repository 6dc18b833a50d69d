import { afterAll, beforeAll, describe, expect, it, test } from '@jest/globals';
import { openNotingHost, writeScript, type NotingHost, type ScriptFolder } from './script-project';

/** Scripts are given as text, so that each case shows what the script author wrote. */
/** Three of this letter in a pattern are the offset with a colon. */
const OFFSET = 'X'.repeat(3);

const CODE = `function run(code) { return new Function(code).call(this); }
function helper(text) { return text.toUpperCase(); }
function onEdited(e) { SpreadsheetApp.getActive().toast([e.range.getSheet().getName(), e.range.getA1Notation(),
  e.range.getRow(), e.range.getLastRow(), e.range.getColumn(), e.range.getLastColumn()].join(' '), '改'); }
function onEditedToo() { throw new Error('broken'); }`;
const TEMPLATE = `<p title="<?= title ?>"><? for (var i = 0; i < names.length; i++) { ?><b><?= names[i] ?></b><? } ?><?!= helper(raw); ?></p>`;

let script: ScriptFolder;
let host: NotingHost;

beforeAll(async () => {
  script = await writeScript({ 'main.js': CODE, 'page.html': TEMPLATE });
  host = await openNotingHost(script);
});
afterAll(async () => {
  await host.close();
  await script.remove();
});

const run = (code: string) => host.value('run', code);
const fail = (code: string) => host.failure('run', code);

describe('triggers', () => {
  const install = (name: string) =>
    run(
      `ScriptApp.newTrigger('${name}').forSpreadsheet(SpreadsheetApp.getActive()).onEdit().create();`,
    );

  it('run on an edit, one after the other, until they are deleted', async () => {
    await host.edited({ sheetId: 11, a1: 'B2' }, 'zh-CN');
    expect(host.toasts).toEqual([]);
    await install('onEditedToo');
    await install('onEdited');
    await host.edited({ sheetId: 11, a1: 'B5:D7' }, 'zh-CN');
    expect(host.toasts).toEqual(['改：花名册 B5:D7 5 7 2 4']);
    expect(host.printed.at(-1)).toContain('error: onEditedToo: Error: broken');
    expect(
      await run(`var all = ScriptApp.getUserTriggers(SpreadsheetApp.getActive());
        all.forEach(function (trigger) { ScriptApp.deleteTrigger(trigger); });
        return all.map(function (trigger) { return trigger.getHandlerFunction(); })
          .concat(ScriptApp.getProjectTriggers().length);`),
    ).toEqual(['onEditedToo', 'onEdited', 0]);
    await host.edited({ sheetId: 11, a1: 'B2' }, 'zh-CN');
    expect(host.toasts).toHaveLength(1);
  });

  it('other than on edits are not emulated', async () => {
    expect(await fail("ScriptApp.newTrigger('onEdited').timeBased()")).toContain('not emulated');
  });
});

describe('SpreadsheetApp', () => {
  it('knows the active spreadsheet and its sheets', async () => {
    expect(
      await run(`
        var book = SpreadsheetApp.getActiveSpreadsheet();
        return [book.getId(), book.getName(), book.getSpreadsheetLocale(), book.getSpreadsheetTimeZone(),
          book.getSheets().map(function (s) { return [s.getSheetId(), s.getName(), s.isSheetHidden()]; }),
          SpreadsheetApp.getActive().getSheetByName('花名册').getSheetId(),
          book.getSheetById(12).getSheetName(), book.getSheetByName('没有'), book.getSheetById(99)];`),
    ).toEqual([
      'the-spreadsheet-id-of-twenty-plus',
      '讲座工作簿',
      'zh_CN',
      'Asia/Shanghai',
      [
        [11, '花名册', false],
        [12, "王's 报表", true],
      ],
      11,
      "王's 报表",
      null,
      null,
    ]);
  });

  test.each([
    ["book.getSheetById(11).getRange('C4').activate()", 11, 'C4'],
    ["book.setActiveRange(book.getRange('花名册!B2:D9'))", 11, 'B2:D9'],
    ["SpreadsheetApp.setActiveRange(book.getRange(\"'王''s 报表'!A:C\"))", 12, 'A:C'],
    ['book.getSheetById(12).getRange(3, 28).activate()', 12, 'AB3'],
    ['book.getSheetById(12).getRange(3, 26, 2, 3).activate()', 12, 'Z3:AB4'],
    ['book.setActiveSheet(book.getSheetById(12))', 12, 'A1'],
  ])('%s selects in the page', async (code, sheetId, a1) => {
    await run(`var book = SpreadsheetApp.getActive(); ${code};`);
    expect(host.selected.at(-1)).toEqual({ sheetId, a1 });
  });

  test.each(['nowhere!A1', '花名册!A0', '花名册', "'花名册'!A1 B2", '花名册!'])(
    'has no range %s',
    async (address) => {
      const code = `SpreadsheetApp.getActive().getRange(${JSON.stringify(address)}).activate()`;
      expect(await fail(code)).toMatch(/^Range not found: /);
    },
  );

  it('notes menus and the sidebar, and answers OK to an alert', async () => {
    const outcome = await host.run({
      functionName: 'run',
      args: [
        `var ui = SpreadsheetApp.getUi();
         ui.createMenu('讲台').addItem('校验', 'check').addSeparator()
           .addSubMenu(ui.createMenu('更多').addItem('设置', 'setUp')).addToUi();
         ui.showSidebar(HtmlService.createHtmlOutput('<p>').append('好').setTitle('讲台').setWidth(300));
         return ui.alert('标题', '正文', ui.ButtonSet.OK) === ui.Button.OK;`,
      ],
      language: 'zh-CN',
    });
    expect(outcome).toEqual({
      result: { ok: true, value: true },
      functions: ['run', 'helper', 'onEdited', 'onEditedToo'],
      sidebar: { title: '讲台', html: '<p>好' },
      menus: [
        {
          title: '讲台',
          entries: [
            { kind: 'item', title: '校验', functionName: 'check' },
            { kind: 'separator' },
            {
              kind: 'menu',
              menu: {
                title: '更多',
                entries: [{ kind: 'item', title: '设置', functionName: 'setUp' }],
              },
            },
          ],
        },
      ],
    });
    expect(host.printed).toContain('log: alert: 标题 · 正文 · OK');
  });
});

describe('HtmlService', () => {
  it('evaluates a template: code, escaped values, raw values', async () => {
    expect(
      await run(`
        var template = HtmlService.createTemplateFromFile('page');
        template.title = '"a" & <b>'; template.names = ['甲', '<乙>']; template.raw = '<i>';
        return template.evaluate().getContent();`),
    ).toBe('<p title="&quot;a&quot; &amp; &lt;b&gt;"><b>甲</b><b>&lt;乙&gt;</b><I></p>');
  });

  it('reads a file as it is, with or without its ending', async () => {
    expect(await run("return HtmlService.createHtmlOutputFromFile('page').getContent()")).toBe(
      TEMPLATE,
    );
    expect(
      await run("return HtmlService.createTemplateFromFile('page.html').getRawContent()"),
    ).toBe(TEMPLATE);
    expect(await fail("HtmlService.createHtmlOutputFromFile('other')")).toBe(
      'No HTML file named other was found.',
    );
  });
});

describe('identity and session', () => {
  it('tell who is at work, in which language, with a token', async () => {
    expect(
      await run(`return [ScriptApp.getIdentityToken(), Session.getActiveUser().getEmail(),
        Session.getEffectiveUser().getEmail(), Session.getActiveUserLocale(), Session.getScriptTimeZone()]`),
    ).toEqual([
      'the.identity.token',
      'clerk@example.org',
      'clerk@example.org',
      'zh-CN',
      'Asia/Shanghai',
    ]);
  });
});

describe('PropertiesService and CacheService', () => {
  it('keep properties from one call to the next, each scope for itself', async () => {
    await run(`
      var user = PropertiesService.getUserProperties();
      user.setProperty('a', 1).setProperties({ b: true, c: 'x' }).deleteProperty('c');`);
    expect(
      await run(`
        var user = PropertiesService.getUserProperties();
        return [user.getProperties(), user.getKeys(), user.getProperty('c'),
          PropertiesService.getDocumentProperties().getProperties(),
          PropertiesService.getScriptProperties().getProperty('LECTERN_API_URL')];`),
    ).toEqual([{ a: '1', b: 'true' }, ['a', 'b'], null, {}, 'http://127.0.0.1:1/functions/api']);
    await run('PropertiesService.getUserProperties().deleteAllProperties()');
    expect(await run('return PropertiesService.getUserProperties().getProperties()')).toEqual({});
  });

  it('forget a cached value when its time is over or it is removed', async () => {
    await run(`
      var cache = CacheService.getUserCache();
      cache.put('kept', 'a'); cache.put('over', 'b', 0); cache.put('removed', 'c', 60); cache.remove('removed');`);
    expect(
      await run(`
        var cache = CacheService.getUserCache();
        return [cache.get('kept'), cache.get('over'), cache.get('removed'), cache.get('never'),
          CacheService.getScriptCache().get('kept')];`),
    ).toEqual(['a', null, null, null, null]);
  });
});

describe('LockService', () => {
  const hold = (ms: number) =>
    `var lock = LockService.getScriptLock(); lock.waitLock(10000); Utilities.sleep(${ms}); return lock.hasLock();`;

  it('lets one call at a time through and passes the lock on at the end of a call', async () => {
    expect(await Promise.all([run(hold(100)), run(hold(100)), run(hold(100))])).toEqual([
      true,
      true,
      true,
    ]);
  });

  it('reports a call that timed out', async () => {
    await run("PropertiesService.getScriptProperties().deleteProperty('held')");
    const holder = run(`
      LockService.getDocumentLock().waitLock(0);
      PropertiesService.getScriptProperties().setProperty('held', 'yes');
      while (PropertiesService.getScriptProperties().getProperty('held') === 'yes') Utilities.sleep(10);`);
    const attempt = `
      while (PropertiesService.getScriptProperties().getProperty('held') !== 'yes') Utilities.sleep(10);
      var lock = LockService.getDocumentLock();`;
    expect(await run(`${attempt} return [lock.tryLock(30), lock.hasLock()]`)).toEqual([
      false,
      false,
    ]);
    expect(await fail(`${attempt} lock.waitLock(30)`)).toMatch(/^Lock timeout/);
    expect(await run(`${attempt} return LockService.getUserLock().tryLock(0)`)).toBe(true);
    await run("PropertiesService.getScriptProperties().setProperty('held', 'no')");
    await holder;
    expect(await run('return LockService.getDocumentLock().tryLock(0)')).toBe(true);
  });

  it('can be given back in the middle of a call', async () => {
    expect(
      await run(`
        var lock = LockService.getScriptLock();
        lock.tryLock(0); lock.releaseLock();
        return [lock.hasLock(), lock.tryLock(0), lock.hasLock()];`),
    ).toEqual([false, true, true]);
  });
});

describe('Utilities', () => {
  test.each([
    ['yyyy-MM-dd HH:mm:ss.SSS', '2026-03-06 05:07:09.042'],
    ["yyyy'年'M'月'd'日' H:mm", '2026年3月6日 5:07'],
    ["yy/MM/dd EEE 'o''clock' ''", "26/03/06 Fri o'clock '"],
    [`yyyy-MM-dd'T'HH:mm:ss${OFFSET}`, '2026-03-06T05:07:09+08:00'],
    ['HH:mm Z', '05:07 +0800'],
  ])('formats a date by %s', async (pattern, expected) => {
    const code = `return Utilities.formatDate(new Date('2026-03-05T21:07:09.042Z'), 'Asia/Shanghai', ${JSON.stringify(pattern)})`;
    expect(await run(code)).toBe(expected);
  });

  it('says which pattern it does not know', async () => {
    expect(await fail("Utilities.formatDate(new Date(0), 'UTC', 'yyyy-ww')")).toBe(
      'not emulated: Utilities.formatDate pattern ww',
    );
    expect(await run(`return Utilities.formatDate(new Date(0), 'UTC', 'HH:mm${OFFSET}')`)).toBe(
      '00:00Z',
    );
  });

  it('encodes and decodes base64 with signed bytes', async () => {
    expect(
      await run(`return [Utilities.base64Encode('讲台?>'), Utilities.base64EncodeWebSafe('讲台?>'),
        Utilities.base64Encode([-1, 0, 127]), Utilities.base64Decode('/wB/'), Utilities.base64DecodeWebSafe('_wB_')]`),
    ).toEqual(['6K6y5Y+wPz4=', '6K6y5Y-wPz4=', '/wB/', [-1, 0, 127], [-1, 0, 127]]);
  });

  it('makes a different id each time', async () => {
    const ids = (await run('return [Utilities.getUuid(), Utilities.getUuid()]')) as string[];
    expect(ids[0]).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(ids[0]).not.toBe(ids[1]);
  });
});

describe('what is not emulated', () => {
  test.each([
    ["SpreadsheetApp.openById('x')", 'SpreadsheetApp.openById'],
    ["SpreadsheetApp.getActive().getRange('花名册!A1').getValues()", 'Range.getValues'],
    ["GmailApp.sendEmail('a', 'b', 'c')", 'GmailApp.sendEmail'],
    ['ScriptApp.getOAuthToken()', 'ScriptApp.getOAuthToken'],
    [
      "UrlFetchApp.fetch('http://127.0.0.1/', { escaping: false })",
      'UrlFetchApp.fetch option escaping',
    ],
    ['SpreadsheetApp.getUi().Button.MAYBE', 'Button.MAYBE'],
    ['return SpreadsheetApp.flush', 'SpreadsheetApp.flush'],
    ['Session.user = 1', 'setting Session.user'],
  ])('%s says so', async (code, what) => {
    expect(await fail(code)).toBe(`not emulated: ${what}`);
  });
});

describe('Logger and console', () => {
  it('print to the terminal', async () => {
    await run("Logger.log('一'); console.info('二', { a: 1 }); console.error('三');");
    expect(host.printed.slice(-3)).toEqual(['log: 一', 'log: 二 { a: 1 }', 'error: 三']);
  });
});
