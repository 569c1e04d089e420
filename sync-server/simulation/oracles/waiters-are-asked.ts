/**
 * Nobody waits for what they could book: whatever freed it offered it to them in the same settlement. Left out are members whose rights were
 * changed behind the settlement's back.
 */

import { emptyWallet } from '../../../domain/bookings/lots/lot.ts'
import { occupiedBy } from '../../../domain/bookings/occupied-by.ts'
import { settle } from '../../../domain/bookings/settle.ts'
import { wishFor } from '../../../domain/bookings/waitlist/give-place.ts'
import { offerExpiresAt } from '../../../domain/bookings/waitlist/offer-hold.ts'
import type { Wait } from '../../../domain/bookings/waitlist/wait.ts'
import { must } from '../../../domain/values/assert.ts'
import { type Instant, toInstant } from '../../../domain/values/instant.ts'
import { loadActor } from '../../settlement/load-actor.ts'
import { bookingsOfMembers, liveBookingsAround } from '../../storage/load-bookings.ts'
import { loadCatalogue } from '../../storage/load-catalogue.ts'
import { openWaits } from '../../storage/load-waits.ts'
import type { Reader } from '../../storage/storage.ts'
import { catalogue as site } from '../site.ts'
import { anyPrice } from '../wishes.ts'
import type { MakeOracle } from './oracle.ts'

export const waitersAreAsked: MakeOracle = (world) => ({
  title: 'nobody waits for what they could book',
  atEnd: async () => {
    const { storage } = must(world.host.server, 'the world has healed')
    const now = toInstant(world.clock.now())
    const waits = await openWaits(storage.read, site.site.id, now)
    const forgotten: string[] = []
    for (const wait of waits) {
      if (wait.state !== 'waiting' || world.changedRights.has(wait.memberId)) continue
      if (await isFree(storage.read, wait, now)) forgotten.push(`${wait.id} of ${wait.memberId}`)
    }
    return forgotten
  },
})

async function isFree(reader: Reader, wait: Wait, now: Instant): Promise<boolean> {
  const { siteId, memberId, people, note, payWith, interval, wall } = wait
  if (interval.startsAt <= now || offerExpiresAt(interval, now) === null) return false
  const catalogue = must(await loadCatalogue(reader, siteId), 'the place is there')
  const member = must(await loadActor(reader, memberId), 'members stay')
  const resourceId = must(wait.resourceIds[0], 'a wait is for one place')
  const choice = { resourceId, unit: null, interval, wall }
  const own = await bookingsOfMembers(reader, [memberId], now)
  const facts = {
    ...{ catalogue, member, madeBy: null, distance: () => null, wallet: emptyWallet },
    occupied: (await liveBookingsAround(reader, siteId, interval)).map(occupiedBy),
    ownBookings: own.get(memberId) ?? [],
  }
  const wish = wishFor(
    wait.intentId,
    { siteId, people, note, payWith, choice, quote: anyPrice },
    now,
  )
  return settle(wish, facts, now, () => []).booking !== null
}
