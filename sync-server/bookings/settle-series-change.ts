/** `series.cancel` and `series.change`: dates of a series given back or changed together, each under its own terms. */
import { isStaff } from '../../domain/access/role.ts'
import type { Booking } from '../../domain/bookings/booking.ts'
import { effectiveAt } from '../../domain/bookings/cancellation/effective-at.ts'
import type { Asker } from '../../domain/bookings/change-booking.ts'
import { cancelSeries, type SeriesChange } from '../../domain/bookings/series/cancel-series.ts'
import {
  type SeriesChangeFacts,
  settleSeriesChange,
} from '../../domain/bookings/series/change-series.ts'
import { leaveDates } from '../../domain/bookings/series/leave-dates.ts'
import type { Wait } from '../../domain/bookings/waitlist/wait.ts'
import { choiceAt } from '../../domain/bookings/wishes/choice.ts'
import type { Intent } from '../../domain/bookings/wishes/intent.ts'
import type { Member } from '../../domain/memberships/member.ts'
import type { BookingId, SeriesId } from '../../domain/values/ids.ts'
import { type Decision, type Fact, settlementKind } from '../settlement/kind.ts'
import type { Ledger } from '../settlement/ledger.ts'
import { findBookings } from '../storage/load-bookings.ts'
import type { LoadDistances } from '../storage/load-plans.ts'
import { withAway } from './load-facts.ts'
import { askerOf, loadGeneration } from './settle-change.ts'
import { makeLoadSeriesFacts, ownWaits } from './settle-series.ts'

interface CancelFacts {
  readonly bookings: readonly Booking[]
  readonly generation: string | null
  readonly waits: readonly Wait[]
}

interface ChangeFacts {
  readonly bookings: readonly Booking[]
  readonly facts: SeriesChangeFacts
}

export function settleSeriesChanges(loadDistances: LoadDistances) {
  const loadFacts = makeLoadSeriesFacts(loadDistances)
  return [
    settlementKind<'series.cancel', CancelFacts>({
      kind: 'series.cancel',
      load: async (ledger, { body }, actor, now) => ({
        bookings: await loadNamed(ledger, body.bookingIds),
        generation: await loadGeneration(ledger),
        waits: await ownWaits(ledger, actor, now),
      }),
      decide: (intent, { bookings, generation, waits }, actor, now) => {
        const { asker, own } = ownOf(bookings, intent.body.seriesId, actor)
        if (asker === null) return unknownSeries
        const how = { asker, isWaived: false, effectiveAt: effectiveAt(intent, generation, now) }
        const change = cancelSeries(intent.body, own, how, now)
        const { outcome, facts } = decided(intent, asker, change)
        if (outcome.kind === 'refused') return { outcome, facts }
        const left = leaveDates(intent.body, waits, now)
        return { outcome, facts: [...facts, ...left.map((wait): Fact => ({ kind: 'wait', wait }))] }
      },
    }),
    settlementKind<'series.change', ChangeFacts | null>({
      kind: 'series.change',
      load: async (ledger, intent, actor, now) => {
        const { body, deadlineAt, id: intentId } = intent
        const bookings = await loadNamed(
          ledger,
          body.bookings.map(({ bookingId }) => bookingId),
        )
        const [first] = bookings
        const catalogue = first === undefined ? null : await ledger.catalogue(first.siteId)
        const member = first === undefined ? null : await ledger.member(first.memberId)
        if (first === undefined || catalogue === null || member === null) return null
        const has = bookings.map((one) => choiceAt(catalogue, one.resourceId, one.interval))
        const choices = [...has, ...body.bookings.map(({ choice }) => choice)]
        const found = await loadFacts(ledger, first.siteId, choices, member, now)
        if (found === null) return null
        // What the team changes is changed at once, and is on the next bill.
        const { paying, ...known } = await withAway(ledger, intent, found, now)
        const facts = paying === undefined || isStaff(actor.role) ? known : { ...known, paying }
        const countsFrom = effectiveAt(intent, await loadGeneration(ledger), now)
        return { bookings, facts: { ...facts, deadlineAt, intentId, effectiveAt: countsFrom } }
      },
      decide: (intent, found, actor, now) => {
        const { asker, own } = ownOf(found?.bookings ?? [], intent.body.seriesId, actor)
        if (found === null || asker === null) return unknownSeries
        return decided(intent, asker, settleSeriesChange(intent.body, own, found.facts, now))
      },
    }),
  ]
}

/** Those of the series that the actor may change, and as whom: all of a series are one member's. */
function ownOf(bookings: readonly Booking[], seriesId: SeriesId, actor: Member) {
  const own = bookings.filter(
    (booking) => booking.series?.id === seriesId && askerOf(booking, actor) !== null,
  )
  const [first] = own
  return { own, asker: first === undefined ? null : askerOf(first, actor) }
}

/** What staff did is kept in the trail. */
function decided(
  { kind, body }: Intent<'series.cancel'> | Intent<'series.change'>,
  asker: Asker,
  { outcome, changes }: SeriesChange,
): Decision {
  const facts = changes.map((change): Fact => ({ kind: 'booking', ...change }))
  if (asker === 'member' || changes.length === 0) return { outcome, facts }
  const detail = JSON.stringify(body.scope)
  return {
    outcome,
    facts: [...facts, { kind: 'audit', command: kind, subject: body.seriesId, detail }],
  }
}

/** Somebody else's series and no series are the same answer, so that ids tell nothing. */
const unknownSeries: Decision = {
  outcome: { kind: 'refused', refusal: { reason: 'unknown-series' }, alternatives: [] },
  facts: [],
}

/** As they stand by now, in order of time. */
export async function loadNamed(
  ledger: Ledger,
  ids: readonly BookingId[],
): Promise<readonly Booking[]> {
  const read = await findBookings(ledger.tx, ids)
  const known = ledger.asDecided(read, (booking) => ids.includes(booking.id))
  return [...known].sort((a, b) => a.interval.startsAt - b.interval.startsAt)
}
