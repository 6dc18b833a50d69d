import type { NoticePage } from '#core/workbook/tabs/notice-kinds';

/** What a link lets its holder do: no link does for another purpose. */
export type LinkPurpose =
  | NoticePage
  | 'checkIn'
  | 'checkInForm'
  | 'checkInScreen'
  | 'orderHall'
  | 'orderForm'
  | 'orderScreen'
  | 'dashboard';

/** What a signed link gives access to. */
export interface LinkClaims {
  readonly spreadsheetId: string;
  /** The session, the round of orders or the period that the link is about. */
  readonly occasionId: string;
  /** Whose link it is; null when it is for anyone who has it. */
  readonly memberId: string | null;
  /** To the second. */
  readonly expires: Date;
}

/** Signed, expiring links to the public pages. The same claims always give the same link. */
export interface LinkPort {
  /** Null when the deployment has no public address. */
  address(purpose: LinkPurpose, claims: LinkClaims): string | null;
  /** What the address carries: also good for a hidden field of a page's own form. */
  token(purpose: LinkPurpose, claims: LinkClaims): string;
  /** Throws `AppError` badLink when it was not signed here for this purpose, linkExpired when its time is over. */
  verify(purpose: LinkPurpose, token: string, now: Date): LinkClaims;
  /** What a link was for that was signed here for this purpose, whatever its time; null for any other. */
  readSigned(purpose: LinkPurpose, token: string): LinkClaims | null;
}
