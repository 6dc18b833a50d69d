import { describe, expect, it } from '@jest/globals';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Converter, CustomConverter } from 'opencc-js/cn2t';
import ts from 'typescript';

const ROOT = join(__dirname, '../../..');
const FOLDERS = ['apps-script/server', 'apps-script/sidebar', 'core', 'functions', 'workbench'];

/** Words that OpenCC writes otherwise than an office in Taiwan does, or that mean something else here. */
const OFFICE_WORDS = [
  // a spreadsheet and its parts
  ['工作簿', '活頁簿'],
  ['單元格', '儲存格'],
  ['批註', '附註'],
  ['行', '列'],
  ['行列', '欄列'],
  ['空行', '空行'],
  ['的行不', '的行不'], // a line of a template
  ['執行', '執行'],
  ['現行', '現行'],
  ['另行', '另行'],
  ['銀行', '銀行'],
  ['不行', '不行'],
  ['可行', '可行'],
  ['舉行', '舉行'],
  ['厲行', '厲行'],
  ['履行', '履行'],
  ['幾行要點', '幾行要點'], // of an outline
  ['列印', '列印'],
  ['下拉式清單', '下拉清單'],
  ['當前工作表', '目前工作表'],
  ['縱向', '直向'],
  ['」列。', '」欄。'],
  ['」列選擇', '」欄選擇'],
  ['表的列', '表的欄'],
  ['這些列', '這些欄'],
  ['這一列的標題', '這一欄的標題'],
  ['有這一列', '有這一欄'],
  ['兩列都叫', '兩欄都叫'],
  ['兩列同名', '兩欄同名'],
  ['一列，其餘改名', '一欄，其餘改名'],
  ['列名', '欄名'],
  ['通報列名', '通報列名'], // people named in a bulletin
  // the local page
  ['發件人', '寄件人'],
  ['純文本', '純文字'],
  ['當前使用者', '目前使用者'],
  // the papers of an office
  ['佔全部', '占全部'],
  ['反饋', '回饋'],
  ['您的支援', '您的支持'],
  ['列標題', '欄位標題'],
  ['原有各列', '原有各欄'],
  ['有幾列都', '有幾欄都'],
  ['那一列的標題', '那一欄的標題'],
  // a program
  ['校驗', '檢核'],
  ['錄入', '輸入'],
  ['補錄', '補登'],
  ['補全', '補齊'],
  ['生成', '產生'],
  ['型別', '類型'],
  ['許可權', '權限'],
  ['模板', '範本'],
  ['配置', '設定'],
  ['幫助', '說明'],
  ['丟失', '遺失'],
  ['選中', '選取'],
  ['收起', '收合'],
  ['點「', '按「'],
  ['點一次', '按一次'],
  ['標識', '識別碼'],
  ['身份', '身分'],
  ['令牌', '權杖'],
  ['共享', '共用'],
  ['服務地址', '服務位址'],
  ['服務的地址', '服務的位址'],
  ['設定的地址', '設定的位址'],
  ['頁面的地址', '頁面的位址'],
  ['回答', '回應'],
  ['響應', '回應'],
  ['連線不上', '連不上'],
  ['拒絕訪問', '拒絕存取'],
  ['宣告為', '聲明為'],
  ['呼叫者', '叫用者'],
  ['簽名', '簽章'],
  ['去掉了', '移除了'],
  ['定時任務', '排程工作'],
  ['擴充套件程式', '擴充功能'],
  ['新建一個', '新增一個'],
  ['個人資料', '設定檔'],
  ['Google 表格', 'Google 試算表'],
  ['花括號', '大括號'],
  ['純文本', '純文字'],
  ['設為文本', '設為文字'],
  ['查詢和', '查找和'],
  ['優先順序', '優先級'],
  ['簽到屏', '簽到螢幕'],
  ['大屏', '大螢幕'],
  ['全屏', '全螢幕'],
  // mail
  ['郵箱', '信箱'],
  ['主題', '主旨'],
  ['正文', '內文'],
  ['發送', '傳送'],
  ['發件', '寄件'],
  ['發信', '寄信'],
  ['示例', '範例'],
  ['、埠、', '、連接埠、'],
  ['轉義', '跳脫'],
  ['缺少列：', '缺少欄：'],
  ['回復】', '回覆】'],
  ['邀請回復', '邀請回覆'],
  ['發給收件人', '傳給收件人'],
  ['貼上到', '貼到'],
  ['貼上進去', '貼進去'],
  // columns of an imported list
  ['各列的含義', '各欄的含義'],
  ['各列選定', '各欄選定'],
  ['對應列', '對應欄'],
  ['這一列不匯入', '這一欄不匯入'],
  // programme, leave and money
  ['臺', '台'],
  ['賬', '帳'],
  ['臺賬', '台賬'], // the title of a report tab in existing workbooks
  ['專案', '項目'],
  ['專案設定', '專案設定'],
  ['起止', '起訖'],
  ['按程式', '按程序'],
  ['物件', '對象'],
  ['JSON 物件', 'JSON 物件'],
  ['程式碼', '代碼'],
  ['檔案', '文件'],
  ['檔案 →', '檔案 →'],
  ['檔案→', '檔案→'],
  ['合同', '合約'],
  ['不準', '不准'],
  ['準假', '准假'],
  ['已準', '已准'],
  ['稽核', '審核'],
  ['摺', '折'],
  ['衝減', '沖減'],
  ['紙質', '紙本'],
  ['條不在', '筆不在'],
  ['再籤', '再簽'],
  ['沒有采用', '沒有採用'],
  ['周次', '週次'],
  ['周空閒', '週空閒'],
  ['周沒有', '週沒有'],
  ['這些周', '這些週'],
  ['的周列', '的週列'],
  ['} 周，', '} 週，'],
  ['裝置；', '設備；'],
  ['裝置、', '設備、'],
  ['生成檔案', '產生檔案'],
  // files of a computer
  ['檔案（.xlsx', '檔案（.xlsx'],
  ['檔案中的工作表', '檔案中的工作表'],
  ['；檔案：', '；檔案：'],
  ['按檔案更改', '按檔案更改'],
  ['應到而檔案中', '應到而檔案中'],
  ['{added}條', '{added}筆'],
  ['{replaced}條', '{replaced}筆'],
  ['{added} 條', '{added} 筆'],
  ['{replaced} 條', '{replaced} 筆'],
  ['{n} 條與', '{n} 筆與'],
  ['檔案超過 2 MB', '檔案超過 2 MB'],
  ['檔案在很遠', '檔案在很遠'],
  ['那個檔案', '那個檔案'],
  ['發來檔案', '傳來檔案'],
  ['空檔案', '空檔案'],
  ['軟體的檔案', '軟體的檔案'],
  ['電子表格檔案', '試算表檔案'],
  ['單獨的檔案', '單獨的檔案'],
  ['二進位制', '二進位'],
  ['OpenDocument 檔案', 'OpenDocument 檔案'],
  ['PDF 檔案', 'PDF 檔案'],
  ['.xlsx 檔案', '.xlsx 檔案'],
  ['Numbers 文稿', 'Numbers 文件'],
  ['檔案—匯出為', '檔案—輸出至'],
  ['匯出的檔案', '輸出的檔案'],
  ['文本檔案', '文字檔'],
] as const;

/** Sentences that differ for another reason. */
const ON_PURPOSE: ReadonlySet<string> = new Set([
  '其他（{count}行）', // lines of a printed sheet
  '已傳送過', // clerks know a skip reason by its words
]);

interface Pair {
  readonly place: string;
  readonly zhCN: string;
  readonly zhTW: string;
}

describe('the texts in Traditional Chinese', () => {
  const pairs = FOLDERS.flatMap(filesBelow).flatMap(pairsOf);

  it('are found in all rooms', () => {
    expect(pairs.length).toBeGreaterThan(1500);
  });

  it('say what the Simplified Chinese says, in the words of an office in Taiwan', () => {
    const toTaiwan = Converter({ from: 'cn', to: 'twp' });
    const toOffice = CustomConverter(OFFICE_WORDS.map(([from, to]) => [from, to]));
    const differing = pairs
      .map((pair) => ({ ...pair, converted: toOffice(quoted(toTaiwan(pair.zhCN))) }))
      .filter(({ zhTW, converted }) => zhTW !== converted && !ON_PURPOSE.has(zhTW))
      .map(({ place, zhTW, converted }) => ({ place, zhTW, converted }));
    expect(differing).toEqual([]);
  });
});

/** The quotation marks of Taiwan; OpenCC leaves them. */
function quoted(sentence: string): string {
  return sentence
    .replaceAll('“', '「')
    .replaceAll('”', '」')
    .replaceAll('‘', '『')
    .replaceAll('’', '』');
}

function filesBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name));
}

/** Calls like `text('简', '繁', 'en')` and objects with `zh-CN` and `zh-TW`. */
function pairsOf(file: string): Pair[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(join(ROOT, file), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const pairs: Pair[] = [];
  const add = (zhCN: ts.Expression | undefined, zhTW: ts.Expression | undefined) => {
    const [cn, tw] = [sentenceOf(zhCN), sentenceOf(zhTW)];
    if (cn === null || tw === null || !zhTW || !/\p{Script=Han}/u.test(cn)) return;
    const line = source.getLineAndCharacterOfPosition(zhTW.getStart()).line + 1;
    pairs.push({ place: `${file}:${line}`, zhCN: cn, zhTW: tw });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const en = sentenceOf(node.arguments[2]);
      if (en !== null && !/\p{Script=Han}/u.test(en)) add(node.arguments[0], node.arguments[1]);
    }
    if (ts.isObjectLiteralExpression(node)) add(valueOf(node, 'zh-CN'), valueOf(node, 'zh-TW'));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return pairs;
}

function valueOf(object: ts.ObjectLiteralExpression, key: string): ts.Expression | undefined {
  return object.properties
    .filter(ts.isPropertyAssignment)
    .find(({ name }) => ts.isStringLiteralLike(name) && name.text === key)?.initializer;
}

/** The text of a literal, also of one in parts; null when it is worked out. */
function sentenceOf(expression: ts.Expression | undefined): string | null {
  if (!expression) return null;
  if (ts.isStringLiteralLike(expression)) return expression.text;
  if (ts.isTemplateExpression(expression)) {
    const rest = expression.templateSpans.map(({ literal }) => `\${}${literal.text}`);
    return expression.head.text + rest.join('');
  }
  if (ts.isBinaryExpression(expression)) {
    const [left, right] = [sentenceOf(expression.left), sentenceOf(expression.right)];
    return left === null || right === null ? null : left + right;
  }
  return null;
}
