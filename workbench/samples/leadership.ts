// Invented people: the four teams, court and procuratorate, and the six sub-districts, in official order.

/** Name, address before the @, post. */
export type Listed = readonly [name: string, address: string, post: string];
export interface ListedUnit {
  readonly unit: string;
  readonly people: readonly Listed[];
}

export const TEAMS: readonly ListedUnit[] = [
  {
    unit: '区委',
    people: [
      ['贺知行', 'hezhixing', '区委书记'],
      ['沈砚秋', 'shenyanqiu', '区委副书记、区长'],
      ['陆怀谦', 'luhuaiqian', '区委副书记、政法委书记'],
      ['顾明渠', 'gumingqu', '区委常委、纪委书记、监委主任'],
      ['孟晓岚', 'mengxiaolan', '区委常委、组织部部长'],
      ['裴景文', 'peijingwen', '区委常委、宣传部部长'],
      ['苗若溪', 'miaoruoxi', '区委常委、统战部部长'],
      ['范立城', 'fanlicheng', '区委常委、常务副区长'],
      ['庄以宁', 'zhuangyining', '区委常委、区委办公室主任'],
      ['谷建河', 'gujianhe', '区委常委、人武部政委'],
      ['童思远', 'tongsiyuan', '区委常委、副区长'],
    ],
  },
  {
    unit: '区人大常委会',
    people: [
      ['尹仲坤', 'yinzhongkun', '主任'],
      ['陶静姝', 'taojingshu', '副主任'],
      ['葛长林', 'gechanglin', '副主任'],
      ['阮秀珠', 'ruanxiuzhu', '副主任'],
      ['樊守业', 'fanshouye', '副主任'],
      ['丁沐阳', 'dingmuyang', '副主任'],
    ],
  },
  {
    unit: '区政府',
    people: [
      ['霍启明', 'huoqiming', '副区长'],
      ['柳叶青', 'liuyeqing', '副区长'],
      ['钱学涛', 'qianxuetao', '副区长'],
      ['秦海桐', 'qinhaitong', '副区长'],
      ['施慧敏', 'shihuimin', '副区长'],
      ['乔振邦', 'qiaozhenbang', '副区长、公安分局局长'],
    ],
  },
  {
    unit: '区政协',
    people: [
      ['温汝成', 'wenrucheng', '主席'],
      ['喻兰芝', 'yulanzhi', '副主席'],
      ['巴特尔·朝克', 'bateerchaoke', '副主席'],
      ['欧阳柏年', 'ouyangbainian', '副主席'],
      ['季春和', 'jichunhe', '副主席'],
      ['邹望舒', 'zouwangshu', '副主席'],
    ],
  },
];

export const JUSTICE: readonly ListedUnit[] = [
  { unit: '区人民法院', people: [['康正言', 'kangzhengyan', '院长']] },
  { unit: '区人民检察院', people: [['颜汝平', 'yanruping', '检察长']] },
];

const SECRETARY = '党工委书记';
const DIRECTOR = '办事处主任';

export const SUBDISTRICTS: readonly ListedUnit[] = [
  {
    unit: '听松街道',
    people: [
      ['齐云帆', 'qiyunfan', SECRETARY],
      ['姚小满', 'yaoxiaoman', DIRECTOR],
    ],
  },
  {
    unit: '白鹭湾街道',
    people: [
      ['雷厚德', 'leihoude', SECRETARY],
      ['黎芷晴', 'lizhiqing', DIRECTOR],
    ],
  },
  {
    unit: '柳堤街道',
    people: [
      ['石大川', 'shidachuan', SECRETARY],
      ['向晚秋', 'xiangwanqiu', DIRECTOR],
    ],
  },
  {
    unit: '青石坡街道',
    people: [
      ['毛立群', 'maoliqun', SECRETARY],
      ['邵文博', 'shaowenbo', DIRECTOR],
    ],
  },
  {
    unit: '望云台街道',
    people: [
      ['常青山', 'changqingshan', SECRETARY],
      ['安雨桐', 'anyutong', DIRECTOR],
    ],
  },
  {
    unit: '长汀桥街道',
    people: [
      ['梁书宁', 'liangshuning', SECRETARY],
      ['牛国梁', 'niuguoliang', DIRECTOR],
    ],
  },
];
