/** `closure.add` and `closure.remove`: a closure is saved only when every booking inside it has been dealt with. */
import type { Booking } from '../../domain/bookings/booking.ts'
import { closureOf, decideClosure } from '../../domain/bookings/close-site.ts'
import { occupiedBy } from '../../domain/bookings/occupied-by.ts'
import { granted } from '../../domain/bookings/wishes/granted.ts'
import type { ClosureRequest } from '../../domain/bookings/wishes/intent.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import { closureInterval } from '../../domain/sites/open-time.ts'
import type { Closure } from '../../domain/sites/opening-hours.ts'
import type { BookingId } from '../../domain/values/ids.ts'
import { DAY_MS } from '../../domain/values/instant.ts'
import { type Interval, toInterval } from '../../domain/values/interval.ts'
import { settlementKind } from '../settlement/kind.ts'
import { isLiveAround } from '../settlement/standing-list.ts'
import { audit, notAllowed } from '../settlement/verdict.ts'
import { liveBookingsAround } from '../storage/load-bookings.ts'
import { loadCatalogue } from '../storage/load-catalogue.ts'
import { parseKept } from '../storage/parse-kept.ts'

interface ClosureFacts {
  readonly catalogue: Catalogue
  readonly bookings: readonly Booking[]
}

/** The closure itself and wherever something moves to, with a day around for buffers and other zone data. */
function windowsOf({ resolutions }: ClosureRequest, closed: Interval): readonly Interval[] {
  const moves = Object.values(resolutions).flatMap((resolution) =>
    resolution.kind === 'move' ? [resolution.choice.interval] : [],
  )
  return [closed, ...moves].map(({ startsAt, endsAt }) =>
    toInterval(startsAt - DAY_MS, endsAt + DAY_MS),
  )
}

export const addClosure = settlementKind<'closure.add', ClosureFacts | null>({
  kind: 'closure.add',
  load: async (ledger, { body }, actor) => {
    const { tx } = ledger
    const catalogue = await loadCatalogue(tx, body.siteId)
    if (catalogue === null || !actor.siteIds.includes(body.siteId)) return null
    const closed = closureInterval(catalogue, closureOf(body))
    if (closed.startsAt >= closed.endsAt) return { catalogue, bookings: [] }
    const found = new Map<BookingId, Booking>()
    for (const window of windowsOf(body, closed)) {
      const read = await liveBookingsAround(tx, body.siteId, window)
      const live = ledger.asDecided(read, isLiveAround(body.siteId, window))
      for (const one of live) found.set(one.id, one)
    }
    return { catalogue, bookings: [...found.values()] }
  },
  decide: (intent, facts, _actor, now) => {
    if (facts === null) return notAllowed
    const { catalogue, bookings } = facts
    const occupied = bookings.map(occupiedBy)
    const decision = decideClosure(intent.body, { catalogue, bookings, occupied }, now)
    if (decision.closure === null) return { outcome: decision.outcome, facts: [] }
    const { siteId } = intent.body
    const before = new Map(bookings.map((booking) => [booking.id, booking]))
    return {
      outcome: decision.outcome,
      facts: [
        { kind: 'closure', siteId, closure: decision.closure },
        ...decision.bookings.map((booking) => ({
          kind: 'booking' as const,
          booking,
          before: before.get(booking.id) ?? null,
        })),
        audit('closure.add', decision.closure.id, decision.closure.name),
      ],
    }
  },
})

export const removeClosure = settlementKind<'closure.remove', boolean>({
  kind: 'closure.remove',
  load: async ({ tx }, { body }, actor) => {
    const row = await tx
      .selectFrom('closure')
      .select('body')
      .where('id', '=', body.closureId)
      .where('site_id', '=', body.siteId)
      .where('removed_at', 'is', null)
      .executeTakeFirst()
    // What an event keeps to itself is let go of with the event alone.
    const isOwn = row !== undefined && parseKept<Closure>(row.body).eventId === null
    return isOwn && actor.siteIds.includes(body.siteId)
  },
  decide: ({ body }, isThere) => {
    if (!isThere) return notAllowed
    return {
      outcome: granted,
      facts: [
        { kind: 'closure-removed', siteId: body.siteId, closureId: body.closureId },
        audit('closure.remove', body.closureId, ''),
      ],
    }
  },
})
