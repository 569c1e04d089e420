/** What the extras of a booking come to, as one pure answer for the sheet and the space. */
import type { Extra } from '../../sites/extra.ts'
import type { Resource } from '../../sites/resource.ts'
import type { Site } from '../../sites/site.ts'
import { addMinutes, type Instant } from '../../values/instant.ts'
import { money } from '../../values/money.ts'
import type { BookedExtra } from '../booking.ts'
import type { WishedExtra } from '../wishes/basket-wish.ts'
import type { Refusal } from '../wishes/refusal.ts'

export type ExtrasAnswer =
  | { readonly kind: 'fits'; readonly extras: readonly BookedExtra[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

export function priceExtras(
  site: Site,
  resource: Resource,
  wished: readonly WishedExtra[],
  startsAt: Instant,
  now: Instant,
): ExtrasAnswer {
  const extras: BookedExtra[] = []
  for (const { extraId, count } of wished) {
    const extra = site.extras.find(({ id, per }) => id === extraId && per === 'booking')
    if (extra === undefined) return { kind: 'refused', refusal: { reason: 'extra-gone' } }
    const refusal = checkExtra(extra, resource, count, startsAt, now)
    if (refusal !== null) return { kind: 'refused', refusal }
    const price = money(extra.priceMinor * count, site.currency)
    extras.push({ extraId, name: extra.name, count, price })
  }
  return { kind: 'fits', extras }
}

/** Those that come with a place of this kind. */
export function extrasFor(site: Site, { kind }: Resource): readonly Extra[] {
  return site.extras.filter(
    ({ kinds, per }) => per === 'booking' && (kinds.length === 0 || kinds.includes(kind)),
  )
}

function checkExtra(
  { name, kinds, maxCount, noticeMinutes }: Extra,
  { kind }: Resource,
  count: number,
  startsAt: Instant,
  now: Instant,
): Refusal | null {
  if (kinds.length > 0 && !kinds.includes(kind)) return { reason: 'extra-not-here', name }
  if (count > maxCount) return { reason: 'extra-too-many', name, max: maxCount }
  if (noticeMinutes > 0 && startsAt < addMinutes(now, noticeMinutes)) {
    return { reason: 'extra-notice', name, noticeMinutes }
  }
  return null
}
