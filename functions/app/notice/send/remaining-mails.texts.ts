// Names of what changed since a send was interrupted.
import { text } from '#core/text/language';

export const SESSION = text('日程', '日程', 'the session');
export const DECISION = text('审批结果', '審批結果', 'a decision on leave');
export const ENTRIES = text('录入有错误', '輸入有錯誤', 'an entry is wrong');
export const ADDRESS = text('收件人', '收件人', 'the recipients');
export const CONTENT = text('邮件内容', '郵件內容', 'mail text');
