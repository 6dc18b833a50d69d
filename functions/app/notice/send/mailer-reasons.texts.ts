// What the mail adapters say of a mail that did not leave, in the reader's language. The words of a mail server stay as they are.
import { text, type Language, type Text } from '#core/text/language';

const REASONS: Readonly<Record<string, Text>> = {
  'invalid address': text('邮箱地址无效', '信箱地址無效', 'invalid address'),
  refused: text('邮件服务器拒收', '郵件伺服器拒收', 'refused'),
  'refused for now': text('邮件服务器暂时拒收', '郵件伺服器暫時拒收', 'refused for now'),
  'the draft is gone': text('草稿已不存在', '草稿已不存在', 'the draft is gone'),
  'drafts are not available': text('草稿不可用', '草稿不可用', 'drafts are not available'),
  'no connection': text('连不上邮件服务器', '連不上郵件伺服器', 'no connection'),
  'connection lost': text('与邮件服务器的连接中断', '與郵件伺服器的連線中斷', 'connection lost'),
  'no answer': text('邮件服务器没有答复', '郵件伺服器沒有答覆', 'no answer'),
  'no clear answer': text('邮件服务器没有明确答复', '郵件伺服器沒有明確答覆', 'no clear answer'),
};

/** `refused (550)` → `邮件服务器拒收（550）`. */
export function mailerReason(reason: string, language: Language): string {
  const [, words = '', code] = /^(.*?)(?: \(([^()]*)\))?$/.exec(reason) ?? [];
  const known = REASONS[words]?.[language];
  if (known === undefined) return reason;
  if (code === undefined) return known;
  return language === 'en' ? `${known} (${code})` : `${known}（${code}）`;
}
