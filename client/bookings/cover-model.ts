/** What a wish would use of passes and allowances, as the space will decide it on the same facts. */
import { type Accessor, createMemo, createSignal } from 'solid-js'
import { asOffered } from '../../domain/bookings/absences/as-offered.ts'
import { type Cover, coverOf } from '../../domain/bookings/lots/cover.ts'
import type { KnownLot, LotUse, PayWith, Wallet } from '../../domain/bookings/lots/lot.ts'
import { lotsFor } from '../../domain/bookings/lots/lots-for.ts'
import { cameOver, type PlanLot } from '../../domain/bookings/lots/plan-lots.ts'
import { leftOf } from '../../domain/bookings/lots/use-of.ts'
import { waysToPay, wayToPay } from '../../domain/bookings/lots/usual-cover.ts'
import { walletOfRows } from '../../domain/bookings/lots/wallet-of-rows.ts'
import type { Offer } from '../../domain/bookings/search/offers.ts'
import type { AllowancePeriod } from '../../domain/memberships/allowance.ts'
import { quote } from '../../domain/prices/quote.ts'
import { toWallTime } from '../../domain/values/zone.ts'
import { createNow } from '../app/clock.ts'
import { createBookings } from '../store/bookings.ts'
import { createToldWallet } from '../store/member.ts'
import type { TermsProps } from './booking-terms.tsx'

export interface CoverLine {
  readonly use: LotUse
  readonly lot: KnownLot
  /** Once this is booked. */
  readonly left: number
  /** Of an allowance, what it is for. */
  readonly per: AllowancePeriod | null
}

type CoverProps = Omit<TermsProps, 'resource'> & { readonly offer: Pick<Offer, 'resource'> }

export interface CoverModel {
  readonly cover: Accessor<Cover>
  readonly lines: Accessor<readonly CoverLine[]>
  readonly payWith: Accessor<PayWith>
  /** The ways to pay that there are; one alone is no choice. */
  readonly options: Accessor<readonly PayWith[]>
  choose(payWith: PayWith): void
}

export function createCoverModel(props: CoverProps): CoverModel {
  const told = createToldWallet()
  const bookings = createBookings()
  const now = createNow()
  const [chosen, choose] = createSignal<PayWith | null>(null)
  const wallet = createMemo((): Wallet => {
    const { catalogue, member } = props
    return walletOfRows({ catalogue, member, told: told(), rows: bookings() ?? [], now: now() })
  })
  const asked = () => {
    const { catalogue, member, interval } = props
    const place = asOffered(catalogue, props.offer.resource, interval, member)
    const { price } = quote(catalogue, place, interval, member.tierId)
    const common = { catalogue, member, wallet: wallet(), kind: place.kind, interval, now: now() }
    return { ...common, price, had: [] }
  }
  const lotsOf = (payWith: PayWith) => lotsFor({ ...asked(), payWith })
  const options = createMemo(() => waysToPay(asked()))
  const payWith = () => wayToPay(asked(), options(), chosen() ?? undefined)
  const cover = createMemo(() => coverOf({ ...asked(), payWith: payWith() }))
  const lines = () =>
    cover().uses.flatMap((use): readonly CoverLine[] => {
      const lot = lotsOf(payWith()).find(({ id }) => id === use.lot.id)
      if (lot === undefined) return []
      const isReentry = wallet().uses.some(
        ({ lot: { id }, day }) =>
          id === lot.id && day !== null && day.on === use.day?.on && day.nth === use.day.nth,
      )
      const left = leftOf(lot, wallet().uses) - (isReentry ? 0 : use.amount)
      return [{ use, lot, left, per: perOf(props, lot) }]
    })
  return { cover, lines, payWith, options, choose }
}

/** Nothing for a pass, nor for what came over: that is of no period any more. */
function perOf({ catalogue, interval }: CoverProps, lot: KnownLot | PlanLot) {
  const { date } = toWallTime(catalogue.zone, interval.startsAt)
  return 'dates' in lot && cameOver(lot, date) === null ? lot.allowance.per : null
}
