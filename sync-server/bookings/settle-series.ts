/** `series.request`: the facts around every listed date, and the pure settlement over them. */
import type { Booking } from '../../domain/bookings/booking.ts'
import type { Occupied } from '../../domain/bookings/occupancy/occupancy.ts'
import { restoreSeries } from '../../domain/bookings/series/restore-series.ts'
import type { Series } from '../../domain/bookings/series/series.ts'
import { settleSeries } from '../../domain/bookings/series/settle-series.ts'
import type { SettleFacts } from '../../domain/bookings/settle.ts'
import type { WaitingFacts } from '../../domain/bookings/waitlist/join-wait.ts'
import type { Wait } from '../../domain/bookings/waitlist/wait.ts'
import type { Choice } from '../../domain/bookings/wishes/intent.ts'
import type { ListedOccurrence } from '../../domain/bookings/wishes/series-wish.ts'
import type { Member } from '../../domain/memberships/member.ts'
import type { SiteId } from '../../domain/values/ids.ts'
import { type Instant, toInstant } from '../../domain/values/instant.ts'
import type { Interval } from '../../domain/values/interval.ts'
import { localDay } from '../../domain/values/zone.ts'
import { type Fact, settlementKind } from '../settlement/kind.ts'
import type { Ledger } from '../settlement/ledger.ts'
import { refused } from '../settlement/verdict.ts'
import type { LoadDistances } from '../storage/load-plans.ts'
import { findSeries } from '../storage/load-series.ts'
import { waitsOfMembers } from '../storage/load-waits.ts'
import { countedFrom, daysAround, payingOf, withAway } from './load-facts.ts'

export function settleSeriesRequests(loadDistances: LoadDistances) {
  const loadSettleFacts = makeLoadSeriesFacts(loadDistances)
  const loadFacts: LoadWaitingFacts = async (ledger, siteId, choices, member, now) => {
    const facts = await loadSettleFacts(ledger, siteId, choices, member, now)
    return facts === null ? null : { ...facts, ownWaits: await ownWaits(ledger, member, now) }
  }
  return [
    settlementKind<'series.request', WaitingFacts | null>({
      kind: 'series.request',
      load: async (ledger, intent, actor, now) => {
        const { occurrences, siteId } = intent.body
        const facts = await loadFacts(ledger, siteId, choicesOf(occurrences), actor, now)
        return facts === null ? null : withAway(ledger, intent, facts, now)
      },
      decide: (intent, facts, _actor, now) => {
        if (facts === null) return refused({ reason: 'unknown-resource' })
        const { outcome, series, bookings, waits } = settleSeries(intent, facts, now)
        if (series === null) return { outcome, facts: [] }
        const dates = [...bookings.map(booked), ...waits.map(waitedFor)]
        return { outcome, facts: [seriesFact(series, facts), ...dates] }
      },
    }),
    settlementKind<'series.restore', RestoreFacts | null>({
      kind: 'series.restore',
      load: async (ledger, intent, actor, now) => {
        const { body } = intent
        const series = await findSeries(ledger.tx, body.seriesId)
        if (series === null || series.memberId !== actor.id) return null
        const choices = choicesOf(body.occurrences)
        const facts = await loadFacts(ledger, series.siteId, choices, actor, now)
        if (facts === null) return null
        return { series, facts: await withAway(ledger, intent, facts, now) }
      },
      decide: (intent, found, _actor, now) => {
        // Somebody else's series and no series are the same answer, so that ids tell nothing.
        if (found === null) return refused({ reason: 'unknown-series' })
        const { outcome, bookings, waits } = restoreSeries(intent, found.series, found.facts, now)
        return { outcome, facts: [...bookings.map(booked), ...waits.map(waitedFor)] }
      },
    }),
  ]
}

interface RestoreFacts {
  readonly series: Series
  readonly facts: WaitingFacts
}

type LoadWaitingFacts = (
  ...asked: Parameters<ReturnType<typeof makeLoadSeriesFacts>>
) => Promise<WaitingFacts | null>

/** Whatever became of them, as long as their time is ahead. */
export async function ownWaits(
  ledger: Ledger,
  { id }: Member,
  now: Instant,
): Promise<readonly Wait[]> {
  return (await waitsOfMembers(ledger.tx, [id], now)).get(id) ?? []
}

function choicesOf(occurrences: readonly ListedOccurrence[]): readonly Choice[] {
  return occurrences.flatMap((one) => (one.kind === 'skip' ? [] : [one.choice]))
}

function booked(booking: Booking): Fact {
  return { kind: 'booking', booking, before: null }
}

function waitedFor(wait: Wait): Fact {
  return { kind: 'wait', wait }
}

/** The rule is shown for as long as its last date is. */
function seriesFact(series: Series, { catalogue }: SettleFacts): Fact {
  const last = series.dates.at(-1) ?? series.recurrence.startOn
  const endsAt = toInstant(localDay(catalogue.zone, last).endsAt)
  return { kind: 'series', series, endsAt }
}

/** The same facts as for one booking, around each of many times. */
export function makeLoadSeriesFacts(loadDistances: LoadDistances) {
  return async (
    ledger: Ledger,
    siteId: SiteId,
    choices: readonly Choice[],
    member: Member,
    now: Instant,
  ): Promise<SettleFacts | null> => {
    if (!member.siteIds.includes(siteId)) return null
    const catalogue = await ledger.catalogue(siteId)
    if (catalogue === null) return null
    const occupied: Occupied[] = []
    for (const days of stretchesAround(choices)) {
      occupied.push(...(await ledger.occupiedAround(siteId, days)))
    }
    const at = countedFrom(catalogue, member, choices, now)
    const ownBookings = await ledger.bookingsOf(member.id, at)
    const distance = await loadDistances(ledger.tx, catalogue.site)
    const wallet = await ledger.walletOf(catalogue, member, now)
    const known = { catalogue, member, madeBy: null, occupied, ownBookings, wallet, distance }
    return { ...known, ...(await payingOf(ledger, catalogue)) }
  }
}

/** The days around each choice, those that touch as one: a daily series reads once, a weekly one not the weeks between. */
function stretchesAround(choices: readonly Choice[]): readonly Interval[] {
  const days = choices.map((choice) => daysAround([choice]))
  const stretches: Interval[] = []
  for (const next of [...days].sort((a, b) => a.startsAt - b.startsAt)) {
    const last = stretches.at(-1)
    if (last !== undefined && next.startsAt <= last.endsAt) {
      const endsAt = toInstant(Math.max(last.endsAt, next.endsAt))
      stretches[stretches.length - 1] = { startsAt: last.startsAt, endsAt }
    } else stretches.push(next)
  }
  return stretches
}
