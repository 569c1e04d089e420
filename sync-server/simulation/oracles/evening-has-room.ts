/** Nobody is promised a place that there is not, and nobody waits for one that there is, whoever changed their mind in between. */
import { comeIn, goingOf } from '../../../domain/community/events/rsvp.ts'
import { must } from '../../../domain/values/assert.ts'
import { rsvpsOf } from '../../storage/load-happenings.ts'
import { evening } from '../evening.ts'
import type { MakeOracle } from './oracle.ts'

export const eveningHasRoom: MakeOracle = (world) => ({
  title: 'an event promises the places it has, and no more',
  atEnd: async () => {
    const { storage } = must(world.host.server, 'the world has healed')
    const rsvps = await rsvpsOf(storage.read, [evening.id])
    const going = goingOf(rsvps)
    const capacity = must(evening.capacity, 'it has few places')
    const forgotten = comeIn(evening, rsvps).map(({ memberId }) => `${memberId} waits for nothing`)
    return going > capacity ? [`${going} come to ${capacity} places`, ...forgotten] : forgotten
  },
})
