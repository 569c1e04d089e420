/**
 * What comes back from a booking goes to the lot it was taken from and keeps its expiry: the booking does not use it any more, and that is all
 * (D-25). Where that expiry has passed, it comes back as a lot of its own for some days, unless the location forfeits it. What the space takes
 * back can be used for thirty days at least (D-38).
 *
 *   June lot ─▶ 2 h for a booking in July ─▶ cancelled on 2 July ─▶ 2 h, until 9 July
 */
import type { Catalogue } from '../../sites/catalogue.ts'
import type { LotId } from '../../values/ids.ts'
import { DAY_MS, type Instant, toInstant } from '../../values/instant.ts'
import { zero } from '../../values/money.ts'
import type { Booking } from '../booking.ts'
import { isBySpace as isStepBySpace } from '../cancellation/refund-step.ts'
import { spent } from './give-back.ts'
import type { Lot, LotUse } from './lot.ts'

/** What the space cancels lasts so long, whatever it came from. */
const SPACE_GRACE_DAYS = 30

export interface ComingBack {
  readonly booking: Booking
  readonly lots: readonly Lot[]
}

export function comeBack(
  before: Booking,
  after: Booking,
  { site }: Pick<Catalogue, 'site'>,
  /** True where another booking goes on using the same pass that day: then nothing of it comes back. */
  isShared: (use: LotUse) => boolean,
  now: Instant,
): ComingBack {
  const isBySpace = after.state === 'cancelled' && isStepBySpace(after.step)
  const { graceDays } = site.passes
  const days = isBySpace ? Math.max(graceDays, SPACE_GRACE_DAYS) : graceDays
  const until = toInstant(now + days * DAY_MS)
  const free = before.covered.filter((use) => amountBack(use, after) > 0 && !isShared(use))
  const late = free.filter(({ lot: { expiresAt } }) => {
    if (expiresAt === null) return false
    return isBySpace ? expiresAt < until : expiresAt <= now
  })
  if (late.length === 0 || days === 0) return { booking: after, lots: [] }
  const lots = late.map((use, index) => graceLot(use, after, index, now, until))
  // A lot that still lasts a while must not be used again beside what it came back as.
  const replaced = late.filter(({ lot }) => lot.expiresAt !== null && now < lot.expiresAt)
  const none = zero(after.price.currency)
  const gone = spent(replaced).map((use) => ({ ...use, worth: none }))
  return { booking: { ...after, covered: [...after.covered, ...gone] }, lots }
}

function amountBack(use: LotUse, { covered }: Pick<Booking, 'covered'>): number {
  const stays = covered.filter(
    ({ lot, day }) => lot.id === use.lot.id && day?.on === use.day?.on && day?.nth === use.day?.nth,
  )
  return use.amount - stays.reduce((sum, { amount }) => sum + amount, 0)
}

function graceLot(
  use: LotUse,
  booking: Booking,
  index: number,
  now: Instant,
  expiresAt: Instant,
): Lot {
  const { holder, kinds, unit, name } = use.lot
  // The booking's own tail and its revision, so that a retry makes no second one.
  const tail = `${booking.id.slice(4)}.${booking.revision}.${index}`
  return {
    id: `lot_${tail}` as LotId, // of our own making
    siteId: booking.siteId,
    ...{ holder, name, kinds, unit, amount: amountBack(use, booking) },
    ...{ validFrom: now, expiresAt, source: 'grace', reason: '' },
    owed: zero(booking.price.currency),
  }
}
