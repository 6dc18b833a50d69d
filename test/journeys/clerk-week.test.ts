// A clerk's week through real parts: the real Sheets client over HTTP, the functions with signed tokens, mail over SMTP.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { NoticePreview, NoticeSent } from '#core/contract/weekly-notice';
import { localSheetsClient } from '#functions/adapters/google-clients';
import { startWorkbench, type RunningWorkbench } from '#test/support/run-workbench';
import { BLUE, decorateB20, decorationOf, linkOf, markedCells, sheetIdOf } from './cell-looks';
import { call } from './function-client';

let workbench: RunningWorkbench;

beforeAll(async () => {
  workbench = await startWorkbench({ sample: 'district', clock: '2026-11-23T09:00:00+08:00' });
});
afterAll(() => workbench.close());

const sheets = () => localSheetsClient(`${workbench.url}/`);

async function cells(range: string): Promise<unknown[][]> {
  const { spreadsheetId } = workbench;
  const { data } = await sheets().spreadsheets.values.get({
    spreadsheetId,
    range,
    valueRenderOption: 'UNFORMATTED_VALUE',
  });
  return data.values ?? [];
}

async function write(
  range: string,
  value: string | number,
  valueInputOption: 'RAW' | 'USER_ENTERED' = 'USER_ENTERED',
): Promise<void> {
  const { spreadsheetId } = workbench;
  await sheets().spreadsheets.values.update({
    spreadsheetId,
    range,
    valueInputOption,
    requestBody: { values: [[value]] },
  });
}

/** Every deliberate mistake of the sample and what follows from it, at its cell. */
const MISTAKES = [
  ['V02', '日程', 'C5'],
  ['V06', '日程', 'D6'],
  ['V32', '日程', 'N9'], // M048 lost his mark to a doubled M047
  ['V07', '日程', 'F15'],
  ['V34', '考勤', 'B173'],
  ['V29', '考勤', 'D669'],
  ['V29', '考勤', 'B794'],
  ['V29', '考勤', 'B795'],
  ['W07', '花名册', 'I81'],
  ['W05', '预算', 'D4'],
  ['V12', '支出', 'F6'],
  ['V01', '支出', 'B20'],
];

describe('checkEntries on the sample district', () => {
  test('finds each deliberate mistake at its cell and calls nothing else an error', async () => {
    const { findings, notShown } = await call(workbench, 'checkEntries', {});
    const errors = findings.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ rule, tabTitle, cell }) => [rule, tabTitle, cell])).toEqual(MISTAKES);
    expect(notShown).toBe(0);
    // Leave approved after its session was carried out, so it is a warning.
    const late = findings.filter(({ rule, cell }) => rule === 'V30' && cell === 'K14');
    expect(late.map(({ severity, tabTitle }) => [severity, tabTitle])).toEqual([
      ['warning', '请假'],
    ]);
  });

  test('lists the findings in the checks tab and marks their cells, and none that is mended', async () => {
    const { spreadsheetId } = workbench;
    // A clerk's own note and colour on a wrong cell, which must survive highlighting and correction.
    await sheets().spreadsheets.batchUpdate({
      spreadsheetId,
      requestBody: { requests: [decorateB20(await sheetIdOf(workbench, '支出'), '已问财务')] },
    });
    const before = await call(workbench, 'checkEntries', {});
    expect(before.notMarked).toBe(0);
    const mark = await decorationOf(workbench, "'支出'!B20");
    expect(mark.note).toMatch(/^已问财务\n── 讲台 Lectern ──\nV01 /);
    expect(mark.red).toBeGreaterThan(0.95);
    expect((await decorationOf(workbench, "'日程'!F15")).note).toMatch(/^── 讲台 Lectern ──\nV07 /);
    expect(await cells("'校验结果'!A2:A")).toHaveLength(before.findings.length);
    expect((await cells("'校验结果'!A2:D2"))[0]).toEqual(['错误', '日程', 'C5', 'V02']);
    await write("'支出'!B20", '2026-11-02');
    const after = await call(workbench, 'checkEntries', {});
    expect(await decorationOf(workbench, "'支出'!B20")).toEqual({
      note: '已问财务',
      red: BLUE.red,
    });
    expect(await linkOf(workbench, "'校验结果'!C2")).toBe(
      `#gid=${await sheetIdOf(workbench, '日程')}&range=C5`,
    );
    expect(after.counts).toEqual({ ...before.counts, error: before.counts.error - 1 });
    expect(await cells("'校验结果'!A2:A")).toHaveLength(after.findings.length);
  });

  test('finds its marks again after the rows were sorted, and leaves none where nothing is wrong', async () => {
    const { spreadsheetId } = workbench;
    await write("'支出'!B5", '不知道');
    await call(workbench, 'checkEntries', {});
    expect((await decorationOf(workbench, "'支出'!B5")).note).toContain('V01');
    const sheetId = await sheetIdOf(workbench, '支出');
    const range = { sheetId, startRowIndex: 1, startColumnIndex: 0 };
    const sortSpecs = [{ dimensionIndex: 0, sortOrder: 'DESCENDING' }];
    await sheets().spreadsheets.batchUpdate({
      spreadsheetId,
      requestBody: { requests: [{ sortRange: { range, sortSpecs } }] },
    });
    const { findings } = await call(workbench, 'checkEntries', {});
    const wrong = findings.flatMap(({ tab, cell, severity }) =>
      tab === 'expenses' && severity !== 'info' && cell !== null ? [cell] : [],
    );
    expect(wrong).not.toContain('B5');
    expect(await markedCells(workbench, '支出')).toEqual([...new Set(wrong)].sort());
  });

  test('writes a correction that was chosen, keeps it from being written twice, and logs it', async () => {
    await write("'日程'!C12", '2026年11月27日', 'RAW');
    const { findings } = await call(workbench, 'checkEntries', {});
    const offered = findings.find(({ tab, cell }) => tab === 'schedule' && cell === 'C12');
    const choice = { tab: 'schedule', cell: 'C12', before: '2026年11月27日', after: '2026-11-27' };
    expect(offered?.fix).toEqual({ before: choice.before, after: choice.after });
    const applied = await call(workbench, 'applySuggestions', { choices: [choice] });
    expect(applied.written).toHaveLength(1);
    expect((await cells("'日程'!C12"))[0]).toEqual([46353]); // days since 1899-12-30
    const [logged] = (await cells("'操作记录'!B2:G")).slice(-1);
    expect(logged).toEqual([
      'clerk@example.org',
      '采纳更正建议',
      '日程!C12',
      choice.before,
      choice.after,
      'V01 “2026年11月27日”不是有效日期。',
    ]);
    const again = await call(workbench, 'applySuggestions', { choices: [choice] });
    expect([again.written, again.refused.length]).toEqual([[], 1]);
    await call(workbench, 'checkEntries', {});
  });

  test('speaks the language it is asked in and writes in the workbook’s', async () => {
    const { findings } = await call(workbench, 'checkEntries', { language: 'en' });
    expect(findings[0]?.message).toBe(
      '2026-10-02 is a public holiday (National Day); no session can be held.',
    );
    expect((await cells("'校验结果'!E2"))[0]?.[0]).toMatch(/放假/);
  });
});

describe('attendanceReport on the sample district', () => {
  // 1,072 due marks of ten held sessions, 50 of them approved official duty, 959 attended; counted apart from Lectern.
  test('keeps rates A and B as exact fractions', async () => {
    const { overall, sessions, people, tabs } = await call(workbench, 'attendanceReport', {});
    expect(overall).toEqual({
      a: { numerator: 959, denominator: 1072, text: '89.5%' },
      b: { numerator: 959, denominator: 1022, text: '93.8%' },
    });
    expect([sessions, people]).toEqual([10, 112]);
    expect(tabs.map(({ title }) => title)).toEqual([
      '报表-出勤-按人员',
      '报表-出勤-按单位',
      '报表-出勤-按期次',
      '报表-出勤-全勤名单',
      '报表-出勤-无故缺席',
      '报表-出勤-连续缺席',
    ]);
  });

  test('is the same figures a second time, in the same tabs, with the same charts', async () => {
    const first = await call(workbench, 'attendanceReport', {});
    const charts = async () => {
      const { data } = await sheets().spreadsheets.get({
        spreadsheetId: workbench.spreadsheetId,
        fields:
          'sheets(properties(sheetId,title),charts(chartId,spec(title,basicChart(chartType))))',
      });
      return (data.sheets ?? []).flatMap(({ properties, charts: own }) =>
        (own ?? []).map((chart) => [
          properties?.title,
          chart.chartId,
          chart.spec?.basicChart?.chartType,
        ]),
      );
    };
    const firstCharts = await charts();
    expect(firstCharts.map(([, , type]) => type).sort()).toEqual(['BAR', 'BAR', 'LINE', 'LINE']);
    expect(await call(workbench, 'attendanceReport', {})).toEqual(first);
    expect(await charts()).toEqual(firstCharts);
  });
});

describe('hoursLedger on the sample district', () => {
  test('sets everybody’s hours against the target of their rank class, with its document', async () => {
    const { people, withTarget, reached, onCourse, shortCount, tab } = await call(
      workbench,
      'hoursLedger',
      {},
    );
    // One of them left in October.
    expect([people, withTarget, reached]).toEqual([112, 111, 0]);
    expect(onCourse + shortCount).toBe(111);
    const rows = (await cells(`'${tab?.title}'!A1:W`)).filter(
      ([order]) => typeof order === 'number',
    );
    expect(rows).toHaveLength(112);
    // Ten held sessions of three hours; the county level has five years for 550.
    expect(Math.max(...rows.map((row) => Number(row[8])))).toBeLessThanOrEqual(30);
    expect(new Set(rows.map((row) => [row[4], row[10], row[11]].join(' ')))).toEqual(
      new Set([
        '县处级 550 2023-01-01 至 2027-12-31',
        '乡科级 90 2026-01-01 至 2026-12-31',
        '乡科级 已离册（2026-10-11） ',
      ]),
    );
  });
});

describe('a report that is written again', () => {
  test('leaves the clerks’ own column and tab alone', async () => {
    const { spreadsheetId } = workbench;
    await call(workbench, 'attendanceReport', {});
    const addSheet = { properties: { title: '自用' } };
    await sheets().spreadsheets.batchUpdate({
      spreadsheetId,
      requestBody: { requests: [{ addSheet }] },
    });
    await write("'自用'!A1", '办公室电话');
    await write("'报表-出勤-无故缺席'!I9", '已电话联系');
    const before = await cells("'报表-出勤-无故缺席'!A7:H");
    const noted = async () => {
      const rows = await cells("'报表-出勤-无故缺席'!A7:I");
      return rows.flatMap((row) => (row[8] === '已电话联系' ? [[row[1], row[2]]] : []));
    };
    const whom = await noted();
    expect(whom).toEqual([[before[2]?.[1], before[2]?.[2]]]);
    const period = { from: '2026-11-01', to: '2026-11-23' };
    await call(workbench, 'attendanceReport', period);
    const after = await cells("'报表-出勤-无故缺席'!A7:H");
    expect(after.length).toBeLessThan(before.length);
    expect(await noted()).toEqual(whom);
    expect(await cells("'自用'!A1")).toEqual([['办公室电话']]);
    await call(workbench, 'attendanceReport', {});
    expect(await cells("'报表-出勤-无故缺席'!A7:H")).toEqual(before);
  });
});

async function linkIn({ url }: RunningWorkbench, id: string): Promise<string> {
  const { text } = (await (await fetch(`${url}/inbox/messages/${id}`)).json()) as { text: string };
  return /http\S+\/functions\/reply\?t=\S+/.exec(text)?.[0] ?? '';
}

/** As the page's form posts it. */
async function answer(link: string, fields: Record<string, string>): Promise<string> {
  const { origin, pathname, searchParams } = new URL(link);
  const body = new URLSearchParams({ t: searchParams.get('t') ?? '', ...fields });
  const headers = { origin: 'null' }; // what a page without a referrer sends
  return (await fetch(`${origin}${pathname}?`, { method: 'POST', body, headers })).text();
}

/** 111 people are due on 27 November 2026; five of them are skipped, each with a reason. */
const MAILS = 106;

describe('weeklyNotice on the sample district', () => {
  test('is previewed, sent once to everybody, and never a second time', async () => {
    const preview = (await call(workbench, 'weeklyNotice', { action: 'preview' })) as NoticePreview;
    expect(preview.findings).toEqual([]);
    expect(preview.occasion.when).toBe('2026年11月27日（星期五）下午2:30—5:00');
    expect(preview.skipped.map(({ code }) => code).sort()).toEqual([
      'badAddress',
      'noAddress',
      'notifyOff',
      'onLeave',
      'onLeave',
    ]);
    expect(preview.messages).toBe(MAILS);
    const sent = (await call(workbench, 'weeklyNotice', {
      action: 'send',
      occasionId: preview.occasion.id,
      fingerprint: preview.fingerprint,
    })) as NoticeSent;
    expect(sent).toMatchObject({ sent: MAILS, failed: [], unknown: [] });
    const messages = await workbench.messages();
    expect(messages).toHaveLength(MAILS);
    expect(new Set(messages.map(({ messageId }) => messageId)).size).toBe(MAILS);
    expect(new Set((await cells("'通知记录'!G2:G")).flat())).toEqual(new Set(['已发']));
    const again = (await call(workbench, 'weeklyNotice', { action: 'preview' })) as NoticePreview;
    expect(again.messages).toBe(0);
    await call(workbench, 'weeklyNotice', {
      action: 'send',
      occasionId: again.occasion.id,
      fingerprint: again.fingerprint,
    });
    expect(await workbench.messages()).toHaveLength(MAILS);
  });

  test('is answered behind the link in a mail, which whoever answered is not reminded of', async () => {
    const [first, second] = await workbench.messages();
    const attend = await linkIn(workbench, first?.id ?? '');
    const rows = () => Promise.all([cells("'回执'!A2:F"), cells("'请假'!A2:J")]);
    const before = await rows();
    const page = await fetch(attend);
    expect([page.status, page.headers.get('set-cookie')]).toEqual([200, null]);
    expect(await page.text()).toContain('我参加');
    expect(await rows()).toEqual(before); // a mail scanner opens links
    expect(await answer(attend, { action: 'attend' })).toContain('您将参加');
    await answer(attend, { action: 'attend' });
    const leave = { action: 'leave', kind: 'sick', reason: '=1+1 住院' };
    expect(await answer(await linkIn(workbench, second?.id ?? ''), leave)).toContain('等待审批');
    const [replies, leaves] = await rows();
    expect(replies.every(([, , name]) => name !== '')).toBe(true);
    expect(replies.map((row) => row.slice(3, 5))).toEqual([
      ['参加', ''],
      ['请假', '=1+1 住院'],
    ]);
    expect(leaves.slice(before[1].length).map((row) => row.slice(1))).toEqual([
      ['S11', ...(replies[1]?.slice(1, 3) ?? []), '病假', '=1+1 住院', '', '', '', '待批'],
    ]);
    const reminder = { action: 'preview', kind: 'reminder' } as const;
    const shown = (await call(workbench, 'weeklyNotice', reminder)) as NoticePreview;
    expect(shown.messages).toBe(MAILS - 3); // these two, and 钱学涛 whose request waits for a decision
    expect(workbench.printed.join('\n')).not.toContain(new URL(attend).searchParams.get('t'));
    await workbench.setClock('2026-11-27T14:30:00+08:00');
    expect((await fetch(attend)).status).toBe(410);
  });
});

describe('absenceFollowUp on the sample district', () => {
  test('mails those absent without leave once, over the real transport', async () => {
    const already = (await workbench.messages()).length;
    const preview = await call(workbench, 'absenceFollowUp', { action: 'preview' });
    if (preview.action !== 'preview') throw new Error('asked for a preview');
    const { session, absent, absence } = preview;
    expect(absent.length).toBeGreaterThan(0);
    expect(absence.messages).toBe(absent.filter(({ noMail }) => noMail === null).length);
    const request = {
      action: 'send',
      sessionId: session.id,
      absence: absence.fingerprint,
    } as const;
    expect(await call(workbench, 'absenceFollowUp', request)).toMatchObject({
      absence: { sent: absence.messages, failed: [], unknown: [] },
      digest: null,
    });
    const addresses = (await workbench.messages()).map(({ to }) => String(to));
    expect(addresses).toHaveLength(already + absence.messages);
    const again = await call(workbench, 'absenceFollowUp', { action: 'preview' });
    expect(again).toMatchObject({ absence: { messages: 0 } });
  });
});
