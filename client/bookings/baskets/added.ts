/** What a member adds to a booking: other places at the same time, and extras that are counted. */
import { previewBasket } from '../../../domain/bookings/baskets/preview-basket.ts'
import type { PayWith } from '../../../domain/bookings/lots/lot.ts'
import type { SettleFacts } from '../../../domain/bookings/settle.ts'
import type { BasketItem, WishedExtra } from '../../../domain/bookings/wishes/basket-wish.ts'
import { choiceAt } from '../../../domain/bookings/wishes/choice.ts'
import type { WishedGuest } from '../../../domain/bookings/wishes/guest-wish.ts'
import type { Catalogue } from '../../../domain/sites/catalogue.ts'
import { offeredAround } from '../../../domain/sites/granularity.ts'
import type { Resource } from '../../../domain/sites/resource.ts'
import type { ResourceId } from '../../../domain/values/ids.ts'
import type { Instant } from '../../../domain/values/instant.ts'
import type { Interval } from '../../../domain/values/interval.ts'

export interface Added {
  readonly places: readonly ResourceId[]
  readonly extras: readonly WishedExtra[]
}

export const nothingAdded: Added = { places: [], extras: [] }

export function isAnythingAdded({ places, extras }: Added): boolean {
  return places.length > 0 || extras.length > 0
}

export interface Together {
  readonly catalogue: Catalogue
  readonly resource: Resource
  readonly interval: Interval
  readonly people: number
  readonly guests: readonly WishedGuest[]
  readonly payWith: PayWith
}

/** The first place with its extras, then the others in the order in which they were added. */
export function itemsOf(
  { catalogue, resource, interval, people, guests, payWith }: Together,
  { places, extras }: Added,
): readonly Omit<BasketItem, 'quote'>[] {
  const others = places.flatMap((id) => catalogue.resources.filter((one) => one.id === id))
  const choice = choiceAt(catalogue, resource.id, interval)
  const first = { choice, people, guests, extras, payWith }
  return [
    first,
    ...others.map((one) => ({
      choice: choiceAt(catalogue, one.id, offeredAround(catalogue, one, interval)),
      // Nobody sits on a projector; a second room takes as many as it can.
      people: Math.min(people, one.capacity),
      guests: [],
      extras: [],
      payWith,
    })),
  ]
}

/** The same with what each was shown to cost; null while one of them cannot be had. */
export function quotedItems(
  items: readonly Omit<BasketItem, 'quote'>[],
  facts: SettleFacts,
  now: Instant,
): readonly BasketItem[] | null {
  const { answers } = previewBasket(items, facts, now)
  const quoted = items.flatMap((item, index): readonly BasketItem[] => {
    const answer = answers[index]
    return answer?.kind === 'fits' ? [{ ...item, quote: answer.booking.owed }] : []
  })
  return quoted.length < items.length ? null : quoted
}

/** What can be added at that time: equipment first, then rooms and whatever else is there, but what is chosen already. */
export function placesToAdd(
  { catalogue, resource }: Pick<Together, 'catalogue' | 'resource'>,
  { places }: Added,
): readonly Resource[] {
  const free = catalogue.resources.filter(
    (one) =>
      one.id !== resource.id &&
      !places.includes(one.id) &&
      one.isBookable &&
      one.mode.kind !== 'assigned',
  )
  const rank = ({ kind }: Resource) => (kind === 'equipment' ? 0 : kind === 'meeting-room' ? 1 : 2)
  return [...free].sort((a, b) => rank(a) - rank(b))
}
