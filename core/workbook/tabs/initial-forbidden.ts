// What training money may not buy, as a new workbook says it; also what applies in a workbook whose tab has no rows.
import type { TabRow } from '../tab';
import type { FORBIDDEN } from './rules';

type Row = TabRow<typeof FORBIDDEN>;

const SOURCE = '财行〔2016〕540号';
const row = (kind: string, words: string, except: string | null = null): Row => ({
  kind,
  words,
  except,
  source: SOURCE,
});

/** Payees are Chinese names in every workbook, so the words are the same in all; both scripts are side by side. */
export const INITIAL_FORBIDDEN: readonly Row[] = [
  row(
    '烟',
    '香烟、香煙、卷烟、捲煙、烟草、煙草、烟酒、煙酒、名烟、中华烟、中華煙、玉溪烟、利群烟、芙蓉王、黄鹤楼烟、烟卷',
    '烟草局、煙草局、烟草专卖局、煙草專賣局',
  ),
  row(
    '酒',
    '白酒、红酒、紅酒、啤酒、黄酒、葡萄酒、洋酒、名酒、酒水、茅台酒、茅台、五粮液、五糧液、汾酒、竹叶青、剑南春、泸州老窖、洋河大曲、郎酒、古井贡',
    '茅台镇、茅台鎮',
  ),
  row(
    '礼品',
    '礼品、禮品、礼盒、禮盒、礼篮、禮籃、果篮、果籃、礼金、禮金、纪念品、紀念品、土特产、土特產、茶叶、茶葉、保健品、购物卡、購物卡、代金券、月饼、月餅、粽子',
  ),
  row(
    '旅游',
    '旅游、旅遊、旅行社、景区、景區、景点、景點、门票、門票、观光、觀光',
    '旅游局、旅遊局、旅游学院、旅遊學院、旅游学校、旅游职业学院、文化和旅游局、文化旅游局',
  ),
  row('娱乐', '娱乐、娛樂、ktv、洗浴、足浴、桑拿、按摩、高尔夫、高爾夫、健身卡'),
  row(
    '宴请接待',
    '宴请、宴請、宴会、宴會、接待费、接待費、接待餐、公务接待、公務接待、接待用餐、招待费、招待費',
  ),
  row('会议费', '会议费、會議費', '会议费标准'),
  row(
    '购置设备',
    '电脑、電腦、计算机、計算機、笔记本电脑、平板电脑、平板、打印机、印表機、复印机、影印機、传真机、傳真機、手机、手機、相机、相機、照相机、摄像机、攝影機、投影仪、投影機',
    '电脑城、電腦城、手机银行、手機銀行、手机号、手機號、手机费、电脑打印、计算机学院、计算机学校、计算机协会、计算机培训、平板车、平板玻璃',
  ),
];
