/** A series that was wished "only all" has every date that it listed, or none, whatever became of them since. */
import type { AnyIntent } from '../../../domain/bookings/wishes/intent.ts'
import { must } from '../../../domain/values/assert.ts'
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
    const bookings = await storage.read.selectFrom('booking').select(['intent_id']).execute()
    return wishes.flatMap(({ record }) => {
      const intent = JSON.parse(record) as AnyIntent // written by our devices
      if (intent.kind !== 'series.request' || intent.body.mode !== 'exactly') return []
      const listed = intent.body.occurrences.filter(({ kind }) => kind === 'book').length
      const booked = bookings.filter(({ intent_id }) => intent_id === intent.id).length
      const isWhole = booked === 0 || booked === listed
      return isWhole ? [] : [`${intent.id} has ${booked} of ${listed} dates`]
    })
  },
})
