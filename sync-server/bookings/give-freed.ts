/**
 * The one place where what became free is given on. Whatever freed it (a cancellation, a no-show, a shorter or moved booking, a hold or a
 * request that lapsed or was declined, a desk whose holder is away, a closure that was removed, hours, rules, rights or prices that were
 * changed), it comes here as facts, inside the transaction that makes them: nobody can book between the one and the other, and the
 * claims' guard has the last word on both.
 */
import { afterOffer } from '../../domain/bookings/waitlist/answer-offer.ts'
import {
  concerns,
  type Freed,
  inTurn,
  withNeighbours,
} from '../../domain/bookings/waitlist/freed.ts'
import { givePlace } from '../../domain/bookings/waitlist/give-place.ts'
import { isOrder, type Wait } from '../../domain/bookings/waitlist/wait.ts'
import { type SiteId, type WaitId, waitIdOfBooking } from '../../domain/values/ids.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { type Interval, toInterval } from '../../domain/values/interval.ts'
import { limits } from '../../domain/values/limits.ts'
import type { Consequence, Decided, Fact } from '../settlement/kind.ts'
import type { Ledger } from '../settlement/ledger.ts'
import { findWait, waitsAround } from '../storage/load-waits.ts'
import { type FreedHere, freedIn } from './freed-in.ts'
import { daysAround, type LoadFacts } from './load-facts.ts'

/** Where an offer was answered, or ran out, its wait is over. */
export const followOffers: Consequence = async (ledger, decided, now) => {
  const known = waitsIn(decided.all)
  const ended: Fact[] = []
  for (const fact of decided.fresh) {
    if (fact.kind !== 'booking' || fact.before?.state !== 'held') continue
    const id = waitIdOfBooking(fact.booking.id)
    const wait = known.get(id) ?? (await findWait(ledger.tx, id))
    const next = wait === null ? null : afterOffer(wait, fact.booking, now)
    if (next !== null) ended.push({ kind: 'wait', wait: next })
  }
  return ended
}

export function giveFreed(loadFacts: LoadFacts): Consequence {
  return async (ledger, decided, now) => {
    const given: Fact[] = []
    for (const fact of decided.fresh) {
      for (const { freed, catalogue } of await freedIn(ledger, fact, decided, now)) {
        const all = [...decided.all, ...given]
        given.push(...(await give(ledger, { freed, catalogue, all }, loadFacts, now)))
      }
    }
    return given
  }
}

/** Everybody who waits for it, one after the other, each on what the ones before were given. */
async function give(
  ledger: Ledger,
  { freed, catalogue, all }: FreedHere & Pick<Decided, 'all'>,
  loadFacts: LoadFacts,
  now: Instant,
): Promise<readonly Fact[]> {
  const near = withNeighbours(freed, catalogue)
  const written = await readWaits(ledger, freed.siteId, near)
  const known = waitsIn(all)
  const waits = inTurn(written.map((wait) => known.get(wait.id) ?? wait))
  const asked = waits.filter((wait) => concerns(near, wait)).slice(0, limits.waitsPerFreedMax)
  const given: Fact[] = []
  for (const wait of asked) {
    const member = await ledger.member(wait.memberId)
    if (member === null || !member.siteIds.includes(wait.siteId)) continue
    const whose = { member, madeBy: null }
    // Of a standing order, which may reach over months, the days that became free are enough.
    const times = [isOrder(wait) ? { interval: shared(near.interval, wait.interval) } : wait]
    const facts = await loadFacts(ledger, wait.siteId, times, whose, now)
    const found = facts === null ? null : givePlace(wait, near, { ...facts, catalogue }, now)
    if (found === null) continue
    given.push({ kind: 'wait', wait: found.wait })
    for (const booking of found.bookings) {
      given.push({ kind: 'booking', booking, before: null })
      ledger.decide(booking)
    }
  }
  return given
}

/** A change of rules frees a year at once, of which an order wants its own weeks. */
function shared(one: Interval, other: Interval): Interval {
  return toInterval(Math.max(one.startsAt, other.startsAt), Math.min(one.endsAt, other.endsAt))
}

/** Of whole days, so that the wishes of a batch for the same day read them once: a wait that is written ends its batch. */
function readWaits(ledger: Ledger, siteId: SiteId, near: Freed): Promise<readonly Wait[]> {
  const days = daysAround([near])
  const key = `waits at ${siteId} from ${days.startsAt} to ${days.endsAt}`
  return ledger.once(key, () => waitsAround(ledger.tx, siteId, days))
}

/** As this decision has left them; what is in the tables was there before it. */
function waitsIn(facts: readonly Fact[]): ReadonlyMap<WaitId, Wait> {
  return new Map(facts.flatMap((fact) => (fact.kind === 'wait' ? [[fact.wait.id, fact.wait]] : [])))
}
