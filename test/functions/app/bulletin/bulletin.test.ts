import { describe, expect, test } from '@jest/globals';
import type { BulletinRequest } from '#core/contract/bulletin';
import { toClockTime } from '#core/calendar/day';
import { aSession } from '#test/support/builders/rows';
import { bulletinApp } from '#test/support/bulletin-app';
import type { TestApplication } from '#test/support/application';

const NUMBER = '区组通〔2026〕3号';

async function preview(
  app: TestApplication,
  request: Partial<Omit<BulletinRequest, 'spreadsheetId'>> = {},
  email?: string,
) {
  const { document, ...answer } = await app.call(
    'bulletin',
    { length: 'month', ...request },
    email,
  );
  return { ...answer, ...document };
}

/** An `@` is the indent of a paragraph. */
const MARCH = `关于2026年3月领导干部理论学习情况的通报

区组通〔2026〕3号
（2026年3月1日至2026年3月31日）
各有关单位：
@现将2026年3月领导干部理论学习举办和出勤情况通报如下。
@一、总体情况
@共举办2期，其中2期已登记考勤，涉及5人；取消1期。应到10人次，实到5人次，请假2人次，无故缺席2人次，未登记1人次，待核实0人次。
@考勤登记：出勤5人次、公差1人次、病假1人次、缺席2人次。
@到课率A = 实到 ÷ 计率应到，公差计入计率应到：5 ÷ 9 = 55.6%。出勤率B = 实到 ÷（计率应到 − 公差）：5 ÷ 8 = 62.5%。到课率A未达到90%的目标。
@二、各单位出勤情况
@按单位顺序排列，不分名次。
序号	单位	应到	计率应到	实到	请假	无故缺席	到课率A	出勤率B
1	区委	6	6	5	1	0	83.3%	83.3%
2	区财政局	4	3	0	1	2	0.0%	0.0%
	合计	10	9	5	2	2	55.6%	62.5%
@三、全勤情况
@全勤2人（应到人员共5人）。
@区委：周文远、王静。
@四、无故缺席情况
@无故缺席1人、2人次。
序号	姓名	单位	职务	次数	缺席日期
1	林一帆	区财政局	局长	2	2026年3月6日、2026年3月13日
@请假未补课1人次，其中逾期0人次，请有关单位督促尽快完成。
@五、连续缺席情况
@连续2次及以上无故缺席1人次，自2026年1月1日起算。
序号	姓名	单位	职务	次数	缺席日期
1	林一帆	区财政局	局长	2	2026年3月6日、2026年3月13日
@六、学时完成情况
@没有可比的学时目标。
@七、授课情况
期数	日期	题目	主讲人	学时
1	2026年3月6日	区域经济协调发展	陆明哲（省委党校）	3
2	2026年3月13日	财政与产业	丁一凡	3
@八、教学评价情况
@评分满分5分；满意率、优秀率分别为4分以上和5分的评分占全部评分的比例；收回不足3份的不公布。
期数	题目	主讲人	收回/实到	回收率	平均分	满意率	优秀率
1	区域经济协调发展	陆明哲	3/3	100.0%	4.00	80.0%	40.0%
@九、经费执行情况
@本期支出3,550.00元。截至2026年3月23日，2026年预算合计150,000.00元，已支4,550.00元，执行率3.0%；在途3,592.86元，余额141,857.14元。
@十、下一步安排
@本期尚有1期待举办。2026年4月计划举办1期。
期数	日期	题目	主讲人	学时
3	2026年3月27日	依法行政	陆明哲（省委党校）	3
4	2026年4月3日	城市治理	丁一凡	
区委组织部
2026年3月23日`.replaceAll('@', '\u3000\u3000');

describe('the bulletin', () => {
  test('has the official structure, and figures that can be reckoned by hand', async () => {
    const app = bulletinApp();
    const { text, title, from, to, period } = await preview(app, { number: NUMBER });
    expect(text).toBe(MARCH);
    expect({ title, from, to, period }).toEqual({
      title: '关于2026年3月领导干部理论学习情况的通报',
      from: '2026-03-01',
      to: '2026-03-31',
      period: '2026年3月',
    });
  });

  test('has the rates of the attendance report', async () => {
    const app = bulletinApp();
    const { text } = await preview(app);
    const report = await app.call('attendanceReport', { from: '2026-03-01', to: '2026-03-31' });
    const { a, b } = report.overall;
    expect([a, b]).toEqual([
      { numerator: 5, denominator: 9, text: '55.6%' },
      { numerator: 5, denominator: 8, text: '62.5%' },
    ]);
    expect(text).toContain(`${a.numerator} ÷ ${a.denominator} = ${a.text}`);
    expect(text).toContain(`${b.numerator} ÷ ${b.denominator} = ${b.text}`);
  });

  test('is in English in an English workbook', async () => {
    const app = bulletinApp({ settings: [{ name: 'language', value: 'en' }] });
    const { title, text } = await preview(app, { length: 'quarter' });
    expect(title).toBe('领导干部理论学习: bulletin for quarter 1 of 2026');
    expect(text).toContain('1. Overall');
    expect(text).toContain(
      'Due 10, attended 5, on leave 2, absent without leave 2, not recorded 1, unclear 0',
    );
    expect(text).toContain('5 ÷ 9 = 55.6%');
    expect(text).toContain('23 March 2026');
  });

  test.each([
    ['month', '2026-04-10', '本期没有举办课程。', '本期支出1,000.00元'],
    ['quarter', '2026-02-01', '共举办2期', '本期支出3,550.00元'],
    ['year', '2026-12-31', '共举办2期', '本期支出4,550.00元'],
    ['year', '2025-12-31', '本期没有举办课程。', '“预算”中没有2025年的预算'],
  ] as const)('is for the %s of %s', async (length, day, held, money) => {
    const { text } = await preview(bulletinApp(), { length, day });
    expect(text).toContain(held);
    expect(text).toContain(money);
  });

  test('names people only where enough are on the list, and no unit that is too small', async () => {
    const app = bulletinApp({
      settings: [
        { name: '评价公布最少份数', value: '3' },
        { name: '通报列名最少人数', value: '3' },
      ],
    });
    const { text } = await preview(app);
    expect(text).not.toMatch(/林一帆|王静|周文远/);
    expect(text).toContain('无故缺席1人、2人次。\n\u3000\u3000名单不足3人，不列姓名。');
    expect(text).toContain('全勤2人（应到人员共5人）。\n\u3000\u3000名单不足3人，不列姓名。');
    // The one small unit would be alone in a line, and the other one's line would give it away.
    expect(text).toContain('应到不足3人的单位不单列，本期没有可以单列的单位，合计见总体情况。');
    expect(text).not.toMatch(/区委\t|区财政局|其余/);
  });

  test('shows no result of an evaluation with too few answers', async () => {
    const { text } = await preview(bulletinApp({ settings: [] }));
    expect(text).toContain('本期没有可以公布的评价结果。');
    expect(text).toContain('另有0期尚未启封，1期份数不足。');
    expect(text).not.toContain('4.00');
  });

  test.each([
    ['too few once it is over', 2, '2026-03-23T01:00:00Z', '另有0期尚未启封，1期份数不足。'],
    ['sealed while it is open', 2, '2026-03-13T15:59:59Z', '另有1期尚未启封，0期份数不足。'],
    ['sealed until somebody opens it', 3, '2026-03-23T01:00:00Z', '另有1期尚未启封，0期份数不足。'],
  ])('counts an evaluation with sealed answers as %s', async (_, count, now, words) => {
    const evaluations = Array.from({ length: count }, (_answer, at) => ({
      sessionId: 'S01',
      sealed: `answer ${at}`,
    }));
    const app = bulletinApp({ evaluations });
    app.setNow(now);
    expect((await preview(app, { day: '2026-03-06' })).text).toContain(words);
  });

  test('lists two sessions of one day by their beginning', async () => {
    const [afternoon, morning] = ['下午的课', '上午的课'];
    const schedule = [
      aSession({ state: 'held', title: afternoon }),
      aSession({ id: 'S02', state: 'held', title: morning, start: toClockTime('09:00') }),
    ];
    const { text } = await preview(bulletinApp({ schedule }));
    const order = text.match(/[上下]午的课/g) ?? [];
    expect(order.slice(0, 2)).toEqual([morning, afternoon]);
  });

  test('may be read by a viewer, and writes nothing', async () => {
    const app = bulletinApp();
    await preview(app, {}, 'viewer@example.org');
    const { file } = await preview(app, { withFile: true }, 'viewer@example.org');
    expect(file?.name).toBe('关于2026年3月领导干部理论学习情况的通报.docx');
    expect(app.workbook.applied).toEqual([]);
    await expect(preview(app, {}, 'stranger@example.org')).rejects.toMatchObject({
      refusal: 'roleTooLow',
    });
  });

  test('refuses a day that does not exist', async () => {
    await expect(preview(bulletinApp(), { day: '2026-02-30' })).rejects.toMatchObject({
      refusal: 'badDay',
    });
  });

  test('puts every value into its HTML as text', async () => {
    const hostile = '<img src=x onerror=alert(1)>';
    const { html } = await preview(bulletinApp(), { number: hostile });
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img');
  });
});
