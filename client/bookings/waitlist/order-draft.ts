/** A standing order as the member is making it, and what it would look for by what this device knows. */
import { createMemo, createSignal } from 'solid-js'
import { checkOrder } from '../../../domain/bookings/waitlist/join-wait.ts'
import { previewOrder } from '../../../domain/bookings/waitlist/preview-order.ts'
import { spanAt } from '../../../domain/bookings/wishes/times-of-day.ts'
import type { OrderRequest } from '../../../domain/bookings/wishes/wait-requests.ts'
import type { Member } from '../../../domain/memberships/member.ts'
import { quote } from '../../../domain/prices/quote.ts'
import { findResource } from '../../../domain/sites/catalogue.ts'
import { limits } from '../../../domain/values/limits.ts'
import { addDays, weekdayOf } from '../../../domain/values/local-date.ts'
import { compare, type Money, money } from '../../../domain/values/money.ts'
import { formatMinute } from '../../../domain/values/zone.ts'
import { createNow } from '../../app/clock.ts'
import { words } from '../../ui/words.ts'
import { createSeriesFacts } from '../series/series-model.ts'
import type { Wanted } from './wait-actions.tsx'

/** Four weeks are looked at unless the member says otherwise. */
const DAYS = 27

export function createOrderDraft(wanted: Wanted, member: () => Member) {
  const { catalogue } = wanted
  const now = createNow()
  const known = createSeriesFacts(catalogue, member)
  const { date, from, until } = spanAt(catalogue, wanted.interval)
  const [order, setOrder] = createSignal<OrderRequest>({
    siteId: catalogue.site.id,
    resourceIds: wanted.resourceIds.slice(0, limits.orderPlacesMax),
    weekdays: [weekdayOf(date)],
    from: date,
    until: addDays(date, DAYS),
    span: { from, until },
    stopsAt: null,
    count: 1,
    people: wanted.people,
    ceiling: dearestOf(wanted, member()),
  })
  const refusal = createMemo(() =>
    checkOrder(order(), { catalogue, member: member(), ownWaits: [] }, now()),
  )
  const preview = createMemo(() => {
    const found = known()
    return found && previewOrder(order(), found.facts, found.isKnown, now())
  })
  return {
    order,
    change: (next: Partial<OrderRequest>) => setOrder({ ...order(), ...next }),
    /** Why it is none; null where it can be left. */
    refusal,
    preview,
    sentence: () => sentenceOf(wanted.catalogue.resources, order()),
  }
}

export type OrderDraft = ReturnType<typeof createOrderDraft>

/** What the dearest of the places costs that day: whoever wants to pay less says so. */
function dearestOf({ catalogue, resourceIds, interval }: Wanted, member: Member): Money {
  const prices = resourceIds.flatMap((id) => {
    const resource = findResource(catalogue, id)
    return resource === null ? [] : [quote(catalogue, resource, interval, member.tierId).price]
  })
  const none = money(0, catalogue.site.currency)
  return prices.reduce((most, price) => (compare(price, most) > 0 ? price : most), none)
}

type Told = Omit<OrderRequest, 'siteId' | 'people' | 'ceiling'> & { readonly ceiling: Money | null }

export function sentenceOf(
  resources: readonly { readonly id: string; readonly name: string }[],
  order: Told,
): string {
  const { resourceIds, span, stopsAt, weekdays, ceiling, from, until, count } = order
  return words.waitlist.sentence({
    ...{ weekdays, ceiling, from, until, count },
    places: resourceIds.map((id) => resources.find((one) => one.id === id)?.name ?? ''),
    time: words.amounts.timeRange(span.from, span.until),
    stopsAt: stopsAt === null ? null : formatMinute(stopsAt),
  })
}
