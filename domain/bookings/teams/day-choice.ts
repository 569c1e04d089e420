/** The place and time that a wished day means: from opening to closing, at the desk that is liked, or at the first there is. */
import { quote } from '../../prices/quote.ts'
import { type Catalogue, findResource } from '../../sites/catalogue.ts'
import { offeredAround } from '../../sites/granularity.ts'
import type { Resource } from '../../sites/resource.ts'
import type { ResourceId, TierId } from '../../values/ids.ts'
import type { Instant } from '../../values/instant.ts'
import type { LocalDate } from '../../values/local-date.ts'
import type { Money } from '../../values/money.ts'
import { choiceAt, intervalBetween } from '../wishes/choice.ts'
import type { Choice } from '../wishes/intent.ts'
import { spanOf } from '../wishes/times-of-day.ts'

/** Days are planned by whole ones; a part of today that is left is had from the next quarter on. */
const STEP_MINUTES = 15

export interface DayChoice {
  readonly choice: Choice
  readonly quote: Money
}

/** Desks that may be wished for by name. */
export function desksOf({ resources }: Catalogue): readonly Resource[] {
  return resources.filter(({ kind, isBookable }) => kind === 'hot-desk' && isBookable)
}

/** Null on a day on which the location is closed, or that is over. */
export function choiceOfDay(
  catalogue: Catalogue,
  on: LocalDate,
  liked: ResourceId | null,
  tierId: TierId | null,
  now: Instant,
): DayChoice | null {
  const resource =
    (liked === null ? null : findResource(catalogue, liked)) ?? desksOf(catalogue)[0] ?? null
  const span = spanOf(catalogue, 'all-day', on, now, STEP_MINUTES)
  if (resource === null || span === null) return null
  const wallAt = (minute: number) => ({ date: on, minute })
  const meant = intervalBetween(catalogue.zone, wallAt(span.from), wallAt(span.until))
  if (meant === null) return null
  const interval = offeredAround(catalogue, resource, meant)
  return {
    choice: choiceAt(catalogue, resource.id, interval),
    quote: quote(catalogue, resource, interval, tierId).price,
  }
}
