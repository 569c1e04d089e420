/** A series that was wished "only all" has every date that it listed to be booked, or none, whatever became of them since. */

import type { AnyIntent } from '../../../domain/bookings/wishes/intent.ts'
import { must } from '../../../domain/values/assert.ts'
import { bookingIdOf, occurrenceIdOf } from '../../../domain/values/ids.ts'
import type { MakeOracle } from './oracle.ts'

export const seriesWholeOrNot: MakeOracle = (world) => ({
  title: 'a series wished "only all" is booked whole or not at all',
  atEnd: async () => {
    const { storage } = must(world.host.server, 'the world has healed')
    const wishes = await storage.read
      .selectFrom('intent')
      .select('record')
      .where('kind', '=', 'series.request')
      .where('settled_at', 'is not', null)
      .execute()
    const bookings = await storage.read.selectFrom('booking').select(['id']).execute()
    const made = new Set<string>(bookings.map(({ id }) => id))
    return wishes.flatMap(({ record }) => {
      const intent = JSON.parse(record) as AnyIntent // written by our devices
      if (intent.kind !== 'series.request' || intent.body.mode !== 'exactly') return []
      const listed = intent.body.occurrences.filter(({ kind }) => kind === 'book')
      const booked = listed.filter(({ number }) =>
        made.has(bookingIdOf(occurrenceIdOf(intent.id, number))),
      )
      const isWhole = booked.length === 0 || booked.length === listed.length
      return isWhole ? [] : [`${intent.id} has ${booked.length} of ${listed.length} dates`]
    })
  },
})
