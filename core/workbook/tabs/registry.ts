// The registry: a workbook of its own, in which administrators list the workbooks that a deployment serves.
import { text } from '../../text/language';
import { defineTab } from '../tab';

export const WORKBOOKS = defineTab({
  key: 'workbooks',
  title: text('工作簿', '活頁簿', 'Workbooks'),
  purpose: text(
    '一行一个工作簿；不在此列的不提供服务。',
    '一列一個活頁簿；不在此列的不提供服務。',
    'One workbook a row; a workbook without a row is not served.',
  ),
  color: '#1a73e8',
  protectedFor: 'admin',
  columns: {
    id: {
      label: text('编号', '編號', 'ID'),
      kind: 'id',
      filled: true,
      width: 320,
      help: text(
        '工作簿网址中 /d/ 与 /edit 之间的部分。',
        '活頁簿網址中 /d/ 與 /edit 之間的部分。',
        'The part of the workbook’s address between /d/ and /edit.',
      ),
    },
    name: { label: text('名称', '名稱', 'Name'), kind: 'text', width: 200 },
    district: {
      label: text('区县', '區縣', 'District'),
      kind: 'text',
      help: text(
        '汇总时的区县名称。',
        '彙總時的區縣名稱。',
        'The name of the district in figures over all workbooks.',
      ),
    },
    region: {
      label: text('地区', '地區', 'Region'),
      kind: 'text',
      help: text(
        '区县所属的市或省。',
        '區縣所屬的市或省。',
        'The city or province that the district belongs to.',
      ),
    },
    state: {
      label: text('状态', '狀態', 'State'),
      kind: 'choice',
      filled: true,
      width: 100,
      choices: {
        active: text('使用中', '使用中', 'Active'),
        paused: text('暂停自动发送', '暫停自動傳送', 'Paused'),
        closed: text('停用', '停用', 'Closed'),
      },
      help: text(
        '暂停：只停止定时发送；停用：不再提供服务。',
        '暫停：只停止定時傳送；停用：不再提供服務。',
        'Paused: nothing is sent by the schedule. Closed: the workbook is not served.',
      ),
    },
    contact: { label: text('联系人', '聯絡人', 'Contact'), kind: 'text', width: 180 },
    addedOn: { label: text('登记日期', '登記日期', 'Added on'), kind: 'day' },
    scriptId: { label: text('脚本编号', '指令碼編號', 'Script ID'), kind: 'text', width: 200 },
    clientIds: {
      label: text('客户端编号', '客戶端編號', 'Client IDs'),
      kind: 'text',
      width: 200,
      help: text(
        '哪些脚本的令牌可以打开它，用逗号分隔；空白：部署只接受一个时就是那一个。',
        '哪些指令碼的權杖可以開啟它，用逗號分隔；空白：部署只接受一個時就是那一個。',
        'The scripts whose tokens open it, separated by commas. Blank: the only one that the deployment accepts.',
      ),
    },
    account: {
      label: text('服务账号', '服務帳號', 'Account'),
      kind: 'email',
      width: 220,
      help: text(
        '以哪个服务账号读写它；空白：部署自己的账号。',
        '以哪個服務帳號讀寫它；空白：部署自己的帳號。',
        'The service account that reads and writes it. Blank: the deployment’s own.',
      ),
    },
    nextDue: {
      label: text('下次到期', '下次到期', 'Next due'),
      kind: 'instant',
      width: 190,
      help: text(
        '由 Lectern 写入：何时有事要做；空白：每夜查看一次。',
        '由 Lectern 寫入：何時有事要做；空白：每夜檢視一次。',
        'Written by Lectern: when there is something to do. Blank: it is looked at once a night.',
      ),
    },
    queuedAt: {
      label: text('排队时间', '排隊時間', 'Queued at'),
      kind: 'instant',
      width: 190,
      help: text(
        '由 Lectern 写入：上次交给队列的时间。',
        '由 Lectern 寫入：上次交給佇列的時間。',
        'Written by Lectern: when a run was last handed to the queue.',
      ),
    },
    lastRun: {
      label: text('上次运行', '上次執行', 'Last run'),
      kind: 'instant',
      width: 190,
      help: text('由 Lectern 写入。', '由 Lectern 寫入。', 'Written by Lectern.'),
    },
    lastError: {
      label: text('上次错误', '上次錯誤', 'Last error'),
      kind: 'text',
      width: 320,
      help: text(
        '由 Lectern 写入：上次运行为何失败；空白：没有失败。',
        '由 Lectern 寫入：上次執行為何失敗；空白：沒有失敗。',
        'Written by Lectern: why the last run failed. Blank: it did not.',
      ),
    },
  },
});

export const ADMINISTRATORS = defineTab({
  key: 'administrators',
  title: text('管理员', '管理員', 'Administrators'),
  purpose: text(
    '可以初始化并管理所有登记的工作簿的人。',
    '可以初始化並管理所有登記的活頁簿的人。',
    'Who may set up and administer every registered workbook.',
  ),
  color: '#1a73e8',
  protectedFor: 'admin',
  columns: {
    email: { label: text('邮箱', '信箱', 'E-mail'), kind: 'email', filled: true, width: 220 },
    name: { label: text('姓名', '姓名', 'Name'), kind: 'name' },
  },
});
