// Rules that differ by place and year, kept as rows: statuses, fee caps and quotas, holidays.
import { text } from '../../text/language';
import type { Limits } from '../limits';
import { defineTab } from '../tab';
import { LEAVE_KIND_NAMES } from './leave-kinds';

export const STATUSES = defineTab({
  key: 'statuses',
  title: text('考勤状态', '考勤狀態', 'Statuses'),
  purpose: text(
    '考勤状态及其计算办法。',
    '考勤狀態及其計算辦法。',
    'The attendance statuses and how each counts.',
  ),
  color: '#5f6368',
  protectedFor: 'admin',
  columns: {
    code: {
      label: text('代码', '代碼', 'Code'),
      synonyms: '状态代码、狀態代碼',
      kind: 'id',
      filled: true,
      width: 110,
    },
    label: {
      label: text('名称', '名稱', 'Label'),
      synonyms: '状态、狀態、状态名称、狀態名稱、Status、Name',
      kind: 'text',
      filled: true,
      width: 110,
    },
    credit: {
      label: text('折算', '折算', 'Credit'),
      synonyms: '折算系数、折算係數',
      kind: 'decimal',
      filled: true,
      width: 70,
      help: text(
        '0 到 1：1 为到课，0 为未到。',
        '0 到 1：1 為到課，0 為未到。',
        '0 to 1: 1 is attended, 0 is not attended.',
      ),
    },
    treatment: {
      label: text('计入', '計入', 'Treatment'),
      synonyms: '计算方式、計算方式',
      kind: 'choice',
      filled: true,
      width: 110,
      choices: {
        due: text('应到', '應到', 'Due'),
        excused: text('公差剔除', '公差剔除', 'Excused'),
        notCounted: text('不计', '不計', 'Not counted'),
      },
      help: text(
        '“公差剔除”：口径A计入应到，口径B剔除；“不计”：两种口径都不计。',
        '「公差剔除」：口徑A計入應到，口徑B剔除；「不計」：兩種口徑都不計。',
        '"Excused" counts as due in rate A and is excluded in rate B; "not counted" is excluded from both.',
      ),
    },
    presence: {
      label: text('含义', '含義', 'Meaning'),
      kind: 'choice',
      optional: true,
      width: 110,
      choices: {
        attended: text('到课', '到課', 'Attended'),
        late: text('迟到早退', '遲到早退', 'Late or left early'),
        excused: text('请假或免训', '請假或免訓', 'Excused'),
        absent: text('无故缺席', '無故缺席', 'Absent without leave'),
      },
      help: text(
        `缺席名单、缺席提醒和全勤名单按此认定。空白时：折算大于 0 为到课，${LEAVE_KIND_NAMES['zh-CN']}和不计应到的为请假或免训，缺席、旷课为无故缺席；其他的列为待核实，不认定为缺席。`,
        `缺席名單、缺席提醒和全勤名單按此認定。空白時：折算大於 0 為到課，${LEAVE_KIND_NAMES['zh-TW']}和不計應到的為請假或免訓，缺席、曠課為無故缺席；其他的列為待核實，不認定為缺席。`,
        'How lists and follow-up mails interpret the mark. Blank: a credit above 0 is attended, all kinds of leave and what is not due are excused, absent is absent; anything else is unclear and does not count as an absence.',
      ),
    },
  },
});

export const STANDARDS = defineTab({
  key: 'standards',
  title: text('标准', '標準', 'Standards'),
  formerTitles: ['Rates'],
  purpose: text(
    '讲课费上限、定额和学时目标，均注明文号和有效期。',
    '講課費上限、定額和學時目標，均註明文號和有效期。',
    'Fee caps, quotas and hours targets, each with its document and validity.',
  ),
  color: '#5f6368',
  protectedFor: 'admin',
  columns: {
    item: {
      label: text('项目', '項目', 'Item'),
      synonyms: '标准项目、標準項目',
      kind: 'choice',
      filled: true,
      width: 150,
      choices: {
        feeCap: text(
          '讲课费上限(税后/学时)',
          '講課費上限(稅後/學時)',
          'Fee cap (after tax, per class hour)',
        ),
        halfDayHours: text('半天学时上限', '半天學時上限', 'Class hours per half-day'),
        quota: text('综合定额(元/人天)', '綜合定額(元/人天)', 'Quota (yuan per person-day)'),
        longCourse: text('30天以上折算', '30天以上折算', 'Share beyond 30 days'),
        farUplift: text('异地上浮', '異地上浮', 'Uplift for lecturers from out of town'),
        staffRatio: text('工作人员比例', '工作人員比例', 'Staff ratio'),
        staffLimit: text('工作人员上限', '工作人員上限', 'Staff limit'),
        halfDayDays: text('半天折合天数', '半天折合天數', 'Half-day factor (days)'),
        hoursYearly: text('每年学时目标', '每年學時目標', 'Yearly hours target'),
        hoursFiveYears: text('五年学时目标', '五年學時目標', 'Five-year hours target'),
      },
      formerWords: {
        farUplift: ['Uplift for far-away lecturers'],
        halfDayDays: ['Days a half-day counts as'],
        hoursYearly: ['Hours to reach each year'],
        hoursFiveYears: ['Hours to reach in five years'],
      },
    },
    scope: {
      label: text('适用', '適用', 'Applies to'),
      synonyms: '适用范围、適用範圍、Scope',
      kind: 'text',
      width: 140,
      help: text(
        '职称级别、培训类别、费用科目或职级类别。',
        '職稱級別、培訓類別、費用科目或職級類別。',
        'A title level, course category, cost head or rank class.',
      ),
    },
    value: {
      label: text('数值', '數值', 'Value'),
      synonyms: '标准、標準、数额、數額、金额、金額、Amount',
      kind: 'decimal',
      filled: true,
      width: 80,
    },
    unit: {
      label: text('计量', '計量', 'Unit'),
      synonyms: '单位、單位、计量单位、計量單位',
      kind: 'text',
      width: 90,
    },
    documentNumber: {
      label: text('文号', '文號', 'Document no.'),
      synonyms: '依据文号、依據文號、文件号、文件號、Document number',
      kind: 'text',
      filled: true,
      width: 160,
    },
    level: {
      label: text('层级', '層級', 'Level'),
      kind: 'choice',
      filled: true,
      width: 90,
      choices: {
        central: text('中央(参照)', '中央(參照)', 'Central (model)'),
        province: text('省', '省', 'Province'),
        city: text('市', '市', 'City'),
        district: text('区', '區', 'District'),
      },
    },
    from: {
      label: text('生效日期', '生效日期', 'Valid from'),
      synonyms: '生效时间、生效時間、执行日期、執行日期、From',
      kind: 'day',
      filled: true,
      help: text(
        '五年学时目标从这一天起每五年一个周期。',
        '五年學時目標從這一天起每五年一個週期。',
        'Five-year targets start on this day and again every five years.',
      ),
    },
    to: {
      label: text('失效日期', '失效日期', 'Valid to'),
      synonyms: '失效时间、失效時間、截止日期、To',
      kind: 'day',
    },
    confirmedBy: { label: text('确认人', '確認人', 'Confirmed by'), kind: 'text', width: 90 },
    confirmedOn: { label: text('确认日期', '確認日期', 'Confirmed on'), kind: 'day' },
  },
});

export const FORBIDDEN = defineTab({
  key: 'forbidden',
  title: text('禁列项目', '禁列項目', 'Excluded expenses'),
  formerTitles: ['Not payable'],
  purpose: text(
    '不得在培训费中列支的项目，按词语核对支出；没有一行时按内置词语。',
    '不得在培訓費中列支的項目，按詞語核對支出；沒有一列時按內建詞語。',
    'What training money must not pay for: expenses are searched for these words; without a row the built-in ones apply.',
  ),
  color: '#5f6368',
  protectedFor: 'admin',
  optional: true,
  columns: {
    kind: { label: text('类别', '類別', 'Kind'), kind: 'text', filled: true, width: 110 },
    words: {
      label: text('词语', '詞語', 'Words'),
      synonyms: '关键词、關鍵詞、Keywords',
      kind: 'text',
      filled: true,
      width: 380,
      help: text(
        '用“、”分开；支出各栏文字中出现即提示。',
        '用「、」分開；支出各欄文字中出現即提示。',
        'Separated by commas; an expense with one of them in a text is flagged.',
      ),
    },
    except: {
      label: text('不算', '不算', 'Except'),
      synonyms: '例外、除外、Exceptions',
      kind: 'text',
      width: 260,
      help: text(
        '含有上述词语、但不是这类支出的词，例如“手机银行”；路名、街名本来就不算。',
        '含有上述詞語、但不是這類支出的詞，例如「手機銀行」；路名、街名本來就不算。',
        'Longer words that contain one and mean something else, such as mobile banking; street names are never flagged.',
      ),
    },
    source: {
      label: text('依据', '依據', 'Source'),
      synonyms: '文件依据、文件依據、Legal basis',
      kind: 'text',
      width: 180,
    },
  },
});

/** What the value of each item can sensibly be, whatever the place. */
export const STANDARD_LIMITS: Readonly<
  Record<keyof typeof STANDARDS.columns.item.choices, Limits>
> = {
  feeCap: [0, 10_000],
  halfDayHours: [0.5, 12],
  quota: [0, 10_000],
  longCourse: [0, 1],
  farUplift: [0, 2],
  staffRatio: [0, 1],
  staffLimit: [0, 1000],
  halfDayDays: [0.1, 1],
  hoursYearly: [0, 2000],
  hoursFiveYears: [0, 10_000],
};

export const HOLIDAYS = defineTab({
  key: 'holidays',
  title: text('节假日', '節假日', 'Holidays'),
  purpose: text(
    '对内置节假日的更正和补充。',
    '對內建節假日的更正和補充。',
    'Corrections and additions to the built-in calendar.',
  ),
  color: '#5f6368',
  columns: {
    date: {
      label: text('日期', '日期', 'Date'),
      synonyms: '节假日期、節假日期、Day',
      kind: 'day',
      filled: true,
    },
    kind: {
      label: text('类型', '類型', 'Kind'),
      synonyms: '类别、類別、Type',
      kind: 'choice',
      filled: true,
      width: 80,
      choices: {
        off: text('放假', '放假', 'Off'),
        work: text('上班', '上班', 'Work'),
        ordinary: text('普通', '普通', 'Ordinary'),
      },
      help: text(
        '放假：不上班；上班：因调休上班的周六、周日；普通：既不放假也不调休，按星期几算。',
        '放假：不上班；上班：因調休上班的週六、週日；普通：既不放假也不調休，按星期幾算。',
        'Off: nobody works; work: a Saturday or Sunday worked in exchange; ordinary: neither, so the weekday decides.',
      ),
    },
    name: {
      label: text('名称', '名稱', 'Name'),
      synonyms: '节假日、節假日、节日、節日、Holiday',
      kind: 'text',
      width: 120,
    },
    source: { label: text('依据', '依據', 'Source'), kind: 'text', width: 200 },
  },
});
