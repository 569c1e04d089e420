/**
 * What of a booking is covered by lots, and what is left to be paid. One booking may use several (D-24):
 *
 *   4 h   lot of 3 h, until June  ─▶ 3 h     lot of 10 h, for ever ─▶ 1 h     nothing owed
 *
 * A lot covers time; its worth is the same share of the price, so that whatever is covered and what is owed always sum to the price.
 */
import type { Member } from '../../memberships/member.ts'
import type { Catalogue } from '../../sites/catalogue.ts'
import type { ResourceKind } from '../../sites/resource.ts'
import type { Instant } from '../../values/instant.ts'
import { type Interval, overlaps } from '../../values/interval.ts'
import type { LocalDate } from '../../values/local-date.ts'
import { type Money, multiplyHalfUp, subtract, zero } from '../../values/money.ts'
import type { KnownLot, KnownUse, LotUse, PassDay, PayWith, UsedLot, Wallet } from './lot.ts'
import { lotsFor } from './lots-for.ts'
import { type DayPart, dayParts, isBeyondHalf } from './pass-days.ts'
import { leftOf } from './use-of.ts'

export interface CoverInput {
  readonly catalogue: Catalogue
  readonly member: Member
  readonly wallet: Wallet
  readonly payWith: PayWith
  /** Of the place, as it is offered then. */
  readonly kind: ResourceKind
  readonly interval: Interval
  /** Of the whole time, as agreed. */
  readonly price: Money
  /** What it used before it was changed: taken again first, even of passes that have expired since. */
  readonly had: readonly LotUse[]
  readonly now: Instant
}

export interface Cover {
  readonly uses: readonly LotUse[]
  /** What no lot covers. */
  readonly rest: Money
}

/** What is free uses nothing up. */
export function coverOf(input: CoverInput): Cover {
  const { catalogue, interval, price, wallet, had } = input
  if (price.amountMinor === 0) return { uses: [], rest: price }
  const lots = lotsFor(input)
  if (lots.length === 0 && had.length === 0) return { uses: [], rest: price }
  const parts = dayParts(catalogue, interval)
  const isLong = isBeyondHalf(catalogue, interval)
  const taking: Taking = { input, parts: parts.map((part) => ({ ...part })), taken: [] }
  for (const use of had) {
    const isBack = isLong && isOutdone(use, lots, wallet)
    if (isStillFor(use, input, lots) && !isBack) takeAgain(taking, use)
  }
  // The pass of a day that was begun costs nothing more, whatever would be used first.
  for (const lot of lots) if (lot.unit === 'days') reenter(taking, lot)
  for (const lot of lots) take(taking, lot, leftOf(lot, wallet.uses) - takenOf(taking, lot))
  return worked(merged(taking.taken), parts, price)
}

/** An allowance is of its period alone; a pass that was used once goes on being used. */
function isStillFor({ lot }: LotUse, { kind }: CoverInput, lots: readonly KnownLot[]): boolean {
  const isOfNow = lot.source !== 'plan' || lots.some(({ id }) => id === lot.id)
  return isOfNow && lot.kinds.includes(kind)
}

/** Whoever stays on has the half-day back where a day that expires with it covers all (D-20). */
function isOutdone({ lot }: LotUse, lots: readonly KnownLot[], { uses }: Wallet): boolean {
  return (
    lot.unit === 'half-days' &&
    lots.some(
      (other) =>
        other.unit === 'days' &&
        other.expiresAt === lot.expiresAt &&
        (other.source === 'plan') === (lot.source === 'plan') &&
        leftOf(other, uses) >= 1,
    )
  )
}

/** The same day if it is one of its own; another one only where no other booking goes on using that pass. */
function takeAgain(taking: Taking, { lot, amount, day }: LotUse): void {
  const { input, parts, taken } = taking
  if (day === null) return take(taking, lot, amount)
  const sharing = ownOn(input, lot, day.on).filter((use) => use.day?.nth === day.nth)
  const part = parts.find(({ on, minutes }) => on === day.on && minutes > 0)
  const isFree = sharing.every(({ interval }) => !overlaps(interval, input.interval))
  if (part !== undefined && isFree) {
    taken.push({ lot, amount: 1, day, minutes: part.minutes })
    part.minutes = 0
  } else if (sharing.length === 0) take(taking, lot, amount)
}

function takenOf({ taken }: Taking, { id }: UsedLot): number {
  return taken.reduce((sum, { lot, amount }) => (lot.id === id ? sum + amount : sum), 0)
}

/** One line for each lot, and for each day of a day pass. */
function merged(taken: readonly Taken[]): readonly Taken[] {
  const lines: Taken[] = []
  for (const one of taken) {
    const index = lines.findIndex((line) => line.day === null && line.lot.id === one.lot.id)
    const line = lines[index]
    if (line === undefined || one.day !== null) lines.push(one)
    else {
      const amount = line.amount + one.amount
      lines[index] = { ...line, amount, minutes: line.minutes + one.minutes }
    }
  }
  return lines
}

interface Taken {
  readonly lot: UsedLot
  readonly amount: number
  readonly day: PassDay | null
  readonly minutes: number
}

/** What is still uncovered, by day, and what was taken so far. */
interface Taking {
  readonly input: CoverInput
  readonly parts: { readonly on: LocalDate; minutes: number }[]
  readonly taken: Taken[]
}

function reenter({ input, parts, taken }: Taking, lot: UsedLot): void {
  for (const part of parts) {
    const day = part.minutes === 0 ? null : begunDay(input, lot, part.on)
    if (day === null) continue
    taken.push({ lot, amount: 1, day, minutes: part.minutes })
    part.minutes = 0
  }
}

/** A pass of that day that its member does not use at the same time: two desks at once are two passes. */
function begunDay(input: CoverInput, lot: UsedLot, on: LocalDate): PassDay | null {
  const own = ownOn(input, lot, on)
  const busy = own.filter(({ interval }) => overlaps(interval, input.interval))
  const free = own.find(({ day }) => !busy.some((one) => one.day?.nth === day?.nth))
  return free?.day ?? null
}

function ownOn({ wallet, member }: CoverInput, lot: UsedLot, on: LocalDate): readonly KnownUse[] {
  return wallet.uses.filter(
    (use) => use.lot.id === lot.id && use.memberId === member.id && use.day?.on === on,
  )
}

function take(taking: Taking, lot: UsedLot, left: number): void {
  switch (lot.unit) {
    case 'minutes':
      return takeMinutes(taking, lot, left)
    case 'days':
      return takeDays(taking, lot, left)
    case 'half-days':
      return takeHalfDays(taking, lot, left)
    case 'entries':
      return takeEntry(taking, lot, left)
  }
}

function takeMinutes({ parts, taken }: Taking, lot: UsedLot, left: number): void {
  const wanted = parts.reduce((sum, { minutes }) => sum + minutes, 0)
  const amount = Math.min(left, wanted)
  if (amount <= 0) return
  takeFrom(parts, amount)
  taken.push({ lot, amount, day: null, minutes: amount })
}

function takeDays({ input, parts, taken }: Taking, lot: UsedLot, left: number): void {
  let passes = left
  for (const part of parts) {
    if (part.minutes === 0 || passes < 1) continue
    const nth = 1 + Math.max(0, ...ownOn(input, lot, part.on).map(({ day }) => day?.nth ?? 0))
    taken.push({ lot, amount: 1, day: { on: part.on, nth }, minutes: part.minutes })
    part.minutes = 0
    passes -= 1
  }
}

function takeHalfDays({ input, parts, taken }: Taking, lot: UsedLot, left: number): void {
  const { halfDayMinutes } = input.catalogue.site.passes
  let amount = 0
  let minutes = 0
  for (const part of parts) {
    while (part.minutes > 0 && amount < left) {
      const covered = Math.min(part.minutes, halfDayMinutes)
      part.minutes -= covered
      minutes += covered
      amount += 1
    }
  }
  if (amount > 0) taken.push({ lot, amount, day: null, minutes })
}

function takeEntry({ parts, taken }: Taking, lot: UsedLot, left: number): void {
  const minutes = parts.reduce((sum, part) => sum + part.minutes, 0)
  if (minutes === 0 || left < 1) return
  takeFrom(parts, minutes)
  taken.push({ lot, amount: 1, day: null, minutes })
}

function takeFrom(parts: Taking['parts'], minutes: number): void {
  let rest = minutes
  for (const part of parts) {
    const some = Math.min(rest, part.minutes)
    part.minutes -= some
    rest -= some
  }
}

/** Each use is worth its share of the price, to the cent. */
function worked(taken: readonly Taken[], parts: readonly DayPart[], price: Money): Cover {
  const all = parts.reduce((sum, { minutes }) => sum + minutes, 0)
  let minutes = 0
  let covered = zero(price.currency)
  const uses = taken.map((one): LotUse => {
    minutes += one.minutes
    const until = multiplyHalfUp(price, minutes, all)
    const worth = subtract(until, covered)
    covered = until
    return { lot: usedLot(one.lot), amount: one.amount, day: one.day, worth, isSpent: false }
  })
  return { uses, rest: subtract(price, covered) }
}

function usedLot({ id, holder, name, kinds, unit, source, expiresAt }: UsedLot): UsedLot {
  return { id, holder, name, kinds, unit, source, expiresAt }
}
