import { describe, expect, test } from '@jest/globals';
import { mailerReason } from '#functions/app/notice/send/mailer-reasons.texts';

describe('why a mail did not leave', () => {
  test.each([
    ['invalid address', '邮箱地址无效', '信箱地址無效'],
    ['refused (550)', '邮件服务器拒收（550）', '郵件伺服器拒收（550）'],
    ['refused for now (429)', '邮件服务器暂时拒收（429）', '郵件伺服器暫時拒收（429）'],
    ['the draft is gone', '草稿已不存在', '草稿已不存在'],
    ['drafts are not available', '草稿不可用', '草稿不可用'],
    [
      'no connection (ECONNREFUSED)',
      '连不上邮件服务器（ECONNREFUSED）',
      '連不上郵件伺服器（ECONNREFUSED）',
    ],
    [
      'connection lost (ETIMEDOUT)',
      '与邮件服务器的连接中断（ETIMEDOUT）',
      '與郵件伺服器的連線中斷（ETIMEDOUT）',
    ],
    ['no answer', '邮件服务器没有答复', '郵件伺服器沒有答覆'],
    ['no clear answer (503)', '邮件服务器没有明确答复（503）', '郵件伺服器沒有明確答覆（503）'],
    [
      '550 mailbox full (over quota)',
      '550 mailbox full (over quota)',
      '550 mailbox full (over quota)',
    ],
  ])('%s', (reason, simplified, traditional) => {
    expect(mailerReason(reason, 'zh-CN')).toBe(simplified);
    expect(mailerReason(reason, 'zh-TW')).toBe(traditional);
    expect(mailerReason(reason, 'en')).toBe(reason);
  });
});
