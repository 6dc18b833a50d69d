// Who may do what: every function and every one of its actions, called by every role.
import { describe, expect, test } from '@jest/globals';
import { FUNCTIONS, ROLE_NAMES, type FunctionName, type Role } from '#core/contract/functions';
import { anApplication, type TestApplication } from '#test/support/application';
import { aMember, aSession, aSpeaker } from '#test/support/builders/rows';
import { aWorkbook } from '#test/support/builders/tables';
import { WORKBOOK_ID } from '#test/support/in-memory-workbook';

const FINGERPRINT = 'a'.repeat(64);

const ASK = {
  action: 'ask',
  member: 'R001',
  kind: 'personal',
  reason: '家中有事',
  from: '2026-03-06',
  to: '2026-03-06',
  write: false,
};

/** One request of each action; the least role that may make it. A function without actions has one request. */
const CALLS: Readonly<Record<FunctionName, readonly (readonly [Role, object])[]>> = {
  setUpWorkbook: [['admin', {}]],
  startYear: [
    ['admin', { action: 'preview', source: 'x' }],
    ['admin', { action: 'apply', source: 'x', fingerprint: FINGERPRINT }],
  ],
  checkEntries: [['clerk', {}]],
  checkRows: [['clerk', { sheetId: 1, firstRow: 2, lastRow: 2 }]],
  applySuggestions: [
    ['clerk', { choices: [{ tab: 'schedule', cell: 'A2', before: '', after: 'x' }] }],
  ],
  dashboard: [
    ['viewer', { action: 'week' }],
    ['viewer', { action: 'figures' }],
    ['clerk', { action: 'write' }],
    ['clerk', { action: 'link' }],
  ],
  attendanceReport: [
    ['clerk', {}],
    ['clerk', { action: 'write' }],
    ['viewer', { action: 'read' }],
  ],
  absenceFollowUp: [
    ['clerk', { action: 'preview' }],
    ['clerk', { action: 'send', sessionId: 'S01', absence: FINGERPRINT }],
  ],
  importRows: [
    ['clerk', { action: 'sources' }],
    ['clerk', { action: 'preview', kind: 'roster', source: { from: 'tab', sheetId: 1 } }],
    [
      'clerk',
      {
        action: 'apply',
        kind: 'roster',
        source: { from: 'tab', sheetId: 1 },
        fingerprint: FINGERPRINT,
      },
    ],
  ],
  hoursLedger: [
    ['clerk', {}],
    ['clerk', { action: 'write' }],
    ['viewer', { action: 'read' }],
  ],
  budgetReport: ['execution', 'settlement', 'year'].flatMap((report) => [
    ['clerk', { report }] as const,
    ['clerk', { report, action: 'write' }] as const,
    ['viewer', { report, action: 'read' }] as const,
  ]),
  lectureFees: [
    ['viewer', { action: 'preview' }],
    ['clerk', { action: 'sheet' }],
    ['clerk', { action: 'confirm', sessionId: 'S01', fingerprint: FINGERPRINT }],
  ],
  evaluationReport: [['clerk', {}]],
  bulletin: [['viewer', { length: 'month' }]],
  topicOrders: [
    ['clerk', { action: 'look' }],
    [
      'clerk',
      { action: 'adopt', wishId: 'W01', wish: '低空经济', title: '低空经济', source: 'local' },
    ],
  ],
  topicRanking: [['clerk', {}]],
  planQuarter: [
    ['viewer', { action: 'preview', from: '2026-04-01', to: '2026-06-30' }],
    ['clerk', { action: 'write', from: '2026-04-01', to: '2026-06-30' }],
    ['clerk', { action: 'accept' }],
  ],
  yearPlan: [['clerk', {}]],
  activityPlan: [['viewer', {}]],
  speakerCard: [
    ['viewer', { action: 'card' }],
    ['clerk', { action: 'usage' }],
  ],
  signInSheet: [
    ['clerk', { action: 'make' }],
    ['clerk', { action: 'screen' }],
    ['clerk', { action: 'close' }],
  ],
  leaveRegister: [
    ['viewer', { action: 'list' }],
    ['viewer', { action: 'find', wanted: 'S01' }],
    ['clerk', { action: 'decide', leaveId: 'L001', event: 'cancel' }],
    ['clerk', { action: 'decideMany', decisions: [{ leaveId: 'L001', event: 'cancel' }] }],
    ['clerk', ASK],
    ['clerk', { action: 'apply' }],
    ['clerk', { action: 'report' }],
  ],
  weeklyNotice: [
    ['clerk', { action: 'preview' }],
    ['clerk', { action: 'test', occasionId: 'S01' }],
    ['clerk', { action: 'send', occasionId: 'S01', fingerprint: FINGERPRINT }],
    ['clerk', { action: 'continue', occasionId: 'S01' }],
    ['clerk', { action: 'resolve', occasionId: 'S01', memberIds: ['R001'], as: 'sent' }],
  ],
  noticeProgress: [['viewer', {}]],
  runDue: [['clerk', {}]],
  rollUp: [['clerk', {}]],
};

const aBook = (): TestApplication =>
  anApplication(
    aWorkbook({
      roles: ROLE_NAMES.map((role) => ({ email: `${role}@example.org`, role })),
      roster: [aMember()],
      speakers: [aSpeaker()],
      schedule: [aSession()],
    }),
  );

/** Whether the role lets the call through; what it then finds or lacks is not asked here. */
async function mayCall(name: FunctionName, request: object, email: string): Promise<boolean> {
  const app = aBook();
  const failure = await app.call(name, request as never, email).then(
    () => null,
    (error: unknown) => error as { readonly refusal?: string },
  );
  return failure?.refusal !== 'roleTooLow';
}

const CASES = Object.entries(CALLS).flatMap(([name, calls]) =>
  calls.flatMap(([least, request]) =>
    ROLE_NAMES.map((role) => ({
      name: name as FunctionName,
      request,
      role,
      isAllowed: ROLE_NAMES.indexOf(role) >= ROLE_NAMES.indexOf(least),
    })),
  ),
);

describe('each function and action', () => {
  test.each(CASES)('$name $request is open to a $role: $isAllowed', async (one) => {
    expect(await mayCall(one.name, one.request, `${one.role}@example.org`)).toBe(one.isAllowed);
  });

  test.each(Object.keys(CALLS) as FunctionName[])('%s is closed to strangers', async (name) => {
    const [[, request] = ['', {}]] = CALLS[name];
    expect(await mayCall(name, request, 'stranger@example.org')).toBe(false);
  });
});

test.each(CASES.filter(({ role }) => role === 'admin'))(
  '$name takes $request',
  ({ name, request }) => {
    const body = { spreadsheetId: WORKBOOK_ID, ...request };
    expect(FUNCTIONS[name].request.safeParse(body).error?.issues).toBeUndefined();
  },
);

test('the table above has every action', () => {
  const known = Object.entries(CALLS).map(([name, calls]) => [
    name,
    [...new Set(calls.flatMap(([, request]) => ('action' in request ? [request.action] : [])))],
  ]);
  const declared = Object.entries(FUNCTIONS).map(([name, { request }]) => [
    name,
    actionsOf(request),
  ]);
  const sorted = (list: unknown[][]): unknown =>
    list.map(([name, all]) => [name, [...(all as string[])].sort()]).sort();
  expect(sorted(known)).toEqual(sorted(declared));
});

/** The words a request's schema takes as its action. */
function actionsOf(schema: unknown): string[] {
  const { options, shape } = schema as {
    readonly options?: readonly unknown[];
    readonly shape?: Readonly<Record<string, unknown>>;
  };
  if (options && !shape) return [...new Set(options.flatMap(actionsOf))];
  return literalsOf(shape?.['action']);
}

function literalsOf(field: unknown): string[] {
  if (field === undefined) return [];
  const { def } = field as {
    readonly def: { values?: string[]; entries?: Record<string, string>; innerType?: unknown };
  };
  if (def.innerType !== undefined) return literalsOf(def.innerType);
  return def.values ?? Object.values(def.entries ?? {});
}

describe('a viewer’s calls', () => {
  const calls = CASES.filter(({ role, isAllowed }) => role === 'viewer' && isAllowed);
  test.each(calls)('$name $request writes nothing and sends nothing', async ({ name, request }) => {
    const app = aBook();
    await app.call(name, request as never, 'viewer@example.org').catch(() => null);
    expect([app.workbook.applied, app.mailer.mails]).toEqual([[], []]);
  });
});
