/** The tables of what members are told outside of the app. */
export interface NewsTables {
  /** What members are told outside of the app, by one way each; unique for what happened, person and way. `body` is the domain News. */
  news: {
    key: string
    site_id: string
    member_id: string
    channel: string
    kind: string
    body: string
    made_at: number
    send_at: number
    state: string
    attempts: number
    /** When it was handed over, or given up. */
    settled_at: number | null
    /** Why it did not go out, in the words of who refused it. */
    problem: string | null
    /** As it was sent. */
    subject: string | null
  }
  /** A device that wants news pushed, by its address at the service of its browser. */
  push_subscription: {
    endpoint: string
    member_id: string
    device_id: string
    p256dh: string
    auth: string
    made_at: number
  }
  /** A location's own words for one kind of news; where there are none the usual ones count. */
  news_template: {
    site_id: string
    language: string
    kind: string
    subject: string
    text: string
    saved_at: number
    saved_by: string
  }
  /** How members get in and online: the whole domain `SiteAccess`. */
  site_access: { site_id: string; body: string }
}
