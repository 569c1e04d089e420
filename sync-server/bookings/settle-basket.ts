/** `basket.request` and `basket.cancel`: several places at once, and what was booked together given back together. */
import { cancelBasket } from '../../domain/bookings/baskets/cancel-basket.ts'
import { settleBasket } from '../../domain/bookings/baskets/settle-basket.ts'
import type { Booking } from '../../domain/bookings/booking.ts'
import { effectiveAt } from '../../domain/bookings/cancellation/effective-at.ts'
import type { SettleFacts } from '../../domain/bookings/settle.ts'
import { settlementKind } from '../settlement/kind.ts'
import { refused } from '../settlement/verdict.ts'
import type { LoadDistances } from '../storage/load-plans.ts'
import { withAway } from './load-facts.ts'
import { askerOf, loadGeneration } from './settle-change.ts'
import { makeLoadSeriesFacts } from './settle-series.ts'
import { loadNamed } from './settle-series-change.ts'

interface CancelFacts {
  readonly bookings: readonly Booking[]
  readonly generation: string | null
}

export function settleBaskets(loadDistances: LoadDistances) {
  const loadFacts = makeLoadSeriesFacts(loadDistances)
  return [
    settlementKind<'basket.request', SettleFacts | null>({
      kind: 'basket.request',
      load: async (ledger, intent, actor, now) => {
        const { items, siteId } = intent.body
        const choices = items.map(({ choice }) => choice)
        const facts = await loadFacts(ledger, siteId, choices, actor, now)
        return facts === null ? null : withAway(ledger, intent, facts, now)
      },
      decide: (intent, facts, _actor, now) => {
        if (facts === null) return refused({ reason: 'unknown-resource' })
        const { outcome, bookings } = settleBasket(intent, facts, now)
        return {
          outcome,
          facts: bookings.map((booking) => ({ kind: 'booking', booking, before: null })),
        }
      },
    }),
    settlementKind<'basket.cancel', CancelFacts>({
      kind: 'basket.cancel',
      load: async (ledger, { body }) => ({
        bookings: await loadNamed(ledger, body.bookingIds),
        generation: await loadGeneration(ledger),
      }),
      decide: (intent, { bookings, generation }, actor, now) => {
        const own = bookings.filter((booking) => askerOf(booking, actor) !== null)
        const [first] = own
        const asker = first === undefined ? null : askerOf(first, actor)
        // Somebody else's basket and no basket are the same answer, so that ids tell nothing.
        if (first === undefined || asker === null) return refused({ reason: 'unknown-basket' })
        const how = { asker, isWaived: false, effectiveAt: effectiveAt(intent, generation, now) }
        const { outcome, changes } = cancelBasket(intent.body, own, how, now)
        const facts = changes.map((change) => ({ kind: 'booking', ...change }) as const)
        if (asker === 'member' || changes.length === 0) return { outcome, facts }
        const { basketId: subject, bookingIds } = intent.body
        const audit = { kind: 'audit', command: intent.kind, subject } as const
        return { outcome, facts: [...facts, { ...audit, detail: JSON.stringify(bookingIds) }] }
      },
    }),
  ]
}
