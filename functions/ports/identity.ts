/** Who calls, as a verified identity token says. */
export interface Caller {
  /** Verified address, lower case. */
  readonly email: string;
  /** Whom the token was made for: the client id of the script that asked for it. */
  readonly audience: string;
}

export interface IdentityPort {
  /** Throws `AppError` not-authenticated when the token is missing, forged, expired or issued for another client. */
  verify(token: string): Promise<Caller>;
}
