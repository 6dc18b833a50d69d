// Topics that can be ordered, who ordered which, and what people proposed.
import { text } from '../../text/language';
import { defineTab } from '../tab';
import { MEMBER_NAME, TOPIC_TITLE } from './shown-names';

export const TOPICS = defineTab({
  key: 'topics',
  title: text('专题', '專題', 'Topics'),
  purpose: text(
    '可点的专题及其进展。',
    '可點的專題及其進展。',
    'Topics that can be ordered, and how far each has come.',
  ),
  color: '#9334e6',
  columns: {
    id: {
      label: text('编号', '編號', 'ID'),
      synonyms: '序号、序號、专题编号、專題編號、Topic ID、No.',
      kind: 'id',
      filled: true,
      width: 80,
    },
    title: {
      label: text('专题', '專題', 'Topic'),
      synonyms: '专题名称、專題名稱、题目、題目、课题、課題、Title、Subject',
      kind: 'text',
      filled: true,
      width: 260,
    },
    source: {
      label: text('来源', '來源', 'Source'),
      synonyms: '专题来源、專題來源、Origin',
      kind: 'choice',
      width: 110,
      choices: {
        higher: text('上级部署', '上級部署', 'Set by higher levels'),
        local: text('本区难点', '本區難點', 'Local problem'),
        public: text('群众关注', '群眾關注', 'Public concern'),
      },
    },
    speakerId: {
      label: text('拟请主讲人', '擬請主講人', 'Proposed speaker'),
      kind: 'id',
      from: { tab: 'speakers', column: 'id' },
      width: 100,
    },
    field: {
      label: text('专业领域', '專業領域', 'Field'),
      kind: 'text',
      optional: true,
      width: 140,
      help: text(
        '与师资库的专业领域对应，用“、”分开；没有拟请主讲人时据此推荐。',
        '與師資庫的專業領域對應，用「、」分開；沒有擬請主講人時據此推薦。',
        'As in the speakers tab, separated by commas; speakers are proposed by it when none is named.',
      ),
    },
    state: {
      label: text('状态', '狀態', 'State'),
      synonyms: '进展、進展、Status',
      kind: 'choice',
      filled: true,
      width: 90,
      choices: {
        open: text('可点', '可點', 'Open'),
        planned: text('已排', '已排', 'Planned'),
        done: text('已讲', '已講', 'Done'),
        dropped: text('撤下', '撤下', 'Dropped'),
      },
    },
    summary: {
      label: text('一句话说明', '一句話說明', 'In one sentence'),
      kind: 'text',
      optional: true,
      width: 320,
      help: text(
        '显示在点单页上，说明讲什么、解决什么问题。',
        '顯示在點單頁上，說明講什麼、解決什麼問題。',
        'Shown on the page where topics are ordered: what it is about.',
      ),
    },
  },
});

export type TopicSource = keyof typeof TOPICS.columns.source.choices;
/** In the order of the drop-down. */
export const TOPIC_SOURCES = Object.keys(TOPICS.columns.source.choices) as [
  TopicSource,
  ...TopicSource[],
]; // the table's own keys

export const ORDERS = defineTab({
  key: 'orders',
  title: text('点单', '點單', 'Orders'),
  purpose: text('谁点了哪个专题。', '誰點了哪個專題。', 'Who ordered which topic.'),
  color: '#9334e6',
  columns: {
    memberId: {
      label: text('人员编号', '人員編號', 'Member ID'),
      synonyms: '编号、編號、人员代码、人員代碼、Member、Person ID',
      kind: 'id',
      filled: true,
      from: { tab: 'roster', column: 'id' },
      width: 90,
    },
    name: MEMBER_NAME,
    topicId: {
      label: text('专题编号', '專題編號', 'Topic ID'),
      kind: 'id',
      filled: true,
      from: { tab: 'topics', column: 'id' },
      width: 90,
    },
    title: TOPIC_TITLE,
    date: {
      label: text('日期', '日期', 'Date'),
      synonyms: '点单日期、點單日期、Ordered on',
      kind: 'day',
    },
    priority: {
      label: text('优先级', '優先級', 'Priority'),
      synonyms: '优先、優先、优先顺序、優先順序、Rank',
      kind: 'integer',
      width: 70,
    },
    withdrawn: {
      label: text('撤回日期', '撤回日期', 'Withdrawn on'),
      kind: 'day',
      help: text(
        '本人在点单页上撤回的日期；填了日期的不计入点单。',
        '本人在點單頁上撤回的日期；填了日期的不計入點單。',
        'The day on which the person took the order back; such a row does not count.',
      ),
    },
  },
});

export const WISHES = defineTab({
  key: 'wishes',
  title: text('自选题目', '自選題目', 'Wishes'),
  purpose: text(
    '学员在点单页上另提的题目；经办人可在侧边栏列为专题。',
    '學員在點單頁上另提的題目；經辦人可在側邊欄列為專題。',
    'Topics that participants proposed on the page; clerks make them topics in the sidebar.',
  ),
  color: '#9334e6',
  optional: true,
  columns: {
    id: { label: text('编号', '編號', 'ID'), kind: 'id', filled: true, width: 80 },
    memberId: {
      label: text('人员编号', '人員編號', 'Member ID'),
      kind: 'id',
      filled: true,
      from: { tab: 'roster', column: 'id' },
      width: 90,
    },
    name: MEMBER_NAME,
    wish: { label: text('题目', '題目', 'Title'), kind: 'text', filled: true, width: 320 },
    date: { label: text('日期', '日期', 'Date'), kind: 'day' },
    topicId: {
      label: text('专题编号', '專題編號', 'Topic ID'),
      kind: 'id',
      from: { tab: 'topics', column: 'id' },
      width: 90,
      help: text(
        '列为专题后由 Lectern 写入；与已有专题相同的，可以直接填写那个专题的编号，计入该专题的点单。',
        '列為專題後由 Lectern 寫入；與已有專題相同的，可以直接填寫那個專題的編號，計入該專題的點單。',
        'Written when the wish becomes a topic. For the same topic proposed twice, enter the ID of the first: it counts as an order.',
      ),
    },
    withdrawn: {
      label: text('撤回日期', '撤回日期', 'Withdrawn on'),
      kind: 'day',
      help: text(
        '本人在点单页上撤回的日期。',
        '本人在點單頁上撤回的日期。',
        'The day on which the person took the wish back.',
      ),
    },
  },
});
