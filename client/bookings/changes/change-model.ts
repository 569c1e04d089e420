/** What a change would mean, from rows on the device alone: foreseen by the rules that the space decides with. */

import { type Accessor, createMemo } from 'solid-js'
import type { ChangeAnswer } from '../../../domain/bookings/changes/decide-change.ts'
import { predictChange } from '../../../domain/bookings/changes/predict-change.ts'
import { walletOfRows } from '../../../domain/bookings/lots/wallet-of-rows.ts'
import type { Member } from '../../../domain/memberships/member.ts'
import { type Catalogue, findResource } from '../../../domain/sites/catalogue.ts'
import type { Resource } from '../../../domain/sites/resource.ts'
import type { ResourceId } from '../../../domain/values/ids.ts'
import type { Interval } from '../../../domain/values/interval.ts'
import { toWallTime } from '../../../domain/values/zone.ts'
import { createNow } from '../../app/clock.ts'
import { createBookings } from '../../store/bookings.ts'
import { createToldWallet } from '../../store/member.ts'
import { createOccupancy, toOccupied } from '../../store/occupancy.ts'
import { createOwnRecords } from '../../store/records.ts'
import type { BookingRow } from '../../store/rows.ts'

export interface WishedChange {
  readonly resourceId: ResourceId
  /** Null where the two times are none. */
  readonly interval: Interval | null
}

export interface ChangeModel {
  readonly answer: Accessor<ChangeAnswer | null>
  /** False where what is taken that day has not reached this device: then the space alone can tell. */
  readonly isKnown: Accessor<boolean>
}

export function createChangeModel(
  catalogue: Catalogue,
  row: Accessor<BookingRow>,
  member: Accessor<Member | undefined>,
  wished: Accessor<WishedChange>,
): ChangeModel {
  const now = createNow()
  const bookings = createBookings()
  const told = createToldWallet()
  const payments = createOwnRecords('payments', (value) => value)
  const date = () => {
    const startsAt = wished().interval?.startsAt ?? row().startsAt
    return toWallTime(catalogue.zone, startsAt).date
  }
  const days = createOccupancy(() => catalogue.site.id, date)
  const occupied = createMemo(() => toOccupied(catalogue, days() ?? []))
  const answer = createMemo(() => {
    const { resourceId, interval } = wished()
    const resource = findResource(catalogue, resourceId)
    const who = member()
    if (resource === null || interval === null || who === undefined) return null
    const wish = { resource, interval, preferredUnit: null, occupied: occupied(), now: now() }
    const rows = bookings() ?? []
    const wallet = walletOfRows({ catalogue, member: who, told: told(), rows, now: now() })
    const paying = payments()?.all.has('mode') === true ? { paying: { isAway: false } } : {}
    return predictChange({ row: row(), rows, catalogue, member: who, wallet, ...paying, ...wish })
  })
  const isKnown = () => days()?.some((day) => day.date === date()) !== false
  return { answer, isKnown }
}

/** Places of the same kind that the booking may go to: its own first, and none that belongs to somebody else. */
export function placesFor(
  catalogue: Catalogue,
  row: BookingRow,
  member: Member | undefined,
): readonly Resource[] {
  const own = findResource(catalogue, row.resourceId)
  if (own === null) return []
  const others = catalogue.resources.filter(
    ({ id, kind, mode, capacity }) =>
      id !== own.id &&
      kind === own.kind &&
      capacity >= row.people &&
      (mode.kind !== 'assigned' || member?.assigned.includes(id) === true),
  )
  return [own, ...others]
}
