import { afterAll, describe, expect, it, test } from '@jest/globals';
import { buildProject } from '../built-project';
import { runScript, WORKBOOK_ID } from '../fake-google';

const project = buildProject();
afterAll(() => project.remove());
const code = project.read('main.js');

describe('the menu', () => {
  test.each([
    [
      'zh_CN',
      '讲台 Lectern',
      ['打开侧边栏', '校验录入内容', '录入时自动校验（开/关）', '关于与帮助'],
    ],
    [
      'zh_TW',
      '講台 Lectern',
      ['開啟側邊欄', '檢核輸入內容', '輸入時自動檢核（開/關）', '關於與說明'],
    ],
    [
      'zh_HK',
      '講台 Lectern',
      ['開啟側邊欄', '檢核輸入內容', '輸入時自動檢核（開/關）', '關於與說明'],
    ],
    [
      'en_GB',
      'Lectern 讲台',
      ['Open sidebar', 'Check entries', 'Check while typing (on/off)', 'About and help'],
    ],
    [
      'fr',
      'Lectern 讲台',
      ['Open sidebar', 'Check entries', 'Check while typing (on/off)', 'About and help'],
    ],
  ])('is labelled for the locale %s', (locale, title, labels) => {
    const { call, recorded } = runScript(code, { locale });
    call('onOpen');
    expect(recorded.menus.map((menu) => menu.title)).toEqual([title]);
    expect(recorded.menus[0]?.items.map((item) => item.label)).toEqual(labels);
  });

  it('runs functions that the script has', () => {
    const { call, recorded } = runScript(code);
    call('onOpen');
    const runs = recorded.menus.flatMap(({ items }) => items.map(({ run }) => run));
    expect(runs).toEqual([
      'showSidebar',
      'showSidebarAndCheck',
      'toggleCheckingEdits',
      'showAbout',
    ]);
    expect(runs.filter((run) => !code.includes(`function ${run}(`))).toEqual([]);
  });

  it('is made before anybody has allowed the script anything', () => {
    const { call, recorded } = runScript(code, { authMode: 'NONE' });
    call('onOpen');
    expect(recorded.menus).toHaveLength(1);
    expect(() => call('getContext')).toThrow('permission');
  });

  it('is there right after installing', () => {
    const { call, recorded } = runScript(code);
    call('onInstall');
    expect(recorded.menus).toHaveLength(1);
  });

  it('opens the sidebar', () => {
    const { call, recorded } = runScript(code, { locale: 'en' });
    call('showSidebar');
    expect(recorded.sidebars).toEqual([{ file: 'sidebar', title: 'Lectern 讲台' }]);
  });

  it('has the next sidebar, and only that one, start with a check', () => {
    const { call, recorded } = runScript(code);
    expect(call('getContext')).toMatchObject({ start: null });
    call('showSidebarAndCheck');
    expect(recorded.sidebars).toHaveLength(1);
    expect(call('getContext')).toMatchObject({ start: 'check' });
    expect(call('getContext')).toMatchObject({ start: null });
  });

  it('shows version, account and service address', () => {
    const { call, recorded } = runScript(code, { locale: 'en' });
    call('showAbout');
    const { text } = recorded.alerts[0]!;
    expect(text).toMatch(/Version: \d+\.\d+\.\d+/);
    expect(text).toContain('Account: clerk@example.org');
    expect(text).toContain('Service address: https://api-1234.a.run.app');
  });

  it('says when the service address is not set', () => {
    const { call, recorded } = runScript(code, { locale: 'en', properties: {} });
    call('showAbout');
    expect(recorded.alerts[0]?.text).toContain('Service address: not set yet');
  });
});

describe('the context', () => {
  it('gives the sidebar the workbook, the user and the language', () => {
    const { call } = runScript(code, { locale: 'zh_TW' });
    expect(call('getContext')).toEqual({
      spreadsheetId: WORKBOOK_ID,
      title: '周末讲堂 2026',
      language: 'zh-TW',
      texts: expect.objectContaining({ 'check.title': '檢核輸入', 'kind.weekly': '上課通知' }),
      noticeKinds: expect.arrayContaining(['weekly', 'summary']),
      leaveKinds: ['official', 'sick', 'personal'],
      userEmail: 'clerk@example.org',
      start: null,
      isCheckingEdits: false,
    });
  });
});

describe('goToCell', () => {
  it('selects the cell on its tab', () => {
    const { call, recorded } = runScript(code);
    expect(call('goToCell', 7, 'C12')).toBe(true);
    expect(recorded.selected).toEqual(['7', '7!C12']);
  });

  it('opens the tab when there is no cell', () => {
    const { call, recorded } = runScript(code);
    expect(call('goToCell', 7, null)).toBe(true);
    expect(recorded.selected).toEqual(['7']);
  });

  it('says when the tab is no longer there', () => {
    const { call, recorded } = runScript(code);
    expect(call('goToCell', 99, 'A1')).toBe(false);
    expect(recorded.selected).toEqual([]);
  });
});
