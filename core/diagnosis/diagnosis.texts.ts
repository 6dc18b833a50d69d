// What can be wrong with a workbook or a deployment, and what to do about it, for the person who looks after it.
import { text, type Text } from '../text/language';

/** An error keeps something from working; a warning does not yet; a note is good to know. */
export type Level = 'error' | 'warning' | 'note';

export interface DiagnosisText {
  readonly level: Level;
  readonly says: Text;
  readonly next: Text;
}

const entry = (level: Level, says: Text, next: Text): DiagnosisText => ({ level, says, next });

const SHARE = text(
  '请在“共享”中把 {account} 设为编辑者，不必发送邮件；或重新运行 npm run provision。',
  '請在「共用」中把 {account} 設為編輯者，不必傳送郵件；或重新執行 npm run provision。',
  'Share the workbook with {account} as an editor, without a mail; or run npm run provision again.',
);
const SET_UP = text(
  '请管理员在侧边栏点“初始化”：只补缺少的，不动已有内容。',
  '請管理員在側邊欄按「初始化」：只補缺少的，不動已有內容。',
  'Ask an administrator to press Set up in the sidebar: it adds what is missing and leaves the rest.',
);
const PREVIEW = text(
  '请在侧边栏预览同一通知：名单会列出这些人，可逐个选择重发或视为已发。',
  '請在側邊欄預覽同一通知：名單會列出這些人，可逐個選擇重發或視為已發。',
  'Preview the same notice in the sidebar: it lists these people, and each can be sent again or counted as sent.',
);
const UPGRADE = text('请运行 npm run upgrade-scripts。', '請執行 npm run upgrade-scripts。', 'Run npm run upgrade-scripts.');
const MINUTE = text('请过一分钟再试。', '請過一分鐘再試。', 'Try again in a minute.');

export const DIAGNOSES = {
  notRegistered: entry(
    'error',
    text('这个工作簿没有登记，任何请求都会被拒绝。', '這個活頁簿沒有登記，任何請求都會被拒絕。', 'The workbook is not registered, so every call is refused.'),
    text(
      '请运行 npm run provision，或把编号加入登记簿或 LECTERN_WORKBOOKS。',
      '請執行 npm run provision，或把編號加入登記簿或 LECTERN_WORKBOOKS。',
      'Run npm run provision, or add its id to the registry or to LECTERN_WORKBOOKS.',
    ),
  ),
  closed: entry(
    'error',
    text('登记簿中此工作簿已停用。', '登記簿中此活頁簿已停用。', 'The registry says that this workbook is closed.'),
    text('要继续使用，请把状态改为“使用中”。', '要繼續使用，請把狀態改為「使用中」。', 'To serve it again, set its state to Active.'),
  ),
  paused: entry(
    'note',
    text('登记簿中此工作簿暂停自动发送。', '登記簿中此活頁簿暫停自動傳送。', 'The registry says that nothing is sent by the schedule.'),
    text('要恢复，请把状态改为“使用中”。', '要恢復，請把狀態改為「使用中」。', 'To resume, set its state to Active.'),
  ),
  lastRunFailed: entry(
    'error',
    text('定时运行在 {at} 失败：{reason}', '定時執行在 {at} 失敗：{reason}', 'The scheduled run of {at} failed: {reason}'),
    text('请先解决下面列出的问题；下次运行成功后此提示消失。', '請先解決下面列出的問題；下次執行成功後此提示消失。', 'Settle what is listed below; this goes away with the next run that succeeds.'),
  ),
  overdue: entry(
    'error',
    text('{at} 就该运行，至今没有运行。', '{at} 就該執行，至今沒有執行。', 'A run was due at {at} and has not happened.'),
    text(
      '请查看 Cloud Scheduler 和 Cloud Tasks 的队列是否在运行，worker 是否答复 200。',
      '請檢視 Cloud Scheduler 和 Cloud Tasks 的佇列是否在執行，worker 是否答覆 200。',
      'See whether the job in Cloud Scheduler and the queue in Cloud Tasks run, and whether worker answers 200.',
    ),
  ),
  registryUnreadable: entry(
    'error',
    text('读不到登记簿：{reason}', '讀不到登記簿：{reason}', 'The registry cannot be read: {reason}'),
    text(
      '请把登记簿共享给 {account}（编辑者），并核对 LECTERN_REGISTRY。',
      '請把登記簿共用給 {account}（編輯者），並核對 LECTERN_REGISTRY。',
      'Share the registry with {account} as an editor, and check LECTERN_REGISTRY.',
    ),
  ),
  workbookGone: entry(
    'error',
    text('没有这个编号的工作簿，或已被删除。', '沒有這個編號的活頁簿，或已被刪除。', 'There is no workbook with this id, or it was deleted.'),
    text(
      '请核对编号（网址中 /d/ 与 /edit 之间）；误删的请在 Drive 中取回。',
      '請核對編號（網址中 /d/ 與 /edit 之間）；誤刪的請在 Drive 中取回。',
      'Check the id, the part of the address between /d/ and /edit; what was deleted by mistake is in the bin.',
    ),
  ),
  shareMissing: entry('error', text('工作簿没有共享给 {account}。', '活頁簿沒有共用給 {account}。', 'The workbook is not shared with {account}.'), SHARE),
  shareReadOnly: entry('error', text('{account} 只能查看，不能写入。', '{account} 只能檢視，不能寫入。', '{account} may read the workbook but not write to it.'), SHARE),
  apiDisabled: entry(
    'error',
    text('没有启用所需的 Google API：{reason}', '沒有啟用所需的 Google API：{reason}', 'A Google API that is needed is not enabled in the project: {reason}'),
    text('请运行 deploy/preflight.sh，它列出要启用的 API。', '請執行 deploy/preflight.sh，它列出要啟用的 API。', 'Run deploy/preflight.sh, which lists the APIs to enable.'),
  ),
  quotaReached: entry(
    'warning',
    text('本分钟的 Google 读写配额已用完。', '本分鐘的 Google 讀寫配額已用完。', 'Google’s quota for this minute is used up.'),
    text(
      '请过一分钟再试；常常如此的，见 docs/operations.md 的“Limits”。',
      '請過一分鐘再試；常常如此的，見 docs/operations.md 的「Limits」。',
      'Try again in a minute. If it happens often, see Limits in docs/operations.md.',
    ),
  ),
  sheetsDown: entry('error', text('连不上 Google Sheets。', '連不上 Google Sheets。', 'Google Sheets cannot be reached.'), MINUTE),
  isCopy: entry(
    'error',
    text(
      '这是另一个工作簿的副本：除新年度和初始化外都会被拒绝。',
      '這是另一個活頁簿的副本：除新年度和初始化外都會被拒絕。',
      'This is a copy of another workbook: all calls but New year and Set up are refused.',
    ),
    text(
      '要用它开始新的年度，请在其侧边栏“新年度”中点“本工作簿是副本”；要保留全部内容，请点“初始化工作簿”。',
      '要用它開始新的年度，請在其側邊欄「新年度」中按「本活頁簿是副本」；要保留全部內容，請按「初始化活頁簿」。',
      'To begin a new year in it, press "This workbook is a copy" under "New year" in its sidebar. To keep all that is in it, press "Set up".',
    ),
  ),
  neverSetUp: entry('error', text('工作簿还没有初始化。', '活頁簿還沒有初始化。', 'The workbook has not been set up.'), SET_UP),
  tabsMissing: entry('error', text('缺少工作表：{tabs}。', '缺少工作表：{tabs}。', 'Tabs are missing: {tabs}.'), SET_UP),
  headerWrong: entry('error', text('表头不对：{problem}', '表頭不對：{problem}', 'A header is wrong: {problem}'), text('{suggestion}', '{suggestion}', '{suggestion}')),
  columnsMissing: entry(
    'warning',
    text('工作簿由较早的版本初始化，缺少列：{columns}。', '活頁簿由較早的版本初始化，缺少欄：{columns}。', 'The workbook was set up by an earlier version and lacks columns: {columns}.'),
    SET_UP,
  ),
  nobodyHasRole: entry(
    'error',
    text('“权限”中没有经办人也没有管理员。', '「權限」中沒有經辦人也沒有管理員。', 'The tab Roles has no clerk and no administrator.'),
    text(
      '请在“权限”中为每个经办人填一行；只有 LECTERN_ADMINS 的人现在能用。',
      '請在「權限」中為每個經辦人填一列；只有 LECTERN_ADMINS 的人現在能用。',
      'Enter each clerk in the tab Roles. Until then only LECTERN_ADMINS can work here.',
    ),
  ),
  roleMissing: entry(
    'error',
    text('{person} 不在“权限”中，所以被拒绝。', '{person} 不在「權限」中，所以被拒絕。', '{person} is not in the tab Roles and is refused.'),
    text(
      '请在“权限”中加一行：邮箱要与此人登录 Google 的账号一致。',
      '請在「權限」中加一列：信箱要與此人登入 Google 的帳號一致。',
      'Add a row to the tab Roles. The address must be the one with which the person signs in to Google.',
    ),
  ),
  roleIs: entry(
    'note',
    text('{person} 的角色是“{role}”。', '{person} 的角色是「{role}」。', '{person} has the role {role}.'),
    text(
      '查看者不能写入和发送；要更改请改“权限”中的那一行。',
      '檢視者不能寫入和傳送；要更改請改「權限」中的那一列。',
      'A viewer writes and sends nothing. To change the role, change the row in the tab Roles.',
    ),
  ),
  senderIsExample: entry(
    'error',
    text(
      '“设置”中的发件人还是示例地址 {sender}，没有服务器会接受。',
      '「設定」中的寄件人還是範例地址 {sender}，沒有伺服器會接受。',
      'The sender in Settings is still the example address {sender}, which no server accepts.',
    ),
    text('请在“设置”中填写邮件服务器允许使用的发件人。', '請在「設定」中填寫郵件伺服器允許使用的寄件人。', 'Enter a sender in Settings that the mail server lets you use.'),
  ),
  mailNotSetUp: entry(
    'error',
    text(
      '部署没有设置所选的发信方式（{transport}），或不允许用 {sender} 发信。',
      '部署沒有設定所選的寄信方式（{transport}），或不允許用 {sender} 寄信。',
      'The deployment does not offer the chosen transport ({transport}), or not for the sender {sender}.',
    ),
    text(
      '请核对 LECTERN_SMTP_URL，或 LECTERN_GMAIL_ACCOUNT 和 LECTERN_GMAIL_SENDERS。',
      '請核對 LECTERN_SMTP_URL，或 LECTERN_GMAIL_ACCOUNT 和 LECTERN_GMAIL_SENDERS。',
      'Check LECTERN_SMTP_URL, or LECTERN_GMAIL_ACCOUNT and LECTERN_GMAIL_SENDERS.',
    ),
  ),
  mailServerRefuses: entry(
    'error',
    text('邮件服务器拒绝登录或连不上：{reason}', '郵件伺服器拒絕登入或連不上：{reason}', 'The mail server refuses the sign-in or cannot be reached: {reason}'),
    text(
      '请核对 LECTERN_SMTP_URL：主机、端口、用户名、密码（特殊字符要转义）。',
      '請核對 LECTERN_SMTP_URL：主機、連接埠、使用者名稱、密碼（特殊字元要跳脫）。',
      'Check LECTERN_SMTP_URL in the secret: host, port, user and password, with special characters escaped.',
    ),
  ),
  mailNotLooked: entry(
    'note',
    text('没有试登录邮件服务器：本机没有它的密码。', '沒有試登入郵件伺服器：本機沒有它的密碼。', 'The mail server was not tried: its password is not on this machine.'),
    text('要试的话，请临时设置 LECTERN_SMTP_URL 再运行。', '要試的話，請臨時設定 LECTERN_SMTP_URL 再執行。', 'To try it, set LECTERN_SMTP_URL for this one run.'),
  ),
  configurationWrong: entry(
    'error',
    text('部署的设置不对：{reason}', '部署的設定不對：{reason}', 'The settings of the deployment are wrong: {reason}'),
    text('请更正 deploy/.env 并重新部署。', '請更正 deploy/.env 並重新部署。', 'Correct deploy/.env and deploy again.'),
  ),
  leaseHeld: entry(
    'note',
    text('有人正在发送，占用到 {until}。', '有人正在傳送，佔用到 {until}。', 'Somebody is sending; the lease runs until {until}.'),
    text('请等发送结束。', '請等傳送結束。', 'Wait until the send ends.'),
  ),
  leaseStale: entry(
    'warning',
    text('一次发送在 {until} 前中断，没有结束。', '一次傳送在 {until} 前中斷，沒有結束。', 'A send broke off before {until} and did not end.'),
    text(
      '占用已过期，不妨碍新的发送；其余的会自动继续，不确定的列在下面。',
      '佔用已過期，不妨礙新的傳送；其餘的會自動繼續，不確定的列在下面。',
      'Its lease has run out and hinders nobody. The rest goes on by itself; mails in doubt are listed below.',
    ),
  ),
  mailsInDoubt: entry(
    'warning',
    text('{count} 封邮件不能确定是否发送成功：{kinds}。', '{count} 封郵件不能確定是否傳送成功：{kinds}。', 'Nobody knows whether {count} mails were sent: {kinds}.'),
    PREVIEW,
  ),
  mailsRefused: entry(
    'error',
    text('{count} 封邮件被服务器拒绝（{reason}）：{kinds}。', '{count} 封郵件被伺服器拒絕（{reason}）：{kinds}。', '{count} mails were refused by the server ({reason}): {kinds}.'),
    text(
      '全部被拒的，请核对发件人和邮件服务器；个别被拒的，请核对收件人的邮箱。',
      '全部被拒的，請核對寄件人和郵件伺服器；個別被拒的，請核對收件人的信箱。',
      'If all are refused, check the sender and the mail server; if some, check the addresses of these people.',
    ),
  ),
  mailsGivenUp: entry(
    'warning',
    text(
      '{count} 封邮件已试了 {tries} 次，不再自动重试：{kinds}。',
      '{count} 封郵件已試了 {tries} 次，不再自動重試：{kinds}。',
      '{count} mails were tried {tries} times and are not tried again by themselves: {kinds}.',
    ),
    text('请看“通知记录”的原因，解决后重新预览和发送。', '請看「通知記錄」的原因，解決後重新預覽和傳送。', 'See the reason in the tab Notices; settle it, then preview and send again.'),
  ),
  mailsBounced: entry(
    'warning',
    text(
      '{count} 封邮件被退回，其中邮箱还没有更正的会列在“校验结果”。',
      '{count} 封郵件被退回，其中信箱還沒有更正的會列在「檢核結果」。',
      '{count} mails came back. Addresses that were not corrected since are findings of the check.',
    ),
    text(
      '请更正邮箱，再次预览和发送：只有退信的人会再收到。',
      '請更正信箱，再次預覽和傳送：只有退信的人會再收到。',
      'Correct the addresses, then preview and send again: only these people get the mail.',
    ),
  ),
  clockWrong: entry(
    'error',
    text(
      '本机时钟与 Google 相差 {minutes} 分钟：身份令牌会被当作过期。',
      '本機時鐘與 Google 相差 {minutes} 分鐘：身分權杖會被當作過期。',
      'The clock of this machine differs from Google’s by {minutes} minutes: tokens are taken for expired.',
    ),
    text('请打开自动对时（NTP）。', '請開啟自動對時（NTP）。', 'Switch on automatic time (NTP).'),
  ),
  scriptGone: entry(
    'error',
    text('登记簿中的脚本 {scriptId} 不存在，或您无权查看。', '登記簿中的指令碼 {scriptId} 不存在，或您無權檢視。', 'The script {scriptId} of the registry does not exist, or you may not see it.'),
    text('请删去登记簿中的脚本编号，再运行 npm run provision。', '請刪去登記簿中的指令碼編號，再執行 npm run provision。', 'Take the script id out of the registry and run npm run provision again.'),
  ),
  scriptOld: entry(
    'warning',
    text('工作簿的脚本是 {version} 版，本机是 {own} 版。', '活頁簿的指令碼是 {version} 版，本機是 {own} 版。', 'The workbook’s script is version {version}; here is {own}.'),
    UPGRADE,
  ),
  scriptEmpty: entry('error', text('工作簿的脚本没有 Lectern 的内容。', '活頁簿的指令碼沒有 Lectern 的內容。', 'The workbook’s script has nothing of Lectern in it.'), UPGRADE),
  scriptForeign: entry(
    'warning',
    text('脚本中有不属于 Lectern 的内容：{files}。', '指令碼中有不屬於 Lectern 的內容：{files}。', 'The script has files that are not Lectern’s: {files}.'),
    text('请核实是谁放的；需要的移到另一个脚本。', '請核實是誰放的；需要的移到另一個指令碼。', 'Find out who put them there, and move what is needed to a script of its own.'),
  ),
  scriptNotLooked: entry(
    'note',
    text('没有查看脚本：{reason}', '沒有檢視指令碼：{reason}', 'The script was not looked at: {reason}'),
    text('需要您自己的 Apps Script 权限，见 docs/operations.md。', '需要您自己的 Apps Script 權限，見 docs/operations.md。', 'It needs credentials of your own for Apps Script: docs/operations.md.'),
  ),
  apiUnreachable: entry(
    'error',
    text('函数 api 在 {address} 没有答复：{reason}', '函式 api 在 {address} 沒有答覆：{reason}', 'The function api does not answer at {address}: {reason}'),
    text('请核对地址，并查看 Cloud Run 的记录。', '請核對地址，並檢視 Cloud Run 的記錄。', 'Check the address, and look into the logs of Cloud Run.'),
  ),
  apiMisconfigured: entry(
    'error',
    text('函数 api 拒绝启动：{reason}', '函式 api 拒絕啟動：{reason}', 'The function api refuses to start: {reason}'),
    text('请更正这项设置并重新部署。', '請更正這項設定並重新部署。', 'Correct the setting and deploy again.'),
  ),
  mailboxRefused: entry(
    'warning',
    text('读不了退信邮箱 {mailbox}：{reason}', '讀不了退信信箱 {mailbox}：{reason}', 'The mailbox for bounces {mailbox} cannot be read: {reason}'),
    text(
      '请在 Workspace 管理控制台为服务账号授权 gmail.readonly，并核对邮箱地址（--mailbox）。',
      '請在 Workspace 管理控制台為服務帳號授權 gmail.readonly，並核對信箱地址（--mailbox）。',
      'Delegate gmail.readonly to the service account in the Workspace admin console, and check the address (--mailbox).',
    ),
  ),
  bouncesRecorded: entry(
    'note',
    text(
      '{count} 封退信已写入“通知记录”；已记录过的 {known} 封，不属于本工作簿的 {others} 封，读不懂的 {unread} 封。',
      '{count} 封退信已寫入「通知記錄」；已記錄過的 {known} 封，不屬於本活頁簿的 {others} 封，讀不懂的 {unread} 封。',
      '{count} bounces were written into the tab Notices; {known} were known, {others} belong to other mails, {unread} could not be read.',
    ),
    text('读不懂的请自己看。', '讀不懂的請自己看。', 'Look at those that could not be read yourself.'),
  ),
  nothingFound: entry(
    'note',
    text('没有发现问题。', '沒有發現問題。', 'Nothing wrong was found.'),
    text(
      '仍有问题的，请记下侧边栏显示的请求编号并查看记录。',
      '仍有問題的，請記下側邊欄顯示的請求編號並檢視記錄。',
      'If something still does not work, note the request id that the sidebar shows and look into the logs.',
    ),
  ),
} as const satisfies Record<string, DiagnosisText>;

export type DiagnosisCode = keyof typeof DIAGNOSES;
