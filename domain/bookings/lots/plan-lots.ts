/**
 * The allowances of a membership as lots. Nobody makes them: each follows from its period, and so does its id. An allowance belongs to the
 * period in which the booking begins (D-23); what is left of a period before it counts too, for as long as the plan says (P-11).
 *
 *   October: 6 h ─ 3 h used ─▶ 3 h, good for November too ─┐
 *   November: 6 h ─────────────────────────────────────────┴▶ 9 h, October's first (D-24)
 *
 * At most so much of a period comes over as the plan says: what is used within it, and that much of the rest.
 */
import type { Allowance } from '../../memberships/allowance.ts'
import {
  type AllowanceDates,
  allowanceDates,
  amountWithin,
  datesAfter,
  datesBefore,
} from '../../memberships/allowance-period.ts'
import { type Grant, grantsOn } from '../../memberships/grants-on.ts'
import type { Member } from '../../memberships/member.ts'
import { dayOf } from '../../memberships/membership.ts'
import type { Catalogue } from '../../sites/catalogue.ts'
import type { LotId } from '../../values/ids.ts'
import type { Instant } from '../../values/instant.ts'
import { addDays, type LocalDate } from '../../values/local-date.ts'
import { zero } from '../../values/money.ts'
import { localDay, toWallTime } from '../../values/zone.ts'
import type { KnownLot, Wallet } from './lot.ts'
import { usedOf } from './use-of.ts'

interface PlanAsked {
  readonly catalogue: Catalogue
  readonly member: Member
  readonly wallet: Pick<Wallet, 'uses'>
}

/** An allowance as its lot. */
export interface PlanLot extends KnownLot {
  readonly allowance: Allowance
  /** The period it is given for: used in a later one, it has come over. */
  readonly dates: AllowanceDates
}

/** What came over: the lot of a period that is over on that day. Null of any other. */
export function cameOver(lot: KnownLot | PlanLot, on: LocalDate): PlanLot | null {
  return 'dates' in lot && lot.dates.until <= on ? lot : null
}

/** Every membership that is there on that day gives its own; a paused one gives none (D-70). */
export function planLotsOf(asked: PlanAsked, at: Instant): readonly PlanLot[] {
  const { catalogue, member } = asked
  const date = toWallTime(catalogue.zone, at).date
  return grantsOn(member, date).flatMap((grant) =>
    allowancesOf(catalogue, grant).flatMap((allowance) => {
      const dates = allowanceDates(allowance, date)
      return [
        ...carriedLots(asked, allowance, dates, grant),
        planLot(asked, allowance, dates, grant, dates),
      ]
    }),
  )
}

function allowancesOf({ tiers }: Catalogue, { tierId }: Grant): readonly Allowance[] {
  return tiers.find(({ id }) => id === tierId)?.allowances ?? []
}

/** Of the periods before that one, the oldest first; what of them has come over may be nothing. */
function carriedLots(
  asked: PlanAsked,
  allowance: Allowance,
  running: AllowanceDates,
  { beside }: Grant,
): readonly PlanLot[] {
  const lots: PlanLot[] = []
  let dates = datesBefore(allowance, running)
  for (let count = 0; count < (allowance.rollover?.periods ?? 0); count += 1) {
    const grant = lastGrantIn(asked, dates, beside)
    const isIncluded =
      grant !== null && allowancesOf(asked.catalogue, grant).some(({ id }) => id === allowance.id)
    if (isIncluded && isCarried(allowance, dates)) {
      lots.unshift(planLot(asked, allowance, dates, grant, running))
    }
    dates = datesBefore(allowance, dates)
  }
  return lots
}

/** What a membership was at the end of a period; where it was paused then, on the last day before that. */
function lastGrantIn(
  { member }: PlanAsked,
  { from, until }: AllowanceDates,
  beside: number,
): Grant | null {
  const membership = member.memberships[beside]
  let day = addDays(until, -1)
  while (membership !== undefined && day >= from) {
    const { pause } = dayOf(membership, day)
    if (pause === null) break
    day = addDays(pause.from, -1)
  }
  if (day < from) return null
  return grantsOn(member, day).find((grant) => grant.beside === beside) ?? null
}

/** True where what is left of that period stays good after it. */
function isCarried({ rollover }: Allowance, { from }: AllowanceDates): boolean {
  return rollover !== null && rollover.from <= from
}

/** `running` is the period that is looked at. */
function planLot(
  asked: PlanAsked,
  allowance: Allowance,
  dates: AllowanceDates,
  grant: Grant,
  running: AllowanceDates,
): PlanLot {
  const { zone, site } = asked.catalogue
  const { kinds, unit } = allowance
  // An id of our own making: it is told by bookings, and nobody sends it.
  const id = `lot_${asked.member.id.slice(4)}.${allowance.id}.${periodName(dates, grant)}` as LotId
  const given = amountWithin(allowance, dates, grant, site.hours)
  const isOver = dates.until <= running.from
  return {
    ...{ id, siteId: site.id, holder: { kind: 'member', memberId: asked.member.id } },
    ...{ name: '', kinds, unit, source: 'plan', reason: '', allowance, dates },
    amount: isOver ? goodFor(given, id, allowance, dates, asked) : given,
    validFrom: localDay(zone, dates.from).startsAt,
    expiresAt: localDay(zone, lastsUntil(allowance, dates)).startsAt,
    owed: zero(site.currency),
    usedElsewhere: 0,
  }
}

/** Of a period that is over: what was used within it, and of the rest as much as comes over. */
function goodFor(
  given: number,
  id: LotId,
  { rollover }: Allowance,
  { until }: AllowanceDates,
  { catalogue, wallet }: PlanAsked,
): number {
  if (rollover === null || rollover.amountMax === null) return given
  const endsAt = localDay(catalogue.zone, until).startsAt
  const within = wallet.uses.filter(({ interval }) => interval.startsAt < endsAt)
  return Math.min(given, usedOf(id, within) + rollover.amountMax)
}

/** The day from which on nothing of it is good any more. */
function lastsUntil(allowance: Allowance, dates: AllowanceDates): LocalDate {
  let last = dates
  if (isCarried(allowance, dates)) {
    for (let count = 0; count < (allowance.rollover?.periods ?? 0); count += 1) {
      last = datesAfter(allowance, last)
    }
  }
  return last.until
}

/** Of a plan that began within the period another lot than of the one before it, and of each membership beside the first its own. */
function periodName({ from }: AllowanceDates, { since, beside }: Grant): string {
  const changed = since?.isChange === true && since.on > from ? `.${since.on}` : ''
  return `${from}${changed}${beside === 0 ? '' : `.${beside}`}`
}

/** Periods whose uses are to be known for what comes over, beside the one that runs. */
export function carriedPeriods({ tiers }: Pick<Catalogue, 'tiers'>): number {
  const all = tiers.flatMap(({ allowances }) => allowances.map(({ rollover }) => rollover))
  return Math.max(0, ...all.map((rollover) => rollover?.periods ?? 0))
}
