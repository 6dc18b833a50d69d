// What a weekly notice is made of.
import type { TabRow } from '../workbook/tab';
import type { ROSTER, SPEAKERS } from '../workbook/tabs/people';
import type { SCHEDULE } from '../workbook/tabs/programme';
import type { NOTICES } from '../workbook/tabs/system';
import type { Text } from '../text/language';
import { text } from '../text/language';

export type Member = TabRow<typeof ROSTER>;
export type Session = TabRow<typeof SCHEDULE>;
export type Speaker = TabRow<typeof SPEAKERS>;
export type LedgerRow = TabRow<typeof NOTICES>;

/** One mail that is to be sent, before its words. */
export interface Recipient {
  readonly memberId: string;
  readonly name: string;
  readonly post: string | null;
  readonly address: string;
}

/** Why somebody who is on the roster gets no mail. */
export const SKIP_REASONS = {
  notDue: text('不在本期参加范围', '不在本期參加範圍', 'Not due at this session'),
  noAddress: text('没有邮箱', '沒有信箱', 'No e-mail address'),
  badAddress: text('邮箱地址无效', '信箱地址無效', 'Invalid e-mail address'),
  notifyOff: text('设为不通知', '設為不通知', 'Notices switched off'),
  onLeave: text('已准假', '已准假', 'On approved leave'),
  alreadySent: text('已发过', '已傳送過', 'Already sent'),
  unconfirmed: text(
    '上次发送结果不明',
    '上次傳送結果不明',
    'An earlier mail may or may not have left',
  ),
  sharedAddress: text(
    '与他人邮箱相同，已由前者收取',
    '與他人信箱相同，已由前者收取',
    'Same address as somebody above',
  ),
} as const satisfies Record<string, Text>;
export type SkipCode = keyof typeof SKIP_REASONS;

export interface Skip {
  readonly memberId: string;
  readonly name: string;
  readonly code: SkipCode;
}

/** Who is told about a session and who is not, in official order. */
export interface NoticePlan {
  readonly session: Session;
  readonly speaker: Speaker | null;
  readonly recipients: readonly Recipient[];
  readonly skipped: readonly Skip[];
}

/** The ledger's key of one mail: nobody gets two mails with one key. */
export function ledgerKey(
  spreadsheetId: string,
  sessionId: string,
  kind: string,
  memberId: string,
): string {
  return [spreadsheetId, sessionId, kind, memberId].join('|');
}
