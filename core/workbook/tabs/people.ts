// Who takes part, and who teaches.
import { text } from '../../text/language';
import { defineTab } from '../tab';

export const ROSTER = defineTab({
  key: 'roster',
  title: text('花名册', '花名冊', 'Roster'),
  purpose: text(
    '参加人员，按公布的顺序排列；一人一行。',
    '參加人員，按公佈的順序排列；一人一列。',
    'Who takes part, in official order; one row per person.',
  ),
  color: '#1a73e8',
  columns: {
    id: {
      label: text('编号', '編號', 'ID'),
      synonyms: '人员编号、人員編號、工号、工號、Member ID、Person ID、Staff no.',
      kind: 'id',
      filled: true,
      width: 80,
    },
    name: {
      label: text('姓名', '姓名', 'Name'),
      synonyms: '名字、参训人员姓名、參訓人員姓名、Full name',
      kind: 'name',
      filled: true,
      width: 90,
    },
    unit: {
      label: text('单位', '單位', 'Unit'),
      synonyms:
        '工作单位、工作單位、所在单位、所在單位、单位名称、單位名稱、部门、部門、所属单位、所屬單位、Department、Organisation、Organization、Work unit',
      kind: 'text',
      filled: true,
      width: 180,
    },
    post: {
      label: text('职务', '職務', 'Post'),
      synonyms:
        '职务职级、職務職級、现任职务、現任職務、职务名称、職務名稱、工作职务、工作職務、岗位、崗位、职位、職位、Position、Job title',
      kind: 'text',
      width: 150,
    },
    category: {
      label: text('类别', '類別', 'Category'),
      synonyms: '人员类别、人員類別、类型、類型、Group',
      kind: 'choice',
      filled: true,
      width: 130,
      choices: {
        leadership: text('四套班子', '四套班子', 'District leadership'),
        justice: text('法检两长', '法檢兩長', 'Court and procuratorate'),
        subdistrict: text('街道', '街道', 'Sub-district'),
        department: text('区直部门', '區直部門', 'Department'),
      },
    },
    unitOrder: {
      label: text('单位排序', '單位排序', 'Unit order'),
      synonyms: '单位序号、單位序號、单位顺序、單位順序、Unit no.',
      kind: 'integer',
      filled: true,
      width: 80,
    },
    personOrder: {
      label: text('人员排序', '人員排序', 'Person order'),
      synonyms: '序号、序號、人员序号、人員序號、人员顺序、人員順序、排序、No.、Order、Serial no.',
      kind: 'integer',
      filled: true,
      width: 80,
    },
    rankClass: {
      label: text('职级类别', '職級類別', 'Rank class'),
      synonyms: '职级、職級、级别、級別、Rank',
      kind: 'choice',
      width: 100,
      choices: {
        county: text('县处级', '縣處級', 'County level'),
        township: text('乡科级', '鄉科級', 'Township level'),
      },
      help: text(
        '决定学时目标（见“标准”）。',
        '決定學時目標（見「標準」）。',
        'Decides the hours target (see Standards).',
      ),
    },
    email: {
      label: text('邮箱', '信箱', 'E-mail'),
      synonyms:
        '电子邮箱、電子郵箱、邮箱地址、郵箱地址、电子邮件、電子郵件、邮件地址、郵件地址、电子信箱、電子信箱、Email、Email address、Mail',
      kind: 'email',
      width: 200,
    },
    phone: {
      label: text('电话', '電話', 'Phone'),
      synonyms:
        '手机、手機、手机号、手機號、手机号码、手機號碼、联系电话、聯繫電話、聯絡電話、电话号码、電話號碼、联系方式、聯繫方式、聯絡方式、移动电话、行動電話、Telephone、Mobile、Mobile phone、Phone number',
      kind: 'phone',
      optional: true,
      width: 120,
    },
    from: {
      label: text('起始日期', '起始日期', 'From'),
      synonyms: '起始时间、起始時間、开始日期、開始日期、任职时间、任職時間、Start date、Since',
      kind: 'day',
      help: text('空白表示一直在册。', '空白表示一直在冊。', 'Blank: always on the roster.'),
    },
    to: {
      label: text('截止日期', '截止日期', 'To'),
      synonyms: '截止时间、截止時間、结束日期、結束日期、离任时间、離任時間、End date、Until',
      kind: 'day',
      help: text(
        '在册的最后一天；空白表示仍在册。',
        '在冊的最後一天；空白表示仍在冊。',
        'Last day on the roster; blank: still on it.',
      ),
    },
    notify: {
      label: text('通知', '通知', 'Notify'),
      synonyms: '是否通知、接收通知',
      kind: 'yesNo',
      width: 60,
      help: text(
        '“否”表示不发邮件；空白表示发。',
        '「否」表示不發郵件；空白表示發。',
        '"No": no mail; blank: mail.',
      ),
    },
    remark: {
      label: text('备注', '備註', 'Remark'),
      synonyms: '附注、附註、Remarks、Notes、Note',
      kind: 'text',
      optional: true,
      width: 160,
    },
  },
});

export const SPEAKERS = defineTab({
  key: 'speakers',
  title: text('师资库', '師資庫', 'Speakers'),
  purpose: text(
    '可邀请的主讲人及其职称。',
    '可邀請的主講人及其職稱。',
    'Experts who can be invited, with their titles.',
  ),
  color: '#9334e6',
  columns: {
    id: {
      label: text('编号', '編號', 'ID'),
      synonyms: '序号、序號、专家编号、專家編號、师资编号、師資編號、Speaker ID、No.',
      kind: 'id',
      filled: true,
      width: 80,
    },
    name: {
      label: text('姓名', '姓名', 'Name'),
      synonyms: '主讲人、主講人、专家姓名、專家姓名、讲师姓名、講師姓名、Full name',
      kind: 'name',
      filled: true,
      width: 90,
    },
    unit: {
      label: text('单位', '單位', 'Unit'),
      synonyms:
        '工作单位、工作單位、所在单位、所在單位、单位名称、單位名稱、Organisation、Organization、Work unit',
      kind: 'text',
      width: 200,
    },
    titleLevel: {
      label: text('职称级别', '職稱級別', 'Title level'),
      synonyms: '职称、職稱、技术职称、技術職稱、专业技术职务、專業技術職務、Academic title',
      kind: 'choice',
      width: 130,
      choices: {
        academician: text(
          '院士、全国知名专家',
          '院士、全國知名專家',
          'Academician or nationally known',
        ),
        senior: text('正高', '正高', 'Full senior'),
        associate: text('副高', '副高', 'Associate senior'),
        other: text('中级及以下', '中級及以下', 'Intermediate and below'),
        localLeader: text('本区领导干部', '本區領導幹部', 'Leader of this district'),
      },
      help: text(
        '决定讲课费上限（见“标准”）。',
        '決定講課費上限（見「標準」）。',
        'Decides the fee cap (see Standards).',
      ),
    },
    tier: {
      label: text('层级', '層級', 'Tier'),
      synonyms: '级别、級別、专家层级、專家層級、Level',
      kind: 'choice',
      width: 90,
      choices: {
        national: text('国家', '國家', 'National'),
        province: text('省', '省', 'Province'),
        city: text('市', '市', 'City'),
        district: text('区', '區', 'District'),
      },
    },
    field: {
      label: text('专业领域', '專業領域', 'Field'),
      synonyms: '研究方向、专业、專業、研究领域、研究領域、专业方向、專業方向、Subject、Expertise',
      kind: 'text',
      width: 160,
    },
    email: {
      label: text('邮箱', '信箱', 'E-mail'),
      synonyms:
        '电子邮箱、電子郵箱、邮箱地址、郵箱地址、电子邮件、電子郵件、邮件地址、郵件地址、电子信箱、電子信箱、Email、Email address、Mail',
      kind: 'email',
      width: 200,
    },
    phone: {
      label: text('电话', '電話', 'Phone'),
      synonyms:
        '手机、手機、手机号、手機號、手机号码、手機號碼、联系电话、聯繫電話、聯絡電話、电话号码、電話號碼、联系方式、聯繫方式、聯絡方式、移动电话、行動電話、Telephone、Mobile、Mobile phone、Phone number',
      kind: 'phone',
      optional: true,
      width: 120,
    },
    farAway: {
      label: text('异地', '異地', 'From out of town'),
      formerLabels: ['Far away'],
      synonyms: '是否异地、是否異地、外地、Out of town',
      kind: 'yesNo',
      optional: true,
      width: 60,
      help: text(
        '“是”表示路途较远，讲课费可按本地规定上浮（须有书面批准）。',
        '「是」表示路途較遠，講課費可按本地規定上浮（須有書面批准）。',
        '"Yes": comes from out of town; the fee may be raised as the local rule allows, with a written approval.',
      ),
    },
    unavailable: {
      label: text('不便日期', '不便日期', 'Unavailable'),
      kind: 'text',
      optional: true,
      width: 180,
      help: text(
        '不能来的日期、起止日期或星期，用“、”分开，例如 2026-12-01—2026-12-15、周六；排课建议会避开。',
        '不能來的日期、起訖日期或星期，用「、」分開，例如 2026-12-01—2026-12-15、週六；排課建議會避開。',
        'Days, ranges of days or weekdays that are not possible, separated by commas, such as 2026-12-01—2026-12-15, Sat; proposals avoid them.',
      ),
    },
    idNumber: {
      label: text('证件号码', '證件號碼', 'Identity number'),
      synonyms:
        '身份证号、身份證號、身分證號、身份证号码、身份證號碼、身分證號碼、证件号、證件號、ID number、ID card',
      kind: 'id',
      optional: true,
      secret: true,
      width: 170,
      help: text(
        '用于个税申报，可不填；18位身份证号会核对校验码。',
        '用於個稅申報，可不填；18位身分證號會核對檢核碼。',
        'For the tax return; may be blank. An 18-digit citizen’s number is checked.',
      ),
    },
  },
});
