// Topics on offer and who ordered which.
import { addDays, toDay } from '#core/calendar/day';
import { MEMBERS } from './people';
import type { PlainRow } from './sample';

type Topic = PlainRow<'topics'> & { readonly id: string; readonly title: string };
type Source = NonNullable<PlainRow<'topics'>['source']>;
type State = NonNullable<PlainRow<'topics'>['state']>;
type Listed = readonly [string, Source, State, string | null, string?];

const LISTED: readonly Listed[] = [
  ['理论学习与干部能力提升', 'higher', 'done', 'P11'],
  ['区域经济高质量发展的路径', 'higher', 'done', 'P03'],
  ['基层治理中的矛盾化解', 'public', 'done', 'P04'],
  ['城市更新与精细化治理', 'local', 'done', 'P01'],
  ['都市农业与乡村振兴', 'higher', 'done', 'P05'],
  ['依法行政与行政复议', 'public', 'done', 'P06'],
  ['支部建设的方法与案例', 'higher', 'done', 'P07'],
  ['溪流水质与生态修复', 'local', 'done', 'P08'],
  ['县区财政与产业转型', 'local', 'done', 'P02'],
  ['城市内涝的应急处置', 'public', 'done', 'P09'],
  ['营商环境与民营经济', 'local', 'planned', 'P03'],
  ['领导干部应知的法律风险', 'higher', 'planned', 'P12'],
  ['社区养老服务体系建设', 'public', 'planned', 'P04'],
  ['农产品品牌与流通', 'local', 'planned', 'P05'],
  ['数据资源与数字政府', 'higher', 'open', 'P01', '数据怎样用于审批和民生服务，部门之间怎样共享'],
  ['老旧小区改造的群众工作', 'public', 'open', 'P04', '改造前、改造中、改造后怎样同居民商量'],
  ['文旅融合与古镇保护', 'local', 'open', 'P10', '古镇怎样保护，游客和居民怎样兼顾'],
  ['突发事件的新闻发布', 'higher', 'open', null, '第一时间说什么、由谁说、怎样说'],
  ['学前教育资源布局', 'public', 'open', null, '出生人口变化以后，园所和师资怎样调整'],
  ['会议服务外包', 'local', 'dropped', null],
];

export const TOPICS: readonly Topic[] = LISTED.map(
  ([title, source, state, speakerId, summary = null], index) => ({
    id: `T${String(index + 1).padStart(2, '0')}`,
    title,
    source,
    speakerId,
    state,
    summary,
  }),
);

const FIRST_ORDER = toDay('2026-10-19');
const OPEN = TOPICS.filter((topic) => topic.state === 'open');

/** Two of three people ordered two open topics each. */
export const ORDERS: readonly PlainRow<'orders'>[] = MEMBERS.flatMap((member, index) =>
  index % 3 === 2
    ? []
    : [0, 1].map((turn) => ({
        memberId: member.id,
        // Stepping by 1 or 2 through the open topics never repeats a topic for one person.
        topicId: OPEN[(index * index + turn * (1 + (index % 2))) % OPEN.length]?.id ?? '',
        date: addDays(FIRST_ORDER, index % 19),
        priority: turn + 1,
      })),
);

/** What three of them proposed; two mean the same. */
export const WISHES: readonly PlainRow<'wishes'>[] = [
  { id: 'W001', memberId: 'M003', wish: '低空经济与本区产业', date: toDay('2026-10-26') },
  { id: 'W002', memberId: 'M024', wish: '网格员怎样减负', date: toDay('2026-11-02') },
  { id: 'W003', memberId: 'M057', wish: '低空经济能带来什么', date: toDay('2026-11-04') },
];
