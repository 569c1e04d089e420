import { effectiveAt, type MadeWhen } from '../../domain/bookings/cancellation/effective-at.ts'
import { countedSince } from '../../domain/bookings/limits/quota-periods.ts'
import { wasAway } from '../../domain/bookings/prepaid/payment-hold.ts'
import type { SettleFacts } from '../../domain/bookings/settle.ts'
import type { Choice } from '../../domain/bookings/wishes/intent.ts'
import type { Member } from '../../domain/memberships/member.ts'
import { tierOf } from '../../domain/memberships/tier-of.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import type { SiteId } from '../../domain/values/ids.ts'
import { DAY_MS, type Instant, toInstant } from '../../domain/values/instant.ts'
import { type Interval, toInterval } from '../../domain/values/interval.ts'
import type { Ledger } from '../settlement/ledger.ts'
import type { LoadDistances } from '../storage/load-plans.ts'
import { readPaymentMode } from '../storage/payment-mode.ts'
import { loadGeneration } from './settle-change.ts'

/** Null where there is no such site. */
export type LoadFacts = (
  ledger: Ledger,
  siteId: SiteId,
  choices: readonly Pick<Choice, 'interval'>[],
  whose: Pick<SettleFacts, 'member' | 'madeBy'>,
  now: Instant,
) => Promise<SettleFacts | null>

export function makeLoadFacts(loadDistances: LoadDistances): LoadFacts {
  return async (ledger, siteId, choices, whose, now) => {
    const catalogue = await ledger.catalogue(siteId)
    if (catalogue === null) return null
    const occupied = await ledger.occupiedAround(siteId, daysAround(choices))
    const at = countedFrom(catalogue, whose.member, choices, now)
    const ownBookings = await ledger.bookingsOf(whose.member.id, at)
    const distance = await loadDistances(ledger.tx, catalogue.site)
    const wallet = await ledger.walletOf(catalogue, whose.member, now)
    const known = { ...whose, catalogue, occupied, ownBookings, wallet, distance }
    return { ...known, ...(await payingOf(ledger, catalogue)) }
  }
}

/** How what is prepaid would be paid; nothing where nobody takes payments. */
export async function payingOf(
  ledger: Ledger,
  catalogue: Catalogue,
): Promise<Pick<SettleFacts, 'paying'>> {
  return (await takesPayments(ledger, catalogue)) ? { paying: { isAway: false } } : {}
}

/** Whoever wished without a network is not there to pay. */
export async function withAway<Known extends SettleFacts>(
  ledger: Ledger,
  made: MadeWhen,
  facts: Known,
  now: Instant,
): Promise<Known> {
  if (facts.paying === undefined) return facts
  const madeAt = effectiveAt(made, await loadGeneration(ledger), now)
  return { ...facts, paying: { isAway: wasAway(madeAt, facts.ownBookings, now) } }
}

/** Asked only where anything is paid when it is booked. */
async function takesPayments(ledger: Ledger, { rates }: Catalogue): Promise<boolean> {
  if (!rates.some(({ isPrepaid }) => isPrepaid)) return false
  return (await ledger.once('payment-mode', () => readPaymentMode(ledger.tx))) !== null
}

/** All that is ahead, and as much of the past as the member's quotas and their team's limits count. */
export function countedFrom(
  catalogue: Catalogue,
  member: Member,
  choices: readonly Pick<Choice, 'interval'>[],
  now: Instant,
) {
  const tier = tierOf(catalogue.tiers, member)
  const times = choices.map(({ interval }) => interval)
  const { money } = member.teamLimits
  const quotas = (tier?.quotas ?? []).map(({ per }) => per)
  const counted = money === null ? quotas : [...quotas, money.per]
  return toInstant(Math.min(now, countedSince(catalogue.zone, counted, times) ?? now))
}

/**
 * Whole days from the earliest start to the latest end, with one more on both sides for buffers, other times that day, and other zone
 * data. Whole ones, so that the wishes of a batch for the same day read the same.
 */
export function daysAround(choices: readonly Pick<Choice, 'interval'>[]): Interval {
  const starts = choices.map((choice) => choice.interval.startsAt)
  const ends = choices.map((choice) => choice.interval.endsAt)
  const firstDay = Math.floor(Math.min(...starts) / DAY_MS) - 1
  const lastDay = Math.ceil(Math.max(...ends) / DAY_MS) + 1
  return toInterval(firstDay * DAY_MS, lastDay * DAY_MS)
}
