/** A basket has every place that it names, or none, whatever became of them since. */
import type { AnyIntent } from '../../../domain/bookings/wishes/intent.ts'
import { must } from '../../../domain/values/assert.ts'
import type { MakeOracle } from './oracle.ts'

export const basketWholeOrNot: MakeOracle = (world) => ({
  title: 'a basket is booked whole or not at all',
  atEnd: async () => {
    const { storage } = must(world.host.server, 'the world has healed')
    const wishes = await storage.read
      .selectFrom('intent')
      .select('record')
      .where('kind', '=', 'basket.request')
      .where('settled_at', 'is not', null)
      .execute()
    const bookings = await storage.read.selectFrom('booking').select('intent_id').execute()
    return wishes.flatMap(({ record }) => {
      const intent = JSON.parse(record) as AnyIntent // written by our devices
      if (intent.kind !== 'basket.request') return []
      const booked = bookings.filter(({ intent_id }) => intent_id === intent.id).length
      const isWhole = booked === 0 || booked === intent.body.items.length
      return isWhole ? [] : [`${intent.id} has ${booked} of ${intent.body.items.length} places`]
    })
  },
})
