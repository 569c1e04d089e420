/** Whatever a device believes the time to be, every decision carries the server's. */
import { must } from '../../../domain/values/assert.ts'
import { startOfWorld } from '../site.ts'
import type { MakeOracle } from './oracle.ts'

/** The server's own clock may have been set back by this much. */
const SET_BACK_MS_MAX = 120_000

export const serverTimeDecides: MakeOracle = (world) => ({
  title: 'time is never taken from a device for a decision',
  atEnd: async () => {
    const { storage } = must(world.host.server, 'the world has healed')
    const rows = await storage.read
      .selectFrom('intent')
      .select(['id', 'received_at', 'settled_at'])
      .execute()
    const isOurs = (at: number) =>
      at >= startOfWorld - SET_BACK_MS_MAX && at <= world.clock.now() + SET_BACK_MS_MAX
    return rows
      .filter(({ received_at, settled_at }) => !isOurs(received_at) || !isOurs(settled_at ?? 0))
      .map(({ id }) => `${id} was decided at another time than the server’s`)
  },
})
