// Invented experts of every tier and title level, and one leader of the district who teaches without a fee.
import type { PlainRow } from './sample';

type Speaker = PlainRow<'speakers'> & { readonly id: string };
type Level = NonNullable<PlainRow<'speakers'>['titleLevel']>;
type Tier = NonNullable<PlainRow<'speakers'>['tier']>;
type Listed = readonly [string, string, string, Level, Tier, string];

/** The days on which some of them cannot come. */
const UNAVAILABLE: Readonly<Partial<Record<string, string>>> = {
  闻人达: '2027-01-04—2027-01-29',
  余慎行: '周六',
};

const LISTED: readonly Listed[] = [
  ['闻人达', 'wenrenda', '北辰大学公共治理研究院', 'academician', 'national', '城市治理'],
  ['宋执中', 'songzhizhong', '北辰大学经济学院', 'senior', 'national', '区域经济'],
  ['方令仪', 'fanglingyi', '省委党校经济学教研部', 'senior', 'province', '高质量发展'],
  ['余慎行', 'yushenxing', '省社会科学院', 'senior', 'province', '基层治理'],
  ['陈可为', 'chenkewei', '省农业科学院', 'associate', 'province', '乡村振兴'],
  ['苏念真', 'sunianzhen', '省委党校法学教研部', 'associate', 'province', '法治建设'],
  ['高远帆', 'gaoyuanfan', '市委党校', 'senior', 'city', '党的建设'],
  ['郭述之', 'guoshuzhi', '市环境科学研究所', 'associate', 'city', '生态环境'],
  ['彭一诺', 'pengyinuo', '市应急管理培训中心', 'associate', 'city', '应急管理'],
  ['鲁敬亭', 'lujingting', '市图书馆', 'other', 'city', '地方文化'],
  ['贺知行', 'hezhixing', '云溪区委', 'localLeader', 'district', '党的建设'],
  ['梅若寒', 'meiruohan', '区司法局', 'localLeader', 'district', '法治建设'],
];

export const SPEAKERS: readonly Speaker[] = LISTED.map(
  ([name, address, unit, titleLevel, tier, field], index) => ({
    id: `P${String(index + 1).padStart(2, '0')}`,
    name,
    unit,
    titleLevel,
    tier,
    field,
    // The district's own leaders have the address that the roster has.
    email: tier === 'district' ? `${address}@example.org` : `${address}.speaker@example.org`,
    unavailable: UNAVAILABLE[name] ?? null,
    phone: `000-0001-00${String(index + 1).padStart(2, '0')}`,
  }),
);
