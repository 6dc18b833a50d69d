// Every way in which a request can be refused, in the clerks' languages.
import type { ProblemCode } from '#core/contract/problem';
import { text, type Text } from '#core/text/language';
import { LEAVE_KIND_NAMES } from '#core/workbook/tabs/leave-kinds';

interface Refusal {
  readonly code: ProblemCode;
  readonly detail: Text;
  readonly nextStep: Text;
}

const refusal = (code: ProblemCode, detail: Text, nextStep: Text): Refusal => ({
  code,
  detail,
  nextStep,
});
const TRY_AGAIN = text('请过一分钟再试。', '請過一分鐘再試。', 'Try again in a minute.');

export const REFUSALS = {
  notPost: refusal(
    'method-not-allowed',
    text('这里只接受 POST 请求。', '這裡只接受 POST 請求。', 'Only POST is taken here.'),
    text('请用 POST 发送 JSON。', '請用 POST 傳送 JSON。', 'Send a POST with a JSON body.'),
  ),
  bodyTooLarge: refusal(
    'too-large',
    text('请求超过 {kilobytes} KB。', '請求超過 {kilobytes} KB。', 'The body is over {kilobytes} KB.'),
    text('请只发送所需的字段。', '請只傳送所需的欄位。', 'Send only the fields this function takes.'),
  ),
  notJson: refusal(
    'unsupported-media-type',
    text('请求没有声明为 application/json。', '請求沒有聲明為 application/json。', 'The body is not declared as application/json.'),
    text('请加上 content-type: application/json。', '請加上 content-type: application/json。', 'Send the header content-type: application/json.'),
  ),
  badJson: refusal(
    'bad-request',
    text('请求不是有效的 JSON。', '請求不是有效的 JSON。', 'The body is not valid JSON.'),
    text('请发送一个 UTF-8 编码的 JSON 对象。', '請傳送一個 UTF-8 編碼的 JSON 物件。', 'Send one JSON object in UTF-8.'),
  ),
  badFields: refusal(
    'bad-request',
    text('请求的字段不对：{fields}。', '請求的欄位不對：{fields}。', 'The body does not have the expected fields: {fields}.'),
    text('请更正 errors 中列出的字段。', '請更正 errors 中列出的欄位。', 'Correct the fields named in "errors".'),
  ),
  badEntry: refusal('bad-request', text('{problems}。', '{problems}。', '{problems}.'), text('请更正后再试。', '請更正後再試。', 'Correct it and try again.')),
  noToken: refusal(
    'not-authenticated',
    text('请求没有身份令牌。', '請求沒有身分權杖。', 'The request carries no identity token.'),
    text('请从侧边栏操作。', '請從側邊欄操作。', 'Use the sidebar, or send the header authorization: Bearer <identity token>.'),
  ),
  badToken: refusal(
    'not-authenticated',
    text('身份令牌在此无效。', '身分權杖在此無效。', 'The identity token is not valid here.'),
    text('请关闭并重新打开侧边栏；仍不行就重新登录 Google。', '請關閉並重新開啟側邊欄；仍不行就重新登入 Google。', 'Close and reopen the sidebar; if that does not help, sign in to Google again.'),
  ),
  signatureRemoved: refusal(
    'not-authenticated',
    text(
      'Cloud Run 的调用者检查去掉了身份令牌的签名，函数无法核实。',
      'Cloud Run 的叫用者檢查移除了身分權杖的簽章，函式無法核實。',
      'Cloud Run’s invoker check has removed the token’s signature, so the function cannot verify it.',
    ),
    text(
      '请管理员关闭该服务的调用者检查（见 deploy/preflight.sh）。',
      '請管理員關閉該服務的叫用者檢查（見 deploy/preflight.sh）。',
      'Ask the administrator to turn the invoker check of this service off: deploy/preflight.sh says how.',
    ),
  ),
  notScheduler: refusal(
    'not-allowed',
    text('这里只接受定时任务的账号。', '這裡只接受排程工作的帳號。', 'Only the scheduler’s account is taken here.'),
    text('请从侧边栏操作；管理员请核对 LECTERN_SCHEDULERS。', '請從側邊欄操作；管理員請核對 LECTERN_SCHEDULERS。', 'Use the sidebar; administrators: check LECTERN_SCHEDULERS.'),
  ),
  keysUnavailable: refusal('google-unavailable', text('暂时无法取得核对身份所需的密钥。', '暫時無法取得核對身分所需的金鑰。', 'The keys for checking sign-ins could not be fetched.'), TRY_AGAIN),
  unknownFunction: refusal('not-found', text('没有这个功能。', '沒有這個功能。', 'There is no such function.'), text('可用的功能：{names}。', '可用的功能：{names}。', 'Call one of: {names}.')),
  unknownWorkbook: refusal(
    'not-found',
    text('没有登记这个工作簿。', '沒有登記這個活頁簿。', 'This workbook is not registered here.'),
    text('请管理员把它登记到 Lectern。', '請管理員把它登記到 Lectern。', 'Ask the administrator to register it with Lectern.'),
  ),
  registryIncomplete: refusal(
    'internal',
    text('登记表里没有“工作簿”页。', '登記表裡沒有「活頁簿」頁。', 'The registry has no tab Workbooks.'),
    text('请管理员初始化登记表。', '請管理員初始化登記表。', 'Ask the administrator to set the registry up.'),
  ),
  tryLater: refusal(
    'google-unavailable',
    text('现在做不了：{reason}', '現在做不了：{reason}', 'This cannot be done now: {reason}'),
    text('队列会自动再试。', '佇列會自動再試。', 'The queue tries again by itself.'),
  ),
  queueDown: refusal('google-unavailable', text('任务队列暂时无法使用。', '任務佇列暫時無法使用。', 'The task queue cannot be used now.'), TRY_AGAIN),
  noFactStore: refusal(
    'internal',
    text('这个部署没有设置汇总数据的存放位置。', '這個部署沒有設定彙總資料的存放位置。', 'This deployment has no place to keep figures for the roll-up.'),
    text(
      '请管理员设置 LECTERN_ROLL_UP：存储桶 gs://… 或一个文件夹。',
      '請管理員設定 LECTERN_ROLL_UP：儲存桶 gs://… 或一個資料夾。',
      'Ask the administrator to set LECTERN_ROLL_UP to a bucket gs://… or a folder.',
    ),
  ),
  factStoreDown: refusal('google-unavailable', text('汇总数据的存储桶暂时无法使用。', '彙總資料的儲存桶暫時無法使用。', 'The bucket of the roll-up cannot be used now.'), TRY_AGAIN),
  factStoreRefused: refusal(
    'internal',
    text('汇总数据无法写入或导入：{reason}', '彙總資料無法寫入或匯入：{reason}', 'The figures of the roll-up cannot be kept or loaded: {reason}'),
    text(
      '请管理员核对 LECTERN_ROLL_UP 和 LECTERN_ROLL_UP_TABLE，以及服务帐号在那里的角色。',
      '請管理員核對 LECTERN_ROLL_UP 和 LECTERN_ROLL_UP_TABLE，以及服務帳號在那裡的角色。',
      'Ask the administrator to check LECTERN_ROLL_UP and LECTERN_ROLL_UP_TABLE, and the roles of the service account there.',
    ),
  ),
  workbookIsCopy: refusal(
    'workbook-incomplete',
    text(
      '这个工作簿是另一个工作簿的副本，里面的通知记录是原工作簿的。',
      '這個活頁簿是另一個活頁簿的副本，裡面的通知記錄是原活頁簿的。',
      'This workbook is a copy of another one, and the notices in it are the other one’s.',
    ),
    text(
      '要用这个副本开始新的年度，请管理员在侧边栏“新年度”中点“本工作簿是副本”；要保留全部内容单独使用，请管理员点“初始化工作簿”。',
      '要用這個副本開始新的年度，請管理員在側邊欄「新年度」中按「本活頁簿是副本」；要保留全部內容單獨使用，請管理員按「初始化活頁簿」。',
      'To begin a new year in this copy, an administrator presses "This workbook is a copy" under "New year". To keep all that is in it, an administrator presses "Set up".',
    ),
  ),
  notACopy: refusal(
    'bad-request',
    text(
      '本工作簿不是副本，或者已经转入过、初始化过。',
      '本活頁簿不是副本，或者已經轉入過、初始化過。',
      'This workbook is no copy, or is no longer one: the year was started in it, or it was set up.',
    ),
    text(
      '已经转入的，直接使用即可；否则请填写上年度工作簿的链接。',
      '已經轉入的，直接使用即可；否則請填寫上年度活頁簿的連結。',
      'If the year was started, just use the workbook. Otherwise enter the link of last year’s workbook.',
    ),
  ),
  copyIncomplete: refusal(
    'workbook-incomplete',
    text('这个副本不完整：{problems}', '這個副本不完整：{problems}', 'This copy is not complete: {problems}'),
    text('请先在上年度工作簿中点“初始化工作簿”，再重新复制。', '請先在上年度活頁簿中按「初始化活頁簿」，再重新複製。', 'Press "Set up" in last year’s workbook, then make a new copy of it.'),
  ),
  sourceUnknown: refusal(
    'not-found',
    text('没有可以转入的来源工作簿。', '沒有可以轉入的來源活頁簿。', 'There is no such workbook to start from.'),
    text(
      '请核对来源工作簿的链接；它须已登记，并且您在其“权限”中是经办人或管理员。',
      '請核對來源活頁簿的連結；它須已登記，並且您在其「權限」中是經辦人或管理員。',
      'Check the link. That workbook must be registered, and you must be a clerk or an administrator in its roles tab.',
    ),
  ),
  sourceIsTarget: refusal(
    'bad-request',
    text('来源就是本工作簿。', '來源就是本活頁簿。', 'The source is this workbook itself.'),
    text('请打开新年度的空白工作簿，再填写上年度工作簿的链接。', '請開啟新年度的空白活頁簿，再填寫上年度活頁簿的連結。', 'Open the new year’s empty workbook, then enter the link of last year’s.'),
  ),
  sourceIncomplete: refusal(
    'workbook-incomplete',
    text('来源工作簿有问题：{problems}', '來源活頁簿有問題：{problems}', 'The source workbook is not complete: {problems}'),
    text('请先在来源工作簿中点“初始化工作簿”，再重新预览。', '請先在來源活頁簿中按「初始化活頁簿」，再重新預覽。', 'Press "Set up" in the source workbook, then preview again.'),
  ),
  yearNotLater: refusal(
    'bad-request',
    text('{year}年不晚于来源工作簿的{last}年。', '{year}年不晚於來源活頁簿的{last}年。', '{year} is not after {last}, the year of the source workbook.'),
    text('请核对年度，以及来源工作簿“设置”中的年度。', '請核對年度，以及來源活頁簿「設定」中的年度。', 'Check the year, and the setting "Year" of the source workbook.'),
  ),
  yearMistaken: refusal(
    'bad-request',
    text(
      '上年度工作簿“设置”中的年度是{last}，但其中的期次是{found}年的。',
      '上年度活頁簿「設定」中的年度是{last}，但其中的期次是{found}年的。',
      'The setting "Year" of last year’s workbook is {last}, but its sessions are of {found}.',
    ),
    text(
      '请把“设置”中的年度改为{found}，再重新预览；新的年度会在转入时写入。',
      '請把「設定」中的年度改為{found}，再重新預覽；新的年度會在轉入時寫入。',
      'Set the year to {found}, then preview again. Starting the year writes the new one.',
    ),
  ),
  copyHasNewYear: refusal(
    'bad-request',
    text(
      '副本中已有{year}年的内容，转入会把它们删除：{rows}。未写入任何内容。',
      '副本中已有{year}年的內容，轉入會把它們刪除：{rows}。未寫入任何內容。',
      'The copy has entries of {year} already, which starting the year would delete: {rows}. Nothing was written.',
    ),
    text('请先把这些行剪切到自建的工作表中，转入之后再填回。', '請先把這些列剪下到自建的工作表中，轉入之後再填回。', 'Cut these rows into a tab of your own, start the year, then put them back.'),
  ),
  yearHasEntries: refusal(
    'preview-outdated',
    text('本工作簿已有内容：{tabs}。未写入任何内容。', '本活頁簿已有內容：{tabs}。未寫入任何內容。', 'This workbook already has entries: {tabs}. Nothing was written.'),
    text('请另建空白工作簿，初始化并登记后再转入。', '請另建空白活頁簿，初始化並登記後再轉入。', 'Make an empty workbook, set it up and have it registered, then start the year there.'),
  ),
  yearOutdated: refusal(
    'preview-outdated',
    text('预览之后两个工作簿中有改动，未写入任何内容。', '預覽之後兩個活頁簿中有改動，未寫入任何內容。', 'One of the workbooks changed since the preview. Nothing was written.'),
    text('请重新预览，核对后再转入。', '請重新預覽，核對後再轉入。', 'Preview again, then start the year.'),
  ),
  roleTooLow: refusal(
    'not-allowed',
    text('您没有使用此功能的权限。', '您沒有使用此功能的權限。', 'You may not use this function.'),
    text('请管理员在“权限”工作表中为您登记（需要：{role}）。', '請管理員在「權限」工作表中為您登記（需要：{role}）。', 'Ask an administrator to give you the role "{role}" in the roles tab.'),
  ),
  tabMissing: refusal(
    'workbook-incomplete',
    text('工作簿缺少工作表：{tabs}。', '活頁簿缺少工作表：{tabs}。', 'The workbook lacks the tab {tabs}.'),
    text('请点“初始化工作簿”。原有内容不会丢失。', '請按「初始化活頁簿」。原有內容不會遺失。', 'Press "Set up". Nothing you have is lost.'),
  ),
  columnMissing: refusal(
    'workbook-incomplete',
    text('工作表的列有问题：{problems}', '工作表的欄有問題：{problems}', 'Columns are missing or duplicated: {problems}'),
    text('请更正标题行，或点“初始化工作簿”。', '請更正標題列，或按「初始化活頁簿」。', 'Correct the header row, or press "Set up".'),
  ),
  workbookGone: refusal(
    'not-found',
    text('找不到工作簿。', '找不到活頁簿。', 'The workbook was not found.'),
    text('请确认它还在，并已共享给服务账号。', '請確認它還在，並已共用給服務帳號。', 'Check that it still exists and is shared with the service account.'),
  ),
  workbookRefused: refusal(
    'google-unavailable',
    text('Google 拒绝访问工作簿。', 'Google 拒絕存取活頁簿。', 'Google refused access to the workbook.'),
    text('请把工作簿以“编辑者”身份共享给服务账号。', '請把活頁簿以「編輯者」身分共用給服務帳號。', 'Share the workbook with the service account as an editor.'),
  ),
  cellsProtected: refusal(
    'not-allowed',
    text(
      '工作簿中有受保护的单元格，不允许 Lectern 改动；未写入任何内容。',
      '活頁簿中有受保護的儲存格，不允許 Lectern 改動；未寫入任何內容。',
      'Cells of the workbook are protected from Lectern. Nothing was written.',
    ),
    text(
      '请在“数据 → 保护工作表和范围”中把服务账号加为编辑者。',
      '請在「資料 → 保護工作表和範圍」中把服務帳號加為編輯者。',
      'Add the service account to the editors under Data → Protect sheets and ranges.',
    ),
  ),
  quotaReached: refusal(
    'quota-exceeded',
    text('已达到 Google 每分钟的调用上限，未写入任何内容。', '已達到 Google 每分鐘的呼叫上限，未寫入任何內容。', 'Google’s limit of calls per minute is reached. Nothing was written.'),
    TRY_AGAIN,
  ),
  sheetsDown: refusal('google-unavailable', text('Google 表格没有响应。', 'Google 試算表沒有回應。', 'Google Sheets did not answer.'), TRY_AGAIN),
  rowsMoved: refusal(
    'busy',
    text(
      '工作表的行刚才被插入、删除、排序或移动过，未写入任何内容。',
      '工作表的列剛才被插入、刪除、排序或移動過，未寫入任何內容。',
      'Rows were inserted, deleted, sorted or moved just now. Nothing was written.',
    ),
    text('请等同事改完再点一次。', '請等同事改完再按一次。', 'Press again once your colleague has finished.'),
  ),
  writeConflict: refusal(
    'busy',
    text('其他人一直在写入这个工作簿，您的操作未写入。', '其他人一直在寫入這個活頁簿，您的操作未寫入。', 'Others keep writing to this workbook. Nothing was written.'),
    TRY_AGAIN,
  ),
  rowsNotRestored: refusal(
    'busy',
    text('写入的同时有人移动了行，有几处未能还原：{places}', '寫入的同時有人移動了列，有幾處未能還原：{places}', 'Rows were moved during the write, and these places could not be restored: {places}'),
    text(
      '请对照“文件→版本记录”核对这几处，再点一次；“操作记录”里也有。',
      '請對照「檔案→版本記錄」核對這幾處，再按一次；「操作記錄」裡也有。',
      'Compare these places with File → Version history, then press again; the log has them too.',
    ),
  ),
  leaseHeld: refusal(
    'busy',
    text('另一位同事正在用这个工作簿发送通知或入账。', '另一位同事正在用這個活頁簿傳送通知或入帳。', 'Somebody else is sending notices or booking a fee in this workbook right now.'),
    text('请等对方做完，再重新预览。', '請等對方做完，再重新預覽。', 'Wait until that has finished, then preview again.'),
  ),
  previewOutdated: refusal(
    'preview-outdated',
    text('预览之后有改动：{changed}。未发送任何邮件。', '預覽之後有改動：{changed}。未傳送任何郵件。', 'Changed since the preview: {changed}. Nothing was sent.'),
    text('请重新预览，核对后再发送。', '請重新預覽，核對後再傳送。', 'Look at the preview again, then send.'),
  ),
  entriesBlock: refusal(
    'preview-outdated',
    text('本期的录入还有 {count} 处错误，未发送任何邮件。', '本期的輸入還有 {count} 處錯誤，未傳送任何郵件。', 'This session’s entries still have {count} errors. Nothing was sent.'),
    text('请更正预览中列出的错误，再重新预览。', '請更正預覽中列出的錯誤，再重新預覽。', 'Correct the errors that the preview lists, then look at it again.'),
  ),
  sendStopped: refusal(
    'preview-outdated',
    text('预览之后有改动：{changed}。其余 {count} 人没有发送。', '預覽之後有改動：{changed}。其餘 {count} 人沒有傳送。', 'Changed since the preview: {changed}. The other {count} were not sent.'),
    text('请重新预览，核对后再发送给其余的人。', '請重新預覽，核對後再傳送給其餘的人。', 'Look at the preview again, then send to the others.'),
  ),
  noSession: refusal(
    'not-found',
    text('没有可通知的期次。', '沒有可通知的期次。', 'There is no session to announce.'),
    text('请在“日程”中录入下一期，状态选“计划”。', '請在「日程」中輸入下一期，狀態選「計劃」。', 'Enter the next session in the schedule with the state "Planned".'),
  ),
  noSpeaker: refusal(
    'not-found',
    text('{session}没有主讲人，或师资库中没有此人。', '{session}沒有主講人，或師資庫中沒有此人。', '{session} has no speaker, or the speakers tab has no such person.'),
    text('请在“日程”填写主讲人编号。', '請在「日程」填寫主講人編號。', 'Enter the speaker in the schedule.'),
  ),
  noHeldSession: refusal(
    'not-found',
    text('还没有已办的期次。', '還沒有已辦的期次。', 'No session has been held yet.'),
    text('请在“日程”中把办过的期次的状态改为“已办”。', '請在「日程」中把辦過的期次的狀態改為「已辦」。', 'Set the state of the session that was held to "Held" in the schedule.'),
  ),
  noCancelledSession: refusal(
    'not-found',
    text('没有已取消的期次，不需要取消通知。', '沒有已取消的期次，不需要取消通知。', 'No session is cancelled, so there is no cancellation to send.'),
    text(
      '要取消一期，请先在“日程”中把它的状态改为“取消”，再预览。',
      '要取消一期，請先在「日程」中把它的狀態改為「取消」，再預覽。',
      'To cancel a session, set its state to "Cancelled" in the schedule first, then preview.',
    ),
  ),
  noHeldInPeriod: refusal(
    'not-found',
    text(
      '{from} 至 {to} 没有登记过考勤的期次；报表没有改动。',
      '{from} 至 {to} 沒有登記過考勤的期次；報表沒有改動。',
      'No session from {from} to {to} has attendance recorded. The reports were not changed.',
    ),
    text('请检查起止日期，或先登记考勤。', '請檢查起訖日期，或先登記考勤。', 'Check the period, or record the attendance first.'),
  ),
  noOrderRound: refusal(
    'not-found',
    text('现在没有这一轮点单。', '現在沒有這一輪點單。', 'There is no such round of orders now.'),
    text(
      '请在“设置”中填写“点单开始”和“点单截止”，截止不早于开始。',
      '請在「設定」中填寫「點單開始」和「點單截止」，截止不早於開始。',
      'Enter "Ordering opens" and "Ordering closes" in the settings, the closing day not before the opening day.',
    ),
  ),
  orderRoundOver: refusal(
    'gone',
    text('这一轮点单已经截止，邀请和提醒不再发送。', '這一輪點單已經截止，邀請和提醒不再傳送。', 'This round of orders is over: nobody is invited or reminded any more.'),
    text('如需延期，请在“设置”中延后“点单截止”。', '如需延期，請在「設定」中延後「點單截止」。', 'To extend it, enter a later "Ordering closes" in the settings.'),
  ),
  noPeriod: refusal(
    'not-found',
    text('没有指明这份通知报告的时段。', '沒有指明這份通知報告的時段。', 'The notice names no period to report on.'),
    text('请先选择时段。', '請先選擇時段。', 'Choose the period first.'),
  ),
  rollIncomplete: refusal(
    'workbook-incomplete',
    text(
      '本期还有 {count} 人没有考勤记录或记录待核实，未发送任何邮件。',
      '本期還有 {count} 人沒有考勤記錄或記錄待核實，未傳送任何郵件。',
      'The attendance of {count} is not recorded yet, or unclear. Nothing was sent.',
    ),
    text('请先登记考勤；待核实的见“校验结果”。', '請先登記考勤；待核實的見「檢核結果」。', 'Record the attendance first; for what is unclear see the tab Checks.'),
  ),
  mailNotSetUp: refusal(
    'mail-unavailable',
    text('没有配置邮件发送。', '沒有設定郵件傳送。', 'Sending mail is not configured.'),
    text(
      '请管理员设置 LECTERN_SMTP_URL，或 LECTERN_GMAIL_ACCOUNT 和 LECTERN_GMAIL_SENDERS（须含发件地址）。',
      '請管理員設定 LECTERN_SMTP_URL，或 LECTERN_GMAIL_ACCOUNT 和 LECTERN_GMAIL_SENDERS（須含寄件地址）。',
      'Ask the administrator to set LECTERN_SMTP_URL, or LECTERN_GMAIL_ACCOUNT and LECTERN_GMAIL_SENDERS, which must hold the sender.',
    ),
  ),
  dailyLimit: refusal(
    'quota-exceeded',
    text(
      '最近24小时已发 {used} 封，再发 {planned} 封会超过每日上限 {limit}。未发送任何邮件。',
      '最近24小時已發 {used} 封，再發 {planned} 封會超過每日上限 {limit}。未傳送任何郵件。',
      '{used} mails left in the last 24 hours; {planned} more would pass the limit of {limit}. Nothing was sent.',
    ),
    text('请明天再发，或请管理员核对“每日邮件上限”。', '請明天再發，或請管理員核對「每日郵件上限」。', 'Send tomorrow, or ask an administrator to check the setting "Mails per day".'),
  ),
  notInDoubt: refusal(
    'not-found',
    text('没有这样一封结果不明的邮件。', '沒有這樣一封結果不明的郵件。', 'There is no such mail with unknown delivery.'),
    text('请重新预览。', '請重新預覽。', 'Look at the preview again.'),
  ),
  nobodyToShow: refusal(
    'not-found',
    text('没有收件人，无法试发。', '沒有收件人，無法試發。', 'There is no recipient to test with.'),
    text('请先核对名单。', '請先核對名單。', 'Check the list first.'),
  ),
  testNotSent: refusal(
    'mail-unavailable',
    text('试发没有成功：{reason}', '試發沒有成功：{reason}', 'The test was not sent: {reason}'),
    text('请管理员核对邮件设置。', '請管理員核對郵件設定。', 'Ask the administrator to check the mail settings.'),
  ),
  readOnlyPage: refusal(
    'method-not-allowed',
    text('这个页面只供查看，不接受提交。', '這個頁面只供檢視，不接受提交。', 'This page is for reading only; nothing can be sent to it.'),
    text('请用浏览器重新打开链接。', '請用瀏覽器重新開啟連結。', 'Open the link again in a browser.'),
  ),
  notGetOrPost: refusal(
    'method-not-allowed',
    text('这里只接受 GET 和 POST 请求。', '這裡只接受 GET 和 POST 請求。', 'Only GET and POST are accepted here.'),
    text('请用浏览器打开邮件中的链接。', '請用瀏覽器開啟郵件中的連結。', 'Open the link in a browser.'),
  ),
  notForm: refusal(
    'unsupported-media-type',
    text('请求不是网页表单。', '請求不是網頁表單。', 'The body is not a web form.'),
    text('请用网页上的按钮提交。', '請用網頁上的按鈕提交。', 'Use the page’s own buttons.'),
  ),
  formTooLarge: refusal('too-large', text('提交的内容太长。', '提交的內容太長。', 'What was sent is too long.'), text('请缩短后再提交。', '請縮短後再提交。', 'Make it shorter and send it again.')),
  badLink: refusal(
    'not-found',
    text('这个链接无效。', '這個連結無效。', 'This link is not valid.'),
    text(
      '请完整打开邮件或页面中的链接；仍不行请与主办单位联系。',
      '請完整開啟郵件或頁面中的連結；仍不行請與主辦單位聯絡。',
      'Open the whole link from your mail or page; if that does not help, ask the organisers.',
    ),
  ),
  testLink: refusal(
    'not-found',
    text('这是试发邮件中的链接，不能用来答复。', '這是試發郵件中的連結，不能用來答覆。', 'This link is from a test mail; no answer can be given with it.'),
    text('每位收件人的邮件里有各自的链接。', '每位收件人的郵件裡有各自的連結。', 'Each recipient’s own mail has a link of their own.'),
  ),
  linkExpired: refusal(
    'gone',
    text('这个链接已过期。', '這個連結已過期。', 'This link is no longer valid.'),
    text('如有需要，请与主办单位联系。', '如有需要，請與主辦單位聯絡。', 'If you still need it, ask the organisers.'),
  ),
  codeExpired: refusal(
    'gone',
    text('这个签到码已过期。', '這個簽到碼已過期。', 'This check-in code is no longer valid.'),
    text('请重新扫屏幕上的二维码。', '請重新掃螢幕上的二維碼。', 'Scan the code on the screen again.'),
  ),
  checkInClosed: refusal('gone', text('签到已结束。', '簽到已結束。', 'Check-in is over.'), text('请到签到台登记。', '請到簽到台登記。', 'Please see the sign-in desk.')),
  tooManyGuesses: refusal(
    'quota-exceeded',
    text('这个姓名试错的次数太多。', '這個姓名試錯的次數太多。', 'This name was tried too often.'),
    text('请到签到台登记，或过十分钟再试。', '請到簽到台登記，或過十分鐘再試。', 'See the sign-in desk, or try again in ten minutes.'),
  ),
  noPresent: refusal(
    'workbook-incomplete',
    text('“考勤状态”中没有代码为 present 的状态。', '「考勤狀態」中沒有代碼為 present 的狀態。', 'The statuses tab has no status with the code present.'),
    text('请管理员补上，或到签到台登记。', '請管理員補上，或到簽到台登記。', 'Ask an administrator to add it, or see the sign-in desk.'),
  ),
  noPages: refusal(
    'internal',
    text('没有配置公开页面的地址。', '沒有設定公開頁面的位址。', 'The public pages have no address.'),
    text('请管理员设置 LECTERN_LINK_KEY 和 LECTERN_PAGES_URL。', '請管理員設定 LECTERN_LINK_KEY 和 LECTERN_PAGES_URL。', 'Ask the administrator to set LECTERN_LINK_KEY and LECTERN_PAGES_URL.'),
  ),
  replyClosed: refusal(
    'gone',
    text('这期课程已开始、已结束或已取消，不能再答复。', '這期課程已開始、已結束或已取消，不能再答覆。', 'The session has begun, is over or was cancelled: replies are no longer accepted.'),
    text('如有需要，请与主办单位联系。', '如有需要，請與主辦單位聯絡。', 'If you still need it, ask the organisers.'),
  ),
  sessionBegun: refusal(
    'gone',
    text('这期课程已经开始，不能再答复。', '這期課程已經開始，不能再答覆。', 'The session has begun: replies are no longer accepted.'),
    text('临时不能到课的，请与主办单位联系。', '臨時不能到課的，請與主辦單位聯絡。', 'If you cannot come, tell the organisers.'),
  ),
  sessionOver: refusal(
    'gone',
    text('这期课程已经结束，不能再答复。', '這期課程已經結束，不能再答覆。', 'The session is over: replies are no longer accepted.'),
    text('需要补办请假的，请与主办单位联系。', '需要補辦請假的，請與主辦單位聯絡。', 'If you still have to hand in a request for leave, ask the organisers.'),
  ),
  sessionCancelled: refusal(
    'gone',
    text('这期课程已经取消，不用答复。', '這期課程已經取消，不用答覆。', 'The session was cancelled: no reply is needed.'),
    text('如有疑问，请与主办单位联系。', '如有疑問，請與主辦單位聯絡。', 'If you have questions, ask the organisers.'),
  ),
  badAnswer: refusal(
    'bad-request',
    text(
      '请假需要选择类型，并填写事由（200字以内）；分钟数只填数字。',
      '請假需要選擇類型，並填寫事由（200字以內）；分鐘數只填數字。',
      'Leave needs a kind and a reason of at most 200 characters; minutes are digits only.',
    ),
    text('请返回上一页补充后再提交。', '請返回上一頁補充後再提交。', 'Go back, complete it and send it again.'),
  ),
  ordersClosed: refusal(
    'gone',
    text('点单还没有开始，或已经截止。', '點單還沒有開始，或已經截止。', 'Topics cannot be ordered yet, or not any more.'),
    text('如有需要，请与主办单位联系。', '如有需要，請與主辦單位聯絡。', 'If you still need it, ask the organisers.'),
  ),
  badOrder: refusal(
    'bad-request',
    text('点单的内容无法识别，没有写入。', '點單的內容無法識別，沒有寫入。', 'The order could not be read. Nothing was written.'),
    text(
      '请返回上一页，重新选择后再提交；自提的题目不超过100字。',
      '請返回上一頁，重新選擇後再提交；自提的題目不超過100字。',
      'Go back, choose again and send it; your own topic has at most 100 characters.',
    ),
  ),
  noWish: refusal(
    'not-found',
    text('没有这个自选题目，或已经列为专题。', '沒有這個自選題目，或已經列為專題。', 'There is no such wish, or it is a topic already.'),
    text('请重新读取。', '請重新讀取。', 'Read the list again.'),
  ),
  wishChanged: refusal(
    'preview-outdated',
    text('这个自选题目刚被本人更改，没有列为专题。', '這個自選題目剛被本人更改，沒有列為專題。', 'The person has just changed this wish. It has not become a topic.'),
    text('请重新读取，看过新题目再列为专题。', '請重新讀取，看過新題目再列為專題。', 'Read the list again, and make it a topic as it reads now.'),
  ),
  evaluationOver: refusal(
    'gone',
    text('这期课程的评价已经截止，或还没有开始。', '這期課程的評價已經截止，或還沒有開始。', 'The evaluation of this session is over, or has not begun.'),
    text('如有意见，请直接与主办单位联系。', '如有意見，請直接與主辦單位聯絡。', 'If you have something to say, tell the organisers.'),
  ),
  evaluationChanged: refusal(
    'preview-outdated',
    text('评价方式（匿名或实名）刚刚改变，您的评价没有保存。', '評價方式（匿名或實名）剛剛改變，您的評價沒有儲存。', 'Whether answers are anonymous has just been changed. Your answer was not kept.'),
    text('请重新打开链接，看清说明以后再填写。', '請重新開啟連結，看清說明以後再填寫。', 'Open the link again and read what it says before you answer.'),
  ),
  evaluationNotClosed: refusal(
    'bad-request',
    text('这期课程没有可以启封的评价，或份数不足。', '這期課程沒有可以啟封的評價，或份數不足。', 'This session has no sealed answers that can be opened, or too few of them.'),
    text('请等收到足够的份数，或等评价截止。', '請等收到足夠的份數，或等評價截止。', 'Wait until there are enough answers, or until the evaluation closes.'),
  ),
  answersBusy: refusal(
    'busy',
    text('同时答复的人太多，您的答复还没有记下。', '同時答覆的人太多，您的答覆還沒有記下。', 'Too many people are replying at once. Your reply was not recorded.'),
    TRY_AGAIN,
  ),
  pagesNotSetUp: refusal(
    'internal',
    text('没有配置公开页面。', '沒有設定公開頁面。', 'The public pages are not configured.'),
    text('请管理员设置 LECTERN_LINK_KEY。', '請管理員設定 LECTERN_LINK_KEY。', 'Ask the administrator to set LECTERN_LINK_KEY.'),
  ),
  dashboardLinksOff: refusal(
    'gone',
    text('工作台的领导链接已经关闭。', '工作台的領導連結已經關閉。', 'Links to the dashboard are switched off.'),
    text('请管理员在“设置”中更改“领导链接有效(天)”。', '請管理員在「設定」中更改「領導連結有效(天)」。', 'Ask the administrator to change the setting "Leaders’ link valid (days)".'),
  ),
  badConfiguration: refusal(
    'internal',
    text('服务配置有误：{reasons}', '服務設定有誤：{reasons}', 'The configuration is not usable: {reasons}'),
    text('请管理员更正环境变量，见 docs/operations.md。', '請管理員更正環境變數，見 docs/operations.md。', 'Correct the environment variables; docs/operations.md lists them.'),
  ),
  badPeriod: refusal(
    'bad-request',
    text('起止日期不对：{from} 至 {to}。', '起訖日期不對：{from} 至 {to}。', 'The period {from} to {to} is not possible.'),
    text('请检查日期先后。', '請檢查日期先後。', 'Check that both are dates and in order.'),
  ),
  badDay: refusal('bad-request', text('没有这一天：{day}。', '沒有這一天：{day}。', '{day} is not a valid date.'), text('请检查日期。', '請檢查日期。', 'Check the day.')),
  importTabGone: refusal(
    'not-found',
    text('找不到要导入的工作表。', '找不到要匯入的工作表。', 'The tab to import is no longer there.'),
    text('请重新选择来源。', '請重新選擇來源。', 'Choose the source again.'),
  ),
  importOwnTab: refusal(
    'bad-request',
    text('“{tab}”是 Lectern 自己的工作表，不能作为导入来源。', '「{tab}」是 Lectern 自己的工作表，不能作為匯入來源。', '"{tab}" is a tab of Lectern itself and cannot be imported.'),
    text('请把要导入的内容粘贴到另一个工作表。', '請把要匯入的內容貼到另一個工作表。', 'Paste what you want to import into another tab.'),
  ),
  fileTooLarge: refusal(
    'too-large',
    text('“{name}”太大：最多 {megabytes} MB。', '「{name}」太大：最多 {megabytes} MB。', '"{name}" is too large: at most {megabytes} MB.'),
    text(
      '请只保留要导入的那张表，另存后再试；或者粘贴到工作簿的一个新工作表里。',
      '請只保留要匯入的那張表，另存後再試；或者貼到活頁簿的一個新工作表裡。',
      'Keep only the sheet to import and save it anew, or paste it into a new tab of the workbook.',
    ),
  ),
  cellTooFar: refusal(
    'bad-request',
    text('文件在很远的单元格 {cell} 有内容，没有导入。', '檔案在很遠的儲存格 {cell} 有內容，沒有匯入。', 'The file has something in the far cell {cell}; it was not imported.'),
    text('请清除名单以外的单元格，保存后再试。', '請清除名單以外的儲存格，儲存後再試。', 'Clear the cells outside the list, save the file and try again.'),
  ),
  fileUnreadable: refusal(
    'bad-request',
    text('读不懂“{name}”。', '讀不懂「{name}」。', '"{name}" cannot be read.'),
    text('请另存为 .xlsx 或 .csv 再试；有密码的请先去掉密码。', '請另存為 .xlsx 或 .csv 再試；有密碼的請先去掉密碼。', 'Save it as .xlsx or .csv and try again; remove a password first.'),
  ),
  importEmpty: refusal(
    'bad-request',
    text('“{source}”里没有内容。', '「{source}」裡沒有內容。', '"{source}" has nothing in it.'),
    text('请检查选择的来源。', '請檢查選擇的來源。', 'Check the source that you chose.'),
  ),
  importOpen: refusal(
    'preview-outdated',
    text('还有 {count} 处没有选定，未写入。', '還有 {count} 處沒有選定，未寫入。', '{count} choices are still open. Nothing was written.'),
    text('请在预览中逐一选定，再写入。', '請在預覽中逐一選定，再寫入。', 'Make each choice in the preview, then write.'),
  ),
  importOutdated: refusal(
    'preview-outdated',
    text('预览之后来源或工作簿有改动，未写入。', '預覽之後來源或活頁簿有改動，未寫入。', 'The source or the workbook changed since the preview. Nothing was written.'),
    text('请重新预览，核对后再写入。', '請重新預覽，核對後再寫入。', 'Preview again, check it, then write.'),
  ),
  importNoSession: refusal(
    'not-found',
    text(
      '“{id}”不能导入考勤：日程里没有这一期，或者已取消，或者日期、时间不全。',
      '「{id}」不能匯入考勤：日程裡沒有這一期，或者已取消，或者日期、時間不全。',
      'No attendance can be imported for "{id}": it is not in the schedule, was cancelled, or lacks its day or times.',
    ),
    text('请在“日程”中核对，再重新选择期次。', '請在「日程」中核對，再重新選擇期次。', 'Check the schedule, then choose the session again.'),
  ),
  importTooEarly: refusal(
    'bad-request',
    text('课在{date} {time}开始，现在还没有考勤可导入。', '課在{date} {time}開始，現在還沒有考勤可匯入。', 'The session begins on {date} at {time}; there is no attendance to import before.'),
    text('请核对选择的期次，或开课以后再导入。', '請核對選擇的期次，或開課以後再匯入。', 'Check which session you chose, or import once it has begun.'),
  ),
  noFeeSession: refusal(
    'not-found',
    text('没有可计算讲课费的期次。', '沒有可計算講課費的期次。', 'There is no session to calculate a fee for.'),
    text('请在“日程”中核对期次编号和日期。', '請在「日程」中核對期次編號和日期。', 'Check the session’s ID and date in the schedule.'),
  ),
  feeOutdated: refusal(
    'preview-outdated',
    text('预览之后工作簿有改动，未入账。', '預覽之後活頁簿有改動，未入帳。', 'The workbook changed since the preview. Nothing was booked.'),
    text('请重新计算，核对后再确认。', '請重新計算，核對後再確認。', 'Calculate the fee again, then confirm.'),
  ),
  feeBlocked: refusal(
    'preview-outdated',
    text('本期讲课费还有 {count} 处错误，未入账。', '本期講課費還有 {count} 處錯誤，未入帳。', 'This fee still has {count} errors. Nothing was booked.'),
    text('请更正列出的错误，再重新计算。', '請更正列出的錯誤，再重新計算。', 'Correct the errors that are listed, then work the fee out again.'),
  ),
  noSettlement: refusal(
    'not-found',
    text('没有可决算的期次。', '沒有可決算的期次。', 'There is no session to settle.'),
    text('请在“日程”中核对期次编号、日期和状态。', '請在「日程」中核對期次編號、日期和狀態。', 'Check the session’s ID, date and state in the schedule.'),
  ),
  noLeave: refusal(
    'not-found',
    text('“请假”中没有编号为 {id} 的一条，或编号重复。', '「請假」中沒有編號為 {id} 的一條，或編號重複。', 'The leave tab has no single row with the ID {id}.'),
    text('请刷新列表，核对“请假”的编号。', '請重新整理列表，核對「請假」的編號。', 'Refresh the list and check the IDs in the leave tab.'),
  ),
  leaveNoKind: refusal(
    'workbook-incomplete',
    text('这条请假没有填类型，未写入。', '這條請假沒有填類型，未寫入。', 'This leave has no kind. Nothing was written.'),
    text(`请在“请假”里选择类型：${LEAVE_KIND_NAMES['zh-CN']}。`, `請在「請假」裡選擇類型：${LEAVE_KIND_NAMES['zh-TW']}。`, `Choose the kind in the leave tab: ${LEAVE_KIND_NAMES.en}.`),
  ),
  leaveNoMember: refusal(
    'workbook-incomplete',
    text('花名册里没有“{member}”，不能准假，未写入。', '花名冊裡沒有「{member}」，不能准假，未寫入。', 'The roster has no "{member}", so the leave cannot be approved. Nothing was written.'),
    text('请核对“请假”里的人员编号。', '請核對「請假」裡的人員編號。', 'Check the member ID in the leave tab.'),
  ),
  leaveNoSession: refusal(
    'workbook-incomplete',
    text(
      '日程里没有“{session}”这一期，不能准假，未写入。',
      '日程裡沒有「{session}」這一期，不能准假，未寫入。',
      'The schedule has no session "{session}", so the leave cannot be approved. Nothing was written.',
    ),
    text('请核对“请假”里的期次编号。', '請核對「請假」裡的期次編號。', 'Check the session ID in the leave tab.'),
  ),
  leaveCancelledSession: refusal(
    'preview-outdated',
    text('{session}已取消，不用请假，未写入。', '{session}已取消，不用請假，未寫入。', '{session} is cancelled, so nobody needs leave. Nothing was written.'),
    text('请撤销这条请假，或核对“日程”的状态。', '請撤銷這條請假，或核對「日程」的狀態。', 'Cancel the leave, or check the session’s state in the schedule.'),
  ),
  leaveNotDue: refusal(
    'workbook-incomplete',
    text(
      '{member}不在{session}的应到人员里，不用请假，未写入。',
      '{member}不在{session}的應到人員裡，不用請假，未寫入。',
      '{member} is not due at {session}, so no leave is needed. Nothing was written.',
    ),
    text(
      '请核对期次、人员，以及“日程”的参加范围和花名册的起止日期。',
      '請核對期次、人員，以及「日程」的參加範圍和花名冊的起訖日期。',
      'Check session and person, the session’s audience, and the dates on the roster.',
    ),
  ),
  leaveMoved: refusal(
    'preview-outdated',
    text('这条请假在列出以后改过，或者已经不在了，未写入。', '這條請假在列出以後改過，或者已經不在了，未寫入。', 'This leave was changed or removed since it was listed. Nothing was written.'),
    text('请刷新列表，再看一遍。', '請重新整理列表，再看一遍。', 'Refresh the list and look again.'),
  ),
  leaveOfSamePair: refusal(
    'preview-outdated',
    text(
      '同一人同一期的另一条请假刚刚处理过，这一条未写入。',
      '同一人同一期的另一條請假剛剛處理過，這一條未寫入。',
      'Another leave of the same person and session was decided just now. This one was not written.',
    ),
    text('请刷新列表，再处理这一条。', '請重新整理列表，再處理這一條。', 'Refresh the list, then decide this one.'),
  ),
  dayToCome: refusal(
    'bad-request',
    text('{day}还没有到，未写入。', '{day}還沒有到，未寫入。', '{day} is in the future. Nothing was written.'),
    text('请填今天或以前的日期。', '請填今天或以前的日期。', 'Enter today or an earlier day.'),
  ),
  leaveNotNow: refusal(
    'preview-outdated',
    text('这条请假现为“{state}”，不能{event}。', '這條請假現為「{state}」，不能{event}。', 'This leave is “{state}” now, so it cannot be changed to: {event}.'),
    text('请刷新列表，再看一遍。', '請重新整理列表，再看一遍。', 'Refresh the list and look again.'),
  ),
  noApprover: refusal(
    'bad-request',
    text('没有填批准人，未写入。', '沒有填批准人，未寫入。', 'No approver is given. Nothing was written.'),
    text('请填写批准人。', '請填寫批准人。', 'Enter the approver.'),
  ),
  leaveTooEarly: refusal(
    'bad-request',
    text('{date}的课还没有上，不能销假或补课。', '{date}的課還沒有上，不能銷假或補課。', 'The session of {date} has not taken place, so the leave cannot be closed.'),
    text('本人能来上课的，请撤销请假。', '本人能來上課的，請撤銷請假。', 'If the person comes after all, cancel the leave.'),
  ),
  noSignIn: refusal(
    'not-found',
    text('没有可签到的期次。', '沒有可簽到的期次。', 'There is no session to sign in for.'),
    text('请在“日程”中核对期次编号、日期和起止时间。', '請在「日程」中核對期次編號、日期和起訖時間。', 'Check the session’s ID, date and times in the schedule.'),
  ),
  signInTooEarly: refusal(
    'bad-request',
    text('课在{date} {time}开始，现在还不能结束签到。', '課在{date} {time}開始，現在還不能結束簽到。', 'The session begins on {date} at {time}; its sign-in cannot be closed before.'),
    text('请在开课以后结束签到。', '請在開課以後結束簽到。', 'Close it once the session has begun.'),
  ),
  noSheet: refusal(
    'not-found',
    text('还没有{id}的签到表。', '還沒有{id}的簽到表。', 'There is no sign-in sheet of {id} yet.'),
    text('请先点“生成签到表”。', '請先按「產生簽到表」。', 'Make the sign-in sheet first.'),
  ),
  sheetUnreadable: refusal(
    'workbook-incomplete',
    text(
      '“{title}”的表头缺少这些列，或者有两列同名：{labels}。未写入任何内容。',
      '「{title}」的表頭缺少這些欄，或者有兩欄同名：{labels}。未寫入任何內容。',
      'The header of “{title}” lacks these columns, or has them twice: {labels}. Nothing was written.',
    ),
    text(
      '请把表头的列名改回来（每个只出现一次），再点一次；已填的都还在。',
      '請把表頭的欄名改回來（每個只出現一次），再按一次；已填的都還在。',
      'Put the labels back into the header row, each once, and press again; entries are kept.',
    ),
  ),
  nothingToPay: refusal(
    'bad-request',
    text('本期没有应发的讲课费，未入账。', '本期沒有應發的講課費，未入帳。', 'There is no fee to pay for this session. Nothing was booked.'),
    text(
      '本区领导干部授课一般不发讲课费；确需发放的，请填写标准和审批号。',
      '本區領導幹部授課一般不發講課費；確需發放的，請填寫標準和審批號。',
      'Leaders of the district are usually not paid; otherwise give the rate and the approval number.',
    ),
  ),
} as const satisfies Record<string, Refusal>;

export type RefusalName = keyof typeof REFUSALS;
