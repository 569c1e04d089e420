/** The tables of messages between members: see migration 042. */
export interface MessageTables {
  /** `thread` are its two, in one order; `n` is its place there. */
  message: {
    id: string
    thread: string
    n: number
    from_id: string
    to_id: string
    sent_at: number
    is_withheld: number
    state: string
    text: string
  }
  /** What a thread is to one of its two; there is none before something is said about it. */
  thread_side: {
    member_id: string
    other_id: string
    read_n: number
    is_muted: number
    is_blocked: number
  }
  /** The whole domain `MessageChoice`; without a row it is the usual one. */
  message_choice: { member_id: string; body: string }
  /** `body` is the whole domain `Report`. */
  message_report: {
    id: string
    site_id: string
    by_id: string
    about_id: string
    made_at: number
    decided_at: number | null
    body: string
  }
}
