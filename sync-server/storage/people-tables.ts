/** The tables of who belongs to a location and how they came: see migrations 038. */
export interface PeopleTables {
  /** What members say about themselves, as it was checked; `published` is the card that the directory tells. */
  profile: { member_id: string; body: string; published: string | null }
  /** Open until they sign in for the first time. */
  invitation: { member_id: string; site_id: string; invited_by: string; sent_at: number }
  /** Members who are asked to join a team, until they answer. */
  team_invitation: { team_id: string; member_id: string; body: string }
  /** Weeks that teams have sent. */
  team_week: { team_id: string; week: string; body: string }
  /** What a poster shows: whoever has it may ask to join by one of the tiers. */
  join_link: {
    site_id: string
    token: string
    needs_approval: number
    /** Who joins is asked for a card or the like first. */
    needs_method: number
    /** Ids, as JSON. */
    tiers: string
    made_at: number
  }
  /** Who waits for the team's yes. */
  join_request: {
    id: string
    site_id: string
    email: string
    name: string
    tier_id: string
    consents: string
    asked_at: number
    /** The code they typed, of which one use is kept for them, and what it gives, as JSON. */
    promo_id: string | null
    promo: string | null
  }
  /** What the team wrote down about a member, for itself alone. */
  member_note: {
    id: string
    site_id: string
    member_id: string
    text: string
    written_by: string
    written_at: number
  }
}
