/** Two places at the same time, all or none. */
import { choiceAt } from '../../domain/bookings/wishes/choice.ts'
import type { AnyIntent } from '../../domain/bookings/wishes/intent.ts'
import { toInterval } from '../../domain/values/interval.ts'
import { instantOf } from '../../domain/values/zone.ts'
import type { Device } from './device.ts'
import { bookableDays, catalogue } from './site.ts'
import type { Step } from './step.ts'
import { anyPrice, at, makeIntent, starts, WISH_MS } from './wishes.ts'
import type { World } from './world.ts'

export function basketWish(world: World, device: Device, step: Step): AnyIntent {
  const { subject, amount } = step
  const startsAt = instantOf(catalogue.zone, {
    date: at(bookableDays, amount),
    minute: at(starts, Math.floor(amount / 7)),
  })
  const interval = toInterval(startsAt, startsAt + 3_600_000)
  const items = [subject, subject + 1].map((index) => ({
    choice: choiceAt(catalogue, at(catalogue.resources, index).id, interval),
    ...{ people: 1, guests: [], extras: [], quote: anyPrice },
    payWith: 'personal' as const,
  }))
  const body = { siteId: catalogue.site.id, items, note: '', quote: anyPrice, ceiling: null }
  return makeIntent(world, device, 'basket.request', WISH_MS, body)
}
