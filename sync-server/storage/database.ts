/**
 * The tables, one schema on both engines: text ids, integers for instants (epoch ms) and money, JSON as text. Only `storage` and
 * the rooms' loaders know them.
 */
import type { Generated } from 'kysely'
import type { DealTables } from './deal-tables.ts'
import type { MessageTables } from './message-tables.ts'
import type { MoneyTables } from './money-tables.ts'
import type { NewsTables } from './news-tables.ts'
import type { PeopleTables } from './people-tables.ts'
import type { ProcessorTables } from './processor-tables.ts'
import type { SignInTables } from './sign-in-tables.ts'

export interface Database
  extends DealTables,
    MessageTables,
    MoneyTables,
    NewsTables,
    PeopleTables,
    ProcessorTables,
    SignInTables {
  setting: { key: string; value: string }
  site: { id: string; position: number; body: string }
  floor_plan: {
    floor_id: string
    version: number
    site_id: string
    body: string
    published_at: number
    /** Null of what came with the space. */
    published_by: string | null
    /** What it changed, counted: `PlanChanges` as JSON. */
    changes: string | null
    /** What its draft said about places. */
    drawn_places: string | null
  }
  /** One person's changes to the draft of a floor, without a long break. */
  draft_session: {
    floor_id: string
    member_id: string
    began_at: number
    site_id: string
    ended_at: number
    /** `Edits` as JSON. */
    edits: string
  }
  resource: {
    id: string
    site_id: string
    position: number
    body: string
    assigned_member: string | null
    assigned_team: string | null
    /** No more in the catalogue from then on; past bookings still name it. */
    retired_at: number | null
  }
  blob: { sha256: string; site_id: string; type: string; bytes: Buffer; kept_at: number }
  /** `body` is what it shows. */
  screen: {
    id: string
    site_id: string
    body: string
    code_hash: string | null
    code_until: number | null
    key_hash: string | null
    made_at: number
    seen_at: number | null
  }
  favourite: { member_id: string; resource_id: string; marked_at: number }
  closure: { id: string; site_id: string; body: string; removed_at: number | null }
  tier: { id: string; site_id: string; position: number; body: string }
  rate: { id: string; site_id: string; position: number; body: string }
  /** `wallet` says who of the team books with its passes. */
  team: {
    id: string
    site_id: string
    name: string
    manager_id: string
    tier_id: string | null
    seats: number | null
    wallet: Generated<string>
  }
  member: {
    id: string
    account_id: string | null
    email: string
    name: string
    role: string
    tier_id: string | null
    /** The first day of their membership; null where it has been there for long. */
    tier_since: string | null
    team_id: string | null
    consents: Generated<string>
    /** 1: they let others see where they sit. */
    is_findable: Generated<number>
    /** What the team lets them use: the domain's `TeamLimits`. */
    team_limits: Generated<string>
    /** The domain's `UnpaidBill`s of whoever pays for them. */
    unpaid: Generated<string>
    /** The whole domain `NewsChoice`. */
    news: string
  }
  /** In the order in which they were begun; `body` is the whole domain Membership. */
  membership: { id: string; member_id: string; site_id: string; position: number; body: string }
  member_site: { member_id: string; site_id: string; position: number }
  intent: {
    id: string
    arrival: Generated<number>
    member_id: string
    device_id: string
    seq: number
    kind: string
    record: string
    digest: string
    carrier: 'outbox' | 'http'
    received_at: number
    settled_at: number | null
    /** The settled intent as the member's document carries it. */
    settled: string | null
  }
  booking: {
    id: string
    intent_id: string
    site_id: string
    resource_id: string
    member_id: string
    starts_at: number
    ends_at: number
    state: string
    /** The whole domain Booking. */
    body: string
  }
  /** The rule of a series, written once; its dates are bookings. `ends_at` is the end of its last date. */
  series: {
    id: string
    intent_id: string
    site_id: string
    member_id: string
    ends_at: number
    body: string
  }
  /** Who waits for a place, and standing orders, in the order in which they came. */
  wait: {
    arrival: Generated<number>
    id: string
    site_id: string
    member_id: string
    state: string
    starts_at: number
    ends_at: number
    /** The whole domain Wait. */
    body: string
  }
  /** Live bookings alone hold a claim; the engine refuses one that overlaps another on the same unit. */
  claim: {
    booking_id: string
    resource_id: string
    unit: number
    starts_at: number
    ends_at: number
    released_at: number | null
  }
  /** Passes and gifts; one holder. What is left of one is its amount less what `lot_use` says. */
  lot: {
    id: string
    site_id: string
    member_id: string | null
    team_id: string | null
    expires_at: number | null
    body: string
  }
  /** What bookings use of lots, as their bodies say: written with them, never by itself. */
  lot_use: {
    booking_id: string
    lot_id: string
    member_id: string
    source: string
    starts_at: number
    ends_at: number
    body: string
  }
  /** The body is the whole domain Ticket; what was said and done about it stands in its entries, which never change. */
  ticket: {
    id: string
    site_id: string
    member_id: string
    number: number
    state: string
    outage_id: string | null
    last_at: number
    body: string
  }
  ticket_entry: { ticket_id: string; n: number; body: string }
  article: { id: string; site_id: string; position: number; state: string; body: string }
  /** Somebody found that an article was all they needed. */
  article_solved: { intent_id: string; site_id: string; article_id: string; solved_at: number }
  outage: { id: string; site_id: string; since: number; ended_at: number | null; body: string }
  support_setting: { site_id: string; body: string }
  event: { id: string; site_id: string; starts_at: number; ends_at: number; body: string }
  /** The code stands for the member at the event's door: made once, whatever they say later. */
  rsvp: { event_id: string; member_id: string; state: string; body: string; code: string }
  /** Who came in, as doors noted it. */
  entry: { id: string; event_id: string; member_id: string; body: string }
  announcement: {
    id: string
    site_id: string
    /** The last day on which it is shown; null where it stays. */
    shown_until: string | null
    removed_at: number | null
    body: string
  }
  perk: { id: string; site_id: string; removed_at: number | null; body: string }
  /** A day on which a member used a perk. */
  perk_use: { perk_id: string; member_id: string; used_on: string }
  /** `edition` is the latest that they have read. */
  announcement_read: {
    announcement_id: string
    member_id: string
    read_at: number
    edition: Generated<number>
  }
  /** What an announcement said until its words were changed. */
  earlier_words: { announcement_id: string; revision: number; body: string }
  /** Mails that came in, by their own id. */
  mail_seen: { message_id: string; seen_at: number }
  /** How often tables have changed, counted by the engine itself: see migration 010. */
  change_count: { bookings: number; space: number }
  document_head: { id: Generated<number>; name: string; epoch: string; n: number; bytes: number }
  /** `document` is the id of the head; rows are those of its epoch. */
  document_row: { document: number; n: number; bytes: Uint8Array; at: number }
  /** Which member and device a Yjs client id of a document with several writers belongs to: the first claim stands. */
  client_claim: { document: string; client_id: number; owner: string }
  job: {
    key: string
    kind: string
    run_at: number
    body: string
    attempts: number
    leased_until: number
    done_at: number | null
  }
  audit: {
    id: Generated<number>
    at: number
    actor: string
    command: string
    subject: string
    detail: string
  }
  /** Read-only keys for other tools; the key itself is not kept. */
  calendar_feed: { member_id: string; hash: string; made_at: number }
  read_key: { id: string; hash: string; member_id: string; name: string; made_at: number }
}
