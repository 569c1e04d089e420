/** One place in words: for the list, for whoever listens to it, and for the bar. The drawing says the same by signs. */
import { freeSpans } from '../../domain/bookings/occupancy/availability.ts'
import type { Occupied } from '../../domain/bookings/occupancy/occupancy.ts'
import type { Refusal } from '../../domain/bookings/wishes/refusal.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import { type Resource, unitCount } from '../../domain/sites/resource.ts'
import type { Instant } from '../../domain/values/instant.ts'
import type { Interval } from '../../domain/values/interval.ts'
import type { LocalDate } from '../../domain/values/local-date.ts'
import type { Money } from '../../domain/values/money.ts'
import { formatMinute, toWallTime, type ZoneTable } from '../../domain/values/zone.ts'
import type { RestOf } from '../app/rest-of.ts'
import { words } from '../ui/words.ts'
import { freeUnits, type PlaceAnswer } from './place-answers.ts'

/** What the words depend on beside the answer. */
export interface Telling {
  readonly zone: ZoneTable
  /** "09:12" when the device is cut off: what was known then. Null while connected. */
  readonly staleAt: string | null
  readonly restOf: RestOf
}

export function timeOf(zone: ZoneTable, at: Instant): string {
  return formatMinute(toWallTime(zone, at).minute)
}

/** "09:00 to 17:00": read out, a dash is silence. */
function spokenTime(zone: ZoneTable, { startsAt, endsAt }: Interval): string {
  return words.floor.spoken(timeOf(zone, startsAt), timeOf(zone, endsAt))
}

export function aboutOf(resource: Resource): readonly string[] {
  return [
    ...(resource.capacity > 1 ? [words.floor.capacity(resource.capacity)] : []),
    ...resource.amenities,
  ]
}

/** "Free 09:00 to 17:00", "Taken 09:00 to 13:00", "Saved on this device", "Closed". */
export function stateSentence(answer: PlaceAnswer, telling: Telling): string {
  const { own, availability } = answer
  if (own !== null) return words.states.words[own.state]
  const { state, refusal } = availability
  if (state === 'available') return freeSentence(answer, telling)
  if (refusal !== null && refusal.reason === 'booked') {
    return words.floor.taken(spokenTime(telling.zone, refusal.conflict))
  }
  return words.states.availability[state]
}

function freeSentence(answer: PlaceAnswer, { zone, staleAt }: Telling): string {
  if (staleAt !== null) return words.floor.wasFree(staleAt)
  const units = unitCount(answer.resource)
  if (units > 1) return words.floor.freeOf(freeUnits(answer), units)
  return words.floor.free(spokenTime(zone, answer.interval))
}

/** Why not, where the state does not say it already. */
export function reasonOf({ own, availability: { refusal } }: PlaceAnswer): string {
  if (own !== null || refusal === null || refusal.reason === 'booked') return ''
  return words.refusal(refusal)
}

/** What is left to pay of it; null where it cannot be had. */
export function priceOf(answer: PlaceAnswer, { restOf }: Telling): Money | null {
  const { price } = answer.availability
  return price === null ? null : (restOf(answer) ?? price)
}

/** "Desk 14, window, monitor. Free 09:00 to 17:00. €24.00." */
export function spokenPlace(answer: PlaceAnswer, telling: Telling, isFavourite: boolean): string {
  const { resource, sitting } = answer
  const here = presenceWords(answer, telling)
  const who = sitting.map((one) =>
    words.floor.sitsHere(one.memberName, words.floor.spoken(one.startText, one.endText)),
  )
  return words.floor.option({
    name: resource.name,
    about: [...(isFavourite ? [words.floor.favourite] : []), ...aboutOf(resource)],
    state: stateSentence(answer, telling),
    reasons: [reasonOf(answer), ...who, ...here],
    price: priceOf(answer, telling),
  })
}

/** True for a no that another time of the day may turn into a yes. */
export function isAboutTime({ reason }: Refusal): boolean {
  return timely.includes(reason)
}

const timely: readonly Refusal['reason'][] = [
  'booked',
  'held',
  'asked-for',
  'pool-full',
  'pool-split',
  'linked',
  'blocked',
  'closed',
  'buffer',
  'notice',
  'past',
]

/** "Hana Sato sits here until 17:00", for each who is there and lets others see it. */
export function presenceWords({ present }: PlaceAnswer, { zone }: Telling): readonly string[] {
  return present.map(({ name, until }) => words.presence.sitsUntil(name, timeOf(zone, until)))
}

/** The first stretch in which a place is free that day, from an instant on. */
export function nextFree(
  catalogue: Catalogue,
  resource: Resource,
  date: LocalDate,
  occupied: readonly Occupied[],
  from: Instant,
): Interval | null {
  const spans = freeSpans(catalogue, resource, date, occupied)
  return spans.find((span) => span.endsAt > from) ?? null
}
