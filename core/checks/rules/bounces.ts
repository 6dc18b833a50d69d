// W38: an address from which a mail came back, for as long as it is still entered.
import { finding, type Finding, type Rule } from '../../workbook/finding';
import { text } from '../../text/language';
import type { Book } from '../../model/book';
import { placeAt } from '../../model/place-at';

export const BOUNCED_ADDRESS: Rule = {
  code: 'W38',
  severity: 'warning',
  source: null,
  message: text(
    '寄往“{value}”的邮件被退回：{reason}',
    '寄往「{value}」的郵件被退回：{reason}',
    'A mail to "{value}" came back: {reason}',
  ),
  suggestion: text(
    '请核实并更正邮箱，再次预览和发送：只有退信的人会再收到。邮箱没错（例如对方邮箱已满）的，在“忽略理由”中写明。',
    '請核實並更正信箱，再次預覽和傳送：只有退信的人會再收到。信箱沒錯（例如對方信箱已滿）的，在「忽略理由」中寫明。',
    'Correct the address, then preview and send again: only those whose mail came back get it. If the address is right, for example the mailbox was full, enter a reason to ignore.',
  ),
};

/** Where addresses of recipients are entered. */
const ADDRESSES = ['roster', 'speakers', 'contacts'] as const;

export function checkBounces(book: Book): Finding[] {
  // The rows of the ledger are in the order in which mails were planned: the last one says why.
  const reasons = new Map(
    book.entries.notices.flatMap(({ cells: { state, recipient, reason } }) =>
      state === 'bounced' && recipient ? [[recipient.toLowerCase(), reason ?? ''] as const] : [],
    ),
  );
  if (reasons.size === 0) return [];
  return ADDRESSES.flatMap((tab) =>
    book.entries[tab].flatMap(({ row, cells: { email } }) => {
      const reason = reasons.get(email?.toLowerCase() ?? '');
      if (reason === undefined) return [];
      return [finding(BOUNCED_ADDRESS, placeAt(tab, row, 'email'), email, { reason })];
    }),
  );
}
