// Problems on the way to the functions: code, status, and what the reader sees and can do.
import type { ProblemCode } from '#core/contract/problem';
import { text, type Text } from '#core/text/language';

export interface LocalProblemTexts {
  readonly code: ProblemCode;
  readonly status: number;
  readonly detail: Text;
  readonly nextStep: Text;
}

export const LOCAL_PROBLEMS = {
  'no-address': {
    code: 'internal',
    status: 500,
    detail: text('还没有设置 Lectern 服务的地址。', '還沒有設定 Lectern 服務的位址。', 'The address of the Lectern service is not set.'),
    nextStep: text(
      '请管理员打开“扩展程序 → Apps Script → 项目设置 → 脚本属性”，添加属性 LECTERN_API_URL。',
      '請管理員開啟「擴充功能 → Apps Script → 專案設定 → 指令碼屬性」，新增屬性 LECTERN_API_URL。',
      'Ask the administrator to open Extensions → Apps Script → Project settings → Script properties and to add LECTERN_API_URL.',
    ),
  },
  'no-token': {
    code: 'not-authenticated',
    status: 401,
    detail: text('Google 没有给出您的身份凭证。', 'Google 沒有給出您的身分憑證。', 'Google did not confirm who you are.'),
    nextStep: text(
      '重新载入工作簿，再次打开侧边栏，并同意授权。',
      '重新載入活頁簿，再次開啟側邊欄，並同意授權。',
      'Reload the workbook, open the sidebar again and grant the permissions it asks for.',
    ),
  },
  unreachable: {
    code: 'google-unavailable',
    status: 503,
    detail: text('连接不上 Lectern 服务。', '連不上 Lectern 服務。', 'The Lectern service could not be reached.'),
    nextStep: text(
      '请稍等一分钟再试。如果一直如此，请管理员核对服务状态和服务地址（见菜单“关于与帮助”）。',
      '請稍等一分鐘再試。如果一直如此，請管理員核對服務狀態和服務位址（見選單「關於與說明」）。',
      'Try again in a minute. If the problem continues, ask the administrator to check the service and its address (menu “About and help”).',
    ),
  },
  refused: {
    code: 'not-allowed',
    status: 403,
    detail: text('Lectern 服务拒绝了您的账号。', 'Lectern 服務拒絕了您的帳號。', 'The Lectern service refused your account.'),
    nextStep: text(
      '请核对侧边栏底部的账号；如果是您工作用的账号，请管理员允许它调用该服务。',
      '請核對側邊欄底部的帳號；如果是您工作用的帳號，請管理員允許它呼叫該服務。',
      'Check the account at the bottom of the sidebar. If it is your work account, ask the administrator to let it call the service.',
    ),
  },
  'wrong-address': {
    code: 'not-found',
    status: 404,
    detail: text('设置的地址上没有 Lectern 服务。', '設定的位址上沒有 Lectern 服務。', 'There is no Lectern service at the address that is set.'),
    nextStep: text(
      '请管理员核对服务地址（见菜单“关于与帮助”）。',
      '請管理員核對服務位址（見選單「關於與說明」）。',
      'Ask the administrator to check the address of the service (menu “About and help”).',
    ),
  },
  overloaded: {
    code: 'busy',
    status: 429,
    detail: text('Lectern 服务现在很忙。', 'Lectern 服務現在很忙。', 'The Lectern service is busy.'),
    nextStep: text('请稍等一分钟再试。', '請稍等一分鐘再試。', 'Try again in a minute.'),
  },
  unavailable: {
    code: 'google-unavailable',
    status: 503,
    detail: text('Lectern 服务没有按时回答。', 'Lectern 服務沒有按時回應。', 'The Lectern service did not answer in time.'),
    nextStep: text(
      '请稍等一分钟，看看工作簿里是否已有结果，再决定是否重试。',
      '請稍等一分鐘，看看活頁簿裡是否已有結果，再決定是否重試。',
      'Wait a minute and check whether the result is already in the workbook before you try again.',
    ),
  },
  unreadable: {
    code: 'internal',
    status: 502,
    detail: text('收到的回答不是来自 Lectern 服务的。', '收到的回應不是來自 Lectern 服務的。', 'The response did not come from the Lectern service.'),
    nextStep: text(
      '请管理员核对服务地址（见菜单“关于与帮助”）。',
      '請管理員核對服務位址（見選單「關於與說明」）。',
      'Ask the administrator to check the address of the service (menu “About and help”).',
    ),
  },
} as const satisfies Record<string, LocalProblemTexts>;
