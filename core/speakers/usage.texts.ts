// The words of the report on the pool of speakers.
import { text } from '../text/language';

export const USAGE_TEXTS = {
  sheet: text('报表-师资使用', '報表-師資使用', 'Report - speakers'),
  heading: text('{programme}{year}年师资使用情况', '{programme}{year}年師資使用情況', '{programme}: speakers in {year}'),
  meaning: text(
    '期数、学时、讲课费只计已办各期；讲课费为税前，已入账的按实际，其余按标准测算。平均分须有足够的评价份数。',
    '期數、學時、講課費只計已辦各期；講課費為稅前，已入帳的按實際，其餘按標準測算。平均分須有足夠的評價份數。',
    'Sessions, hours and fees are of held sessions; fees are gross, as booked, otherwise expected at the cap. A mean score needs enough answers.',
  ),
  leaders: text('本区领导干部授课学时占{rate}。', '本區領導幹部授課學時佔{rate}。', 'Leaders of this district taught {rate} of the hours.'),
  id: text('编号', '編號', 'ID'),
  name: text('姓名', '姓名', 'Name'),
  unit: text('单位', '單位', 'Unit'),
  level: text('职称级别', '職稱級別', 'Title level'),
  tier: text('层级', '層級', 'Tier'),
  field: text('专业领域', '專業領域', 'Field'),
  sessions: text('本年期数', '本年期數', 'Sessions this year'),
  hours: text('本年学时', '本年學時', 'Hours this year'),
  fees: text('本年讲课费', '本年講課費', 'Fees this year'),
  allSessions: text('累计期数', '累計期數', 'All sessions'),
  last: text('上次授课', '上次授課', 'Last session'),
  next: text('下次授课', '下次授課', 'Next session'),
  score: text('平均分', '平均分', 'Mean score'),
  answers: text('评价份数', '評價份數', 'Answers'),
  share: text('占比', '佔比', 'Share'),
  target: text('目标', '目標', 'Target'),
  sum: text('合计', '合計', 'Total'),
  chart: text('各层级期数', '各層級期數', 'Sessions by tier'),
};
