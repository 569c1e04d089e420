/**
 * Branded identities with a readable prefix.
 *
 * A new id is a prefix and 26 characters of ULID (time first, so that ids sort by creation), made on the device or the server
 * through the ids port, because the domain has neither clock nor randomness. Seeded and configured things carry short readable
 * ids after the same prefix (`res_desk-14`). Positions and names are never identity.
 */
declare const brand: unique symbol
type Branded<Name extends string> = string & { readonly [brand]: Name }

export type SiteId = Branded<'SiteId'>
export type FloorId = Branded<'FloorId'>
export type ResourceId = Branded<'ResourceId'>
export type ClosureId = Branded<'ClosureId'>
export type MemberId = Branded<'MemberId'>
export type TeamId = Branded<'TeamId'>
export type TierId = Branded<'TierId'>
export type DeviceId = Branded<'DeviceId'>
export type IntentId = Branded<'IntentId'>
export type BookingId = Branded<'BookingId'>
export type SeriesId = Branded<'SeriesId'>
export type WaitId = Branded<'WaitId'>
export type BasketId = Branded<'BasketId'>
export type ExtraId = Branded<'ExtraId'>
export type AddonId = Branded<'AddonId'>
export type GuestId = Branded<'GuestId'>
export type LotId = Branded<'LotId'>
export type PassId = Branded<'PassId'>
export type BillId = Branded<'BillId'>
export type DepositId = Branded<'DepositId'>
export type MembershipId = Branded<'MembershipId'>
export type ScreenId = Branded<'ScreenId'>
export type TicketId = Branded<'TicketId'>
export type ArticleId = Branded<'ArticleId'>
export type OutageId = Branded<'OutageId'>
export type EventId = Branded<'EventId'>
export type AnnouncementId = Branded<'AnnouncementId'>
export type PerkId = Branded<'PerkId'>
export type MessageId = Branded<'MessageId'>
export type ReportId = Branded<'ReportId'>

const prefixes = {
  site: 'sit_',
  floor: 'flr_',
  resource: 'res_',
  closure: 'clo_',
  member: 'mem_',
  team: 'tea_',
  tier: 'tie_',
  device: 'dev_',
  intent: 'bki_',
  booking: 'bkg_',
  series: 'ser_',
  wait: 'wai_',
  basket: 'bsk_',
  extra: 'ext_',
  addon: 'add_',
  guest: 'gue_',
  lot: 'lot_',
  pass: 'pas_',
  bill: 'bil_',
  deposit: 'dep_',
  membership: 'msh_',
  screen: 'scr_',
  ticket: 'tkt_',
  article: 'art_',
  outage: 'out_',
  event: 'evt_',
  announcement: 'ann_',
  perk: 'prk_',
  message: 'msg_',
  report: 'rep_',
} as const

export type IdNoun = keyof typeof prefixes

interface IdByNoun {
  site: SiteId
  floor: FloorId
  resource: ResourceId
  closure: ClosureId
  member: MemberId
  team: TeamId
  tier: TierId
  device: DeviceId
  intent: IntentId
  booking: BookingId
  series: SeriesId
  wait: WaitId
  basket: BasketId
  extra: ExtraId
  addon: AddonId
  guest: GuestId
  lot: LotId
  pass: PassId
  bill: BillId
  deposit: DepositId
  membership: MembershipId
  screen: ScreenId
  ticket: TicketId
  article: ArticleId
  outage: OutageId
  event: EventId
  announcement: AnnouncementId
  perk: PerkId
  message: MessageId
  report: ReportId
}

/** Longest id accepted: prefix, 26 characters of ULID and an occurrence tail, with room to spare. */
export const ID_LENGTH_MAX = 64

const idTail = /^[0-9A-Za-z][0-9A-Za-z.-]*$/

/** True when the text is an id of that noun: its prefix, then 1 to 60 letters, digits, dots or dashes. */
export function isId<N extends IdNoun>(noun: N, text: unknown): text is IdByNoun[N] {
  return (
    typeof text === 'string' &&
    text.length <= ID_LENGTH_MAX &&
    text.startsWith(prefixes[noun]) &&
    idTail.test(text.slice(prefixes[noun].length))
  )
}

/** The text as an id of that noun. Throws when it is not one: for literals and rows we wrote ourselves. */
export function toId<N extends IdNoun>(noun: N, text: string): IdByNoun[N] {
  if (!isId(noun, text)) throw new Error(`Broken invariant: "${text}" is not the id of a ${noun}`)
  return text
}

/** A fresh id of that noun from 26 characters of ULID given by the ids port. */
export function makeId<N extends IdNoun>(noun: N, ulid: string): IdByNoun[N] {
  return toId(noun, prefixes[noun] + ulid)
}

/** The booking an intent makes: the same tail, so that a retry cannot make a second one. */
export function bookingIdOf(intentId: IntentId): BookingId {
  return toId('booking', prefixes.booking + intentId.slice(prefixes.intent.length))
}

/** The series an intent makes: the same tail, for the same reason. */
export function seriesIdOf(intentId: IntentId): SeriesId {
  return toId('series', prefixes.series + intentId.slice(prefixes.intent.length))
}

/** The wait or standing order an intent makes: the same tail, for the same reason. */
export function waitIdOf(intentId: IntentId): WaitId {
  return toId('wait', prefixes.wait + intentId.slice(prefixes.intent.length))
}

/** The booking that an offer to a wait makes. */
export function bookingIdOfWait(waitId: WaitId): BookingId {
  return toId('booking', prefixes.booking + waitId.slice(prefixes.wait.length))
}

/** The wait whose offer a booking may be: whether there is one is for the tables to say. */
export function waitIdOfBooking(bookingId: BookingId): WaitId {
  return toId('wait', prefixes.wait + bookingId.slice(prefixes.booking.length))
}

/** The basket an intent makes, likewise. */
export function basketIdOf(intentId: IntentId): BasketId {
  return toId('basket', prefixes.basket + intentId.slice(prefixes.intent.length))
}

/** The pass that an intent makes: the same tail, for the same reason. */
export function lotIdOf(intentId: IntentId): LotId {
  return toId('lot', prefixes.lot + intentId.slice(prefixes.intent.length))
}

/** The membership that a member has had since before memberships had rows: one each, so that a retry cannot make a second one. */
export function firstMembershipId(memberId: MemberId): MembershipId {
  return toId('membership', prefixes.membership + memberId.slice(prefixes.member.length))
}

/** The membership an intent begins: the same tail, for the same reason. */
export function membershipIdOf(intentId: IntentId): MembershipId {
  return toId('membership', prefixes.membership + intentId.slice(prefixes.intent.length))
}

/** The deposit that a membership asks for: when it begins, or by the intent that changes it. So a retry asks for no second one. */
export function depositIdOf(cause: MembershipId | IntentId): DepositId {
  return toId('deposit', prefixes.deposit + cause.slice(prefixes.intent.length))
}

/** The add-on that an intent takes: the same tail, for the same reason. */
export function addonIdOf(intentId: IntentId): AddonId {
  return toId('addon', prefixes.addon + intentId.slice(prefixes.intent.length))
}

/** The ticket an intent opens, likewise: a device knows its name before the space does. */
export function ticketIdOf(intentId: IntentId): TicketId {
  return toId('ticket', prefixes.ticket + intentId.slice(prefixes.intent.length))
}

/** The message an intent sends, and the report it makes, likewise. */
export function messageIdOf(intentId: IntentId): MessageId {
  return toId('message', prefixes.message + intentId.slice(prefixes.intent.length))
}

export function reportIdOf(intentId: IntentId): ReportId {
  return toId('report', prefixes.report + intentId.slice(prefixes.intent.length))
}

/** The wish that sent a message. */
export function intentIdOfMessage(messageId: MessageId): IntentId {
  return toId('intent', prefixes.intent + messageId.slice(prefixes.message.length))
}

/** The wish for one occurrence of a series or one item of a basket, from which its booking's id follows: `bki_<tail>.<number>`. */
export function occurrenceIdOf(intentId: IntentId, number: number): IntentId {
  return toId('intent', `${intentId}.${number}`)
}

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * Encodes 26 characters of ULID (Crockford base 32: 48 bits of milliseconds, 80 bits of randomness).
 * `random` are 16 integers of 0..31.
 */
export function encodeUlid(atMs: number, random: ArrayLike<number>): string {
  let time = ''
  let rest = atMs
  for (let index = 0; index < 10; index += 1) {
    time = crockford.charAt(rest % 32) + time
    rest = Math.floor(rest / 32)
  }
  let tail = ''
  for (let index = 0; index < 16; index += 1) tail += crockford.charAt((random[index] ?? 0) & 31)
  return time + tail
}
