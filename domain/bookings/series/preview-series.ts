/**
 * Every occurrence of a series as it would be answered now, before anything is wished (B-10). It is the settlement itself, run on what
 * the device knows, so that what is shown as free is what the space would book on the same facts.
 */

import { findResource } from '../../sites/catalogue.ts'
import { must } from '../../values/assert.ts'
import { toId } from '../../values/ids.ts'
import type { Instant } from '../../values/instant.ts'
import type { LocalDate } from '../../values/local-date.ts'
import { add, type Money, money, zero } from '../../values/money.ts'
import { toWallTime, type ZoneTable } from '../../values/zone.ts'
import { findAlternatives } from '../alternatives.ts'
import { ownTimesOf } from '../limits/own-time.ts'
import { usualPayWith } from '../lots/lots-for.ts'
import { isFor, type WaitingFacts } from '../waitlist/join-wait.ts'
import { mayWaitAfter } from '../waitlist/may-wait.ts'
import { isOpen } from '../waitlist/wait.ts'
import type { Alternative } from '../wishes/outcome.ts'
import type { Refusal } from '../wishes/refusal.ts'
import type { ListedOccurrence } from '../wishes/series-wish.ts'
import { expandRecurrence } from './recurrence.ts'
import {
  choiceOfPlace,
  type OccurrencePlace,
  occurrenceInterval,
  placeOfChoice,
  type Series,
} from './series.ts'
import { type OccurrenceAnswer, settleOccurrences } from './settle-series.ts'

/** What the member says about one occurrence: left out, at another time or place, or waited for where it is taken. */
export type OccurrenceChoice =
  | { readonly kind: 'skip' }
  | ({ readonly kind: 'instead' | 'wait' } & OccurrencePlace)

export type OccurrenceState =
  /** Would be booked. */
  | 'free'
  /** Would be booked as far as the rules go; who holds it then is not known here. */
  | 'unknown'
  | 'taken'
  | 'closed'
  /** Another rule says no: too far ahead, more than allowed, a time that never is, too dear. */
  | 'refused'
  | 'skipped'
  /** Taken, and waited for from the wish on. */
  | 'waits'

export interface PreviewedOccurrence extends OccurrencePlace {
  readonly number: number
  readonly state: OccurrenceState
  readonly refusal: Refusal | null
  /** What it costs where it would be booked. */
  readonly price: Money | null
}

export type SeriesPreview =
  | {
      readonly kind: 'occurrences'
      readonly occurrences: readonly PreviewedOccurrence[]
      readonly monthsWithout: readonly LocalDate[]
      /** How many would be booked, and what they cost together. */
      readonly bookable: number
      readonly total: Money
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

export interface PreviewInput {
  readonly wish: Pick<Series, 'siteId' | 'resourceId' | 'recurrence' | 'span' | 'people'>
  readonly choices: ReadonlyMap<number, OccurrenceChoice>
  readonly facts: WaitingFacts
  /** Does the device know what holds the site's places on that date? */
  readonly isKnown: (date: LocalDate) => boolean
  readonly now: Instant
}

export function previewSeries(input: PreviewInput): SeriesPreview {
  const { facts, wish, now } = input
  const today = toWallTime(facts.catalogue.zone, now).date
  const expansion = expandRecurrence(wish.recurrence, wish.span, today)
  if (expansion.kind === 'refused') return expansion
  const { dates, monthsWithout } = expansion
  const places = dates.map((date, index) => placeOf(input, date, index + 1))
  const occurrences = answersOf(input, dates, places).map((answer, index) =>
    previewed(input, must(places[index], 'every answer has its place'), answer),
  )
  const prices = occurrences.flatMap(({ price }) => price ?? [])
  const total = prices.reduce(add, zero(facts.catalogue.site.currency))
  return { kind: 'occurrences', occurrences, monthsWithout, bookable: prices.length, total }
}

/** Where and when an occurrence would be: as the rule says, or as the member chose for it. */
function placeOf(
  { wish, choices }: PreviewInput,
  date: LocalDate,
  number: number,
): OccurrencePlace {
  const choice = choices.get(number)
  if (choice === undefined || choice.kind === 'skip') {
    return { resourceId: wish.resourceId, date, ...wish.span }
  }
  const { resourceId, date: on, from, until } = choice
  return { resourceId, date: on, from, until }
}

/** Settles the series as if any price were agreed to: what it would cost is what is asked. */
function answersOf(
  { wish, facts, choices, now }: PreviewInput,
  dates: readonly LocalDate[],
  places: readonly OccurrencePlace[],
): readonly OccurrenceAnswer[] {
  const { catalogue } = facts
  const quote = money(Number.MAX_SAFE_INTEGER, catalogue.site.currency)
  const listed = places.map((place, index): ListedOccurrence => {
    const number = index + 1
    const choice =
      choices.get(number)?.kind === 'skip' ? null : choiceOfPlace(catalogue.zone, place)
    return choice === null ? { kind: 'skip', number } : { kind: 'book', number, choice, quote }
  })
  const payWith = usualPayWith(facts.member, facts.wallet)
  const series = { ...wish, id: toId('series', 'ser_preview'), dates, note: '', payWith }
  const asked = { ...noWish, madeAt: now, deadlineAt: now }
  return settleOccurrences(asked, series, listed, facts, now)
}

/** Nobody has wished it yet, so nothing of it is kept. */
const noWish = {
  v: 1,
  id: toId('intent', 'bki_preview'),
  device: toId('device', 'dev_preview'),
  seq: 1,
  heardAt: null,
} as const

function previewed(
  input: PreviewInput,
  place: OccurrencePlace,
  { listed: { number }, decision }: OccurrenceAnswer,
): PreviewedOccurrence {
  const common = { ...place, number, refusal: null, price: null }
  if (input.choices.get(number)?.kind === 'skip') return { ...common, state: 'skipped' }
  // A time that never is cannot be settled at all: the member decides what becomes of that date (D-05).
  if (decision === null) return { ...common, state: 'refused', refusal: gap }
  const { booking, outcome } = decision
  if (booking !== null) {
    const state = input.isKnown(place.date) ? 'free' : 'unknown'
    return { ...common, state, price: booking.price }
  }
  const refusal = outcome.kind === 'refused' ? outcome.refusal : null
  if (refusal === null) return { ...common, state: 'refused' }
  const isWaited = input.choices.get(number)?.kind === 'wait' && mayWaitFor(input, place, refusal)
  return { ...common, state: isWaited ? 'waits' : stateOf(refusal), refusal }
}

/** Somebody has it who may let it go, and the member does not wait for it already. */
function mayWaitFor(
  { facts, now }: PreviewInput,
  place: OccurrencePlace,
  refusal: Refusal,
): boolean {
  const interval = occurrenceInterval(facts.catalogue.zone, place.date, place)
  if (interval === null || !mayWaitAfter(refusal)) return false
  return !facts.ownWaits.some((one) => isOpen(one, now) && isFor(one, place.resourceId, interval))
}

const gap: Refusal = { reason: 'nonexistent-local-time' }

function stateOf({ reason }: Refusal): OccurrenceState {
  switch (reason) {
    case 'booked':
    case 'held':
    case 'asked-for':
    case 'buffer':
    case 'pool-full':
    case 'pool-split':
    case 'linked':
    case 'already-yours':
      return 'taken'
    case 'closed':
    case 'blocked':
      return 'closed'
    default:
      return 'refused'
  }
}

/** Is it part of what the member wishes: booked, or waited for? */
export function isWished({ price, state }: PreviewedOccurrence): boolean {
  return price !== null || state === 'waits'
}

/** The list that a member accepts: what would be booked, at the price shown, what is waited for, and everything else left out. */
export function listOf(
  zone: ZoneTable,
  occurrences: readonly PreviewedOccurrence[],
): readonly ListedOccurrence[] {
  return occurrences.map((occurrence) => {
    const { number, price } = occurrence
    const choice = isWished(occurrence) ? choiceOfPlace(zone, occurrence) : null
    if (choice === null) return { kind: 'skip', number }
    if (price === null) return { kind: 'wait', number, choice }
    return { kind: 'book', number, choice, quote: price }
  })
}

export interface Repairs {
  /** Other places and times for this occurrence, each free beside every other occurrence of the series. */
  readonly alternatives: readonly Alternative[]
  /** Leaving it out is a way only where something of the series is left. */
  readonly canSkip: boolean
  /** So is waiting for it: a series of nothing but waits is none. */
  readonly canWait: boolean
}

/** What would help an occurrence that cannot be had. Each was tried: with it, that occurrence would be booked (D-19). */
export function repairsOf(input: PreviewInput, number: number): Repairs {
  const preview = previewSeries(input)
  if (preview.kind === 'refused') return noRepairs
  const { occurrences } = preview
  const own = occurrences.find((one) => one.number === number)
  const canSkip = occurrences.some((one) => one.number !== number && one.price !== null)
  if (own === undefined) return { ...noRepairs, canSkip }
  const helps = (choice: OccurrenceChoice) => {
    const tried = previewSeries({
      ...input,
      choices: new Map([...input.choices, [number, choice]]),
    })
    return tried.kind === 'occurrences' && tried.occurrences[number - 1]?.price != null
  }
  const alternatives = offersFor(input, own).filter(({ choice }) =>
    helps({ kind: 'instead', ...placeOfChoice(choice) }),
  )
  return { alternatives, canSkip, canWait: canSkip && canWaitFor(input, number) }
}

/** Somebody has it as it is shown, and it may be waited for. */
export function canWaitFor(input: PreviewInput, number: number): boolean {
  const preview = previewSeries(input)
  if (preview.kind === 'refused') return false
  const own = preview.occurrences.find((one) => one.number === number)
  if (own === undefined || own.refusal === null || own.state === 'waits') return false
  return mayWaitFor(input, own, own.refusal)
}

export const noRepairs: Repairs = { alternatives: [], canSkip: false, canWait: false }

/** Near places at that time and near times at that place, as for a booking by itself. */
function offersFor(
  { facts, wish, now }: PreviewInput,
  { resourceId, ...place }: OccurrencePlace,
): readonly Alternative[] {
  const resource = findResource(facts.catalogue, resourceId)
  const interval = occurrenceInterval(facts.catalogue.zone, place.date, place)
  if (resource === null || interval === null) return []
  const ownTimes = ownTimesOf(facts.catalogue, facts.ownBookings)
  return findAlternatives({ ...facts, resource, interval, people: wish.people, ownTimes, now })
}
