/**
 * `member/<id>` as sections: `me`, `lots`, `team` (who books with its lots), `bookings`, `series`, `waits`, `outcomes`, `favourites`, `settled`
 * (device -> highest settled seq).
 */
import type { Member } from '../memberships/member.ts'
import type { ResourceId } from '../values/ids.ts'
import type { Entry, Json, Sections } from '../values/sections.ts'
import type { Booking } from './booking.ts'
import type { KnownLot, TeamWallet, Wallet } from './lots/lot.ts'
import type { Series } from './series/series.ts'
import type { Wait } from './waitlist/wait.ts'
import type { SettledIntent } from './wishes/outcome.ts'

export interface MemberDocument {
  readonly member: Member | null
  /** What they may book with besides money; what is used stands in the bookings. */
  readonly wallet: Pick<Wallet, 'lots' | 'team'>
  readonly bookings: readonly Booking[]
  /** The rules of the series that the bookings belong to. */
  readonly series: readonly Series[]
  /** What the member waits for, and what became of it lately. */
  readonly waits: readonly Wait[]
  readonly settled: readonly SettledIntent[]
  /** Places they have marked, the oldest mark first. */
  readonly favourites: readonly ResourceId[]
  readonly settledSeqs: Readonly<Record<string, number>>
}

/**
 * Our own facts are JSON by construction, written by the server alone. They are passed on as they are, so that a fact that did not change
 * is recognised as the very same value.
 */
export function toJson(value: object): Json {
  return value as Json // no fact holds anything that JSON cannot print
}

export function memberSections(document: MemberDocument): Sections {
  return {
    me: document.member === null ? {} : { member: toJson(document.member) },
    lots: Object.fromEntries(document.wallet.lots.map((one) => [one.id, toJson(one)])),
    team: document.wallet.team === null ? {} : { wallet: toJson(document.wallet.team) },
    bookings: Object.fromEntries(document.bookings.map((one) => [one.id, toJson(one)])),
    series: Object.fromEntries(document.series.map((one) => [one.id, toJson(one)])),
    waits: Object.fromEntries(document.waits.map((one) => [one.id, toJson(one)])),
    outcomes: Object.fromEntries(document.settled.map((one) => [one.intentId, toJson(one)])),
    favourites: Object.fromEntries(document.favourites.map((id, index) => [id, index])),
    settled: { ...document.settledSeqs },
  }
}

/** What one booking adds to its member's document. */
export function memberBookingEntry(booking: Booking): Entry {
  return { section: 'bookings', key: booking.id, value: toJson(booking), keeps: 'last' }
}

/** What one settled wish adds. Wishes that came by HTTP have no place in an outbox to tell. */
export function memberOutcomeEntries(
  settled: SettledIntent,
  carrier: 'outbox' | 'http',
): readonly Entry[] {
  const { intentId, device, seq } = settled
  const outcome: Entry = {
    section: 'outcomes',
    key: intentId,
    value: toJson(settled),
    keeps: 'last',
  }
  const place: Entry = { section: 'settled', key: device, value: seq, keeps: 'highest' }
  return carrier === 'outbox' ? [outcome, place] : [outcome]
}

/** Reads what the server wrote: believed, because only the server can write it. */
export function readMember(sections: Sections): MemberDocument {
  return {
    member: (sections['me']?.['member'] ?? null) as Member | null,
    wallet: {
      lots: Object.values(sections['lots'] ?? {}) as unknown as KnownLot[],
      team: (sections['team']?.['wallet'] ?? null) as TeamWallet | null,
    },
    bookings: Object.values(sections['bookings'] ?? {}) as unknown as Booking[],
    series: Object.values(sections['series'] ?? {}) as unknown as Series[],
    waits: Object.values(sections['waits'] ?? {}) as unknown as Wait[],
    settled: Object.values(sections['outcomes'] ?? {}) as unknown as SettledIntent[],
    favourites: Object.entries(sections['favourites'] ?? {})
      .sort(([, a], [, b]) => Number(a) - Number(b))
      .map(([id]) => id as ResourceId),
    settledSeqs: (sections['settled'] ?? {}) as Record<string, number>,
  }
}
