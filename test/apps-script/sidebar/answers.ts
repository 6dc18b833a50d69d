// Answers of the script and the functions, as a test wants to see them in the sidebar.
import type { CheckEntriesResponse } from '#core/contract/check-entries';
import type { DashboardWeek, Step } from '#core/contract/dashboard';
import type { RosterImportPreview } from '#core/contract/import-roster';
import type { Problem } from '#core/contract/problem';
import type { RenderedFinding } from '#core/contract/rendered-finding';
import type { NoticeProgressResponse } from '#core/contract/notice-progress';
import type { NoticePreview, NoticeSent } from '#core/contract/weekly-notice';
import { LEAVE_KIND_KEYS } from '#core/workbook/tabs/leave-kinds';
import { NOTICE_KIND_KEYS } from '#core/workbook/tabs/notice-kinds';
import type { SidebarStart } from '../../../apps-script/server/sidebar-calls';
import { textsIn } from '../../../apps-script/server/sidebar.texts';

export function aContext({
  language = 'zh-CN',
  ...changes
}: Partial<SidebarStart> = {}): SidebarStart {
  return {
    spreadsheetId: 'workbook-of-the-tests-0001',
    title: '周末讲堂 2026',
    language,
    texts: textsIn(language),
    noticeKinds: NOTICE_KIND_KEYS,
    leaveKinds: LEAVE_KIND_KEYS,
    userEmail: 'clerk@example.org',
    start: null,
    isCheckingEdits: false,
    ...changes,
  };
}

export function aFinding(changes: Partial<RenderedFinding> = {}): RenderedFinding {
  return {
    rule: 'V02',
    severity: 'error',
    tab: 'roster',
    tabTitle: '花名册',
    sheetId: 5,
    cell: 'C12',
    entry: 'P017',
    value: 'P017',
    message: '编号 P017 出现了两次。',
    suggestion: '换一个没有用过的编号。',
    accepted: null,
    fix: null,
    ...changes,
  };
}

export function aCheck(changes: Partial<CheckEntriesResponse> = {}): CheckEntriesResponse {
  return {
    counts: { error: 1, warning: 0, info: 0 },
    rows: 1842,
    marked: 1,
    notMarked: 0,
    findings: [aFinding()],
    notShown: 0,
    tab: { title: '校验结果', sheetId: 9 },
    ...changes,
  };
}

type Send = NoticeProgressResponse['sends'][number];

const SESSION = {
  id: 'S011',
  title: '第 11 期 基层治理',
  when: '2026年11月27日（星期五）下午3:00',
  venue: '区委党校报告厅',
};

export function aPreview(changes: Partial<NoticePreview> = {}): NoticePreview {
  return {
    action: 'preview',
    kind: 'weekly',
    occasion: SESSION,
    sessions: [],
    fingerprint: 'a'.repeat(64),
    messages: 2,
    recipients: [
      { memberId: 'P001', name: '王建国', address: 'p1@example.org' },
      { memberId: 'P002', name: '李秀英', address: 'p2@example.org' },
    ],
    skipped: [{ memberId: 'P003', name: '钱云', code: 'no-address', reason: '没有邮箱' }],
    findings: [],
    warnings: [],
    sample: aSample('p1@example.org', '王建国同志：'),
    ...changes,
  };
}

export function aSend(changes: Partial<Send> = {}): Send {
  return {
    kind: 'change',
    occasion: { id: SESSION.id, title: SESSION.title, when: SESSION.when },
    state: 'running',
    total: 300,
    sent: 118,
    failed: 2,
    unknown: 0,
    waiting: 180,
    ...changes,
  };
}

export function aSample(to: string, text: string): NonNullable<NoticePreview['sample']> {
  return { to, subject: '关于举办第 11 期讲座的通知', text, html: `<p>${text}</p>` };
}

export function aSending(changes: Partial<NoticeSent> = {}): NoticeSent {
  return {
    action: 'send',
    kind: 'weekly',
    occasion: SESSION,
    sent: 2,
    failed: [],
    unknown: [],
    skipped: [],
    waiting: 0,
    toRetry: 0,
    ...changes,
  };
}

export function aProblem(changes: Partial<Problem> = {}): Problem {
  return {
    type: 'about:blank',
    title: 'google unavailable',
    status: 503,
    code: 'google-unavailable',
    detail: 'Google 没有回应。',
    nextStep: '请稍后再试。',
    requestId: 'r-4f1c',
    ...changes,
  };
}

export function aStep(changes: Partial<Step> = {}): Step {
  return {
    key: 'leave',
    label: '请假',
    state: 'todo',
    stateLabel: '待办',
    words: '2 条待批',
    action: 'leave',
    target: { sheetId: 3, cell: 'I96' },
    ...changes,
  };
}

export function aWeek(changes: Partial<DashboardWeek> = {}): DashboardWeek {
  return {
    action: 'week',
    steps: [],
    role: 'clerk',
    sends: [],
    isDeploymentAdmin: false,
    ...changes,
  };
}

/** One entry in every list, and one question that is open. */
export function anImportPreview(changes: Partial<RosterImportPreview> = {}): RosterImportPreview {
  const person = { memberId: 'R002', name: '张伟', unit: '区住建局' };
  const cell = { label: '职务', before: '副局长', after: '局长' };
  const line = { row: 9, words: '合计：3人', why: '不是人员行' };
  return {
    action: 'preview',
    kind: 'roster',
    source: '旧花名册',
    sheets: [],
    headerRow: 2,
    columns: [
      { position: 0, letters: 'A', heading: '条线', sample: '', column: null, reason: null },
      {
        position: 1,
        letters: 'B',
        heading: '姓名',
        sample: '张伟',
        column: 'name',
        reason: 'heading',
      },
    ],
    choices: [
      { column: 'name', label: '姓名' },
      { column: 'unit', label: '单位' },
    ],
    missing: [],
    questions: [
      { row: 4, name: '李娜娜', about: '区教育局', candidates: [{ ...person, post: '局长' }] },
    ],
    unreadable: [{ row: 5, words: 'a@', why: '邮箱' }],
    notTaken: [line],
    day: '2026-03-02',
    units: [{ unit: '区数据局', people: 1, category: null }],
    categories: [{ category: 'department', label: '区直部门' }],
    added: [{ row: 6, memberId: 'R009', name: '钱进', words: '区数据局' }],
    changed: [{ ...person, cells: [cell] }],
    moved: [{ ...person, to: '区教育局', lastDay: '2026-03-01', cells: [cell] }],
    leaving: [{ ...person, lastDay: '2026-03-01', isChosen: false }],
    unchanged: 3,
    counts: {
      ...{ added: 1, changed: 1, moved: 1, leaving: 1 },
      ...{ questions: 1, unreadable: 1, notTaken: 1 },
    },
    canApply: false,
    fingerprint: 'a'.repeat(64),
    ...changes,
  };
}
