/** One evening with three places, far ahead of everything else: who comes, who waits, and who comes in when somebody stays away. */
import type { AnyIntent } from '../../domain/bookings/wishes/intent.ts'
import { type CommunityEvent, timeOf } from '../../domain/community/events/event.ts'
import { toId } from '../../domain/values/ids.ts'
import { toLocalDate } from '../../domain/values/local-date.ts'
import type { Device } from './device.ts'
import { catalogue } from './site.ts'
import type { Step } from './step.ts'
import { makeIntent, WISH_MS } from './wishes.ts'
import type { World } from './world.ts'

const text = {
  id: toId('event', 'evt_supper'),
  ...{ title: 'Supper', text: 'Soup for all', where: 'In the kitchen', resourceId: null },
  date: toLocalDate('2027-03-02'),
  ...{ startMinute: 1080, endMinute: 1260, capacity: 3, guestsMax: 1, hold: null },
}

export const evening: CommunityEvent = {
  ...text,
  ...timeOf(text, catalogue),
  ...{ siteId: catalogue.site.id, revision: 1, isCalledOff: false },
}

/** They come, bring somebody, or stay away after all. */
export function rsvpWish(world: World, device: Device, step: Step): AnyIntent {
  const { siteId, id: eventId } = evening
  return makeIntent(world, device, 'rsvp.set', WISH_MS, {
    ...{ siteId, eventId, people: step.subject % 3 },
  })
}
