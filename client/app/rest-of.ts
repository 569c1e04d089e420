/** What a place would cost at its time beyond what passes and the membership cover, as its sheet will say. */
import { createMemo } from 'solid-js'
import { asOffered } from '../../domain/bookings/absences/as-offered.ts'
import { usualCover } from '../../domain/bookings/lots/usual-cover.ts'
import { walletOfRows } from '../../domain/bookings/lots/wallet-of-rows.ts'
import { quote } from '../../domain/prices/quote.ts'
import type { Resource } from '../../domain/sites/resource.ts'
import type { Interval } from '../../domain/values/interval.ts'
import type { Money } from '../../domain/values/money.ts'
import { createBookings } from '../store/bookings.ts'
import { createToldWallet } from '../store/member.ts'
import type { Space } from './with-space.tsx'

/** Null where nothing covers any of it. */
export type RestOf = (offer: {
  readonly resource: Resource
  readonly interval: Interval
}) => Money | null

export function createRestOf(space: () => Space): RestOf {
  const told = createToldWallet()
  const bookings = createBookings()
  const wallet = createMemo(() => {
    const { catalogue, member, now } = space()
    return walletOfRows({ catalogue, member, told: told(), rows: bookings() ?? [], now })
  })
  return ({ resource, interval }) => {
    const { catalogue, member, now } = space()
    const place = asOffered(catalogue, resource, interval, member)
    const { price } = quote(catalogue, place, interval, member.tierId)
    const common = { catalogue, member, wallet: wallet(), kind: place.kind, interval, now }
    const { uses, rest } = usualCover({ ...common, price, had: [] })
    return uses.length === 0 ? null : rest
  }
}
