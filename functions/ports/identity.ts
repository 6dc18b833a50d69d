/** Who calls, as a verified identity token says. */
export interface Caller {
  /** Verified address, lower case. */
  readonly email: string;
}

export interface IdentityPort {
  /** Throws `AppError` not-authenticated when the token is missing, forged, expired or meant for somebody else. */
  verify(token: string): Promise<Caller>;
}
