/**
 * What a device knows that its member may book with: what the space told, less what their bookings use, less what their wishes will use that
 * are settled before the next one.
 */
import type { Member } from '../../memberships/member.ts'
import { quote } from '../../prices/quote.ts'
import { type Catalogue, findResource } from '../../sites/catalogue.ts'
import { type BookingId, bookingIdOf } from '../../values/ids.ts'
import type { Instant } from '../../values/instant.ts'
import { asOffered } from '../absences/as-offered.ts'
import type { BookingViewRow } from '../booking-view-row.ts'
import { coverOf } from './cover.ts'
import type { KnownUse, LotUse, Wallet } from './lot.ts'

export interface KnownWallet {
  readonly catalogue: Catalogue
  readonly member: Member
  /** As the space told it. */
  readonly told: Pick<Wallet, 'lots' | 'team'>
  /** All that the member has and wishes for, in order of time. */
  readonly rows: readonly BookingViewRow[]
  readonly now: Instant
}

export function walletOfRows(known: KnownWallet): Wallet {
  const { told, rows, member } = known
  const booked = rows.flatMap((row) =>
    row.bookingId === null ? [] : usesOfRow(row, row.bookingId, member, row.covered),
  )
  const wishes = rows
    .filter(({ state }) => state === 'saved' || state === 'received')
    .toSorted((a, b) => a.madeAt - b.madeAt)
  const uses = [...booked]
  for (const row of wishes) uses.push(...usesOfWish(known, { ...told, uses }, row))
  return { ...told, uses }
}

function usesOfWish(
  { catalogue, member, now }: KnownWallet,
  wallet: Wallet,
  row: BookingViewRow,
): readonly KnownUse[] {
  const found = row.siteId === catalogue.site.id ? findResource(catalogue, row.resourceId) : null
  if (found === null) return []
  const { startsAt, endsAt, payWith, intentId } = row
  const interval = { startsAt, endsAt }
  const resource = asOffered(catalogue, found, interval, member)
  const { price } = quote(catalogue, resource, interval, member.tierId)
  const place = { kind: resource.kind, interval, price, payWith }
  const { uses } = coverOf({ catalogue, member, wallet, ...place, had: [], now })
  return usesOfRow(row, bookingIdOf(intentId), member, uses)
}

function usesOfRow(
  { startsAt, endsAt }: BookingViewRow,
  bookingId: BookingId,
  { id: memberId }: Member,
  uses: readonly LotUse[],
): readonly KnownUse[] {
  return uses.map((use) => ({ ...use, bookingId, memberId, interval: { startsAt, endsAt } }))
}
