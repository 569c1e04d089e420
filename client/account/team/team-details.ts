/** What the space tells of a team to who looks after it. Asked for with a connection; none of it stays here. */
import type { Booking } from '../../../domain/bookings/booking.ts'
import type { Lot } from '../../../domain/bookings/lots/lot.ts'
import type { MemberId } from '../../../domain/values/ids.ts'
import type { Money } from '../../../domain/values/money.ts'

export type TeamBooking = Pick<
  Booking,
  'id' | 'memberId' | 'siteId' | 'resourceId' | 'state' | 'wall' | 'interval' | 'owed' | 'covered'
>

/** As the space tells it: see the server's `team-routes`. */
export interface TeamDetails {
  readonly people: readonly { readonly memberId: MemberId; readonly name: string }[]
  readonly bookings: readonly TeamBooking[]
  readonly lots: readonly (Lot & {
    readonly left: number
    readonly used: readonly { readonly memberId: MemberId; readonly amount: number }[]
  })[]
  readonly bills: readonly {
    readonly id: string
    readonly number: string
    readonly issuedOn: string
    readonly total: Money
    readonly open: Money
    readonly people: readonly { readonly name: string; readonly amount: Money }[]
  }[]
}
