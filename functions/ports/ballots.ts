/** Whose answer to which session's evaluation. */
export interface BallotClaims {
  readonly spreadsheetId: string;
  readonly sessionId: string;
  readonly memberId: string;
}

/** Keeps answers and people apart: what it makes says nothing to anybody who does not have the server's key. */
export interface BallotPort {
  /** The same claims always give the same proof; nobody without the key can make it or read a person from it. */
  ballot(claims: BallotClaims): string;
  /** Encrypts an answer to this session's evaluation. The result is new each time and equally long for answers of any length. */
  seal(answer: string, session: Omit<BallotClaims, 'memberId'>): string;
  /** Null when it was sealed with another key or for another session, or was altered. */
  open(sealed: string, session: Omit<BallotClaims, 'memberId'>): string | null;
}
