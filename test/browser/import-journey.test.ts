// What lies on a clerk's desk comes into the workbook: a register pasted into a tab becomes the roster, a newer one changes it, and the
// export of a meeting program becomes the attendance of a session.
import { utils, write } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '#test/support/browser';
import { startWorkbench, type RunningWorkbench } from '#test/support/run-workbench';
import { sheetsClient, type SheetsClient } from './sheets-client';
import { openPage, type WorkbenchPage } from './workbench-page';

const MINUTES = 60_000;
const CLOCK = '2026-03-02T09:00:00+08:00';

type Row = (string | number)[];

const FAMILY = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许';
const GIVEN = ['国栋', '文远', '晓敏', '建华', '志强', '丽华'];

const nameOf = (index: number): string =>
  `${FAMILY[index % 20] ?? ''}${GIVEN[Math.floor(index / 20)] ?? ''}`;
const unitOf = (index: number): string => `区直${'甲乙丙丁戊己庚辛壬癸'[index % 10] ?? ''}局`;

const HEADER: Row = ['序号', '姓名', '工作单位', '职务\n职级', '手机号码', '电子邮箱'];

/** 120 people under a title, by unit, each unit with a group's line above. */
function register(): Row[] {
  const rows: Row[] = [['云溪区参加理论学习人员花名册'], HEADER, ['一、区直部门']];
  const people = Array.from({ length: 120 }, (_, index) => index);
  const inOrder = people.toSorted((a, b) => (a % 10) - (b % 10) || a - b);
  inOrder.forEach((index, at) => {
    const phone = 13_900_000_000 + index;
    const email = `P${index}@example.org`;
    rows.push([at + 1, nameOf(index), unitOf(index), index < 10 ? '局长' : '副局长', phone, email]);
  });
  return rows;
}

/** As a meeting program exports it: lines about the meeting, then 100 rows of 97 people, a guest and two who came back. */
function meetingExport(): string {
  const lines = ['会议主题,第一期 区域经济协调发展', '会议号,123 456 789', ''];
  lines.push('用户昵称（入会昵称）,首次入会时间,最后退会时间,累计参会时长');
  const day = '2026-03-06';
  const add = (nickname: string, from: string, to: string, length: string): void =>
    void lines.push(`${nickname},${day} ${from},${day} ${to},${length}`);
  // Of the 120 people these are on the roster on 6 March, but for one who left.
  for (let index = 23; index < 120; index += 1) {
    const unit = unitOf(index);
    const nickname = [
      `${unit}-${nameOf(index)}`,
      `${nameOf(index)}（${unit}）`,
      `${unit.slice(2)} ${nameOf(index)}`,
    ][index % 3] as string; // 0, 1 or 2
    if (index === 30) add(nickname, '14:45:00', '17:02:00', '2小时17分');
    else if (index === 31) add(nickname, '14:20:00', '16:30:00', '2:10:00');
    else add(nickname, '14:21:09', '17:01:40', '160');
  }
  add(`${unitOf(40)}-${nameOf(40)}`, '14:00:00', '14:40:00', '40');
  add(`${unitOf(41)}-${nameOf(41)}`, '14:30:00', '15:00:00', '30');
  add('会务技术支持', '13:30:00', '17:20:00', '230');
  return lines.join('\r\n');
}

/** The same register later: one person moved, one has another name, one left. */
function laterRegister(): Row[] {
  return register().flatMap((row): Row[] => {
    if (row[1] === nameOf(0)) return [[row[0] ?? '', nameOf(0), unitOf(1), ...row.slice(3)]];
    if (row[1] === nameOf(11)) return [[row[0] ?? '', '钱文渊', ...row.slice(2)]];
    return row[1] === nameOf(22) ? [] : [row];
  });
}

describe('a clerk who has a register', () => {
  let workbench: RunningWorkbench;
  let browser: Browser;
  let clerk: WorkbenchPage;
  let sheets: SheetsClient;
  const closing: (() => Promise<unknown>)[] = [];

  beforeAll(async () => {
    workbench = await startWorkbench({ sample: 'empty', clock: CLOCK });
    closing.push(() => workbench.close());
    sheets = sheetsClient(workbench);
    await pasteMerged('旧花名册', 501, register());
    browser = await launchBrowser();
    closing.push(() => browser.close());
    clerk = await openPage(browser, workbench);
  }, 3 * MINUTES);

  afterAll(async () => {
    for (const close of closing.reverse()) await close();
  });

  /** The register as such files are: the unit's cell is merged over its people, the title over all columns. */
  async function pasteMerged(title: string, sheetId: number, rows: Row[]): Promise<void> {
    const bare = rows.map((row, at) =>
      at > 2 && row[2] === rows[at - 1]?.[2]
        ? row.map((cell, one) => (one === 2 ? '' : cell))
        : row,
    );
    await paste(title, sheetId, bare);
    const merge = (startRowIndex: number, endRowIndex: number, start: number, end: number) => ({
      mergeCells: {
        mergeType: 'MERGE_ALL',
        range: {
          sheetId,
          startRowIndex,
          endRowIndex,
          startColumnIndex: start,
          endColumnIndex: end,
        },
      },
    });
    const units = Array.from({ length: 10 }, (_, unit) =>
      merge(3 + unit * 12, 15 + unit * 12, 2, 3),
    );
    await sheets.batchUpdate(merge(0, 1, 0, 6), ...units);
  }

  async function paste(title: string, sheetId: number, rows: Row[]): Promise<void> {
    await sheets.batchUpdate({ addSheet: { properties: { title, sheetId } } });
    await sheets.write(`${title}!A1`, rows);
  }

  const action = (name: string) => clerk.sidebar.locator(`[data-action=${name}]`);
  const status = () => clerk.sidebar.locator('[data-testid=import-status]');

  async function preview(tab: string): Promise<void> {
    await action('import').click();
    await clerk.sidebar.locator('[data-field=import-tab]').selectOption({ label: tab });
    await action('import-preview').click();
  }

  it(
    'sees the pasted register as 120 new people, and writes them',
    async () => {
      await preview('旧花名册');
      await status().getByText('将新增 120 人，更改 0 人，调动 0 人。').waitFor();
      expect(await sheets.values('花名册!A2:A200')).toEqual([]);
      await action('import-apply').click();
      await status().getByText('已新增 120 人，更改 0 人，调动 0 人，离册 0 人。').waitFor();
      const written = await sheets.values('花名册!A2:K200');
      expect(written).toHaveLength(120);
      expect(written[0]).toEqual([
        ...['R001', '赵国栋', '区直甲局', '局长', '区直部门', 10, 10, ''],
        ...['p0@example.org', '13900000000'],
      ]);
      expect(written[119]?.slice(0, 7)).toEqual([
        'R120',
        '许丽华',
        '区直癸局',
        '副局长',
        '区直部门',
        100,
        120,
      ]);
    },
    2 * MINUTES,
  );

  it(
    'finds nothing to write when the same register comes again',
    async () => {
      await preview('旧花名册');
      await status().getByText('120 人与花名册一致，没有要写入的内容。').waitFor();
      expect(await action('import-apply').isVisible()).toBe(false);
    },
    MINUTES,
  );

  it(
    'is asked who the renamed person is, and brings in who moved, changed and left',
    async () => {
      await paste('新花名册', 502, laterRegister());
      await preview('新花名册');
      await status().getByText('有 1 处要您选定，选好后更新预览。').waitFor();
      const question = clerk.sidebar.locator('[data-testid=import-question]');
      expect(await question.locator('legend').innerText()).toContain('钱文渊');
      await question.getByText(nameOf(11)).click();
      await clerk.sidebar.locator('[data-testid=import-leaving] summary').click();
      await clerk.sidebar.getByText('离册，最后一天 2026-03-01').click();
      await action('import-again').click();
      await status().getByText('将新增 0 人，更改 1 人，调动 1 人。').waitFor();
      await action('import-apply').click();
      await status().getByText('已新增 0 人，更改 1 人，调动 1 人，离册 1 人。').waitFor();
      const roster = await sheets.values('花名册!A2:L200');
      const rowsOf = (name: string) => roster.filter((row) => row[1] === name);
      // 46082 is 1 March 2026.
      expect(rowsOf(nameOf(0)).map((row) => [row[2], row[10] ?? '', row[11] ?? ''])).toEqual([
        ['区直甲局', '', 46082],
        ['区直乙局', 46083, ''],
      ]);
      expect(rowsOf('钱文渊')).toHaveLength(1);
      expect(rowsOf(nameOf(22)).map((row) => row[11])).toEqual([46082]);
      expect(roster).toHaveLength(121);
    },
    2 * MINUTES,
  );

  it(
    'brings in one more from a file, an .xlsx, and finds nothing more in the .csv',
    async () => {
      const newest = [...laterRegister(), [120, '许新来', unitOf(9), '科员', 13_900_000_200, '']];
      const book = utils.book_new();
      utils.book_append_sheet(book, utils.aoa_to_sheet([['填表说明']]), '说明');
      utils.book_append_sheet(book, utils.aoa_to_sheet(newest), '花名册');
      const xlsx = write(book, { bookType: 'xlsx', type: 'buffer' }) as Buffer; // what the type `buffer` gives
      const csv = newest.map((row) => row.map((cell) => `"${String(cell)}"`).join(','));
      const choose = async (name: string, buffer: Buffer): Promise<void> => {
        await action('import').click();
        const field = clerk.sidebar.locator('[data-field=import-file]');
        await field.setInputFiles({ name, mimeType: '', buffer });
        await action('import-preview').click();
      };
      await choose('新花名册.xlsx', xlsx);
      await clerk.sidebar.locator('[data-field=import-sheet]').selectOption('花名册');
      await status().getByText('将新增 1 人，更改 0 人，调动 0 人。').waitFor();
      await action('import-apply').click();
      await status().getByText('已新增 1 人，更改 0 人，调动 0 人，离册 0 人。').waitFor();
      const roster = await sheets.values('花名册!A2:D200');
      expect(roster).toHaveLength(122);
      expect(roster.find((row) => row[1] === '许新来')?.slice(2)).toEqual([unitOf(9), '科员']);
      await choose('新花名册.csv', Buffer.from(csv.join('\r\n')));
      await status().getByText('120 人与花名册一致，没有要写入的内容。').waitFor();
    },
    2 * MINUTES,
  );

  it(
    'turns a meeting program’s export of 100 rows into the attendance of a session',
    async () => {
      // 46087 is 6 March 2026.
      const session = ['S01', 1, 46087, '', 14.5 / 24, 17 / 24, '区域经济协调发展', '', ''];
      await sheets.write('日程!A2', [[...session, '区委礼堂', '', 3, 3, '计划']]);
      await workbench.setClock('2026-03-06T18:00:00+08:00');
      await chooseExport();
      const would = '将写入 97 人的考勤，更改 0 人。有 1 个名字没有对上，不会写入。';
      await status().getByText(would).waitFor();
      await clerk.sidebar.getByText('其中 23 人还没有考勤').waitFor();
      expect(await sheets.values('考勤!A2:G200')).toEqual([]);
      await action('import-apply').click();
      await status().getByText('已写入 97 人的考勤，更改 0 人。').waitFor();
      const marks = await sheets.values('考勤!A2:G200');
      expect(marks).toHaveLength(97);
      const roster = await sheets.values('花名册!A2:B200');
      const markOf = (index: number) => {
        const id = roster.find((row) => row[1] === nameOf(index))?.[0];
        return marks.find((row) => row[1] === id)?.slice(3);
      };
      const at = (hour: number, minute: number) => expect.closeTo((hour * 60 + minute) / 1440, 6);
      expect(markOf(23)).toEqual(['出勤', at(14, 21), at(17, 1)]);
      expect(markOf(30)).toEqual(['迟到', at(14, 45), at(17, 2), 15]);
      expect(markOf(31)).toEqual(['早退', at(14, 20), at(16, 30), 30]);
      expect(markOf(40)).toEqual(['出勤', at(14, 0), at(17, 1)]);
      await chooseExport();
      await status().getByText('97 人与考勤一致，没有要写入的内容。').waitFor();
      expect(await action('import-apply').isVisible()).toBe(false);
    },
    2 * MINUTES,
  );

  it(
    'says that the name without a match is somebody else of the session, and that is written',
    async () => {
      const question = clerk.sidebar.locator('[data-testid=import-question]');
      expect(await question.locator('legend').innerText()).toContain('会务技术支持');
      const skip = question.getByLabel('不导入这一行');
      const others = question.locator('select');
      const state = async () => [await skip.isChecked(), await others.inputValue()];
      // 冯国栋 is due and not in the file. The list and the circles are one choice.
      const member = await idOf(nameOf(8));
      await skip.check();
      await others.selectOption(member);
      expect(await state()).toEqual([false, member]);
      await skip.check();
      expect(await state()).toEqual([true, '']);
      await others.selectOption(member);
      await action('import-again').click();
      await status().getByText('将写入 1 人的考勤，更改 0 人。').waitFor();
      expect(await sheets.values('考勤!A2:G200')).toHaveLength(97);
      await action('import-apply').click();
      await status().getByText('已写入 1 人的考勤，更改 0 人。').waitFor();
      const marks = await sheets.values('考勤!A2:G200');
      expect(marks).toHaveLength(98);
      expect(marks.filter((row) => row[1] === member).map((row) => row[3])).toEqual(['出勤']);
    },
    2 * MINUTES,
  );

  async function idOf(name: string): Promise<string> {
    const roster = await sheets.values('花名册!A2:B200');
    return String(roster.find((row) => row[1] === name)?.[0]);
  }

  async function chooseExport(): Promise<void> {
    await action('import').click();
    await clerk.sidebar.locator('[data-field=import-kind]').selectOption('attendance');
    await clerk.sidebar.locator('[data-field=import-session]').selectOption('S01');
    await clerk.sidebar.locator('[data-field=import-file]').setInputFiles({
      name: '参会成员.csv',
      mimeType: '',
      buffer: Buffer.from(meetingExport()),
    });
    await action('import-preview').click();
  }

  it('met no error and asked no other machine for anything', () => {
    expect(clerk.troubles).toEqual([]);
  });
});
