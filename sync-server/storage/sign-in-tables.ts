/**
 * The tables of signing in. Those called `auth_` are made and migrated by better-auth, whose spelling they keep; their dates are text on SQLite, and
 * the token of a sign-in is stored hashed. The others are of migrations 002 and 044.
 */
export interface SignInTables {
  auth_session: {
    id: string
    userId: string
    token: string
    userAgent: string | null
    deviceId: string | null
    /** `shared` on a computer that others use too. */
    keeping: string | null
    createdAt: string | Date
    updatedAt: string | Date
  }
  auth_user: { id: string; email: string }
  auth_account: { id: string; userId: string }
  /** Codes under way; `identifier` holds the address they were mailed to. */
  auth_verification: { id: string; identifier: string }
  auth_passkey: {
    id: string
    userId: string
    name: string | null
    createdAt: string | Date | null
  }
  /** Sign-ins ended from afar, so that their device hears it at its next contact. */
  ended_sign_in: { token_hash: string; ended_at: number }
  /** The authenticator app of a member. `recovery` is a list of hashes, as JSON; each is gone once used. */
  sign_in_app: {
    member_id: string
    secret: string
    /** The newest code that was used: neither it nor an older one works again. */
    last_step: number
    recovery: string
    added_at: number
  }
  /** From this date on the team of a location signs in with more than a mailed code. */
  team_proof_rule: { site_id: string; required_on: string; set_by: string; set_at: number }
}
