// The year's money: planned heads and what was spent.
import { text } from '../../text/language';
import type { Choices } from '../column';
import { defineTab } from '../tab';

/** Cost heads of a training budget (财行〔2016〕540号 art. 8). */
export const COST_HEADS = {
  lecturer: text('师资费', '師資費', 'Lecturers'),
  lodging: text('住宿费', '住宿費', 'Lodging'),
  meals: text('伙食费', '伙食費', 'Meals'),
  venue: text('培训场地费', '培訓場地費', 'Venue'),
  materials: text('培训资料费', '培訓資料費', 'Materials'),
  transport: text('交通费', '交通費', 'Transport'),
  other: text('其他费用', '其他費用', 'Other'),
} as const satisfies Choices;

export const BUDGET = defineTab({
  key: 'budget',
  title: text('预算', '預算', 'Budget'),
  purpose: text('年度预算，按科目。', '年度預算，按科目。', 'The yearly budget by cost head.'),
  color: '#e37400',
  columns: {
    year: {
      label: text('年度', '年度', 'Year'),
      synonyms: '年份、预算年度、預算年度',
      kind: 'integer',
      filled: true,
      width: 60,
    },
    head: {
      label: text('科目', '科目', 'Head'),
      synonyms: '预算科目、預算科目、费用科目、費用科目、项目、項目、Cost head、Item',
      kind: 'choice',
      choices: COST_HEADS,
      filled: true,
      width: 120,
    },
    planned: {
      label: text('年初预算', '年初預算', 'Planned'),
      synonyms: '预算数、預算數、预算金额、預算金額、年初预算数、年初預算數、Budget、Amount',
      kind: 'money',
      filled: true,
    },
    adjusted: {
      label: text('调整', '調整', 'Adjusted'),
      synonyms: '调整数、調整數、调整金额、調整金額、追加、Adjustment',
      kind: 'money',
      help: text(
        '增减额；空白表示未调整。',
        '增減額；空白表示未調整。',
        'The change, plus or minus; blank: none.',
      ),
    },
    documentNumber: {
      label: text('文号', '文號', 'Document no.'),
      synonyms: '批复文号、批覆文號、文件号、文件號、Document number',
      kind: 'text',
      width: 180,
    },
    sessionId: {
      label: text('期次编号', '期次編號', 'Session ID'),
      synonyms: '期次、Session',
      kind: 'id',
      optional: true,
      from: { tab: 'schedule', column: 'id' },
      width: 90,
      help: text(
        '空白表示全年预算；填写则是这一期的预算，不计入全年合计。',
        '空白表示全年預算；填寫則是這一期的預算，不計入全年合計。',
        'Blank: the year’s budget; otherwise this one session’s, which the year’s does not include.',
      ),
    },
  },
});

export const EXPENSES = defineTab({
  key: 'expenses',
  title: text('支出', '支出', 'Expenses'),
  purpose: text('每笔支出一行。', '每筆支出一列。', 'One row per payment.'),
  color: '#e37400',
  columns: {
    id: {
      label: text('编号', '編號', 'ID'),
      synonyms: '序号、序號、支出编号、支出編號、Expense ID、No.',
      kind: 'id',
      filled: true,
      width: 80,
    },
    date: {
      label: text('日期', '日期', 'Date'),
      synonyms: '支出日期、付款日期、支付日期、报销日期、報銷日期、Paid on、Payment date',
      kind: 'day',
      filled: true,
    },
    sessionId: {
      label: text('期次编号', '期次編號', 'Session ID'),
      synonyms: '期次、Session',
      kind: 'id',
      from: { tab: 'schedule', column: 'id' },
      width: 90,
    },
    head: {
      label: text('科目', '科目', 'Head'),
      synonyms: '费用科目、費用科目、支出科目、费用类别、費用類別、Cost head、Item',
      kind: 'choice',
      choices: COST_HEADS,
      filled: true,
      width: 120,
    },
    payee: {
      label: text('收款人', '收款人', 'Payee'),
      synonyms: '领款人、領款人、收款单位、收款單位、收款方、对方单位、對方單位、Paid to',
      kind: 'text',
      filled: true,
      width: 160,
    },
    net: {
      label: text('税后', '稅後', 'Net'),
      synonyms: '税后金额、稅後金額、实发金额、實發金額、Net amount、After tax',
      kind: 'money',
    },
    gross: {
      label: text('税前', '稅前', 'Gross'),
      synonyms: '税前金额、稅前金額、应发金额、應發金額、Gross amount、Before tax',
      kind: 'money',
    },
    tax: {
      label: text('个税', '個稅', 'Tax'),
      synonyms: '个人所得税、個人所得稅、代扣个税、代扣個稅、税额、稅額、Income tax',
      kind: 'money',
    },
    amount: {
      label: text('金额', '金額', 'Amount'),
      synonyms: '支出金额、支出金額、付款金额、付款金額、合计金额、合計金額、Sum、Total',
      kind: 'money',
      filled: true,
    },
    voucherNumber: {
      label: text('凭证号', '憑證號', 'Voucher no.'),
      synonyms: '凭证编号、憑證編號、凭证号码、憑證號碼、Voucher number、Voucher',
      kind: 'text',
      width: 110,
    },
    approvalNumber: {
      label: text('审批号', '審批號', 'Approval no.'),
      synonyms: '审批编号、審批編號、审批单号、審批單號、Approval number',
      kind: 'text',
      optional: true,
      needed: true,
      width: 110,
    },
    headCount: {
      label: text('计费人数', '計費人數', 'Headcount billed'),
      synonyms: '人数、人數、Headcount',
      formerLabels: ['People paid for'],
      kind: 'integer',
      limits: [0, 5000],
      optional: true,
      width: 90,
      help: text(
        '按人计费的支出填写，不得多于实到人数。',
        '按人計費的支出填寫，不得多於實到人數。',
        'For costs per person; never more than attended.',
      ),
    },
    proof: {
      label: text('单据', '單據', 'Supporting documents'),
      synonyms: '附件、报销单据、報銷單據、Documents',
      formerLabels: ['Papers'],
      kind: 'text',
      optional: true,
      width: 140,
      help: text(
        '讲课费签收单、发票或合同的编号。',
        '講課費簽收單、發票或合約的編號。',
        'Number of the fee slip, invoice or contract.',
      ),
    },
    taxBasis: {
      label: text('计税方式', '計稅方式', 'Tax basis'),
      formerLabels: ['Taxed'],
      kind: 'choice',
      optional: true,
      needed: true,
      width: 110,
      choices: {
        month: text('本月合并', '本月合併', 'Combined with month'),
        separate: text('单独计税', '單獨計稅', 'Separate'),
      },
      formerWords: { month: ['With the month'], separate: ['Separately'] },
      help: text(
        '同一项目一个月内的讲课费合并为一次；空白按合并处理。',
        '同一項目一個月內的講課費合併為一次；空白按合併處理。',
        'Fees for the same engagement within a month are taxed together; blank means that.',
      ),
    },
    taxReason: {
      label: text('计税说明', '計稅說明', 'Tax note'),
      formerLabels: ['Why so taxed'],
      kind: 'text',
      optional: true,
      needed: true,
      width: 180,
      help: text('单独计税的理由。', '單獨計稅的理由。', 'Why a fee is taxed separately.'),
    },
    exceptionReason: {
      label: text('例外说明', '例外說明', 'Exception reason'),
      kind: 'text',
      optional: true,
      needed: true,
      width: 180,
      help: text(
        '支出写有“禁列项目”的词语、但不属于的理由；师资费只有金额、不是讲课费的理由。',
        '支出寫有「禁列項目」的詞語、但不屬於的理由；師資費只有金額、不是講課費的理由。',
        'Why an expense with a word of Excluded expenses is not such an expense, or why an amount alone under Lecturers is not a fee.',
      ),
    },
  },
});
