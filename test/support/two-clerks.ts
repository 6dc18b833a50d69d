// Two at one workbook on a Sheets server: Lectern at work, and a clerk who edits rows between its read and its write.
import { googleWorkbook } from '#functions/adapters/google-sheets/google-workbook';
import { SETTING_DECLARATIONS } from '#core/workbook/read/settings';
import type { SheetsRequest } from '#functions/adapters/google-clients';
import { AppError } from '#functions/errors';
import type { BallotClaims } from '#functions/ports/ballots';
import type { WorkbookPort } from '#functions/ports/workbook';
import { addDays, toClockTime, toDay } from '#core/calendar/day';
import { writeSealedText } from '#core/evaluation/answer';
import { planSetUp } from '#core/set-up/plan-set-up';
import { placeOf } from '#core/workbook/snapshot';
import type { Tab, TabRow } from '#core/workbook/tab';
import { TAB_KEYS, type TabKey } from '#core/workbook/tab-keys';
import { TABS } from '#core/workbook/tabs/index';
import { declaredPositions, writeRow } from '#core/workbook/write/write-row';
import { OWN_ID } from '#functions/adapters/google-sheets/metadata-keys';
import { ADMIN, anApplication, AUDIENCE, CLERK, type TestApplication } from './application';
import {
  aBudgetLine,
  aLeave,
  aMark,
  aMember,
  anApprover,
  anExpense,
  anOrder,
  aSession,
  aSpeaker,
  aStandard,
  aTopic,
  aStatus,
} from './builders/rows';
import { typeCells } from './clerk-edits';
import type { LocalSheets } from './local-sheets';

const ROWS = 90;
const LEDGER = {
  sessionId: 'S01',
  kind: 'weekly',
  recipient: 'a@example.org',
  reason: null,
  messageId: 'm',
  draftId: null,
  told: null,
  contentHash: null,
  issued: null,
  sequence: 0,
  attempts: 1,
  updatedAt: '2026-03-02T01:00:00.000Z',
};
export const MEMBERS = ['周文远', '沈国栋', '范立城', '柳叶青', '甄若谷', '梁书宁'];

/** Friday 13 March 2026, ten minutes before the second session: the first was held a week ago. */
export const NOW = '2026-03-13T06:20:00Z';

type Filled = { readonly [Key in TabKey]?: readonly object[] };

/** Neither encrypted nor of one workbook, so that a copy gets the same however often it is decided. */
const SEALS = {
  ballot: ({ sessionId, memberId }: BallotClaims) => `ballot ${sessionId} ${memberId}`,
  seal: (answer: string) => `sealed ${answer}`,
  open: (words: string) => words.slice(7),
};

const ENTRIES: Filled = {
  roles: [{ email: CLERK.email, role: 'clerk' }],
  statuses: [
    aStatus(),
    aStatus({ code: 'late', label: '迟到' }),
    aStatus({ code: 'official', label: '公差', credit: 0, treatment: 'excused' }),
    aStatus({ code: 'sick', label: '病假', credit: 0 }),
    aStatus({ code: 'personal', label: '事假', credit: 0 }),
    aStatus({ code: 'absent', label: '缺席', credit: 0 }),
  ],
  standards: [
    aStandard(),
    aStandard({ item: 'halfDayHours', scope: null, value: 4, unit: '学时' }),
  ],
  roster: MEMBERS.map((name, index) =>
    aMember({
      id: `R00${index + 1}`,
      name,
      personOrder: index + 1,
      email: `r00${index + 1}@example.org`,
      phone: `000-0000-000${index + 1}`,
      post: index === 0 ? '区委书记' : null,
    }),
  ),
  speakers: [
    aSpeaker(),
    aSpeaker({ id: 'T02', name: '许知行', email: 't02@example.org' }),
    aSpeaker({ id: 'T03', name: '叶清和', email: 't03@example.org', field: '财政' }),
    aSpeaker({ id: 'T04', name: '方以宁', email: 't04@example.org', field: '分配' }),
  ],
  // Two are ticked; of the others P03 finds nobody any more, P04 is proposed again for another day, and P05 is new.
  proposals: ['P01', 'P02', 'P03', 'P04'].map((topicId, index) => ({
    id: `R00${index + 1}`,
    accept: index < 2 ? true : null,
    date: addDays(toDay('2026-04-17'), index * 7),
    start: toClockTime('14:30'),
    end: toClockTime('17:00'),
    topicId,
    title: `专题${topicId}`,
    speakerId: 'T02',
    venue: '区委礼堂',
    taughtHours: 3,
    creditedHours: 3,
    planNumber: '区组培〔2026〕1号',
  })),
  schedule: [
    aSession({ state: 'held' }),
    aSession({ id: 'S02', number: 2, date: toDay('2026-03-13'), title: '数字政府' }),
    aSession({ id: 'S03', number: 3, date: toDay('2026-03-20'), title: '依法行政' }),
  ],
  attendance: [
    aMark(),
    aMark({ memberId: 'R002', status: '缺席' }),
    aMark({ memberId: 'R003', status: '迟到', remark: '十分钟' }),
    aMark({ memberId: 'R004', status: '缺席' }),
    aMark({ sessionId: 'S02', memberId: 'R006', status: '出勤' }),
  ],
  leave: [
    aLeave({ memberId: 'R002', decision: 'pending', approver: null, decidedOn: null }),
    aLeave({ id: 'L002', sessionId: 'S02', memberId: 'R003', reason: '出差' }),
    aLeave({
      id: null,
      memberId: 'R004',
      decision: 'pending',
      approver: null,
      decidedOn: null,
      reason: '就医',
    }),
    aLeave({ id: 'L004', sessionId: 'S03', memberId: 'R005', reason: '外出考察' }),
  ],
  approvers: [anApprover({ approver: '区委书记' })],
  budget: [aBudgetLine()],
  expenses: [
    anExpense({
      id: 'E001',
      head: 'venue',
      payee: '礼堂',
      net: null,
      gross: null,
      tax: null,
      sessionId: null,
    }),
    anExpense({
      id: 'E002',
      head: 'materials',
      payee: '印刷社',
      net: null,
      gross: null,
      tax: null,
      sessionId: null,
    }),
  ],
  topics: [
    aTopic(),
    aTopic({ id: 'P02', title: '依法治区' }),
    aTopic({ id: 'P03', title: '文旅融合', source: 'local' }),
    aTopic({ id: 'P04', title: '收入分配', speakerId: 'T04' }),
    aTopic({ id: 'P05', title: '财政改革', speakerId: 'T03' }),
  ],
  orders: [
    anOrder({ memberId: 'R002', topicId: 'P01', date: toDay('2026-03-03') }),
    anOrder({ memberId: 'R001', topicId: 'P01', date: toDay('2026-03-03') }),
    anOrder({ memberId: 'R001', topicId: 'P02', date: toDay('2026-03-03'), priority: 2 }),
  ],
  wishes: [
    { id: 'W001', memberId: 'R003', wish: '低空经济', date: toDay('2026-03-03') },
    { id: 'W002', memberId: 'R001', wish: '数据安全', date: toDay('2026-03-04') },
  ],
  // The evaluation of S01 is open: as many have answered as are needed.
  evaluations: ([5, 4, 3, 2, 1] as const).map((score) => ({
    sessionId: 'S01',
    sealed: SEALS.seal(
      writeSealedText({
        answer: { scores: [score, score, score, score, 5], comment: null },
        least: 5,
      }),
    ),
  })),
  ballots: ['S01', 'S01', 'S01', 'S01', 'S01', 'S02'].map((sessionId, at) => ({
    sessionId,
    ballot: `A ballot ${at}`,
  })),
  replies: [
    {
      sessionId: 'S03',
      memberId: 'R001',
      answer: 'attend',
      reason: null,
      at: '2026-03-12T01:00:00.000Z',
    },
  ],
  notices: ['R001', 'R002', 'R003'].map((memberId) => ({
    ...LEDGER,
    memberId,
    key: `old|S01|weekly|${memberId}`,
    state: memberId === 'R002' ? 'unknown' : 'sent',
  })),
};

/** A round of orders that is on. */
export const ROUND = { ordersOpen: '2026-03-02', ordersClose: '2026-03-20' };

/** A set-up workbook with these entries, one of them mistyped, a clerk's own column, reports with notes beside them, a sign-in sheet. */
export async function prepareBase(sheets: LocalSheets): Promise<string> {
  const id = await sheets.create();
  const port = googleWorkbook(() => sheets.client);
  const blank = await port.read(id, TAB_KEYS);
  const plan = planSetUp(blank, { language: 'zh-CN', admins: [ADMIN.email] });
  await port.apply(
    blank,
    plan.changes.map((change) =>
      change.kind === 'createTab'
        ? { ...change, rowCount: ROWS, columnCount: change.columnCount + 2 }
        : change,
    ),
  );
  const snapshot = await port.read(id, TAB_KEYS);
  const fill = (key: TabKey, rows: readonly object[]) => ({
    kind: 'writeCells' as const,
    sheetId: placeOf(snapshot, key)?.sheetId ?? -1,
    firstRow: 1,
    firstColumn: 0,
    rows: rows.map((row) =>
      writeRow(
        TABS[key] as Tab,
        row as Partial<TabRow<Tab>>,
        declaredPositions(TABS[key]),
        'zh-CN',
      ),
    ),
  });
  await port.apply(snapshot, [
    ...TAB_KEYS.flatMap((key) => (ENTRIES[key] ? [fill(key, ENTRIES[key])] : [])),
    ...Object.entries(ROUND).map(([name, value]) => ({
      kind: 'writeCells' as const,
      sheetId: placeOf(snapshot, 'settings')?.sheetId ?? -1,
      // Set-up writes one row for each setting, below the header.
      firstRow: 1 + Object.keys(SETTING_DECLARATIONS).indexOf(name),
      firstColumn: 1,
      rows: [[value]],
    })),
  ]);
  const app = applicationOn(port, id);
  await app.call('attendanceReport', { spreadsheetId: id });
  await app.call('hoursLedger', { spreadsheetId: id });
  await app.call('leaveRegister', { spreadsheetId: id, action: 'report' });
  await app.call('budgetReport', { spreadsheetId: id, report: 'execution' });
  await app.call('signInSheet', { spreadsheetId: id, action: 'make', sessionId: 'S02' });
  // Set-up has something to add: a column that older workbooks lack.
  const before = await port.read(id, []);
  const range = {
    sheetId: placeOf(before, 'leave')?.sheetId ?? -1,
    dimension: 'COLUMNS',
    startIndex: Object.keys(TABS.leave.columns).indexOf('decidedAt'),
    endIndex: Object.keys(TABS.leave.columns).indexOf('decidedAt') + 1,
  };
  await edit(sheets, id, [{ deleteDimension: { range } }]);
  const { places } = await port.read(id, []);
  const own = ['attendance', 'leave', 'schedule', 'notices'].map((key) => ({
    sheetId: placeOf({ places }, key)?.sheetId ?? -1,
    column: Object.keys(TABS[key as TabKey].columns).length,
    values: ['自用', '甲', '乙', '', '丙'],
    row: 0,
  }));
  const beside = places
    .filter(({ key }) => key?.startsWith('report-'))
    .map(({ sheetId, layout, rowCount }) => ({
      sheetId,
      column: Number(layout),
      values: ['', '谈过', '待谈', '', '已报'].slice(0, rowCount - 3),
      row: 3,
    }));
  const expenses = placeOf({ places }, 'expenses')?.sheetId ?? -1;
  await edit(sheets, id, [
    ...[...own, ...beside].map(({ sheetId, column, values, row }) =>
      typeCells(
        sheetId,
        row,
        column,
        values.map((value) => [value]),
      ),
    ),
    typeCells(expenses, 2, 1, [['2026年3月9日']]),
  ]);
  return id;
}

export function applicationOn(
  workbook: WorkbookPort,
  id: string,
  mailer?: Parameters<typeof anApplication>[1],
): TestApplication {
  const app = anApplication(
    {},
    {
      ...mailer,
      workbooks: new Map([[id, [AUDIENCE]]]),
      // Nothing takes time, so that the same is written whenever it is decided.
      between: (ports) => ({
        ...ports,
        workbook,
        ballots: SEALS,
        pause: () => Promise.resolve(),
      }),
    },
  );
  app.setNow(NOW);
  return app;
}

export function edit(
  { client }: LocalSheets,
  spreadsheetId: string,
  requests: readonly SheetsRequest[],
): Promise<unknown> {
  if (requests.length === 0) return Promise.resolve();
  return client.spreadsheets.batchUpdate({
    spreadsheetId,
    requestBody: { requests: [...requests] },
  });
}

export async function copyOf({ rootUrl, client }: LocalSheets, id: string): Promise<string> {
  const answer = await fetch(`${rootUrl}drive/v3/files/${id}/copy`, {
    method: 'POST',
    headers: { authorization: 'Bearer local', 'content-type': 'application/json' },
    body: '{}',
  });
  const { id: copy } = (await answer.json()) as { id: string }; // as Drive answers
  // A workbook of its own, as set-up makes a copy.
  const dataFilter = { developerMetadataLookup: { metadataKey: OWN_ID } };
  const developerMetadata = {
    metadataKey: OWN_ID,
    metadataValue: copy,
    location: { spreadsheet: true },
    visibility: 'DOCUMENT',
  };
  const requests = [
    { deleteDeveloperMetadata: { dataFilter } },
    { createDeveloperMetadata: { developerMetadata } },
  ];
  await client.spreadsheets.batchUpdate({ spreadsheetId: copy, requestBody: { requests } });
  return copy;
}

/** All cells, by the tab's name; ids of copies are taken out. */
export async function contentsOf(
  { client }: LocalSheets,
  spreadsheetId: string,
): Promise<Readonly<Record<string, string[]>>> {
  const { data } = await client.spreadsheets.get({
    spreadsheetId,
    fields: 'sheets(properties(title),data(rowData(values(userEnteredValue,note))))',
  });
  return Object.fromEntries(
    (data.sheets ?? []).map(({ properties, data: blocks }) => {
      const rows = (blocks?.[0]?.rowData ?? []).map(({ values }) =>
        (values ?? [])
          .map(({ userEnteredValue, note }) => {
            const { stringValue, numberValue, boolValue, formulaValue } = userEnteredValue ?? {};
            const value = stringValue ?? numberValue ?? boolValue ?? formulaValue ?? '';
            return `${String(value)}${note ? `[${note}]` : ''}`;
          })
          .join(' | ')
          .replaceAll(spreadsheetId, 'BOOK')
          .replace(/[ |]+$/, ''),
      );
      while (rows.length > 0 && rows.at(-1) === '') rows.pop();
      return [properties?.title ?? '', rows];
    }),
  );
}

/** The port, with something done once before the write of this number. */
export function interrupted(
  port: WorkbookPort,
  count: number,
  meanwhile: () => Promise<unknown>,
): WorkbookPort {
  let writes = 0;
  return {
    read: (...asked) => port.read(...asked),
    readAgain: (...asked) => port.readAgain(...asked),
    readCells: (...asked) => port.readCells(...asked),
    findNotes: (...asked) => port.findNotes(...asked),
    readDecorations: (...asked) => port.readDecorations(...asked),
    readLease: (...asked) => port.readLease(...asked),
    async apply(basis, changes) {
      writes += 1;
      if (writes === count) await meanwhile();
      return port.apply(basis, changes);
    },
  };
}

/** What a call says, or why it was refused. */
export async function answerOf(call: Promise<unknown>): Promise<string> {
  try {
    return JSON.stringify(await call);
  } catch (error) {
    if (error instanceof AppError) return `refused: ${error.refusal}`;
    throw error;
  }
}
